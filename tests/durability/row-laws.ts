import type { Attempt } from '../../lib/domain/attempt.ts';
import type { Picture } from '../../lib/domain/picture.ts';
import { KINDS, type Scene } from '../../lib/domain/scene.ts';
import { assetsOfTake, type Take } from '../../lib/domain/take.ts';
import { isOpen, type Task } from '../../lib/domain/task.ts';
import { attemptRow, parseRow, pictureRow, sceneRow, takeRow } from '../../lib/store/row-schemas.ts';
import { taskRow } from '../../lib/store/task-schema.ts';

/** The rows that the laws speak of, wherever they were read. */
export interface Rows {
  readonly takes: readonly Take[];
  readonly tasks: readonly Task[];
  readonly attempts: readonly Attempt[];
  readonly pictures: readonly Picture[];
  readonly scenes: readonly Scene[];
}

/** The stores that they stand in. */
export const ROW_STORES = ['takes', 'tasks', 'attempts', 'pictures', 'scenes'] as const;

/** Parses raw rows by their store; throws where one is damaged. */
export function parseRows(
  raw: Pick<ReadonlyMap<(typeof ROW_STORES)[number], readonly unknown[]>, 'get'>,
): Rows {
  const of = (store: (typeof ROW_STORES)[number]): readonly unknown[] => raw.get(store) ?? [];
  return {
    takes: of('takes').map((row) => parseRow(takeRow, row, 'takes')),
    tasks: of('tasks').map((row) => parseRow(taskRow, row, 'tasks')),
    attempts: of('attempts').map((row) => parseRow(attemptRow, row, 'attempts')),
    pictures: of('pictures').map((row) => parseRow(pictureRow, row, 'pictures')),
    scenes: of('scenes').map((row) => parseRow(sceneRow, row, 'scenes')),
  };
}

/** The laws that rows at rest break, each with what broke it; empty where all hold. */
export function brokenRows(rows: Rows): readonly string[] {
  return [
    ...misplaced(rows),
    ...unsettled(rows),
    ...rows.scenes.flatMap((scene) => brokenPicks(rows, scene)),
  ];
}

/** Every asset that some row names (L12). */
export function namedAssets({ takes, tasks, attempts, pictures }: Rows): ReadonlySet<string> {
  const named = new Set<string>(takes.flatMap(assetsOfTake));
  for (const [, id = ''] of JSON.stringify([tasks, attempts, pictures]).matchAll(/"([0-9a-f]{64})"/g))
    named.add(id);
  return named;
}

function misplaced({ takes, attempts, tasks }: Rows): readonly string[] {
  const made = new Set<string>();
  return takes.flatMap((take): readonly string[] => {
    const { origin } = take;
    if (origin.type !== 'generated') return [];
    const attempt = attempts.find(({ id }) => id === origin.attemptId);
    const task = tasks.find(({ id }) => id === origin.taskId);
    const key = `${origin.attemptId} ${origin.output}`;
    const isTwice = made.has(key);
    made.add(key);
    const isHome = attempt?.sceneIndex === take.sceneIndex && task?.sceneIndex === take.sceneIndex;
    return [
      ...(isHome && attempt.kind === take.kind ? [] : [`L2 a take of ${key} is on scene ${take.sceneIndex}`]),
      ...(isTwice ? [`L2 ${key} became a take twice`] : []),
    ];
  });
}

/** Every task has ended, waits for the user, or waits for what must exist first (L10, L13). */
export function unsettled({ tasks }: Pick<Rows, 'tasks'>): readonly string[] {
  return tasks.flatMap((task) => {
    const { phase } = task;
    const asks = phase.state === 'uncertain' && phase.lookUpAt === null;
    const waits = phase.state === 'queued' && phase.needs !== null;
    return !isOpen(task) || asks || waits
      ? []
      : [`L10 a task of scene ${task.sceneIndex} stays ${phase.state}`];
  });
}

function brokenPicks({ takes }: Rows, scene: Scene): readonly string[] {
  return KINDS.flatMap((kind) => {
    const pick = scene.picks[kind];
    const own = takes.filter(
      ({ projectId, sceneIndex, kind: of }) =>
        projectId === scene.projectId && sceneIndex === scene.index && of === kind,
    );
    const isThere = pick === null || own.some(({ number }) => number === pick);
    const isSpent = own.some(({ number }) => number >= scene.nextTake[kind]);
    return [
      ...(isThere ? [] : [`L3 scene ${scene.index} picks ${kind} ${pick}, which is not there`]),
      ...(isSpent ? [`L3 a number of scene ${scene.index} can be used again`] : []),
    ];
  });
}
