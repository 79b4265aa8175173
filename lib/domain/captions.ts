/** Words that are read at one time, with their time. */
export interface Caption {
  readonly text: string;
  /** Seconds from the beginning of the scene. */
  readonly from: number;
  readonly to: number;
}

/** What two lines of a narrow picture hold. */
const MOST_CHARACTERS = 84;
/** Even a short word needs a moment. */
const LEAST_WEIGHT = 8;

/** Spreads what is said over a scene: pieces of at most two lines, each as long as its share. No word is lost. */
export function captionsOf(spoken: string, lengthS: number): readonly Caption[] {
  const pieces = spoken
    .split(/(?<=[.!?…])\s+|\n+/u)
    .flatMap(piecesOf)
    .filter((piece) => piece !== '');
  const weights = pieces.map((piece) => piece.length + LEAST_WEIGHT);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return pieces.map((text, at) => {
    const from = (before / whole) * lengthS;
    before += weights[at] ?? 0;
    return { text, from, to: (before / whole) * lengthS };
  });
}

/** What is read at a moment of the scene; empty where nothing is said. */
export function captionAt(captions: readonly Caption[], offsetS: number): string {
  const found = captions.find(({ to }) => offsetS < to) ?? captions.at(-1);
  return found?.text ?? '';
}

/** Breaks a sentence between words into pieces of about one length. */
function piecesOf(sentence: string): readonly string[] {
  const words = sentence.trim().split(/\s+/u);
  const count = Math.ceil(sentence.trim().length / MOST_CHARACTERS);
  const wanted = sentence.trim().length / count;
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + word.length / 2 < wanted) {
      pieces[pieces.length - 1] = `${last} ${word}`;
    } else pieces.push(word);
  }
  return pieces;
}
