import type { Change } from '../../lib/domain/edit.ts';
import type { MadeWith } from '../../lib/domain/made-with.ts';
import type { Preset } from '../../lib/domain/preset.ts';
import { PRESET_NAMES } from './deed.ts';
import { sceneKey, takeKey, type Rows } from './rows.ts';

const SCENE_FIELDS = [
  'title',
  'description',
  'voiceOver',
  'imagePrompt',
  'videoPrompt',
  'lengthS',
  'chapter',
  'position',
  'madeWith',
  'deletedAt',
] as const;
const PROJECT_FIELDS = [
  'name',
  'client',
  'aspect',
  'videoFrom',
  'afterImages',
  'styleLine',
  'characters',
  'provider',
  'mustWords',
  'neverWords',
  'endTitle',
  'endLine',
  'archivedAt',
  'deletedAt',
] as const;
const MARK_FIELDS = ['starred', 'note', 'archivedAt', 'binnedAt'] as const;

type Value = string | number | boolean | null;

/** Every field that the user writes, by what it belongs to and its name. */
export function fieldsOf(rows: Rows): Map<string, Value> {
  const fields = new Map<string, Value>();
  for (const project of rows.projects)
    for (const name of PROJECT_FIELDS) fields.set(`${project.id} ${name}`, project[name]);
  for (const scene of rows.scenes)
    for (const name of SCENE_FIELDS) fields.set(`${sceneKey(scene)} ${name}`, plain(scene[name]));
  for (const mark of rows.marks)
    for (const name of MARK_FIELDS) fields.set(`${takeKey(mark)} ${name}`, mark[name]);
  for (const picture of rows.pictures) {
    fields.set(`${picture.id} deletedAt`, picture.deletedAt);
    fields.set(`${picture.id} role`, picture.role);
  }
  for (const name of PRESET_NAMES) fields.set(presetKey(name), null);
  for (const preset of rows.presets) fields.set(presetKey(preset.name), textOf(preset));
  return fields;
}

function write(change: Change): { readonly key: string; readonly was: Value; readonly wrote: Value } | null {
  const { type } = change;
  if (type === 'cancel' || type === 'restore' || type === 'pick' || type === 'priority') return null;
  if (type === 'preset')
    return { key: presetKey(change.name), was: textOf(change.was), wrote: textOf(change.wrote) };
  if (type === 'scene') {
    const key = `${sceneKey(change)} ${change.field}`;
    return { key, was: plain(change.was), wrote: plain(change.wrote) };
  }
  const { was, wrote } = change;
  switch (type) {
    case 'project':
      return { key: `${change.projectId} ${change.field}`, was, wrote };
    case 'mark':
      return { key: `${takeKey({ ...change, sceneIndex: change.index })} ${change.field}`, was, wrote };
    case 'picture':
      return { key: `${change.pictureId} deletedAt`, was, wrote };
    case 'pictureRole':
      return { key: `${change.pictureId} role`, was, wrote };
    case 'pictureCalled':
      return { key: `${change.pictureId} calledAs`, was, wrote };
  }
}

function presetKey(name: string): string {
  return `preset ${name}`;
}

/** What makes a scene is one value: one text stands for it. */
function plain(value: Value | MadeWith): Value {
  return typeof value === 'object' ? value && JSON.stringify(value) : value;
}

/** A preset is kept whole: one text stands for it. */
function textOf(preset: Preset | null): string | null {
  return preset && JSON.stringify(preset);
}

/** Edits that were made, and that were taken back or brought back, as they were before, between two readings. */
export function editsBetween(was: Rows, now: Rows) {
  const known = new Map(was.edits.map((edit) => [edit.id, edit]));
  return {
    made: now.edits.filter(({ id }) => !known.has(id)),
    turned: now.edits.flatMap(({ id, undoneAt }) => {
      const before = known.get(id);
      return before !== undefined && (before.undoneAt === null) !== (undoneAt === null) ? [before] : [];
    }),
  };
}

/**
 * The user's fields change as an edit says and no other way: a made one wrote what it says over what it says was
 * there; one turned over brings exactly that back where nobody has written since (L4).
 */
export function brokenFields(was: Rows, now: Rows): readonly string[] {
  const before = fieldsOf(was);
  const expected = new Map(before);
  const { made, turned } = editsBetween(was, now);
  const broken: string[] = [];
  for (const change of made.flatMap(({ changes }) => changes)) {
    const written = write(change);
    if (written === null || !before.has(written.key)) continue;
    if (before.get(written.key) !== written.was) broken.push(`L4 an edit misremembers ${written.key}`);
    expected.set(written.key, written.wrote);
  }
  for (const change of turned.flatMap(({ changes }) => changes.toReversed())) {
    const written = write(change);
    if (written !== null && expected.get(written.key) === written.wrote)
      expected.set(written.key, written.was);
  }
  const after = fieldsOf(now);
  for (const [key, value] of expected) {
    if (after.get(key) !== value) broken.push(`L4 ${key} is ${String(after.get(key))}, not ${String(value)}`);
  }
  return broken;
}
