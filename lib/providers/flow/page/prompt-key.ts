import { cutText } from './dig.ts';
import type { Prompt } from './report.ts';

/**
 * Makes a key that is the same for prompts that differ in white space alone, 53 bits in base 36: the page's editor
 * merges lines and spaces, and a report that waits in the page's storage keeps no words.
 * Source of the mixing: cyrb53, public domain.
 */
export function promptKey(text: string): string {
  const plain = text.normalize('NFC').replace(/[\s\u200b]+/gu, '');
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < plain.length; at++) {
    const char = plain.charCodeAt(at);
    a = Math.imul(a ^ char, 2_654_435_761);
    b = Math.imul(b ^ char, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (b & 2_097_151) + (a >>> 0)).toString(36);
}

/** A prompt with its key and as much of its words as may travel. */
export function promptOf(text: string, longest: number): Prompt {
  return { key: promptKey(text), text: cutText(text, longest) };
}
