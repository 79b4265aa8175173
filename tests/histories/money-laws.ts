import type { Attempt } from '../../lib/domain/attempt.ts';
import type { AttemptId } from '../../lib/domain/ids.ts';
import { factsOf, type Fault } from '../../lib/domain/fault.ts';
import { isBeside, presentAttempt, type Task } from '../../lib/domain/task.ts';
import type { PaidService } from '../durability/service.ts';
import type { Done } from './player.ts';
import type { Rows } from './rows.ts';

const MOST_FREE_TRIES = 3;

/** What became of an attempt, as the service knows it and not as we do. */
type Fate =
  /** The service never accepted it, or declared it over for nothing. */
  | { readonly type: 'free'; readonly counts: boolean }
  | { readonly type: 'refused' }
  /** It is paid: at work, or made. */
  | { readonly type: 'paid' };

function fateOf(service: PaidService, id: AttemptId): Fate {
  const known = service.orders.find(({ order }) => order.id === id);
  if (known !== undefined) return known.ended === null ? { type: 'paid' } : fateOfFault(known.ended);
  const answer = service.submits.findLast(({ order }) => order.id === id)?.answer;
  if (answer === 'ContentRefused') return { type: 'refused' };
  return { type: 'free', counts: answer === 'RenderLost' || answer === 'Unreachable' };
}

function fateOfFault(fault: Fault): Fate {
  return factsOf(fault).transient ? { type: 'free', counts: true } : { type: 'refused' };
}

/** Remembers what the user allowed, and tells where money was spent that nobody allowed (L5 – L9). */
export class Purse {
  /** Attempts that the user gave up: the task may order again though they are paid or refused. */
  private readonly givenUp = new Set<AttemptId>();
  /** Attempts that the user took back before anyone had heard that he had pressed Start for them. */
  private readonly overtaken = new Set<AttemptId>();
  private seenSubmits = 0;

  /** Tells what is broken after a deed. */
  broken(service: PaidService, was: Rows, now: Rows, done: Done): readonly string[] {
    this.remember(was, done);
    this.rememberOvertaken(service, was, now, done);
    const handed = service.submits.slice(this.seenSubmits);
    this.seenSubmits = service.submits.length;
    return [
      ...sentAgain(
        service,
        was,
        handed.map(({ order }) => order.id),
      ),
      ...withoutRows(
        service,
        now,
        service.submits.map(({ order }) => order.id),
      ),
      ...this.orderedAgain(service, was, now),
      ...uncalledTasks(service, was, now, done),
    ];
  }

  /** Whether nobody can know what became of an attempt: the user said that it was not sent, or it was never told. */
  isUnknowable(service: PaidService, id: AttemptId): boolean {
    return this.givenUp.has(id) || (this.overtaken.has(id) && !service.isTold(id));
  }

  private mayOrderAgain(id: AttemptId): boolean {
    return this.givenUp.has(id) || this.overtaken.has(id);
  }

  private remember(was: Rows, { command, answer }: Done): void {
    if (command === null || answer?.ok !== true) return;
    for (const { id, phase, sceneIndex, kind } of was.tasks) {
      const isMeant =
        command.type === 'retryFailed' ||
        (command.type === 'retry' && command.index === sceneIndex && command.kind === kind);
      if (phase.state === 'failed' && phase.attempt !== null && isMeant && phase.again.type === 'order')
        this.givenUp.add(phase.attempt);
      // A step in hand may fail it between the reading and the command: only what has failed can be retried.
      if (phase.state === 'saving' && isMeant) this.givenUp.add(phase.attempt);
      if (command.type === 'confirmNotSent' && command.taskId === id && phase.state === 'uncertain')
        this.givenUp.add(phase.attempt);
    }
  }

  /** Pressed, and changed, put off or cancelled before the page had told of the press. */
  private rememberOvertaken({ orders }: PaidService, was: Rows, now: Rows, { command }: Done): void {
    for (const { id, phase } of command === null ? [] : was.tasks) {
      if (phase.state !== 'armed' || !orders.some(({ order }) => order.id === phase.attempt)) continue;
      const present = now.tasks.find((task) => task.id === id)?.phase;
      const isLeft = present === undefined || presentAttempt(present) !== phase.attempt;
      if (isLeft) this.overtaken.add(phase.attempt);
    }
  }

