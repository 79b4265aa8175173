import type { ProjectId } from '../../lib/domain/ids.ts';
import { isOpen, type Task } from '../../lib/domain/task.ts';
import { getSceneTasks } from '../../lib/store/tasks.ts';
import { sceneIndex } from '../fakes/studio.ts';
import type { Outcome } from './flow-account.ts';
import type { FlowService } from './flow-service.ts';
import type { World } from './world.ts';

/** More than the presses and questions of any story. */
const MOST_ROUNDS = 12;

/** The tasks of a film's first two scenes. */
async function tasksOf({ store }: World, film: ProjectId): Promise<readonly Task[]> {
  const each = [1, 2].map((index) => store.read((tx) => getSceneTasks(tx, film, sceneIndex(index))));
  return (await Promise.all(each)).flat();
}

/** The order that stands ready for the press; null where none does. */
export async function armedTask(world: World, film: ProjectId): Promise<Task | null> {
  return (await tasksOf(world, film)).find(({ phase }) => phase.state === 'armed') ?? null;
}

/** Flow of a world that has it. */
export function flowOf({ flow }: World): FlowService {
  if (flow === null) throw new Error('There is no page here.');
  return flow;
}

/** The user presses Start where something stands ready; nobody has heard of it yet. */
export async function press(world: World, film: ProjectId, outcome: Outcome = 'made'): Promise<boolean> {
  if ((await armedTask(world, film)) === null) return false;
  world.now += 1_000;
  return flowOf(world).tab.press(outcome);
}

/** The service makes all that it was asked for, and the page tells it once. */
export function finish({ flow }: Pick<World, 'flow'>): void {
  for (const job of flow?.account.jobs.filter(({ isDone }) => !isDone) ?? []) {
    job.isDone = true;
    flow?.tab.tellAnswer(job);
    flow?.tab.tellState(job);
  }
}

/** The user presses whatever stands ready and answers every question truly, until nothing is left to do. */
export async function toTheEnd(world: World, film: ProjectId): Promise<void> {
  const { tab } = flowOf(world);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    world.now += 1_000;
    // What nobody answered for is told by the project's list, which comes with the page.
    if (tab.document === null || (await tasksOf(world, film)).some(asksAgain)) tab.load();
    await world.settle(world.now + 60_000);
    const isPressed = await press(world, film);
    if (isPressed) await world.tell();
    finish(world);
    await world.settle();
    await answer(world, film);
    const isOver = (task: Task): boolean => !isOpen(task) && !asksAgain(task);
    if (!isPressed && (await tasksOf(world, film)).every(isOver)) return;
  }
}

function asksAgain({ phase }: Task): boolean {
  return phase.state === 'failed' && phase.again.type === 'ask';
}

/** What is uncertain is one of the candidates, or was never pressed, or the project's list must be seen once more. */
async function answer(world: World, film: ProjectId): Promise<void> {
  const flow = flowOf(world);
  for (const { id: taskId, phase } of await tasksOf(world, film)) {
    if (phase.state !== 'uncertain') continue;
    const order = { id: phase.attempt };
    const operation = phase.candidates.find((candidate) => flow.isOf(candidate, order));
    if (operation !== undefined) await world.command({ type: 'confirmSent', taskId, operation });
    else if (flow.orders.some(({ order: { id } }) => id === order.id)) {
      flow.tab.load();
      await world.tell();
      await world.command({ type: 'checkAgain', taskId });
    } else await world.command({ type: 'confirmNotSent', taskId });
  }
}
