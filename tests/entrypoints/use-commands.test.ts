// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useCommands } from '../../entrypoints/page/use-commands.ts';
import type { Command, Done } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { NO_HISTORY, type History } from '../../lib/domain/history.ts';
import { newId, type EditId } from '../../lib/domain/ids.ts';
import { ok, type Result } from '../../lib/domain/result.ts';
import { sceneIndex, seeded } from '../fakes/studio.ts';

const random = seeded(1);
const film = newId('project', random);
const deleted: Command = { type: 'deleteScene', projectId: film, index: sceneIndex(1) };
const written: Command = { type: 'moveScene', projectId: film, index: sceneIndex(2), after: null };

/** Commands that are answered when the test says so; what they wrote is the history. */
class Slow {
  readonly done: EditId[] = [];
  readonly sent: Command[] = [];
  private readonly answers: ((done: Result<Done, Fault>) => void)[] = [];
  readonly carryOut = (_id: unknown, command: Command): Promise<Result<Done, Fault>> => {
    this.sent.push(command);
    return new Promise((answer) => void this.answers.push(answer));
  };
  async answer(editId: EditId | null): Promise<void> {
    const done: Done = { projectId: film, count: 1, editId, left: [] };
    if (editId === null) this.done.pop();
    else this.done.push(editId);
    await act(async () => {
      this.answers.shift()?.(ok(done));
      await Promise.resolve();
    });
  }
}

function opened(slow: Slow) {
  const read = (): Promise<History> => {
    const last = slow.done.at(-1);
    const undo = last === undefined ? null : ({ name: 'moveScene', at: 1, editIds: [last] } as const);
    return Promise.resolve({ ...NO_HISTORY, undo });
  };
  return renderHook(() => useCommands(slow.carryOut, { shown: NO_HISTORY, read })).result;
}

describe('undo', () => {
  it('takes the last edit back though its answer is not here yet', async () => {
    const slow = new Slow();
    const panel = opened(slow);
    const [first, second] = [newId('edit', random), newId('edit', random)];
    act(() => void panel.current.send(written));
    await slow.answer(first);
    act(() => void panel.current.send(deleted));
    act(() => void panel.current.undo());
    await slow.answer(second);
    expect(slow.sent.at(-1)).toEqual({ type: 'undo', editId: second });
    await slow.answer(null);
    expect(panel.current.message).toMatchObject({ key: 'told_undone', edit: 'moveScene' });
  });

  it('twice at once takes two edits back, one each', async () => {
    const slow = new Slow();
    const panel = opened(slow);
    const edits = [newId('edit', random), newId('edit', random)];
    for (const edit of edits) {
      act(() => void panel.current.send(deleted));
      await slow.answer(edit);
    }
    await act(() => Promise.resolve(void [panel.current.undo(), panel.current.undo()]));
    await slow.answer(null);
    await slow.answer(null);
    expect(slow.sent.slice(2)).toEqual(edits.toReversed().map((editId) => ({ type: 'undo', editId })));
  });
});
