/** Day and time in the language of the page. */
export function timeWords(at: number): string {
  const style = { dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(document.documentElement.lang, style).format(at);
}
