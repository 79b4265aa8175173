import { namesOneOf } from './name-in-text.ts';
import { saidIn, type SceneText } from './scene.ts';
import type { AssetId, PictureId, ProjectId, SceneIndex } from './ids.ts';

/** What a picture shows; `scene` is a photo of the shot itself, `end` what its video ends with. */
export type PictureRole = 'scene' | 'end' | 'product' | 'person' | 'place';

/** Every role, the scene's own first. */
export const PICTURE_ROLES = [
  'scene',
  'end',
  'product',
  'person',
  'place',
] as const satisfies readonly PictureRole[];

/** What a picture of the whole film can show: it is of no one shot. */
export type FilmRole = Exclude<PictureRole, 'scene' | 'end'>;

/** The roles of a film's pictures, in the order in which they are offered. */
export const FILM_ROLES = ['product', 'person', 'place'] as const satisfies readonly FilmRole[];

/** Whether a picture can show this of the whole film. */
export function isFilmRole(role: PictureRole): role is FilmRole {
  return FILM_ROLES.some((each) => each === role);
}

/** Where a picture that is given belongs. */
export type PicturePlace =
  /** A photo of one scene; `replaces` are its earlier ones, which go into the bin with the same edit. */
  | { readonly type: 'scene'; readonly index: SceneIndex; readonly replaces: readonly PictureId[] }
  | { readonly type: 'film'; readonly role: FilmRole }
  /** One for each scene that has no photo of its own, in the film's order. */
  | { readonly type: 'each-scene' };

/** A picture that the user gave: to one scene, or to the whole project where `sceneIndex` is null. */
export interface Picture {
  readonly id: PictureId;
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex | null;
  readonly role: PictureRole;
  readonly assetId: AssetId;
  /** File name as it came. */
  readonly name: string;
  /** How scenes call what it shows, with commas between: those alone use it that do. Empty where every scene does. */
  readonly calledAs: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds since the epoch; pictures stand in this order. */
  readonly addedAt: number;
  readonly deletedAt: number | null;
}

/** Longest text of the names that a picture is called by, in characters. */
export const CALLED_AS_LIMIT = 200;

/** Of the film's pictures and a scene's own, those that the scene is made with. */
export function picturesFor(scene: SceneText, pictures: readonly Picture[]): readonly Picture[] {
  const said = saidIn(scene);
  return pictures.filter(({ calledAs }) => calledAs === '' || namesOneOf(said, calledAs));
}
