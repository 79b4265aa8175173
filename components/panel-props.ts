import type { MadeWith } from '../lib/domain/made-with.ts';
import type { LedgerRow } from '../lib/domain/attempt.ts';
import type { Batch, BatchOrder } from '../lib/domain/batch.ts';
import type { FlowState } from '../lib/domain/flow-state.ts';
import type { FlowHelp, SeenOffers } from '../lib/domain/flow-page.ts';
import type { CardAction } from '../lib/domain/card-actions.ts';
import type { ProviderName } from '../lib/domain/capabilities.ts';
import type { Card, ScenePlace } from '../lib/domain/card.ts';
import type { Choices } from '../lib/domain/choices.ts';
import type { EditName } from '../lib/domain/edit.ts';
import type { EndCard } from '../lib/domain/end-card.ts';
import type { Fault } from '../lib/domain/fault.ts';
import type { Preset, ProjectStart } from '../lib/domain/preset.ts';
import type { PromptRules } from '../lib/domain/prompt-rules.ts';
import type { Preview } from '../lib/domain/preview.ts';
import type { FilmPlan } from '../lib/domain/film-plan.ts';
import type { Hold } from '../lib/domain/hold.ts';
import type { FrameOf, FrameUse } from '../lib/domain/take.ts';
import type { Operation, PictureId, ProjectId, SceneIndex, TakeNumber, TaskId } from '../lib/domain/ids.ts';
import type { OwnOrder } from '../lib/domain/own-order.ts';
import type { Picture, PicturePlace, PictureRole } from '../lib/domain/picture.ts';
import type { AfterImages, Aspect, CaptionStyle, Project, VideoFrom } from '../lib/domain/project.ts';
import type { ProjectLine } from '../lib/domain/project-line.ts';
import type { ProviderOffer } from '../lib/domain/provider-offer.ts';
import type { Result } from '../lib/domain/result.ts';
import type { PromptLines } from '../lib/domain/prompt-lines.ts';
import type { Rewrite } from '../lib/domain/replace-text.ts';
import type { Kind, Scene, SceneText, TextField } from '../lib/domain/scene.ts';
import type { SceneVideos } from '../lib/domain/scene-videos.ts';
import type { ScriptFault, ScriptPreview, TextCut } from '../lib/domain/script-preview.ts';
import type { Run } from '../lib/domain/run.ts';
import type { UsualMs } from '../lib/domain/work-time.ts';
import type { FilmSpent } from '../lib/domain/spent.ts';
import type { OrdersOut, StorageUse } from '../lib/domain/storage-use.ts';
import type { StudioView } from '../lib/domain/studio-view.ts';
import type { FlowSettings, Language, Settings, SettingsChange } from '../lib/domain/settings.ts';
import type { Take } from '../lib/domain/take.ts';
import type { FilmActions, FilmWork } from './film-dialog.tsx';

/** How the user is told of an order that has waited long for his press. */
export type Reminders = Pick<Settings, 'sound' | 'notification'>;

/** Something to tell the user once: a key of the words and what fills it. */
export interface Message {
  readonly key: string;
  readonly values: readonly (string | number)[];
  /** The edit that it is about, whose name fills it instead. */
  readonly edit?: EditName;
  readonly tone: 'plain' | 'bad';
}

/** The last step, which one press takes back. */
export interface StepOffer {
  readonly name: EditName;
  /** Whether it is told of now; otherwise the menu alone offers it. */
  readonly isTold: boolean;
}

