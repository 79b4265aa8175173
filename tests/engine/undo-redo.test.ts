import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../lib/domain/command.ts';
import type { EditId, ProjectId } from '../../lib/domain/ids.ts';
import { readHistory } from '../../lib/store/edits.ts';
import { getSceneMarks } from '../../lib/store/marks.ts';
import { getProject } from '../../lib/store/projects.ts';
import { getScenes } from '../../lib/store/scenes.ts';
import { draft, generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

/** One random edit; numbers choose among what is there then. */
interface Chance {
  readonly what: number;
  readonly which: number;
  readonly other: number;
  readonly flag: boolean;
}

const MOST_SCENES = 9;

const chance: fc.Arbitrary<Chance> = fc.record({
  what: fc.nat(11),
  which: fc.nat(9),
  other: fc.nat(9),
  flag: fc.boolean(),
});

/** The film as the user has it: scenes in order, their words, picks and marks, and what is set. */
function filmOf({ store }: Studio, film: ProjectId): Promise<unknown> {
  return store.read(async (tx) => {
    const project = await getProject(tx, film);
    const scenes = await getScenes(tx, film);
    const marks = await Promise.all(scenes.map(({ index }) => getSceneMarks(tx, film, index)));
    return {
      settings: project && { ...project, nextIndex: null },
      scenes: scenes.map((scene) => ({ ...scene, position: null, nextTake: null })),
      marks: marks.map((each) => each.map((mark) => ({ ...mark, seenAt: null }))),
    };
  });
}

async function commandOf(
  studio: Studio,
  film: ProjectId,
  { what, which, other, flag }: Chance,
): Promise<Command | null> {
  const scenes = await studio.store.read((tx) => getScenes(tx, film));
  const scene = scenes[which % scenes.length];
  const after = flag ? null : (scenes[other % scenes.length]?.index ?? null);
  if (scene === undefined) return { type: 'addScene', projectId: film, after: null, scene: draft('đầu') };
  const key = { projectId: film, index: scene.index };
  const takes = (await studio.card(film, scene.index)).takes.image;
  const take = takes[other % takes.length]?.take;
  const ofTake = take && { ...key, kind: take.kind, number: take.number };
  const said = `lời ${other}`;
  // A film stays small enough to be read after each step.
  if (scenes.length > MOST_SCENES) return { type: 'deleteScene', ...key };
  switch (what) {
    case 0:
      return {
        type: 'editScene',
        ...key,
        text: flag ? { imagePrompt: said, videoPrompt: said } : { title: said },
      };
    case 1:
      return { type: 'moveScene', ...key, after };
    case 2:
      return { type: 'addScene', projectId: film, after, scene: draft(said) };
    case 3:
      return { type: 'duplicateScene', ...key };
    case 4:
      return { type: 'deleteScene', ...key };
    case 5:
      return { type: 'importScript', projectId: film, scenes: [draft(said)], aspect: flag ? '1:1' : null };
    case 6:
      return {
        type: 'setProject',
        projectId: film,
        aspect: flag ? '16:9' : '9:16',
        videoFrom: flag ? 'text' : 'picture',
      };
    case 7:
      return { type: 'renameProject', projectId: film, name: `phim ${other}` };
    case 8:
      return ofTake ? { type: 'pickTake', ...ofTake } : null;
    case 9:
      return ofTake ? { type: 'markTake', ...ofTake, binned: true } : null;
    case 10:
      return ofTake ? { type: 'markTake', ...ofTake, starred: flag, note: said } : null;
    default:
      return { type: 'binUnused', projectId: film };
  }
}

/** Undo or redo as the panel does it: each step is read from the store. */
async function turn(
  studio: Studio,
  film: ProjectId,
  way: 'undo' | 'redo',
  times = Infinity,
): Promise<number> {
  for (let turned = 0; turned < times; turned++) {
    studio.now++;
    const step = (await studio.store.read((tx) => readHistory(tx, film)))[way];
    if (step === null) return turned;
    for (const editId of step.editIds) await studio.do({ type: way, editId });
  }
  return times;
}

async function withTakes(scenes: number): Promise<{ readonly studio: Studio; readonly film: ProjectId }> {
  const studio = await openStudio();
  const film = await studio.project(scenes);
  for (const index of [1, 1, 2]) {
    await studio.do(generate(film, index, 'image'));
    await studio.settle();
  }
  return { studio, film };
}

describe('undo and redo over a whole film', () => {
  it('[L3, L4] undo after each of 200 random edits leads back to the same scenes, order, picks, marks and settings, and redo forward again', async () => {
    const edits = fc.array(chance, { minLength: 200, maxLength: 200, size: 'max' });
    const leadsBack = fc.asyncProperty(edits, async (chances) => {
      const { studio, film } = await withTakes(5);
      const first = await filmOf(studio, film);
      const stages: unknown[] = [first];
      for (const one of chances) {
        const command = await commandOf(studio, film, one);
        // Further apart than anybody stops to think, so that each edit is a step of its own.
        studio.now += 600_000;
        const done = command && (await studio.command(command));
        if (done?.ok !== true || done.value.editId === null) continue;
        stages.push(await filmOf(studio, film));
      }
      const back = stages.toReversed();
      for (const stage of back) {
        expect(await filmOf(studio, film)).toEqual(stage);
        await turn(studio, film, 'undo', 1);
      }
      for (const stage of stages) {
        expect(await filmOf(studio, film)).toEqual(stage);
        await turn(studio, film, 'redo', 1);
      }
      expect(stages.length).toBeGreaterThan(60);
      expect(await turn(studio, film, 'undo')).toBe(stages.length - 1);
      expect(await filmOf(studio, film)).toEqual(first);
      expect(studio.defects).toEqual([]);
    });
    await fc.assert(leadsBack, { numRuns: 1, seed: 6, endOnFailure: true });
  }, 240_000);

  it('a new edit ends what can be redone', async () => {
    const { studio, film } = await withTakes(3);
    await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(3) });
    await turn(studio, film, 'undo', 1);
    await studio.do({ type: 'renameProject', projectId: film, name: 'khác' });
    await turn(studio, film, 'undo', 1);
    expect((await studio.store.read((tx) => readHistory(tx, film))).redo?.name).toBe('renameProject');
    expect(await turn(studio, film, 'redo')).toBe(1);
    expect((await studio.film(film)).map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  it('[L4] redo of a delete cancels what was ordered since, and undo queues it again', async () => {
    const { studio, film } = await withTakes(3);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(3) });
    await turn(studio, film, 'undo', 1);
    await studio.do(generate(film, 3, 'image'));
    await turn(studio, film, 'redo', 1);
    expect((await studio.film(film)).map(({ index }) => index)).toEqual([1, 2]);
    await turn(studio, film, 'undo', 1);
    expect((await studio.card(film, 3)).status.name).toBe('queued');
  });

  it('[L4] redo of a cancel stops nothing that is at work by now', async () => {
    const { studio, film } = await withTakes(3);
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 3, 'image'));
    const task = (await studio.card(film, 3)).status.task;
    if (task === null) throw new Error('no task');
    await studio.do({ type: 'cancel', taskId: task.id });
    await turn(studio, film, 'undo', 1);
    await studio.do({ type: 'resume' });
    await studio.engine.run();
    expect((await studio.card(film, 3)).status.name).toBe('generating');
    await turn(studio, film, 'redo', 1);
    expect((await studio.card(film, 3)).status.name).toBe('generating');
  });

  it('an edit whose fields were all changed since is passed by, and the one before it is reached', async () => {
    const { studio, film } = await withTakes(3);
    await studio.do({ type: 'renameProject', projectId: film, name: 'khác' });
    const index = sceneIndex(1);
    await studio.do({
      type: 'markTake',
      projectId: film,
      index,
      kind: 'image',
      number: (await firstTake(studio, film)).number,
      binned: true,
    });
    await studio.do({ type: 'emptyBin', ordersOut: 'keep' });
    expect(await turn(studio, film, 'undo')).toBe(2);
    expect((await studio.store.read((tx) => getProject(tx, film)))?.name).toBe('Mật ong');
  });

  it('a film that was archived is brought back from another one', async () => {
    const { studio, film } = await withTakes(2);
    const other = await studio.project(1);
    await studio.do({ type: 'archiveProject', projectId: film, archived: true });
    expect((await studio.store.read((tx) => readHistory(tx, other))).undo?.name).toBe('archiveProject');
    expect(await turn(studio, other, 'undo', 1)).toBe(1);
    expect((await studio.store.read((tx) => getProject(tx, film)))?.archivedAt).toBeNull();
    expect((await studio.store.read((tx) => readHistory(tx, other))).undo).toBeNull();
  });

  it('the deletion of a film is taken back from another one, and brought back from itself', async () => {
    const { studio, film } = await withTakes(2);
    const other = await studio.project(1);
    await studio.do({ type: 'deleteProject', projectId: film });
    expect(await turn(studio, other, 'undo', 1)).toBe(1);
    expect((await studio.store.read((tx) => getProject(tx, film)))?.deletedAt).toBeNull();
    expect((await studio.store.read((tx) => readHistory(tx, other))).undo).toBeNull();
    expect((await studio.store.read((tx) => readHistory(tx, film))).redo?.name).toBe('deleteProject');
  });

  it('edits at one time, and of a clock that was set back, stand one behind the other', async () => {
    const { studio, film } = await withTakes(2);
    const ids: (EditId | null)[] = [];
    for (const name of ['một', 'hai', 'ba']) {
      ids.push((await studio.do({ type: 'renameProject', projectId: film, name })).editId);
      studio.now -= 1;
    }
    const { undo } = await studio.store.read((tx) => readHistory(tx, film));
    expect(undo?.editIds).toEqual([ids[2]]);
  });
});

async function firstTake(studio: Studio, film: ProjectId) {
  const [first] = (await studio.card(film, 1)).takes.image;
  if (first === undefined) throw new Error('no take');
  return first.take;
}
