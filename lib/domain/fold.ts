/** A text in small letters and without accents, as people type in a hurry; `đ` is `d`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
