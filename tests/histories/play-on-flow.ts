import { TAB } from '../durability/flow-tab.ts';
import type { Job } from '../durability/flow-account.ts';
import type { FlowService } from '../durability/flow-service.ts';
import type { World } from '../durability/world.ts';
import type { FlowDeed } from './deed.ts';

/** Does one thing on Flow's page or at its service; nothing where the world has none. */
export async function playOnFlow(world: World, deed: FlowDeed): Promise<void> {
  const { flow } = world;
  if (flow === null) return;
  // A hand is slower than a step.
  world.now += 1_000;
  const { tab } = flow;
  switch (deed.type) {
    case 'press':
      await press(flow, deed);
      return;
    case 'typeOver':
      if (tab.document?.isReady === true) tab.typeOver('sửa tay');
      return;
    case 'ownOrder':
      await ownOrder(world, flow, deed.where);
      return;
    case 'reload':
      if (tab.document !== null) tab.load();
      return;
    case 'openTab':
      if (tab.document === null) tab.load();
      return;
    case 'closeTab':
      await world.closeTab();
      return;
    case 'list':
      tab.tellListing();
      return;
    case 'tell':
      await world.tell();
      return;
    case 'repeat':
      tab.repeat();
      return;
    case 'answer':
      for (const job of chosen(flow, deed.job)) tab.tellAnswer(job);
      return;
    case 'finish':
      for (const job of chosen(flow, deed.job)) finish(flow, job);
  }
}

/** Only what is shown to stand ready is pressed. */
async function press(
  { tab }: FlowService,
  { outcome, twice }: Extract<FlowDeed, { type: 'press' }>,
): Promise<void> {
  if (tab.document?.isReady !== true) return;
  await tab.press(outcome);
  if (twice) await tab.press('made');
}

async function ownOrder(
  world: World,
  { tab }: FlowService,
  where: Extract<FlowDeed, { type: 'ownOrder' }>['where'],
): Promise<void> {
  if (where === 'here') return tab.ownOrder('của tôi');
  const report = tab.ownOrderElsewhere(where === 'other document');
  if (report !== null) await world.hear(report, TAB + 1);
}

function finish({ tab }: FlowService, job: Job): void {
  job.isDone = true;
  tab.tellAnswer(job);
  tab.tellState(job);
}

function chosen({ account }: FlowService, number: number | null): readonly Job[] {
  const jobs = account.made();
  if (number === null) return jobs;
  const job = jobs.toReversed()[number % jobs.length];
  return job === undefined ? [] : [job];
}
