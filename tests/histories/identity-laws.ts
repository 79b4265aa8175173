import { isOpen, type Task } from '../../lib/domain/task.ts';
import { KINDS, type Scene } from '../../lib/domain/scene.ts';
import { editsBetween } from './fields.ts';
import { byKey, sceneKey, takeKey, type Rows } from './rows.ts';

/** What has a name keeps it, and what is kept never changes (L1 – L4). */
export function brokenIdentity(was: Rows, now: Rows): readonly string[] {
  return [
    ...unchangedTakes(was, now),
    ...issuedIndexes(was, now),
    ...fixedTasks(was, now),
    ...frozenAttempts(was, now),
  ];
}

function unchangedTakes(was: Rows, now: Rows): readonly string[] {
  const kept = byKey(now.takes, takeKey);
  return was.takes.flatMap((take) =>
    JSON.stringify(kept.get(takeKey(take))) === JSON.stringify(take)
      ? []
      : [`L3 ${takeKey(take)} is not what it was`],
  );
}

function issuedIndexes(was: Rows, now: Rows): readonly string[] {
  const broken: string[] = [];
  const before = byKey(was.projects, ({ id }) => id);
  const known = byKey(was.scenes, sceneKey);
  for (const scene of now.scenes) {
    const next = before.get(scene.projectId)?.nextIndex ?? 1;
    if (!known.has(sceneKey(scene)) && scene.index < next)
      broken.push(`L1 index ${scene.index} was used before`);
    const earlier = known.get(sceneKey(scene));
    if (earlier !== undefined && KINDS.some((kind) => scene.nextTake[kind] < earlier.nextTake[kind]))
      broken.push(`L3 a take's number of ${sceneKey(scene)} can be used again`);
  }
  const left = byKey(now.scenes, sceneKey);
  for (const scene of was.scenes)
    if (!left.has(sceneKey(scene))) broken.push(`L1 ${sceneKey(scene)} is gone`);
  return broken;
}

function fixedTasks(was: Rows, now: Rows): readonly string[] {
  const broken: string[] = [];
  const present = byKey(now.tasks, ({ id }) => id);
  const target = ({ projectId, sceneIndex, kind, provider, sequence }: Task) =>
    [projectId, sceneIndex, kind, provider, sequence].join(' ');
  for (const task of was.tasks) {
    const task2 = present.get(task.id);
    if (task2 === undefined || target(task2) !== target(task))
      broken.push(`L2 task ${target(task)} has another target`);
    else if (task2.epoch < task.epoch) broken.push(`L2 an old claim of ${target(task)} counts again`);
  }
  const open = now.tasks
    .filter(isOpen)
    .map(({ projectId, sceneIndex, kind }) => `${projectId} ${sceneIndex} ${kind}`);
  if (new Set(open).size < open.length) broken.push('L2 two tasks of a scene and kind are open');
  return broken;
}

function frozenAttempts(was: Rows, now: Rows): readonly string[] {
  const present = byKey(now.attempts, ({ id }) => id);
  return was.attempts.flatMap((attempt) => {
    const later = present.get(attempt.id);
    if (later === undefined) return [`L9 ${attempt.id} is gone`];
    // On a page the press is what orders, with what the user has written there (L4).
    const isPressed = attempt.provider === 'flow' && attempt.operation === null && later.operation !== null;
    const same = isPressed || JSON.stringify(later.snapshot) === JSON.stringify(attempt.snapshot);
    const keeps = attempt.operation === null || attempt.operation === later.operation;
    return [
      ...(same ? [] : [`L4 what ${attempt.id} ordered has changed`]),
      ...(keeps ? [] : [`L6 ${attempt.id} has another operation`]),
    ];
  });
}

/** The pick moves by the user, or by itself to the first take of a scene without one (L3). */
export function brokenPicks(was: Rows, now: Rows, isUndo: boolean): readonly string[] {
  const before = byKey(was.scenes, sceneKey);
  const moved = movedByUser(was, now);
  return now.scenes.flatMap((scene) =>
    KINDS.flatMap((kind) => {
      const earlier = before.get(sceneKey(scene))?.picks[kind] ?? null;
      const pick = scene.picks[kind];
      if (moved.has(`${sceneKey(scene)} ${kind}`)) return [];
      if (pick === earlier) return pick === null ? unpicked(was, now, scene, kind) : [];
      const isFirst = earlier === null && pick !== null && mayPickItself(was, now, scene, kind, pick, isUndo);
      return isFirst
        ? []
        : [`L3 the ${kind} pick of ${sceneKey(scene)} moved by itself: ${earlier} to ${pick}`];
    }),
  );
}

function movedByUser(was: Rows, now: Rows): ReadonlySet<string> {
  const { made, turned } = editsBetween(was, now);
  const picks = [...made, ...turned].flatMap(({ changes }) =>
    changes.filter((change) => change.type === 'pick'),
  );
  return new Set(picks.map((pick) => `${sceneKey(pick)} ${pick.kind}`));
}

function mayPickItself(
  was: Rows,
  now: Rows,
  scene: Scene,
  kind: string,
  pick: number,
  isUndo: boolean,
): boolean {
  const key = `${sceneKey(scene)} ${kind} ${pick}`;
  const take = now.takes.find((each) => takeKey(each) === key);
  if (take?.origin.type !== 'generated' || was.takes.some((each) => takeKey(each) === key)) return false;
  const { taskId, attemptId } = take.origin;
  // What an earlier attempt still brings is kept and picks nothing (L2).
  if (now.attempts.findLast((each) => each.taskId === taskId)?.id !== attemptId) return false;
  return isUndo || was.tasks.find(({ id }) => id === taskId)?.phase.state !== 'cancelled';
}

/** A task that has just brought its take leaves no scene without a pick. */
function unpicked(was: Rows, now: Rows, scene: Scene, kind: string): readonly string[] {
  const before = byKey(was.tasks, ({ id }) => id);
  return now.tasks.flatMap((task) => {
    const isHere =
      task.projectId === scene.projectId && task.sceneIndex === scene.index && task.kind === kind;
    const state = before.get(task.id)?.phase.state;
    if (!isHere || task.phase.state !== 'done' || state === 'done' || state === 'cancelled') return [];
    // What a late report had brought already may be in the bin by now: then it is the user who picked nothing.
    const brought = task.phase.takes.filter(
      (number) => !was.takes.some((take) => takeKey(take) === `${sceneKey(scene)} ${kind} ${number}`),
    );
    return brought.length === 0 ? [] : [`L3 ${sceneKey(scene)} has a ${kind} and none is picked`];
  });
}

/** What is cancelled or over stays so, but for what the user asks (L14). */
export function brokenEndings(
  was: Rows,
  now: Rows,
  asked: { undo: boolean; retry: boolean; heard: boolean },
): readonly string[] {
  const present = byKey(now.tasks, ({ id }) => id);
  return was.tasks.flatMap((task) => {
    const { phase } = task;
    const later = present.get(task.id)?.phase;
    if (later === undefined || later.state === phase.state) return [];
    const { state } = phase;
    const mayLeave =
      (state === 'cancelled' && asked.undo) ||
      (state === 'failed' && (asked.retry || (asked.heard && phase.again.type === 'ask')));
    const isOver = state === 'cancelled' || state === 'failed' || state === 'done';
    return isOver && !mayLeave ? [`L14 a task that was ${state} is ${later.state}`] : [];
  });
}
