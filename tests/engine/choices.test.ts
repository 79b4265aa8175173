import { describe, expect, it } from 'vitest';
import type { Batch } from '../../lib/domain/batch.ts';
import { FLOW_CAPABILITIES } from '../../lib/domain/capabilities.ts';
import { isOperation, type Operation, type ProjectId } from '../../lib/domain/ids.ts';
import type { Snapshot } from '../../lib/domain/snapshot.ts';
import { readBatch } from '../../lib/store/batch-reads.ts';
import { getProjects, putProject } from '../../lib/store/projects.ts';
import { generate, openStudio, type Studio } from '../fakes/studio.ts';
import { NOTHING } from '../../lib/providers/flow/write-sighting.ts';

const TAB = 7;
const FAST = 'Veo 3.1 - Fast';
const LITE = 'Veo 3.1 - Lite';

interface OnFlow {
  readonly studio: Studio;
  readonly film: ProjectId;
  /** What was made ready, in its order. */
  readonly ordered: Snapshot[];
}

function op(text: string): Operation {
  if (!isOperation(text)) throw new Error('no operation');
  return text;
}

/** A film on a service with models to choose from, on whose page every order costs 20 and is pressed at once. */
async function openOnFlow(scenes: number, price = 20): Promise<OnFlow> {
  const studio = await openStudio('flow');
  studio.capabilities = { ...FLOW_CAPABILITIES, paceMs: 0 };
  const film = await studio.project(scenes);
  await studio.do({ type: 'setProject', projectId: film, videoFrom: 'text' });
  const ordered: Snapshot[] = [];
  studio.script.submit = ({ snapshot }) => {
    ordered.push(snapshot);
    return Promise.resolve({ type: 'armed', arming: { tab: TAB, price, facts: null, hand: null } });
  };
  studio.script.hear = () =>
    Promise.resolve({
      ...NOTHING,
      pressed: { operation: op(`op ${ordered.length}`), sent: {}, remarks: [] },
    });
  return { studio, film, ordered };
}

async function press({ studio }: OnFlow): Promise<void> {
  await studio.engine.heardOnPage('flow', 'pressed', TAB);
}

/** What an output of each kind is known to cost. */
function pricesOf(batch: Batch | null): readonly string[] {
  return [...new Set(batch?.items.map(({ kind, price }) => `${kind} ${price}`))];
}

async function states({ studio, film }: OnFlow, scenes: readonly number[]): Promise<readonly string[]> {
  return Promise.all(scenes.map(async (index) => (await studio.card(film, index)).status.name));
}

/** A film on Flow that has bought two outputs of a video with one model, for 40 credits. */
async function boughtWithFast(scenes: number) {
  const on = await openOnFlow(scenes, 40);
  const { studio, film } = on;
  await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: FAST, outputs: 2 } });
  await studio.do(generate(film, 1, 'video'));
  await studio.settle();
  await press(on);
  await studio.settle();
  return on;
}

