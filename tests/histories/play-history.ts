import { brokenLaws } from '../durability/laws.ts';
import type { World } from '../durability/world.ts';
import type { Deed, FlowDeed, History } from './deed.ts';
import { brokenFields } from './fields.ts';
import { brokenEndings, brokenIdentity, brokenPicks } from './identity-laws.ts';
import { Purse } from './money-laws.ts';
import { begin, type Done, type Player } from './player.ts';
import { brokenWake, lostMoney, waitsForNothing } from './rest-laws.ts';
import { readRows, type Rows } from './rows.ts';

/** Plays a history in a world of its own to its rest; answers the first laws that break, and after what. */
export async function playHistory(history: History): Promise<readonly string[]> {
  const { player, rows } = await begin(history);
  const purse = new Purse();
  let was = rows;
  const step = async (deed: Deed): Promise<readonly string[]> => {
    const done = await player.play(deed, was);
    const now = await readRows(player.world);
    const broken = brokenBy(player, purse, deed, done, was, now);
    was = now;
    return broken.map((law) => `${law} (after ${JSON.stringify(deed)})`);
  };
  for (const deed of history.deeds) {
    const broken = await step(deed);
    if (broken.length > 0) return broken;
  }
  player.calm();
  for (const deed of toRest(player, () => was)) {
    const broken = await step(deed);
    if (broken.length > 0) return broken;
  }
  const atRest = [
    ...lostMoney(player.world, was, purse),
    ...waitsForNothing(was),
    ...(await brokenLaws(player.world)),
  ];
  return atRest.map((law) => `${law} (at rest)`);
}

/** All is let through, every question answered truly, and every order reported until it has said all. */
function* toRest({ world }: Player, rows: () => Rows): Generator<Deed> {
  const command = (deed: Extract<Deed, { do: 'command' }>['deed']): Deed => ({
    do: 'command',
    deed,
    sentTwice: false,
  });
  const rest: Deed = { do: 'run', ms: 86_400_000 };
  yield { do: 'kill' };
  yield onFlow({ type: 'openTab' });
  yield onFlow({ type: 'tell' });
  yield command({ type: 'resume' });
  yield command({ type: 'liftHold' });
  yield rest;
  yield* pressAll(world, rows);
  // A task that is sure to be over soon asks at most twice.
  for (let asked = 0; asked < 40 && rows().tasks.some(({ phase }) => phase.state === 'uncertain'); asked++) {
    if (world.flow !== null) {
      // What nobody can tell may stand in the project's list.
      yield onFlow({ type: 'reload' });
      yield command({ type: 'checkAgain', task: 0 });
      yield { do: 'run', ms: 60_000 };
    }
    yield command({ type: 'confirmSent', task: 0 });
    const asks = rows()
      .tasks.filter(({ phase }) => phase.state === 'uncertain')
      .at(-1)?.phase;
    const isUnknown =
      asks?.state === 'uncertain' && !world.service.orders.some(({ order }) => order.id === asks.attempt);
    if (isUnknown) yield command({ type: 'confirmNotSent', task: 0 });
    yield rest;
  }
  if (world.flow !== null) {
    // An answer that was lost on its way stands in the list that comes with the page.
    yield onFlow({ type: 'reload' });
    yield* pressAll(world, rows);
  }
  for (let round = 0; round < 3; round++) {
    for (const at of rows().attempts.keys()) yield { do: 'hear', attempt: at, times: 1 };
    yield rest;
    yield* pressAll(world, rows);
  }
}

/** Start is pressed until nothing stands ready, and all of it is made. */
function* pressAll({ flow }: World, rows: () => Rows): Generator<Deed> {
  if (flow === null) return;
  for (let pressed = 0; pressed < 40; pressed++) {
    yield onFlow({ type: 'finish', job: null });
    yield { do: 'run', ms: 3_600_000 };
    if (!rows().tasks.some(({ phase }) => phase.state === 'armed')) return;
    yield onFlow({ type: 'press', outcome: 'made', twice: false });
  }
}

function onFlow(deed: FlowDeed): Deed {
  return { do: 'flow', deed };
}

function brokenBy(
  player: Player,
  purse: Purse,
  deed: Deed,
  done: Done,
  was: Rows,
  now: Rows,
): readonly string[] {
  const type = done.command?.type;
  const asked = {
    undo: type === 'undo' || type === 'redo',
    retry: type === 'retry' || type === 'retryFailed',
    heard: deed.do === 'hear' || player.world.flow !== null,
  };
  return [
    ...brokenIdentity(was, now),
    ...brokenFields(was, now),
    ...brokenPicks(was, now, asked.undo),
    ...brokenEndings(was, now, asked),
    ...purse.broken(player.world.service, was, now, done),
    ...(deed.do === 'run' ? brokenWake(player.world, now) : []),
  ];
}
