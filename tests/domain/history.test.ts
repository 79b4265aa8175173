import { describe, expect, it } from 'vitest';
import type { Change, Edit, EditName } from '../../lib/domain/edit.ts';
import { historyOf, NO_HISTORY } from '../../lib/domain/history.ts';
import { newId } from '../../lib/domain/ids.ts';
import { sceneIndex, seeded } from '../fakes/studio.ts';

const random = seeded(5);
const film = newId('project', random);
const MINUTE_MS = 60_000;

function wrote(field: 'title' | 'description', index = 1): Change {
  return { type: 'scene', projectId: film, index: sceneIndex(index), field, was: 'a', wrote: 'b' };
}

function edit(name: EditName, at: number, changes: readonly Change[], undoneAt: number | null = null): Edit {
  return {
    id: newId('edit', random),
    commandId: newId('command', random),
    projectId: film,
    name,
    at,
    changes,
    undoneAt,
  };
}

describe('the steps of undo and redo', () => {
  it('are the newest edit that stands and the oldest of those that were taken back last', () => {
    const edits = [
      edit('moveScene', 4, [wrote('title')], 20),
      edit('deleteScene', 3, [wrote('title')], 21),
      edit('pickTake', 2, [wrote('title')]),
      edit('addScene', 1, [wrote('title')]),
    ];
    const { undo, redo } = historyOf(edits);
    expect([undo?.name, undo?.editIds]).toEqual(['pickTake', [edits[2]?.id]]);
    expect([redo?.name, redo?.editIds]).toEqual(['deleteScene', [edits[1]?.id]]);
  });

  it('what was taken back before a new edit is not brought back', () => {
    const edits = [edit('moveScene', 2, [wrote('title')]), edit('deleteScene', 1, [wrote('title')], 9)];
    expect(historyOf(edits)).toMatchObject({ undo: { name: 'moveScene' }, redo: null });
  });

  it('typing in one field of a scene is one step, until another field, another scene or a long pause', () => {
    const typed = [
      edit('editScene', 20 * MINUTE_MS, [wrote('title')]),
      edit('editScene', 19 * MINUTE_MS, [wrote('title')]),
      edit('editScene', 2 * MINUTE_MS, [wrote('title')]),
      edit('editScene', MINUTE_MS, [wrote('title', 2)]),
      edit('editScene', 0, [wrote('description', 2)]),
    ];
    const lengths = [0, 2, 3, 4].map((from) => historyOf(typed.slice(from)).undo?.editIds.length);
    expect(lengths).toEqual([2, 1, 1, 1]);
    expect(historyOf(typed).undo?.editIds).toEqual([typed[0]?.id, typed[1]?.id]);
    const undone = typed.slice(0, 2).map((each) => ({ ...each, undoneAt: 1 }));
    expect(historyOf(undone).redo?.editIds).toEqual([typed[1]?.id, typed[0]?.id]);
  });

  it('neither the making of a film nor an edit of which nothing is left is a step', () => {
    expect(historyOf([edit('moveScene', 2, []), edit('createProject', 1, [wrote('title')])])).toEqual(
      NO_HISTORY,
    );
  });
});
