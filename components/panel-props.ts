import type { CardAction } from '../lib/domain/card-actions.ts';
import type { Card, ScenePlace } from '../lib/domain/card.ts';
import type { EditName } from '../lib/domain/edit.ts';
import type { Hold } from '../lib/domain/hold.ts';
import type { EditId, ProjectId, SceneIndex, TakeNumber } from '../lib/domain/ids.ts';
import type { Aspect, Project, VideoFrom } from '../lib/domain/project.ts';
import type { Result } from '../lib/domain/result.ts';
import type { Kind, SceneText } from '../lib/domain/scene.ts';
import type { ScriptFault, ScriptPreview, TextCut } from '../lib/domain/script-preview.ts';
import type { Language } from '../lib/domain/settings.ts';

/** Something to tell the user once: a key of the words and what fills it. */
export interface Message {
  readonly key: string;
  readonly values: readonly (string | number)[];
  readonly tone: 'plain' | 'bad';
}

/** An edit that one press takes back. */
export interface UndoOffer {
  readonly editId: EditId;
  readonly name: EditName;
}

/** Everything that the panel shows. */
export interface PanelData {
  /** Projects in use, newest first. */
  readonly projects: readonly Project[];
  readonly project: Project | null;
  /** The scenes of the project in the film's order. */
  readonly places: readonly ScenePlace[];
  /** Reads one scene, as long as it is on the screen; null while it is not there yet. A hook. */
  readonly useCard: (index: SceneIndex) => Card | null;
  /** How far the work of a scene is, 0 to 1; null where nobody knows. A hook. */
  readonly useProgress: (index: SceneIndex, kind: Kind) => number | null;
  readonly paused: boolean;
  readonly holds: readonly Hold[];
  /** Whether the developer switch is on. */
  readonly planOn: boolean;
  readonly language: Language;
  readonly undo: UndoOffer | null;
  readonly message: Message | null;
  /** Whether another version of Retake took over the store. */
  readonly otherVersion: boolean;
}

/** Everything that the panel can ask for. */
export interface PanelActions {
  createProject(name: string, aspect: Aspect): void;
  renameProject(id: ProjectId, name: string): void;
  deleteProject(id: ProjectId): void;
  chooseProject(id: ProjectId): void;
  openSample(): void;
  /** Reads a script without writing anything. */
  readScript(source: string | File, cut?: TextCut): Promise<Result<ScriptPreview, ScriptFault>>;
  /** Brings a script's scenes in: into the project, or into a new one named after the file. */
  importScript(preview: ScriptPreview, name: string): void;
  /** A button of a card that is about a kind of its scene. */
  act(index: SceneIndex, kind: Kind | null, action: CardAction): void;
  /** Answers whether it was stored; a refusal is told. */
  editScene(index: SceneIndex, text: Partial<SceneText>): Promise<boolean>;
  moveScene(index: SceneIndex, way: 'up' | 'down'): void;
  deleteScene(index: SceneIndex): void;
  pickTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  seeTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  binTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  downloadTake(index: SceneIndex, kind: Kind, number: TakeNumber): void;
  downloadPick(index: SceneIndex): void;
  downloadAll(): void;
  generateAll(kind: Kind): void;
  retryFailed(): void;
  pause(): void;
  resume(): void;
  stopAll(): void;
  undo(id: EditId): void;
  closeMessage(): void;
  setLanguage(language: Language): void;
  setProject(change: { readonly aspect?: Aspect; readonly videoFrom?: VideoFrom }): void;
  liftHold(hold: Hold): void;
  reload(): void;
}
