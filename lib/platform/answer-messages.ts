/**
 * Answers messages over the browser's own API, in every room alike. Null leaves a message to other listeners. Chrome takes
 * a promise from a listener only lately; a callback it has always taken.
 * Source: https://developer.chrome.com/docs/extensions/develop/concepts/messaging
 */
export function answerMessages(
  answer: (raw: unknown, sender: chrome.runtime.MessageSender) => Promise<unknown> | null,
): void {
  chrome.runtime.onMessage.addListener((raw: unknown, sender, respond: (answered: unknown) => void) => {
    const answered = answer(raw, sender);
    void answered?.then(respond);
    // True keeps the way back open until the answer is there.
    return answered !== null;
  });
}
