import type { DropPlace } from './drop-file.ts';
import type { Hello } from './hello.ts';
import type { Report } from './report.ts';

/**
 * How the page's own world and the isolated one speak: events on the document that carry text, and one message for a
 * file. The page can hear them and make its own; whoever reads them parses them, and a forged one tells no more than a
 * forged request could (L18).
 */
const REPORT = 'retake:report';
const HELLO = 'retake:hello';
const ASK = 'retake:ask';
const DROP = 'retake:drop';

/** The observer's side: tells reports, and says who it is whenever that is asked and once it has begun. */
export function speakFromPage(
  document: Document,
  hello: () => Hello | null,
): { readonly report: (report: Report) => void; readonly greet: () => void } {
  const tell = (type: string, what: unknown): void =>
    void document.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(what) }));
  const greet = (): void => {
    const said = hello();
    if (said !== null) tell(HELLO, said);
  };
  document.addEventListener(ASK, greet);
  return { report: (report) => tell(REPORT, report), greet };
}

/** The isolated side: hears reports and hellos as they come, unparsed, and asks for a hello at once. */
export function hearPageWorld(
  document: Document,
  signal: AbortSignal,
  heard: { readonly report: (raw: unknown) => void; readonly hello: (raw: unknown) => void },
): void {
  const listen = (type: string, run: (raw: unknown) => void): void =>
    document.addEventListener(type, (event) => run(detailOf(event)), { signal });
  listen(REPORT, heard.report);
  listen(HELLO, heard.hello);
  document.dispatchEvent(new CustomEvent(ASK));
}

function detailOf(event: Event): unknown {
  if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(event.detail);
    return parsed;
  } catch {
    return undefined;
  }
}

/** Asks the page's own world to drop a file: only there can the page's handlers read it. */
export function askToDrop(window: Window, place: DropPlace, file: File): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data === true), { once: true });
    port1.start();
    window.postMessage({ type: DROP, place, file }, window.origin, [port2]);
  });
}

/** Carries out what the isolated world asks to drop. */
export function answerDrops(window: Window, drop: (place: DropPlace, file: File) => boolean): void {
  window.addEventListener('message', ({ data, source, ports }: MessageEvent<unknown>) => {
    const [answer] = ports;
    if (source !== window || answer === undefined || !isDrop(data)) return;
    answer.postMessage(drop(data.place, data.file));
  });
}

function isDrop(data: unknown): data is { readonly place: DropPlace; readonly file: File } {
  if (typeof data !== 'object' || data === null) return false;
  const { type, place, file } = data as Partial<Record<string, unknown>>;
  if (type !== DROP || !(file instanceof File) || typeof place !== 'object' || place === null) return false;
  const { on, at } = place as Partial<Record<string, unknown>>;
  return on === 'page' || (on === 'frame' && (at === 0 || at === 1));
}