describe('what is chosen of a service for a film', () => {
  it('is what its orders are made with', async () => {
    const on = await openOnFlow(1);
    const { studio, film, ordered } = on;
    const choices = { imageModel: 'Nano Banana Pro', videoModel: FAST, clipLengthS: 8, outputs: 2 };
    await studio.do({ type: 'setProject', projectId: film, choices });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await press(on);
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    expect(ordered).toMatchObject([
      { kind: 'image', model: 'Nano Banana Pro', lengthS: null, outputs: 2 },
      { kind: 'video', model: FAST, lengthS: 8, outputs: 2 },
    ]);
  });

  it('is nothing but the service’s own and one take before anything is chosen', async () => {
    const { studio, film, ordered } = await openOnFlow(1);
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    expect(ordered).toMatchObject([{ model: null, lengthS: 4, outputs: 1 }]);
  });

  it('[L4] is none of an order’s that was given to another provider, whatever makes the film now', async () => {
    const { studio, film, ordered } = await openOnFlow(1);
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: FAST } });
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'video'));
    await studio.store.write('relaxed', async (tx) => {
      for (const project of await getProjects(tx)) await putProject(tx, { ...project, provider: 'animatic' });
    });
    await studio.do({ type: 'resume' });
    await studio.settle();
    // Nothing of the order has changed, so that it stays where it stands.
    await studio.do({ type: 'setSettings', mostPending: 3 });
    await studio.settle();
    expect(ordered).toMatchObject([{ model: FAST }]);
    expect((await studio.card(film, 1)).status.name).toBe('pressStart');
  });

  it('[L4] changed while an order stands ready, it is made ready anew; after the press its take is stale', async () => {
    const on = await openOnFlow(1);
    const { studio, film, ordered } = on;
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: FAST } });
    await studio.settle();
    await studio.do({ type: 'setProject', projectId: film, choices: { outputs: 3 } });
    await studio.settle();
    expect(ordered.map(({ model, outputs }) => [model, outputs])).toEqual([
      [null, 1],
      [FAST, 1],
      [FAST, 3],
    ]);
    await press(on);
    await studio.settle();
    const stale = async () => (await studio.card(film, 1)).takes.video[0]?.stale;
    expect(await stale()).toEqual([]);
    const changed = await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: LITE } });
    expect(await stale()).toEqual(['model']);
    if (changed.editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId: changed.editId });
    expect(await stale()).toEqual([]);
    // Left to the service it may be any; another service's takes are none of the choice's.
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: null, outputs: 1 } });
    expect(await stale()).toEqual([]);
  });

  it('[L19] is refused where its service does not have it', async () => {
    const { studio, film } = await openOnFlow(1);
    await studio.do({ type: 'setProject', projectId: film, choices: { clipLengthS: 20 } });
    expect(await studio.command(generate(film, 1, 'video'))).toMatchObject({
      ok: false,
      fault: { type: 'NotOffered', choice: '20 s' },
    });
  });

  it('[L9] is priced by what an output of the same model was last asked for', async () => {
    const { studio, film } = await boughtWithFast(3);
    const prices = async () =>
      pricesOf(await studio.store.read((tx) => readBatch(tx, film, { type: 'all', kind: 'video' }, null)));
    expect(await prices()).toEqual(['video 20']);
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: LITE } });
    expect(await prices()).toEqual(['video null']);
  });

  it('[L9] is priced for another film by what this one was asked, and each model by its own price alone', async () => {
    const { studio } = await boughtWithFast(2);
    const other = await studio.project(1);
    await studio.do({ type: 'setProject', projectId: other, videoFrom: 'text' });
    const batch = await studio.store.read((tx) => readBatch(tx, other, { type: 'all', kind: 'video' }, null));
    expect(pricesOf(batch)).toEqual(['video null']);
    expect(batch?.seenPrices).toEqual([{ kind: 'video', model: FAST, price: 20 }]);
    await studio.do({ type: 'setProject', projectId: other, choices: { videoModel: FAST } });
    const chosen = await studio.store.read((tx) =>
      readBatch(tx, other, { type: 'all', kind: 'video' }, null),
    );
    expect(pricesOf(chosen)).toEqual(['video 20']);
  });
});

describe('how many orders may be out where the user presses Start', () => {
  it('is chosen: the next stands ready as soon as the last was seen, up to that number', async () => {
    const on = await openOnFlow(4);
    const { studio, film } = on;
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do({ type: 'setSettings', mostPending: 2 });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.engine.run();
    expect(await states(on, [1, 2, 3])).toEqual(['pressStart', 'queued', 'queued']);
    await press(on);
    await studio.engine.run();
    expect(await states(on, [1, 2, 3])).toEqual(['generating', 'pressStart', 'queued']);
    await press(on);
    await studio.engine.run();
    expect(await states(on, [1, 2, 3])).toEqual(['generating', 'generating', 'queued']);
    await studio.do({ type: 'setSettings', mostPending: 3 });
    await studio.engine.run();
    expect(await states(on, [1, 2, 3])).toEqual(['generating', 'generating', 'pressStart']);
  });
});
