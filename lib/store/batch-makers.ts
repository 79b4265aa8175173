import type { BatchItem, BatchMaker, SeenPrice } from '../domain/batch.ts';
import { capabilitiesOf, type Capabilities } from '../domain/capabilities.ts';
import { chosenFor } from '../domain/choices.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import type { Kind, Scene } from '../domain/scene.ts';
import type { Task } from '../domain/task.ts';
import { usualMs } from '../domain/work-time.ts';
import { getSettings } from './settings.ts';
import { readPrices } from './spent-reads.ts';
import type { AnyTx } from './transaction.ts';

/** A provider that makes some of a batch, with what it can do and what it was seen to cost. */
export interface Maker extends BatchMaker {
  readonly has: Capabilities;
  readonly seenPrices: readonly SeenPrice[];
}

/** What is known of each provider, the film's own first. */
export async function readMakers(
  tx: AnyTx,
  id: ProjectId,
  made: readonly Pick<Project, 'provider'>[],
  tasks: readonly Task[],
): Promise<readonly Maker[]> {
  const { mostPending } = await getSettings(tx);
  const makers: Maker[] = [];
  for (const provider of new Set(made.map((each) => each.provider))) {
    const has = capabilitiesOf(provider);
    if (has === null) continue;
    const { needsPress, mostAtOnce, paceMs } = has;
    const atOnce = needsPress ? Math.min(mostPending, mostAtOnce) : mostAtOnce;
    const seenPrices = await readPrices(tx, { id, provider });
    const usual = usualMs(tasks, provider);
    makers.push({ provider, has, needsPress, usual, pace: { atOnce, paceMs }, seenPrices });
  }
  return makers;
}

/** A scene with the film as it is made in it, and who makes it. */
interface MadePlace {
  readonly project: Project;
  readonly scene: Scene;
  readonly maker: Maker;
}

/** What an order of a scene is made with and what it costs. */
export function madeBy(
  { project, scene, maker }: MadePlace,
  kind: Kind,
): Pick<BatchItem, 'provider' | 'chosen' | 'isOwn' | 'price'> {
  const chosen = chosenFor(project, kind);
  return {
    provider: project.provider,
    chosen,
    isOwn: scene.madeWith !== null,
    price: priceOf(maker, kind, chosen.model),
  };
}

/** What was seen counts; a kind that costs nothing with any model is known to be free until it is seen otherwise. */
function priceOf({ has, seenPrices }: Maker, kind: Kind, model: string | null): number | null {
  const seen = seenPrices.find((each) => each.kind === kind && each.model === model);
  return seen?.price ?? (has.freeKinds.includes(kind) ? 0 : null);
}
