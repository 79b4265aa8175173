import type { ProviderName } from '../domain/capabilities.ts';
import type { Answer, Command } from '../domain/command.ts';
import type { Fault } from '../domain/fault.ts';
import type { AttemptId, CommandId } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import { forgetAnswers } from '../store/commands.ts';
import { getAttempt } from '../store/attempts.ts';
import { getSettings } from '../store/settings.ts';
import { getDue, getNextDueAt, putTask } from '../store/tasks.ts';
import { mendStore } from '../store/check-store.ts';
import { DamagedRow } from '../store/row-schemas.ts';
import { sweep } from '../store/sweep.ts';
import type { AnyTx, Store } from '../store/transaction.ts';
import { claimableAt, claimNext } from './claim.ts';
import { carryOut } from './commands/carry-out.ts';
import { settleDefect } from './defect.ts';
import { goOn } from './go-on.ts';
import { isHeld, isSilenced, liftsAt } from './holds.ts';
import { nextTask } from './next-task.ts';
import { createPages } from './pages.ts';
import { keepLarger, keepLate, takeReport } from './late.ts';
import type { EnginePorts, Provider } from './ports.ts';
import { prepare } from './prepare.ts';
import { disarmGone, recover } from './recover.ts';
import type { Step } from './step.ts';
import { stopAtProvider } from './stop-at-provider.ts';

/** Turns due tasks into takes. */
export interface Engine {
  /** Takes over what an earlier background left, then runs. */
  start(): Promise<void>;
  /** Does all that is due, starts what may start and sets the one wake; answers when all steps are through. */
  run(): Promise<void>;
  /** Carries out a command once; what it ordered is started before this answers, not finished. */
  command(id: CommandId, command: Command): Promise<Answer>;
  /** Something happened to an attempt: its provider is asked now. */
  heard(id: AttemptId): Promise<void>;
  /** A page of a provider told something unasked; answers once it is stored. */
  heardOnPage(provider: ProviderName, report: unknown, tab: number): Promise<void>;
  /** A page of a provider says what stands in the way on it; null where nothing does. */
  pageLooked(provider: ProviderName, block: Fault | null): Promise<void>;
  /** A page of a provider may be gone, and what stood ready on it. */
  pageGone(provider: ProviderName): Promise<void>;
}

const MOST_DUE = 50;
/** After a pass that the store did not let through. */
const LOOK_AGAIN_MS = 30_000;

