import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import * as v from 'valibot';
import { BUILD, EXTENSION_ID } from '../browser/launch.mjs';
import { findBrowser } from '../browser/find-browser.mjs';

const reply = v.object({ id: v.number(), result: v.optional(v.unknown()), error: v.optional(v.unknown()) });
const attached = v.object({ sessionId: v.string() });
const evaluated = v.object({
  result: v.object({ value: v.optional(v.unknown()) }),
  exceptionDetails: v.optional(v.unknown()),
});
const targets = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), type: v.string(), url: v.string() })),
});

/**
 * A browser spoken to over its own pipe, with nothing attached but the pages that are asked something: a debugger on
 * the worker would keep it alive, and its death by idleness would never be met.
 */
export class RawBrowser {
  private readonly waiting = new Map<number, (answer: v.InferOutput<typeof reply>) => void>();
  private readonly process: ChildProcess;
  private readonly toBrowser: Writable;
  private sent = 0;

  constructor(profile: string) {
    const browser = findBrowser();
    if (browser === null) throw new Error('There is no browser.');
    this.process = spawn(
      browser.path,
      [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--headless=new',
        '--remote-debugging-pipe',
        `--user-data-dir=${profile}`,
        `--disable-extensions-except=${BUILD}`,
        `--load-extension=${BUILD}`,
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--lang=en-US',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const [, , , toBrowser, fromBrowser] = this.process.stdio;
    if (!(toBrowser instanceof Writable) || !fromBrowser) throw new Error('The browser has no pipe.');
    this.toBrowser = toBrowser;
    let text = '';
    fromBrowser.on('data', (chunk: Buffer) => {
      const parts = (text + chunk.toString('utf8')).split('\0');
      text = parts.pop() ?? '';
      parts.forEach((part) => this.hear(part));
    });
  }

  /** Opens a page of the extension. Answers how to evaluate an expression in it; nothing stays attached between two. */
  async openPage(path: string): Promise<(expression: string) => Promise<unknown>> {
    const created = v.parse(
      v.object({ targetId: v.string() }),
      await this.send('Target.createTarget', { url: `chrome-extension://${EXTENSION_ID}/${path}` }),
    );
    return async (expression) => {
      const { sessionId } = v.parse(
        attached,
        await this.send('Target.attachToTarget', { targetId: created.targetId, flatten: true }),
      );
      const answer = await this.send(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
        sessionId,
      );
      await this.send('Target.detachFromTarget', { sessionId });
      const { result, exceptionDetails } = v.parse(evaluated, answer);
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    };
  }

  /** Whether the extension's worker runs now; looking attaches nothing. */
  async hasWorker(): Promise<boolean> {
    const { targetInfos } = v.parse(targets, await this.send('Target.getTargets', {}));
    return targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(EXTENSION_ID));
  }

  async close(): Promise<void> {
    const gone = once(this.process, 'exit');
    await this.send('Browser.close', {});
    await gone;
  }

  private hear(part: string): void {
    const parsed = v.safeParse(reply, JSON.parse(part));
    if (!parsed.success) return;
    this.waiting.get(parsed.output.id)?.(parsed.output);
    this.waiting.delete(parsed.output.id);
  }

  private async send(method: string, params: unknown, sessionId?: string): Promise<unknown> {
    const id = ++this.sent;
    const answered = new Promise<v.InferOutput<typeof reply>>((resolve) => this.waiting.set(id, resolve));
    this.toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  }
}
