/** A number from 0 up to 1, as Math.random gives it. */
export type Chance = () => number;

/** Chance that can be played again (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` to `to`, both possible. */
export function wholeNumber(chance: Chance, from: number, to: number): number {
  return from + Math.floor(chance() * (to - from + 1));
}

function drawn(chance: Chance, letters: string, length: number): string {
  return Array.from({ length }, () => letters[wholeNumber(chance, 0, letters.length - 1)]).join('');
}

/** A random UUID as RFC 4122 writes it, in lower case. */
export function newUuid(chance: Chance): string {
  const hex = drawn(chance, '0123456789abcdef', 32);
  const variant = '89ab'[wholeNumber(chance, 0, 3)];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

export function newToken(chance: Chance, length: number): string {
  return drawn(chance, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', length);
}
