import type { Answer, Command } from '../domain/command.ts';
import type { Downloaded, DownloadRequest } from '../domain/download.ts';
import type { Fault } from '../domain/fault.ts';
import type {
  FlowHelp,
  FlowLook,
  FlowOffers,
  FlowPageOrder,
  FlowPrepared,
  FlowSince,
} from '../domain/flow-page.ts';
import type { FilmOrder, JoinedFilm, SavedFilm } from '../domain/film.ts';
import type { AssetId, AttemptId, CommandId, ProjectId } from '../domain/ids.ts';
import type { Aspect } from '../domain/project.ts';
import type { Expected, Inspection, RenderOrder, RenderState, TakenFrame } from '../domain/render.ts';
import type { FrameEdge } from '../domain/take.ts';
import type { Result } from '../domain/result.ts';

/** What the background answers. */
export interface BackgroundCalls {
  /** Wakes the background, which takes up what an earlier one left; answers that there is one, whatever its store is at. */
  ready(): Promise<Result<null, Fault>>;
  /** Opens and upgrades the store; answers its version once pages may open it. */
  openStore(): Promise<Result<number, Fault>>;
  /** Carries out a command once, however often it is sent under the same id. */
  command(id: CommandId, command: Command): Promise<Answer>;
  /** Decodes a clip that the user brings, staged under a command, and compares its shape with the film's. */
  lookIntoClip(owner: CommandId, assetId: AssetId, aspect: Aspect): Promise<Result<Inspection, Fault>>;
  /** Makes a frame of a clip a picture of the film's shape, staged under a command. */
  takeFrame(
    owner: CommandId,
    clip: AssetId,
    edge: FrameEdge,
    aspect: Aspect,
  ): Promise<Result<TakenFrame, Fault>>;
  /** Saves takes through the browser's downloads. */
  download(request: DownloadRequest): Promise<Result<Downloaded, Fault>>;
  /** Saves the takes that still wait to be saved as they were made; answers once it has begun. */
  trySaving(): Promise<Result<null, Fault>>;
  /**
   * Makes the film of the picks and saves it; answers when the file is there. A second press while it is made
   * answers with the first. Faults: `NothingToDo`, `MixedFormats`, `ClipDamaged`, `Cancelled`, `StorageFull`
   * and what a download meets.
   */
  makeFilm(projectId: ProjectId): Promise<Result<SavedFilm, Fault>>;
  /** Stops the film that is being made; false where there was none. */
  cancelFilm(projectId: ProjectId): Promise<Result<boolean, Fault>>;
  /** Wakes the background: the renderer ended an attempt, one way or the other. */
  renderEnded(attemptId: AttemptId): Promise<Result<null, Fault>>;
  /**
   * Stores what the page's own traffic told; `report` is hostile until parsed. Answers once it is stored. `tab` is what
   * the browser says of the sender, never what the sender says.
   */
  flowReport(report: unknown, tab?: number | null): Promise<Result<null, Fault>>;
  /** A Flow page was loaded, or what stood in the way on it has changed. */
  flowLook(look: FlowLook, tab?: number | null): Promise<Result<null, Fault>>;
  /** Puts the driver into the page that asks, beside the script that is always there; answers once it is there. */
  flowDriver(tab?: number | null): Promise<Result<null, Fault>>;
  /** Brings the Flow tab to the front, or opens one. */
  goToFlow(): Promise<Result<null, Fault>>;
  /** Does on the Flow page what the user asked for. */
  helpOnFlow(help: FlowHelp): Promise<Result<null, Fault>>;
  /** Looks at what the Flow page offers now, and keeps it; nothing where it cannot be looked at now. */
  readFlowOffers(): Promise<Result<null, Fault>>;
  /** Gives Flow's page the user's zoom back, and leaves it alone until the queue ends. */
  undoZoom(): Promise<Result<null, Fault>>;
  /** A panel goes away, for good or to load again. Answers before it is known which. */
  panelLeft(): Promise<Result<null, Fault>>;
  /** The free self-check of the Flow page, as text that can be copied. */
  checkFlow(): Promise<Result<string, Fault>>;
}

/** A picture on its way to the page: the one exception to L11, since a page can read no bytes of ours. */
export interface PictureForPage {
  readonly name: string;
  readonly mime: string;
  readonly base64: string;
}

/** What a Flow page answers; every call ends with its document. */
export interface FlowPageCalls {
  look(): Promise<Result<FlowLook, Fault>>;
  /** Keeps a picture in the page's memory until an order has used it. */
  takePicture(picture: PictureForPage): Promise<Result<null, Fault>>;
  /** Sets the composer up for an order, reads it back, and watches it until `release`; presses nothing that costs. */
  prepare(
    order: FlowPageOrder,
    words: { readonly text: string; readonly hide: string },
  ): Promise<Result<FlowPrepared, Fault>>;
  /** Whether the composer still stands as the document prepared it. */
  isReady(documentId: string): Promise<Result<boolean, Fault>>;
  release(): Promise<Result<null, Fault>>;
  /** The orders that the page has sent since; null where its document cannot tell. */
  submitsSince(since: FlowSince): Promise<Result<readonly string[] | null, Fault>>;
  /** Makes the page ask for a finished media's address; false where it did not. */
  askForAddress(mediaId: string): Promise<Result<boolean, Fault>>;
  help(help: FlowHelp): Promise<Result<null, Fault>>;
  /** Reads what the page offers now; free, changes nothing, and refused while an order stands ready. */
  offers(): Promise<Result<FlowOffers, Fault>>;
  check(): Promise<Result<string, Fault>>;
}

/** What the offscreen document answers. */
export interface RenderCalls {
  /** Starts an attempt's render and answers at once; a second call for the same attempt starts nothing. */
  render(order: RenderOrder): Promise<Result<null, Fault>>;
  renderState(attemptId: AttemptId): Promise<Result<RenderState, Fault>>;
  /** Stops a render; false when there was none. */
  cancelRender(attemptId: AttemptId): Promise<Result<boolean, Fault>>;
  /** Looks into stored bytes, compares them with what was ordered, and stages the poster. */
  inspect(
    assetId: AssetId,
    owner: AttemptId | CommandId,
    expected: Expected,
  ): Promise<Result<Inspection, Fault>>;
  /** Stages a frame of a stored clip as a picture of its own, with its poster. */
  takeFrame(
    owner: CommandId,
    clip: AssetId,
    edge: FrameEdge,
    aspect: Aspect,
  ): Promise<Result<TakenFrame, Fault>>;
  /** Makes an object URL of stored bytes; it lives until it is revoked. */
  makeUrl(assetId: AssetId): Promise<Result<string, Fault>>;
  revokeUrl(url: string): Promise<Result<null, Fault>>;
  /** Joins clips of one format into a file and answers its URL; what was made for the project before goes. */
  joinFilm(order: FilmOrder): Promise<Result<JoinedFilm, Fault>>;
  /** Plays the sound of an order that waits; false where it cannot be heard. */
  chime(): Promise<Result<boolean, Fault>>;
  /** Stops joining; its call answers `Cancelled`. False where there was none. */
  cancelJoin(projectId: ProjectId): Promise<Result<boolean, Fault>>;
}

/** A place that code runs in, told from who sent a message and never from what it says. */
export type Room = 'background' | 'page' | 'offscreen' | 'flow-page';

/** The rooms that answer, each with its calls. */
export interface Contract {
  background: BackgroundCalls;
  offscreen: RenderCalls;
  flowPage: FlowPageCalls;
}