  private orderedAgain(service: PaidService, was: Rows, now: Rows): readonly string[] {
    const known = new Set(was.attempts.map(({ id }) => id));
    const broken: string[] = [];
    for (const attempts of byTask(now).values()) {
      let tries = 1;
      for (const [at, attempt] of attempts.entries()) {
        const before = attempts[at - 1];
        if (before === undefined) continue;
        const fate = fateOf(service, before.id);
        tries = this.mayOrderAgain(before.id) ? 1 : fate.type === 'free' && fate.counts ? tries + 1 : tries;
        if (known.has(attempt.id)) continue;
        broken.push(...this.brokenOrder(before, fate, tries));
      }
    }
    return broken;
  }

  private brokenOrder(before: Attempt, fate: Fate, tries: number): readonly string[] {
    if (this.mayOrderAgain(before.id)) return [];
    const of = `scene ${before.sceneIndex} ${before.kind}`;
    if (fate.type === 'paid') return [`L6 ${of} was ordered again while an order of it is paid`];
    if (fate.type === 'refused') return [`L7 ${of} was refused and ordered again by itself`];
    return tries > MOST_FREE_TRIES ? [`L7 ${of} was tried ${tries} times by itself`] : [];
  }
}

function byTask(rows: Rows): ReadonlyMap<string, readonly Attempt[]> {
  const groups = new Map<string, Attempt[]>();
  for (const attempt of rows.attempts) {
    const group = groups.get(attempt.taskId);
    if (group === undefined) groups.set(attempt.taskId, [attempt]);
    else group.push(attempt);
  }
  return groups;
}

function sentAgain(service: PaidService, was: Rows, handed: readonly AttemptId[]): readonly string[] {
  const most = service.shape.acceptsOurId ? 2 : 1;
  return [...new Set(handed)].flatMap((id) => {
    const operation = was.attempts.find((attempt) => attempt.id === id)?.operation ?? null;
    const sends = service.submits.filter(({ order }) => order.id === id).length;
    return [
      ...(operation === null ? [] : [`L6 ${id} was sent again as ${operation} is known`]),
      ...(sends > most ? [`L6 ${id} was sent ${sends} times`] : []),
    ];
  });
}

/** What was sent stands in the store before it is sent, with what it costs (L5, L9). */
function withoutRows({ prices }: PaidService, now: Rows, sent: readonly AttemptId[]): readonly string[] {
  const attempts = new Set(now.attempts.map(({ id }) => id));
  const ledger = new Map(now.ledger.map((row) => [row.attemptId, row]));
  return [
    ...sent.filter((id) => !attempts.has(id)).map((id) => `L5 ${id} was sent and not stored`),
    ...now.attempts
      .filter(({ id }) => !prices.includes(ledger.get(id)?.asked ?? Number.NaN))
      .map(({ id }) => `L9 nobody wrote what ${id} costs`),
  ];
}

/** Only the user orders; and where something is paid, Retry asks or saves and does not order (L6, L8). */
function uncalledTasks(service: PaidService, was: Rows, now: Rows, { command }: Done): readonly string[] {
  const known = new Set(was.tasks.map(({ id }) => id));
  const made = now.tasks.filter((task) => !known.has(task.id) && !isOfPress(service, now, task));
  const orders = ['generate', 'generateAll', 'retry', 'retryFailed'];
  if (made.length > 0 && !orders.includes(command?.type ?? ''))
    return ['L10 a task was made that nobody asked for'];
  if (command?.type !== 'retry' && command?.type !== 'retryFailed') return [];
  return made.flatMap(({ projectId, sceneIndex, kind }) => {
    const newest = was.tasks.findLast(
      (task) => task.projectId === projectId && task.sceneIndex === sceneIndex && task.kind === kind,
    );
    const isPaid = newest?.phase.state === 'failed' && newest.phase.again.type !== 'order';
    return isPaid ? [`L8 scene ${sceneIndex} ${kind} is made and was ordered again`] : [];
  });
}

/** Start was pressed again, or for what had been taken back by then, and no other task is of that press. */
function isOfPress(service: PaidService, { attempts }: Rows, { id, source }: Task): boolean {
  if (!isBeside(source)) return false;
  const own = attempts.filter(({ taskId }) => taskId === id);
  return own.every(
    ({ operation }) =>
      operation !== null &&
      (source === 'secondPress'
        ? service.isPressedAgain(operation)
        : service.orders.some(({ order }) => service.isOf(operation, order))) &&
      attempts.filter((attempt) => attempt.operation === operation).length === 1,
  );
}
