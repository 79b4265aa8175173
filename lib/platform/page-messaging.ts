import type { Message } from '../messages/rpc.ts';
import { answerMessages } from './answer-messages.ts';
import { roomOf } from './room-of.ts';

/**
 * Messages of scripts that run in a page, straight over the browser's own API: they are held to 12 kB each, and the
 * polyfill of the other rooms takes three.
 */
export function sendFromPage(message: Message): Promise<unknown> {
  // Once the extension is gone this throws where it stands, and no promise does.
  return Promise.resolve().then(() => chrome.runtime.sendMessage(message));
}

/** Answers what the background sends; messages of every other room are none of a page's (L18). */
export function listenInPage(answer: (raw: unknown) => Promise<unknown> | null): void {
  answerMessages((raw, sender) => (roomOf(sender) === 'background' ? answer(raw) : null));
}

/** Whether the extension that this script belongs to is still there: an update leaves its scripts behind in pages. */
export function isAlive(): boolean {
  return chrome.runtime?.id !== undefined;
}
