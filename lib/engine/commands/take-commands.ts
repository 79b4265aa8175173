import { nameOfMarks, type Change, type MarkField } from '../../domain/edit.ts';
import type { TakeNumber } from '../../domain/ids.ts';
import type { Scene } from '../../domain/scene.ts';
import type { Mark } from '../../domain/take.ts';
import { getMark, putMark } from '../../store/marks.ts';
import { putScene } from '../../store/scenes.ts';
import { getTake, type TakeKey } from '../../store/takes.ts';
import { freeWaiters } from '../waiters.ts';
import type { Of } from './of-type.ts';
import { carriedOut, edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { findScene } from './find.ts';

interface Found {
  readonly scene: Scene;
  readonly mark: Mark;
  readonly key: TakeKey;
}

/** Chooses a take for its scene. The take that was chosen before stays. */
export async function pickTake(scope: Scope, command: Of<'pickTake'>): Outcomes {
  const found = await findTake(scope, command);
  if (found === null || found.mark.binnedAt !== null) return notFound('take');
  await see(scope, found.mark);
  const changes = await writePick(scope, found.scene, command.kind, command.number);
  return edited(command.projectId, 'pickTake', changes);
}

/** Takes the new-take mark away. */
export async function seeTake(scope: Scope, command: Of<'seeTake'>): Outcomes {
  const found = await findTake(scope, command);
  if (found === null) return notFound('take');
  await see(scope, found.mark);
  return carriedOut(command.projectId, 1);
}

/** Writes star, note, archive and bin. Binning the picked take clears the pick; undo brings both back (L3). */
export async function markTake(scope: Scope, command: Of<'markTake'>): Outcomes {
  const found = await findTake(scope, command);
  if (found === null) return notFound('take');
  const { scene, mark } = found;
  const { starred, note, archived, binned, kind, number } = command;
  const next: Mark = {
    ...mark,
    starred: starred ?? mark.starred,
    note: note ?? mark.note,
    archivedAt: timeOf(archived, mark.archivedAt, scope.now),
    binnedAt: timeOf(binned, mark.binnedAt, scope.now),
  };
  const changes = await writeMark(scope, mark, next);
  const clears = binned === true && scene.picks[kind] === number;
  const cleared = clears ? await writePick(scope, scene, kind, null) : [];
  return edited(command.projectId, nameOfMarks(command), [...changes, ...cleared]);
}

/** Moves the pick of a kind and frees what waited for it; answers the inverse. */
export async function writePick(
  { tx, now }: Scope,
  scene: Scene,
  kind: TakeKey['kind'],
  number: TakeNumber | null,
): Promise<readonly Change[]> {
  const was = scene.picks[kind];
  if (was === number) return [];
  await putScene(tx, { ...scene, picks: { ...scene.picks, [kind]: number } });
  if (number !== null) await freeWaiters(tx, scene.projectId, scene.index, kind, now);
  return [{ type: 'pick', projectId: scene.projectId, index: scene.index, kind, was, wrote: number }];
}

async function findTake(
  scope: Scope,
  { projectId, index, kind, number }: Of<'seeTake' | 'pickTake' | 'markTake'>,
): Promise<Found | null> {
  const key = { projectId, sceneIndex: index, kind, number };
  const scene = await findScene(scope, projectId, index);
  if (scene === null || (await getTake(scope.tx, key)) === null) return null;
  return { scene, mark: await getMark(scope.tx, key), key };
}

async function see({ tx, now }: Scope, mark: Mark): Promise<void> {
  if (mark.seenAt === null) await putMark(tx, { ...mark, seenAt: now });
}

/** Writes a mark and answers the inverse of the fields that an edit may write. */
export async function writeMark({ tx }: Scope, was: Mark, wrote: Mark): Promise<readonly Change[]> {
  const { projectId, sceneIndex, kind, number } = was;
  const of = { type: 'mark', projectId, index: sceneIndex, kind, number } as const;
  const all: readonly (Extract<Change, { type: 'mark' }> & { readonly field: MarkField })[] = [
    { ...of, field: 'starred', was: was.starred, wrote: wrote.starred },
    { ...of, field: 'note', was: was.note, wrote: wrote.note },
    { ...of, field: 'archivedAt', was: was.archivedAt, wrote: wrote.archivedAt },
    { ...of, field: 'binnedAt', was: was.binnedAt, wrote: wrote.binnedAt },
  ];
  const changes = all.filter((change) => change.was !== change.wrote);
  if (changes.length > 0) await putMark(tx, wrote);
  return changes;
}

function timeOf(wanted: boolean | undefined, was: number | null, now: number): number | null {
  if (wanted === undefined) return was;
  return wanted ? (was ?? now) : null;
}