/** Builds the engine over a store. Nothing that matters is kept in it: another one goes on where it died (L10). */
export function createEngine(store: Store, ports: EnginePorts): Engine {
  const inHand = new Map<string, Promise<void>>();
  let pass: Promise<void> | null = null;
  let wanted = false;
  let isMended = false;

  const startStep = (key: string, work: () => Promise<void>, task?: Task): void => {
    if (!inHand.has(key)) takeInHand(key, work(), task);
  };

  /** A claim may find the step of an earlier claim still in hand, such as a look-up that the user has overtaken. */
  const startClaimed = (task: Task, work: () => Promise<void>): void => {
    const earlier = inHand.get(task.id);
    takeInHand(task.id, earlier === undefined ? work() : earlier.then(work), task);
  };

  const takeInHand = (key: string, step: Promise<void>, task: Task | undefined): void => {
    const running = step
      .catch((defect: unknown) => settleDefect(store, ports, task, defect))
      .catch(ports.report)
      .then(() => {
        if (inHand.get(key) === running) inHand.delete(key);
        return look();
      });
    inHand.set(key, running);
    ports.setBusy(true);
  };

  /** One pass at a time; one that is asked for meanwhile follows it. */
  const look = (): Promise<void> => {
    wanted = true;
    pass ??= (async () => {
      while (wanted) {
        wanted = false;
        await onePass().catch(afterDefect);
      }
      pass = null;
    })();
    return pass;
  };

  /** A damaged row would stop every pass: the store is looked over once, and what it can do without is set aside. */
  const afterDefect = async (defect: unknown): Promise<void> => {
    ports.report(defect);
    ports.setWake(ports.clock() + LOOK_AGAIN_MS);
    if (!(defect instanceof DamagedRow) || isMended) return;
    isMended = true;
    await store.write('strict', (tx) => mendStore(tx, ports.clock())).catch(ports.report);
    wanted = true;
  };

  const onePass = async (): Promise<void> => {
    for (const provider of ports.providers.values()) await passOver(provider);
    const next = await store.read((tx) => nextWake(tx, ports, new Set(inHand.keys())));
    // Both at once: a worker that is stopped between them would be woken by nothing.
    ports.setBusy(inHand.size > 0);
    ports.setWake(next);
  };

  const passOver = async (provider: Provider): Promise<void> => {
    const step: Step = { store, ports, provider };
    for (const task of await takeDue(store, provider, ports.clock())) {
      startStep(task.id, () => goOn(step, task), task);
    }
    for (;;) {
      const task = await claimNext(store, provider, ports.clock());
      if (task === null) return;
      startClaimed(task, () => prepare(step, task));
    }
  };

  const run = async (): Promise<void> => {
    await look();
    while (inHand.size > 0) await Promise.all(inHand.values());
  };

  const hear = async (id: AttemptId): Promise<void> => {
    const attempt = await store.read((tx) => getAttempt(tx, id));
    const provider = attempt && ports.providers.get(attempt.provider);
    if (attempt === null || !provider) return;
    // The step in hand may have asked just before it happened; what it stores must not put the news off.
    await inHand.get(attempt.taskId);
    const heard = await store.write('relaxed', (tx) =>
      takeReport(tx, id, provider.deadlineMs, ports.clock()),
    );
    if (heard === 'late') startStep(`late ${id}`, () => keepLate({ store, ports, provider }, id));
    await look();
  };

  const startLarger = (provider: Provider, id: AttemptId): void =>
    startStep(`larger ${id}`, () => keepLarger({ store, ports, provider }, id));

  const pages = createPages({ store, ports, inHand, hear, keepLarger: startLarger, look });

  return {
    run,
    start: async () => {
      const now = ports.clock();
      await recover(store, ports.providers.values(), now);
      await disarmGone(store, ports.providers.values(), ports.clock);
      await pages.releaseLeft();
      await store.write('relaxed', (tx) => forgetAnswers(tx, now));
      await sweep(store, now);
      await look();
    },
    command: async (id, command) => {
      const before = await pages.standing();
      const { answer, stopped } = await carryOut({ store, ports }, id, command);
      await pages.release(before);
      for (const taskId of stopped) startStep(`stop ${taskId}`, () => stopAtProvider(store, ports, taskId));
      await look();
      return answer;
    },
    heard: hear,
    heardOnPage: pages.heard,
    pageLooked: pages.looked,
    pageGone: pages.gone,
  };
}

/** Tasks of a provider that must be looked at now. Those that only waited are made ready on the way. */
function takeDue(store: Store, provider: Provider, now: number): Promise<readonly Task[]> {
  return store.write('relaxed', async (tx) => {
    if (await isSilenced(tx, provider.name, now)) return [];
    const due = await getDue(tx, provider.name, now, MOST_DUE);
    const steps: Task[] = [];
    for (const task of due) {
      if (task.phase.state === 'queued') await putTask(tx, task, now);
      else steps.push(task);
    }
    return steps;
  });
}

async function nextWake(tx: AnyTx, ports: EnginePorts, inHand: ReadonlySet<string>): Promise<number | null> {
  const times: number[] = [];
  for (const provider of ports.providers.values())
    times.push(...(await wakesOf(tx, provider, inHand, ports.clock())));
  return times.length === 0 ? null : Math.min(...times);
}

/** When there is something to do at a provider; nothing where nobody waits for it (L15). */
async function wakesOf(
  tx: AnyTx,
  provider: Provider,
  inHand: ReadonlySet<string>,
  now: number,
): Promise<readonly number[]> {
  const { name } = provider;
  const due = await getNextDueAt(tx, name, inHand);
  const ready = await nextTask(tx, provider, now);
  const { paused } = await getSettings(tx);
  const wants = due !== null || (ready !== null && !paused);
  if (await isSilenced(tx, name, now)) return wants ? timesOf(await liftsAt(tx, name)) : [];
  if (await isHeld(tx, name, now)) return timesOf(due);
  // What is ready and may go now has been claimed; what is left waits for the pace or for an event.
  const next = ready === null ? null : await claimableAt(tx, provider, now);
  return [...timesOf(due), ...timesOf(next !== null && next > now ? next : null)];
}

function timesOf(at: number | null): readonly number[] {
  return at === null ? [] : [at];
}
