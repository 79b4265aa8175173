import { composed, findIn, replaceIn, type TextHit, type TextQuery } from './find-text.ts';
import type { SceneIndex } from './ids.ts';
import { TEXT_FIELDS, TEXT_LIMIT, TITLE_LIMIT, type Scene, type TextField } from './scene.ts';

/** A hit in one text of a scene, with the words around it. */
export interface SceneHit extends TextHit {
  /** Tells it from every other hit of the same query. */
  readonly key: string;
  readonly index: SceneIndex;
  readonly field: TextField;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** A text of a scene to be written over the one that was read; where it says something else by now it is left alone. */
export interface Rewrite {
  readonly index: SceneIndex;
  readonly field: TextField;
  readonly was: string;
  readonly text: string;
}

/** Characters around a hit: enough to know the sentence. */
const AROUND = 32;

/** Finds every hit in some texts of scenes, in the film's order. */
export function findInScenes(
  scenes: readonly Scene[],
  fields: readonly TextField[],
  query: TextQuery,
): readonly SceneHit[] {
  return scenes.flatMap((scene) =>
    fields.flatMap((field) => findIn(scene[field], query).map((hit) => sceneHit(scene, field, hit))),
  );
}

/** What replacing these hits would write, and how many texts it leaves out since they would be too long. */
export function rewritesOf(
  scenes: readonly Scene[],
  hits: readonly SceneHit[],
  words: string,
): { readonly texts: readonly Rewrite[]; readonly tooLong: number } {
  const inText = new Map<string, SceneHit[]>();
  for (const hit of hits) {
    const key = `${hit.index} ${hit.field}`;
    inText.set(key, [...(inText.get(key) ?? []), hit]);
  }
  const all = scenes.flatMap((scene) =>
    TEXT_FIELDS.flatMap((field): readonly Rewrite[] => {
      const together = inText.get(`${scene.index} ${field}`);
      if (together === undefined) return [];
      const was = scene[field];
      return [{ index: scene.index, field, was, text: replaceIn(was, together, composed(words)) }];
    }),
  );
  const texts = all.filter(
    ({ field, text }) => text.length <= (field === 'title' ? TITLE_LIMIT : TEXT_LIMIT),
  );
  return { texts, tooLong: all.length - texts.length };
}

function sceneHit(scene: Scene, field: TextField, { start, end }: TextHit): SceneHit {
  const text = composed(scene[field]);
  const from = Math.max(0, start - AROUND);
  return {
    key: `${scene.index} ${field} ${start}`,
    index: scene.index,
    field,
    start,
    end,
    before: (from > 0 ? '…' : '') + text.slice(from, start),
    found: text.slice(start, end),
    after: text.slice(end, end + AROUND) + (end + AROUND < text.length ? '…' : ''),
  };
}
