import type { Message } from '../messages/rpc.ts';
import { sendTo } from './messaging.ts';

const PAGE = 'offscreen.html';

let creating: Promise<void> | null = null;

/** Sends a message to the offscreen document, which is made on first need; it closes itself when nobody needs it. */
export async function sendToOffscreen(message: Message): Promise<unknown> {
  await ensureOffscreen();
  try {
    return await sendTo(message);
  } catch {
    // It closed itself between the look and the message. Calls carry the attempt, so a repeat starts nothing twice.
    await ensureOffscreen();
    return sendTo(message);
  }
}

/** One creation in flight; after a worker's death the document is often still there. */
async function ensureOffscreen(): Promise<void> {
  if (creating !== null) return creating;
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  // A document counts as there while it still loads and hears nothing: who comes meanwhile waits for it too.
  if (creating !== null) return creating;
  if (contexts.length > 0) return;
  creating = chrome.offscreen
    .createDocument({
      url: PAGE,
      reasons: [
        chrome.offscreen.Reason.BLOBS,
        chrome.offscreen.Reason.WORKERS,
        chrome.offscreen.Reason.AUDIO_PLAYBACK,
      ],
      justification:
        'Draws frames, encodes clips, makes object URLs for downloads, and plays a short sound where asked to.',
    })
    .finally(() => (creating = null));
  return creating;
}
