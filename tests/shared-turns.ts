/** How many tasks share a turn; between two turns the loop hears of files and digests that are ready. */
const PER_TURN = 32;

/**
 * The simulated database asks for a turn of Node's loop for each of its tasks, and every turn asks the system what
 * is ready, which cost more than the tasks did (half of a history's time). Here tasks share turns. They keep their
 * order, and promises run between two of them as before: Node runs them between two immediates of one turn.
 * Source: https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick (`check`)
 */
export function shareTurns(setImmediate: (task: () => void) => unknown): (task: () => void) => void {
  const waiting: (() => void)[] = [];
  let ahead = 0;
  const ask = (): void => {
    ahead = PER_TURN;
    for (let slot = 0; slot < PER_TURN; slot++) setImmediate(take);
  };
  const take = (): void => {
    ahead--;
    const task = waiting.shift();
    if (ahead === 0 && waiting.length > 0) ask();
    task?.();
  };
  return (task) => {
    waiting.push(task);
    if (ahead === 0) ask();
  };
}
