import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { findBrowser } from '../browser/find-browser.mjs';

const ARGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--test-type',
];

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/**
 * A browser that is driven over a pipe and attached to pages alone. Playwright attaches to every worker too, which
 * holds each one up at its start and keeps it alive for ever.
 */
export class RawBrowser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #input: Writable;
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #heard = '';
  #count = 0;

  private constructor(process: ChildProcess, profile: string) {
    const [, , , input, output] = process.stdio;
    if (!input || !output || !('write' in input) || !('read' in output)) throw new Error('There is no pipe.');
    this.#process = process;
    this.#profile = profile;
    this.#input = input;
    output.setEncoding('utf8').on('data', (more: string) => this.#hear(more));
  }

  static launch(): RawBrowser {
    const browser = findBrowser();
    if (browser === null) throw new Error('There is no browser.');
    const profile = mkdtempSync(join(tmpdir(), 'retake-bench-'));
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [...ARGS, ...sandbox, `--user-data-dir=${profile}`, 'about:blank'];
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    return new RawBrowser(spawn(browser.path, args, { stdio: [...stdio] }), profile);
  }

  /** Sends a command of the protocol to the browser or to what a session is attached to. */
  async send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#count;
    const answered = new Promise<Answer>((resolve) => this.#asked.set(id, resolve));
    this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** Loads an unpacked extension and answers its id. */
  async loadExtension(path: string): Promise<string> {
    return text(await this.send('Extensions.loadUnpacked', { path }), 'id');
  }

  /** The workers that run now, of one extension. */
  async workersOf(extension: string): Promise<readonly string[]> {
    const found = await this.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    const targets: unknown = Reflect.get(Object(found), 'targetInfos');
    const all: readonly unknown[] = Array.isArray(targets) ? targets : [];
    return all.filter((each) => text(each, 'url').includes(extension)).map((each) => text(each, 'targetId'));
  }

  /** Attaches to a target; answers the session. */
  async attach(targetId: string): Promise<string> {
    return text(await this.send('Target.attachToTarget', { targetId, flatten: true }), 'sessionId');
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.send('Browser.close');
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #hear(more: string): void {
    const messages = (this.#heard + more).split('\0');
    this.#heard = messages.pop() ?? '';
    for (const message of messages) {
      const answer: Answer = JSON.parse(message);
      const told = answer.id === undefined ? undefined : this.#asked.get(answer.id);
      if (answer.id !== undefined) this.#asked.delete(answer.id);
      told?.(answer);
    }
  }
}

/** A text in an answer of the browser. */
export function text(answer: unknown, field: string): string {
  const value: unknown = Reflect.get(Object(answer), field);
  if (typeof value !== 'string') throw new Error(`The browser tells no ${field}.`);
  return value;
}
