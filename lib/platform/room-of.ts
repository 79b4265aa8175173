import type { Room } from '../messages/contract.ts';

/** What the browser tells of who sent a message. */
interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: object | undefined;
}

/** Where a message came from, as the browser tells it; null for a stranger. What a message says counts for nothing (L18). */
export function roomOf(sender: MessageSender): Room | null {
  if (sender.id !== chrome.runtime.id) return null;
  const own = chrome.runtime.getURL('');
  const url = sender.url ?? '';
  if (!url.startsWith(own)) return sender.tab === undefined && url === '' ? 'background' : 'flow-page';
  const page = new URL(url).pathname;
  if (page === '/background.js') return 'background';
  return page === '/offscreen.html' ? 'offscreen' : 'page';
}
