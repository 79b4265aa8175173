import { isId, isSceneIndex, isTakeNumber, type ProjectId, type SceneIndex, type TakeNumber } from './ids.ts';
import type { Take } from './take.ts';
import { KINDS, type Kind } from './scene.ts';

/** Names a take within its project (L1). */
export interface TakeRef {
  readonly index: SceneIndex;
  readonly kind: Kind;
  readonly number: TakeNumber;
}

/** Names a take. */
export function refOf({ sceneIndex: index, kind, number }: Take): TakeRef {
  return { index, kind, number };
}

/** What the studio shows of a project. */
export type StudioView =
  /** One picked take of each scene, as a sheet. */
  | { readonly type: 'film' }
  /** Every take of a scene, as a sheet. */
  | { readonly type: 'scene'; readonly index: SceneIndex }
  /** Two takes, of one scene or of two. */
  | { readonly type: 'compare'; readonly left: TakeRef; readonly right: TakeRef };

/** A project, and what the studio shows of it. */
export interface StudioPlace {
  readonly projectId: ProjectId;
  readonly view: StudioView;
}

/** Writes a place as the studio’s address has it behind `#`: `project:…/scene/3`, `project:…/compare/3.video.1/3.video.2`. */
export function studioAddress({ projectId, view }: StudioPlace): string {
  switch (view.type) {
    case 'film':
      return `${projectId}/film`;
    case 'scene':
      return `${projectId}/scene/${view.index}`;
    case 'compare':
      return `${projectId}/compare/${refText(view.left)}/${refText(view.right)}`;
  }
}

/** Reads a place from an address, with or without its `#`; null where it is none. */
export function parseStudioAddress(address: string): StudioPlace | null {
  const [projectId, type, ...rest] = address.replace(/^#/, '').split('/');
  const view = parseView(type, rest);
  return isId('project', projectId) && view !== null ? { projectId, view } : null;
}

function parseView(type: string | undefined, [first, second, more]: readonly string[]): StudioView | null {
  if (more !== undefined) return null;
  if (type === 'film') return first === undefined ? { type } : null;
  if (type === 'scene') {
    const index = Number(first);
    return isSceneIndex(index) && second === undefined ? { type, index } : null;
  }
  const [left, right] = [parseRef(first), parseRef(second)];
  return type === 'compare' && left !== null && right !== null ? { type, left, right } : null;
}

function refText({ index, kind, number }: TakeRef): string {
  return `${index}.${kind}.${number}`;
}

function parseRef(text = ''): TakeRef | null {
  const [sceneText, kindText, numberText, more] = text.split('.');
  const [index, number] = [Number(sceneText), Number(numberText)];
  const kind = KINDS.find((each) => each === kindText);
  if (kind === undefined || !isSceneIndex(index) || !isTakeNumber(number) || more !== undefined) return null;
  return { index, kind, number };
}

/** Whether two name the same take. */
export function isSameTake(a: TakeRef, b: TakeRef): boolean {
  return a.index === b.index && a.kind === b.kind && a.number === b.number;
}
