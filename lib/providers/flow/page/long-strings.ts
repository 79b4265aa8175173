/** A picture in base64 is no use here; no prompt, no list without a quote in it, is as long. */
export const LONGEST_STRING = 256 * 1024;

/**
 * Empties the strings of a JSON text that are longer than `LONGEST_STRING`, so that a picture of 20 MB is neither
 * decoded nor parsed. `quote` and `escape` are how the text writes a quotation mark and what stands before it:
 * `"` and `\`, or `%22` and `%5C` in a form.
 */
export function withoutLongStrings(text: string, quote: string, escape: string): string {
  if (text.length <= LONGEST_STRING) return text;
  const kept: string[] = [];
  let from = 0;
  let at = text.indexOf(quote);
  while (at !== -1) {
    const start = at + quote.length;
    const next = text.indexOf(quote, start);
    if (next - start > LONGEST_STRING) {
      kept.push(text.slice(from, start));
      from = beforeEscapes(text, start, next, escape);
    }
    at = next;
  }
  return kept.length === 0 ? text : kept.join('') + text.slice(from);
}

/** What escapes the closing quote belongs to it and stays. */
function beforeEscapes(text: string, start: number, end: number, escape: string): number {
  let at = end;
  while (at - escape.length >= start && text.slice(at - escape.length, at) === escape) at -= escape.length;
  return at;
}
