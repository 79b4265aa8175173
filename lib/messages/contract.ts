import type { Answer, Command } from '../domain/command.ts';
import type { Downloaded, DownloadRequest } from '../domain/download.ts';
import type { Fault } from '../domain/fault.ts';
import type { AssetId, AttemptId, CommandId } from '../domain/ids.ts';
import type { Expected, Inspection, RenderOrder, RenderState } from '../domain/render.ts';
import type { Result } from '../domain/result.ts';

/** What the background answers. */
export interface BackgroundCalls {
  /** Opens and upgrades the store; answers its version once pages may open it. */
  ready(): Promise<Result<number, Fault>>;
  /** Carries out a command once, however often it is sent under the same id. */
  command(id: CommandId, command: Command): Promise<Answer>;
  /** Saves takes through the browser's downloads. */
  download(request: DownloadRequest): Promise<Result<Downloaded, Fault>>;
  /** Wakes the background: the renderer ended an attempt, one way or the other. */
  renderEnded(attemptId: AttemptId): Promise<Result<null, Fault>>;
}

/** What the offscreen document answers. */
export interface RenderCalls {
  /** Starts an attempt's render and answers at once; a second call for the same attempt starts nothing. */
  render(order: RenderOrder): Promise<Result<null, Fault>>;
  renderState(attemptId: AttemptId): Promise<Result<RenderState, Fault>>;
  /** Stops a render; false when there was none. */
  cancelRender(attemptId: AttemptId): Promise<Result<boolean, Fault>>;
  /** Looks into stored bytes, compares them with what was ordered, and stages the poster. */
  inspect(assetId: AssetId, attemptId: AttemptId, expected: Expected): Promise<Result<Inspection, Fault>>;
  /** Makes an object URL of stored bytes; it lives until it is revoked. */
  makeUrl(assetId: AssetId): Promise<Result<string, Fault>>;
  revokeUrl(url: string): Promise<Result<null, Fault>>;
}

/** A place that code runs in, told from who sent a message and never from what it says. */
export type Room = 'background' | 'page' | 'offscreen' | 'flow-page';

/** The rooms that answer, each with its calls. */
export interface Contract {
  background: BackgroundCalls;
  offscreen: RenderCalls;
}

/** Who may call what: a call from another room is refused before its arguments are read (L18). */
export const CALLERS: {
  readonly [R in keyof Contract]: { readonly [C in keyof Contract[R]]: readonly Room[] };
} = {
  background: {
    ready: ['page', 'offscreen'],
    command: ['page'],
    download: ['page'],
    renderEnded: ['offscreen'],
  },
  offscreen: {
    render: ['background'],
    renderState: ['background'],
    cancelRender: ['background'],
    inspect: ['background'],
    makeUrl: ['background'],
    revokeUrl: ['background'],
  },
};
