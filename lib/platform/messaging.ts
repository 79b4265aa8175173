import browser, { type Runtime } from 'webextension-polyfill';
import type { Contract, Room } from '../messages/contract.ts';
import { receive, type Handlers, type Message } from '../messages/rpc.ts';

/** Sends a message to the rooms that listen; rejects where none of them answers. */
export function sendTo(message: Message): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Answers a room's calls. Must be called synchronously at start, or a waking message is missed (L10). */
export function listen<R extends keyof Contract>(room: R, handlers: Handlers<R>): void {
  browser.runtime.onMessage.addListener(
    (raw: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined =>
      receive(room, handlers, raw, roomOf(sender)) ?? undefined,
  );
}

/** Where a message came from, as the browser tells it; null for a stranger. What a message says counts for nothing (L18). */
function roomOf(sender: Runtime.MessageSender): Room | null {
  if (sender.id !== browser.runtime.id) return null;
  const own = browser.runtime.getURL('');
  const url = sender.url ?? '';
  if (!url.startsWith(own)) return sender.tab === undefined && url === '' ? 'background' : 'flow-page';
  const page = new URL(url).pathname;
  if (page === '/background.js') return 'background';
  return page === '/offscreen.html' ? 'offscreen' : 'page';
}
