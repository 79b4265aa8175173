/**
 * Whether a text names one of some names, which stand with commas between them: whole words, whatever their case.
 * Accents count, since `Lan` and `Lân` are two people; how they are encoded does not (Unicode NFC).
 */
export function namesOneOf(text: string, names: string): boolean {
  const said = fold(text);
  return names.split(',').some((name) => {
    const wanted = fold(name).trim();
    return (
      wanted !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?![\\p{L}\\p{N}])`, 'u').test(said)
    );
  });
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase();
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`);
}
