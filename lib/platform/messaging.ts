import browser from 'webextension-polyfill';
import type { Contract } from '../messages/contract.ts';
import { answerMessages } from './answer-messages.ts';
import { receive, type Handlers, type Message } from '../messages/rpc.ts';
import { roomOf } from './room-of.ts';

/** Sends a message to the rooms that listen; rejects where none of them answers. */
export function sendTo(message: Message): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Answers a room's calls. Must be called synchronously at start, or a waking message is missed (L10). */
export function listen<R extends keyof Contract>(room: R, handlers: Handlers<R>): void {
  answerMessages((raw, sender) =>
    receive(room, handlers, raw, { room: roomOf(sender), tab: sender.tab?.id ?? null }),
  );
}
