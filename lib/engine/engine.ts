import type { Answer, Command } from '../domain/command.ts';
import type { AttemptId, CommandId } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import { forgetAnswers } from '../store/commands.ts';
import { getAttempt } from '../store/attempts.ts';
import { getDue, getNextDueAt, putTask } from '../store/tasks.ts';
import { sweep } from '../store/sweep.ts';
import type { AnyTx, Store } from '../store/transaction.ts';
import { claimNext } from './claim.ts';
import { carryOut } from './commands/carry-out.ts';
import { settleDefect } from './defect.ts';
import { goOn } from './go-on.ts';
import { isHeld, nextLiftAt } from './holds.ts';
import { hear, keepLate } from './late.ts';
import type { EnginePorts, Provider } from './ports.ts';
import { prepare } from './prepare.ts';
import { recover } from './recover.ts';
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
}

const MOST_DUE = 50;
/** After a pass that the store did not let through. */
const LOOK_AGAIN_MS = 30_000;

/** Builds the engine over a store. Nothing that matters is kept in it: another one goes on where it died (L10). */
export function createEngine(store: Store, ports: EnginePorts): Engine {
  const inHand = new Map<string, Promise<void>>();
  let pass: Promise<void> | null = null;
  let wanted = false;

  const startStep = (key: string, work: () => Promise<void>, task?: Task): void => {
    if (inHand.has(key)) return;
    const running = work()
      .catch((defect: unknown) => settleDefect(store, ports, task, defect))
      .catch(ports.report)
      .then(() => {
        inHand.delete(key);
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
        await onePass().catch((defect: unknown) => {
          ports.report(defect);
          ports.setWake(ports.clock() + LOOK_AGAIN_MS);
        });
      }
      pass = null;
    })();
    return pass;
  };

  const onePass = async (): Promise<void> => {
    for (const provider of ports.providers.values()) await passOver(provider);
    ports.setBusy(inHand.size > 0);
    ports.setWake(await store.read((tx) => nextWake(tx, ports, new Set(inHand.keys()))));
  };

  const passOver = async (provider: Provider): Promise<void> => {
    const step: Step = { store, ports, provider };
    for (const task of await takeDue(store, provider, ports.clock())) {
      startStep(task.id, () => goOn(step, task), task);
    }
    for (;;) {
      const task = await claimNext(store, provider, ports.clock());
      if (task === null) return;
      startStep(task.id, () => prepare(step, task), task);
    }
  };

  const run = async (): Promise<void> => {
    await look();
    while (inHand.size > 0) await Promise.all(inHand.values());
  };

  return {
    run,
    start: async () => {
      const now = ports.clock();
      await recover(store, ports.providers.values(), now);
      await store.write('relaxed', (tx) => forgetAnswers(tx, now));
      await sweep(store, now);
      await look();
    },
    command: async (id, command) => {
      const { answer, stopped } = await carryOut({ store, ports }, id, command);
      for (const taskId of stopped) startStep(`stop ${taskId}`, () => stopAtProvider(store, ports, taskId));
      await look();
      return answer;
    },
    heard: async (id) => {
      const attempt = await store.read((tx) => getAttempt(tx, id));
      const provider = attempt && ports.providers.get(attempt.provider);
      if (attempt === null || !provider) return;
      // The step in hand may have asked just before it happened; what it stores must not put the news off.
      await inHand.get(attempt.taskId);
      const heard = await store.write('relaxed', (tx) => hear(tx, id, provider.deadlineMs, ports.clock()));
      if (heard === 'late') startStep(`late ${id}`, () => keepLate({ store, ports, provider }, id));
      await look();
    },
  };
}

/** Tasks of a provider that must be looked at now. Those that only waited are made ready on the way. */
function takeDue(store: Store, provider: Provider, now: number): Promise<readonly Task[]> {
  return store.write('relaxed', async (tx) => {
    if (await isHeld(tx, provider.name, now)) return [];
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
  const now = ports.clock();
  const times: number[] = [];
  for (const { name } of ports.providers.values()) {
    const at = (await isHeld(tx, name, now)) ? null : await getNextDueAt(tx, name, inHand);
    if (at !== null) times.push(at);
  }
  const lift = await nextLiftAt(tx, now);
  if (lift !== null) times.push(lift);
  return times.length === 0 ? null : Math.min(...times);
}
