import { KINDS } from '../../lib/domain/scene.ts';
import { isOpen, type Phase, type Task } from '../../lib/domain/task.ts';
import type { World } from '../durability/world.ts';
import type { Purse } from './money-laws.ts';
import type { Rows } from './rows.ts';

/** When a phase moves next by itself, said plainly; null where only somebody can move it. */
function movesAt(phase: Phase): number | null {
  switch (phase.state) {
    case 'queued':
      return phase.needs === null ? phase.notBefore : null;
    case 'preparing':
      return phase.lease.until;
    case 'submitted':
      return Math.min(phase.pollAt, phase.deadline);
    case 'uncertain':
      return phase.lookUpAt;
    case 'saving':
      return Math.min(...phase.outputs.flatMap((each) => ('notBefore' in each ? [each.notBefore] : [])));
    case 'cancelled':
      return phase.from.state === 'queued' ? null : movesAt(phase.from);
    default:
      return null;
  }
}

/** One wake at the earliest due time, none where nothing is due, and nothing that could go on stands still (L13, L15). */
export function brokenWake({ wakeAt, now: time }: World, rows: Rows): readonly string[] {
  const isHeld = rows.holds.some(({ lifts }) => lifts.type !== 'time' || lifts.at > time);
  const expected = isHeld
    ? [...wakesUnderHold(rows), ...wakesOfOrders(rows)]
    : [earliest(movesOf(rows).filter((at) => at > time))];
  const broken = expected.includes(wakeAt)
    ? []
    : [`L15 the wake is at ${wakeAt}, not at ${expected.map(String).join(' or ')}`];
  return isHeld ? broken : [...broken, ...stalled(rows, time)];
}

/** The hold's end where somebody waits for it, none where nobody does; what a pause keeps back may be counted or not. */
function wakesUnderHold(rows: Rows): readonly (number | null)[] {
  const lift = earliest(rows.holds.flatMap(({ lifts }) => (lifts.type === 'time' ? [lifts.at] : [])));
  const waiting = rows.tasks.filter(({ phase }) => movesAt(phase) !== null);
  if (waiting.length === 0) return [null];
  const goesOn = waiting.some(({ phase }) => phase.state !== 'queued' || !rows.paused);
  return goesOn ? [lift] : [lift, null];
}

/** What is in the way of a page is in the way of new orders alone: what is at work is asked about all the same. */
function wakesOfOrders(rows: Rows): readonly (number | null)[] {
  if (!rows.holds.some(({ fault }) => fault.type === 'FlowBlocked')) return [];
  const atWork = rows.tasks.filter(({ phase }) => phase.state !== 'queued');
  return [earliest(atWork.flatMap(({ phase }) => movesAt(phase) ?? []))];
}

function movesOf(rows: Rows): readonly number[] {
  return rows.tasks.flatMap(({ phase }) => movesAt(phase) ?? []);
}

function earliest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.min(...times);
}

function stalled(rows: Rows, time: number): readonly string[] {
  // One page holds one order.
  const isTaken = rows.tasks.some(({ phase }) => phase.state === 'armed');
  const busy = rows.tasks.filter(({ phase }) => isAtWork(phase)).length;
  return rows.tasks.flatMap(({ phase, sceneIndex, kind }) => {
    const moves = movesAt(phase);
    if (moves === null || moves > time) return [];
    const mayWait = phase.state === 'queued' && (rows.paused || busy >= 2 || isTaken);
    return mayWait ? [] : [`L13 scene ${sceneIndex} ${kind} stands still, ${phase.state}`];
  });
}

function isAtWork(phase: Phase): boolean {
  const at = phase.state === 'cancelled' ? phase.from : phase;
  return (
    at.state === 'preparing' || at.state === 'armed' || at.state === 'submitted' || at.state === 'saving'
  );
}

/** What is paid and made became a take of its own scene, whatever happened on the way (L2, L8, L10, L14). */
export function lostMoney({ service }: World, rows: Rows, purse: Purse): readonly string[] {
  const made = new Set(
    rows.takes.flatMap(({ origin }) =>
      origin.type === 'generated' ? [`${origin.attemptId} ${origin.output}`] : [],
    ),
  );
  return service.orders.flatMap(({ operation, order, ended }) => {
    // Of a press that was told when its order had been taken back another attempt is the owner.
    const owners = rows.attempts.filter(
      ({ id, operation: own }) => id === order.id || (own !== null && service.isOf(own, order)),
    );
    const unknown = owners.every((each) => each.operation === null) && purse.isUnknowable(service, order.id);
    if (ended !== null || unknown || asks(rows.tasks, order.id)) return [];
    return Array.from({ length: service.shape.outputs }, (_, output) => output)
      .filter(
        (output) =>
          !service.spoilt.has(`${operation} output ${output}`) &&
          !owners.some(({ id }) => made.has(`${id} ${output}`)),
      )
      .map(
        (output) => `L8 output ${output} of scene ${order.sceneIndex} ${order.kind} is paid, made and lost`,
      );
  });
}

function asks(tasks: readonly Task[], attempt: string): boolean {
  return tasks.some(({ phase }) => {
    const at = phase.state === 'cancelled' ? phase.from : phase;
    return at.state === 'uncertain' && at.attempt === attempt;
  });
}

/** A task waits for an image only where there is none and one can come or be ordered (L13). */
export function waitsForNothing(rows: Rows): readonly string[] {
  return rows.tasks.flatMap((task) => {
    if (task.phase.state !== 'queued' || task.phase.needs === null) return [];
    const scene = rows.scenes.find(
      ({ projectId, index }) => projectId === task.projectId && index === task.sceneIndex,
    );
    const has = KINDS.includes(task.kind) && scene?.picks.image !== null;
    return isOpen(task) && has
      ? [`L13 scene ${task.sceneIndex} ${task.kind} waits for an image that is picked`]
      : [];
  });
}