/** A file that was not added, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly fault: Fault;
}

/** The film's pictures, and what there is to tell of those that are being added. */
export interface PictureData {
  /** The pictures of the whole film, oldest first. */
  readonly film: readonly Picture[];
  /** Null while none are being added. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly refused: readonly RefusedFile[];
}

/** What is stored, and what the browser says of it, in bytes; null where it does not tell. */
export interface StorageShown {
  readonly use: StorageUse;
  readonly disk: { readonly usedBytes: number; readonly quotaBytes: number } | null;
}

/** What was ordered last, with what tells how long the rest of it takes. */
export interface RunShown {
  readonly run: Run;
  readonly usual: UsualMs;
  /** Orders that are made at one time. */
  readonly atOnce: number;
}

/** A text of a scene in two parts: what stays, and what becomes the next scene. */
export interface ScenePart {
  readonly field: TextField;
  readonly before: string;
  readonly after: string;
}

/** Everything that the panel shows. */
export interface PanelData {
  /** Projects in use, newest first. */
  readonly projects: readonly Project[];
  /** Every project in use with what is known of it, the last one worked on first; null until they are read. A hook. */
  readonly useProjectLines: () => readonly ProjectLine[] | null;
  readonly project: Project | null;
  /** The scenes of the project in the film's order. */
  readonly places: readonly ScenePlace[];
  /** What is at work, or what the last batch came to; null where nothing was ordered since the panel was opened. */
  readonly run: RunShown | null;
  /** Reads one scene, as long as it is on the screen; null while it is not there yet, and where none is asked for. A hook. */
  readonly useCard: (index: SceneIndex | null) => Card | null;
  /** How far the work of a scene is, 0 to 1; null where nobody knows. A hook. */
  readonly useProgress: (index: SceneIndex, kind: Kind) => number | null;
  /** What the film would be made of now; null until it is read. A hook. */
  readonly useFilmPlan: () => FilmPlan | null;
  /** What the film is seen as now; null until it is read. A hook. */
  readonly usePreview: () => Preview | null;
  readonly filmWork: FilmWork;
  readonly flow: FlowState;
  /** What the Flow page was last seen to offer. A hook. */
  readonly useFlowOffers: () => SeenOffers;
  /** What Flow's page was made smaller to, 1 for 100 %; null where it has the user's zoom. */
  readonly flowZoom: number | null;
  /** What a batch would start now; null until it is read. A hook. */
  readonly useBatch: (order: BatchOrder) => Batch | null;
  /** What the film has cost; null until it is read. A hook. */
  readonly useSpent: () => readonly FilmSpent[] | null;
  /** The user's own orders on Flow that no scene has, newest first; null until they are read. A hook. */
  readonly useOwnOrders: () => readonly OwnOrder[] | null;
  /** What the order of a take cost; null until it is read, and where there was none. A hook. */
  readonly useTakeCost: (take: Take) => LedgerRow | null;
  /** The scenes with all that they say, read while it is shown; null until then. A hook. */
  readonly useScript: () => readonly Scene[] | null;
  /** What is stored, read while it is shown; null until then. A hook. */
  readonly useStorage: () => StorageShown | null;
  readonly paused: boolean;
  readonly holds: readonly Hold[];
  /** Whether each take is saved to the downloads folder as it is made. */
  readonly saveTakes: boolean;
  /** How Retake works beside a service where the user presses Start for each order. */
  readonly flowSettings: FlowSettings;
  /** What new projects can begin with, by name. */
  readonly presets: readonly Preset[];
  /** How the user is told of an order that has waited long for his press. */
  readonly reminders: Reminders;
  /** Why takes that wait are not saved; null where nothing stands in the way. */
  readonly saveFault: Fault | null;
  /** Whether the developer switch is on. */
  readonly planOn: boolean;
  readonly language: Language;
  readonly pictures: PictureData;
  /** What a new project can be made with. */
  readonly offers: readonly ProviderOffer[];
  readonly undo: StepOffer | null;
  /** What was taken back last and can be brought back; null where nothing can. */
  readonly redo: EditName | null;
  readonly message: Message | null;
  /** Whether another version of Retake took over the store. */
  readonly otherVersion: boolean;
}

/** Everything that the panel can ask for. */
export interface PanelActions {
  createProject(name: string, aspect: Aspect, provider: ProviderName, start: ProjectStart): void;
  /** Keeps the project's settings under a name, for new projects. */
  savePreset(name: string): void;
  removePreset(name: string): void;
  renameProject(id: ProjectId, name: string, client: string): void;
  /** Puts a project away, or brings it back into the chooser. */
  archiveProject(id: ProjectId, archived: boolean): void;
  deleteProject(id: ProjectId): void;
  chooseProject(id: ProjectId): void;
  openSample(): void;
  /** Puts a text on the clipboard; answers whether it is there. A refusal is told. */
  copyText(text: string): Promise<boolean>;
  /** The same for a card, which has no live region of its own: that it is there is told as well. */
  copyPrompt(text: string): void;
  /** Reads a script without writing anything. */
  readScript(source: string | File, cut?: TextCut): Promise<Result<ScriptPreview, ScriptFault>>;
  /** Brings a script's scenes in: into the project, or into a new one named after the file. */
  importScript(preview: ScriptPreview, name: string): void;
  /** A button of a card that is about a kind of its scene. */
  act(index: SceneIndex, kind: Kind | null, action: CardAction): void;
  /** Answers whether it was stored; a refusal is told. */
  editScene(index: SceneIndex, text: Partial<SceneText>): Promise<boolean>;
  /** Adds an empty scene behind another, null for the first place; answers its index, null where it was refused. */
  addScene(after: SceneIndex | null): Promise<SceneIndex | null>;
  /** Adds a copy of a scene behind it: its words and its pictures, not its takes. */
  duplicateScene(index: SceneIndex): Promise<SceneIndex | null>;
  /** Makes the rest of a scene's text the next scene; answers its index. */
  splitScene(index: SceneIndex, part: ScenePart): Promise<SceneIndex | null>;
  /** Says where a scene is split: nobody has shown the place yet. */
  tellSplit(): void;
  /** Joins a scene with the next one. */
  joinScenes(index: SceneIndex): void;
  replaceText(texts: readonly Rewrite[]): void;
  moveScene(index: SceneIndex, way: 'up' | 'down'): void;
  /** Puts a scene behind another; null for the first place. */
  placeScene(index: SceneIndex, after: SceneIndex | null): void;
  deleteScene(index: SceneIndex): void;
  /** Tells dropped or pasted files apart by content: a script, if any, and everything meant as a picture. */
  sortFiles(files: readonly File[]): Promise<{
    readonly script: File | null;
    readonly pictures: readonly File[];
    readonly clips: readonly File[];
  }>;
  /** Adds pictures one after the other, each stored as it is ready; what is refused is told at the end. */
  addPictures(files: readonly File[], place: PicturePlace): void;
  /** Makes clips video takes of a scene, one after the other; null tells that each belongs to one. */
  giveClips(files: readonly File[], index: SceneIndex | null): void;
  /** Makes pictures and clips takes of a scene, one after the other. */
  giveTakes(files: readonly File[], index: SceneIndex): void;
  removePicture(id: PictureId): void;
  setPictureRole(id: PictureId, role: PictureRole): void;
  /** Says by which names scenes call what a picture shows; empty for every scene. */
  callPicture(id: PictureId, calledAs: string): void;
  /** Makes the picture, in the film's shape, the image of a scene. */
  usePicture(index: SceneIndex, picture: Picture): void;
  /**
   * Makes a frame of a video the image of a scene: of a take, or the end of what is picked in the scene before it. To
   * end with, it becomes the scene's end frame.
   */
  useFrame(index: SceneIndex, frame: FrameOf | 'before', as?: FrameUse): void;
  /** The scenes of the film that have video takes, in its order. */
  findVideos(): Promise<readonly SceneVideos[]>;
  closeRefused(): void;
  /** Says that pictures need a film to belong to. */
  tellNeedProject(): void;
  pickTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  seeTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  binTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  starTake(index: SceneIndex, kind: Kind, number: TakeNumber, starred: boolean): void;
  archiveTake(index: SceneIndex, kind: Kind, number: TakeNumber, archived: boolean): void;
  /** Answers whether it was stored; a refusal is told. */
  noteTake(index: SceneIndex, kind: Kind, number: TakeNumber, note: string): Promise<boolean>;
  /** Has the scene say again what made a take, and tells what that leaves as it is. */
  useAgain(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  downloadTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  downloadPick(index: SceneIndex): void;
  downloadAll(): void;
  readonly film: FilmActions;
  /** Opens the studio in a window of its own. */
  openStudio(view: StudioView): void;
  deleteScenes(scenes: readonly SceneIndex[]): void;
  /** Gives scenes one length, in seconds. */
  setLengths(scenes: readonly SceneIndex[], lengthS: number): void;
  /** Lets what scenes wait for go before, or behind, everything else that waits. */
  moveInQueue(to: 'moveToFront' | 'moveToBack', scenes: readonly SceneIndex[]): void;
  /** Gives scenes a maker of their own; null has them go with the film. */
  setMaker(scenes: readonly SceneIndex[], madeWith: MadeWith | null): void;
  /** Adds a style to the prompts of scenes, as one edit. */
  addStyle(scenes: readonly SceneIndex[], style: string): void;
  /** The scenes with a picked take whose inputs have changed since. */
  findStale(): Promise<readonly SceneIndex[]>;
  /** Orders what every scene lacks, or what a choice of scenes lacks and, `again`, has. */
  generateAll(kind: Kind, of?: { readonly scenes: readonly SceneIndex[]; readonly again: boolean }): void;
  retryFailed(scenes?: readonly SceneIndex[]): void;
  pause(): void;
  resume(): void;
  /** Cancels everything of the film, or of some scenes. */
  stopAll(scenes?: readonly SceneIndex[]): void;
  undo(): void;
  redo(): void;
  closeMessage(): void;
  setProject(change: {
    readonly aspect?: Aspect;
    readonly videoFrom?: VideoFrom;
    readonly afterImages?: AfterImages;
    readonly captionStyle?: CaptionStyle;
    readonly provider?: ProviderName;
    readonly choices?: Partial<Choices>;
    readonly lines?: PromptLines;
    readonly rules?: PromptRules;
    readonly endCard?: EndCard;
  }): void;
  setSettings(change: SettingsChange): void;
  /** A notification is asked for first; where it is refused, that is told and nothing is switched on. */
  setReminders(change: Partial<Reminders>): void;
  liftHold(hold: Hold): void;
  /** Brings the Flow page to the front, or opens it. */
  goToFlow(): void;
  helpOnFlow(help: FlowHelp): void;
  /** Has a look taken at what the Flow page offers, where that is possible now. */
  readFlowOffers(): void;
  /** Gives Flow's page the user's zoom back. */
  undoZoom(): void;
  /** The free self-check of the Flow page, as text. */
  checkFlow(): Promise<Result<string, Fault>>;
  /** Takes an order off the Flow page and lets all others go first. */
  later(id: TaskId): void;
  /** Gives a scene an order that the user made for himself on Flow. */
  adoptOrder(index: SceneIndex, operation: Operation): void;
  /** What stands on the Flow page by the user's hand is what is ordered. */
  keepYours(id: TaskId): void;
  /** Writes the scene's own prompt on the Flow page again. */
  putBack(id: TaskId): void;
  cancelTask(id: TaskId): void;
  setSaveTakes(saveTakes: boolean): void;
  /** Saves the takes that wait to be saved. */
  trySaving(): void;
  binUnused(id: ProjectId): void;
  /** Answers how many paid orders are still out; 0 where it is done or was refused, which is told. */
  emptyBin(ordersOut: OrdersOut): Promise<number>;
  checkStore(): void;
  reload(): void;
}
