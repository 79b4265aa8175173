import type { AssetId, SceneIndex, TakeNumber } from './ids.ts';

/** What is seen of a scene while a film is previewed. */
export type Seen =
  | { readonly type: 'video'; readonly take: TakeNumber; readonly assetId: AssetId }
  /** A picked image stands for as long as its scene lasts. */
  | { readonly type: 'image'; readonly assetId: AssetId }
  /** A card with the scene's number and its line. */
  | { readonly type: 'card' };

/** What a preview is told of one scene in use. */
export interface PreviewScene {
  readonly index: SceneIndex;
  /** 1 for the first scene of the film. */
  readonly ordinal: number;
  /** One line that tells the scene from others. */
  readonly line: string;
  /** What is said in it; its captions. */
  readonly voiceOver: string;
  /** Seconds that it is seen: of its video, or else of the scene. */
  readonly lengthS: number;
  readonly seen: Seen;
}

/** A scene of a preview with its time. */
export interface PreviewPart extends PreviewScene {
  /** Seconds from the beginning of the film. */
  readonly from: number;
  readonly to: number;
}

/** Every scene of a film in its order, those without a video too. */
export type Preview = readonly PreviewPart[];

/** Shorter than a frame is no time that anything can be seen in. */
const SHORTEST_S = 0.05;

/** Puts scenes one behind the other; they come in the film's order. */
export function previewOf(scenes: readonly PreviewScene[]): Preview {
  let from = 0;
  return scenes.map((scene) => {
    const part = { ...scene, from, to: from + Math.max(SHORTEST_S, scene.lengthS) };
    from = part.to;
    return part;
  });
}

/** Seconds that a preview lasts. */
export function previewLengthS(preview: Preview): number {
  return preview.at(-1)?.to ?? 0;
}

/** The place of the part that is seen at a time, and seconds since its beginning; a time outside is the nearest one. */
export function partAt(preview: Preview, timeS: number): { readonly at: number; readonly offsetS: number } {
  const time = Math.min(Math.max(0, timeS), previewLengthS(preview));
  const found = preview.findIndex(({ to }) => time < to);
  const at = found === -1 ? Math.max(0, preview.length - 1) : found;
  return { at, offsetS: time - (preview[at]?.from ?? 0) };
}

/** Names what is seen in a part: another take of the scene has another name. */
export function seenKey({ index, seen }: PreviewPart): string {
  return `${index} ${seen.type === 'card' ? '' : seen.assetId}`;
}
