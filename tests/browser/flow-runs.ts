import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect } from 'vitest';
import { isId, isOperation, isSceneIndex, type ProjectId } from '../../lib/domain/ids.ts';
import { draft, seeded } from '../fakes/studio.ts';
import { stateOf, type FlowPanel } from './flow-panel.ts';
import { PATIENCE_MS, type StoredRow } from './panel.ts';

const SCENES = 2;
const MOST_DEEDS = 12;

/** Something that the user, the service or a death does in the middle of a run; `random` draws what it is about. */
type Deed = (panel: FlowPanel, film: ProjectId, random: () => number) => Promise<unknown>;

const ownOrder: Deed = (panel) => Promise.resolve(panel.replica.userOrder('an order of the user’s own'));
const stopWorker: Deed = (panel) => panel.stopWorker().then(() => panel.wake());

/** How often each comes, of all. A page that was loaded again is slow to tell what it made before. */
const WEIGHTS: readonly (readonly [number, Deed])[] = [
  [10, pressIfReady],
  [6, finishOne],
  [2, ownOrder],
  [2, stopWorker],
  [1, reloadPage],
  [2, editOne],
  [2, putOff],
];

const DEEDS = WEIGHTS.flatMap(([weight, deed]) => Array.from({ length: weight }, () => deed));

/** Makes one small film with random deeds in between; answers what is wrong with its takes, empty where nothing is. */
export async function playRun(panel: FlowPanel, seed: number): Promise<readonly string[]> {
  const random = seeded(seed);
  const draw = (count: number): number => Math.floor(random() * count);
  const words = `fox of run ${seed}`;
  // One run in three has two scenes that say the same: nothing but ids can tell them apart.
  const isTwice = draw(3) === 0;
  const prompts = Array.from({ length: SCENES }, (_, at) => (isTwice ? words : `${words}, scene ${at + 1}`));
  const film = await createFilm(panel, `Run ${seed}`, prompts);
  await panel.command({ type: 'generateAll', projectId: film, kind: draw(6) === 0 ? 'video' : 'image' });
  for (let deed = 0; deed < MOST_DEEDS; deed++) await DEEDS[draw(DEEDS.length)]?.(panel, film, random);
  await untilMade(panel, film);
  return wrongTakes(panel, film);
}

async function createFilm(panel: FlowPanel, name: string, prompts: readonly string[]): Promise<ProjectId> {
  const scenes = prompts.map((prompt) => ({
    ...draft(prompt),
    imagePrompt: prompt,
    videoPrompt: `${prompt}, moving`,
    lengthS: 6,
  }));
  const made = await panel.command({ type: 'createProject', name, aspect: '16:9', scenes, provider: 'flow' });
  if (!made.ok || made.value.projectId === null) throw new Error('There is no project.');
  return made.value.projectId;
}

/** Start may be off by the time the pointer is there: a reload or an edit came between. */
async function pressIfReady(panel: FlowPanel): Promise<void> {
  if ((await panel.readyScene()) !== null)
    await panel
      .startButton()
      .click({ timeout: 2_000 })
      .catch(() => undefined);
}

function finishOne(panel: FlowPanel, _film: ProjectId, random: () => number): Promise<void> {
  const { jobs } = panel.replica;
  const job = jobs[Math.floor(random() * jobs.length)];
  if (job !== undefined) panel.replica.finish(job.mediaId);
  return Promise.resolve();
}

async function reloadPage(panel: FlowPanel): Promise<void> {
  await panel.flow.reload();
  await panel.flow.locator('flow-prompt-box').waitFor();
}

async function editOne(panel: FlowPanel, projectId: ProjectId, random: () => number): Promise<void> {
  const index = 1 + Math.floor(random() * SCENES);
  if (!isSceneIndex(index)) return;
  await panel.command({ type: 'editScene', projectId, index, text: { description: `anew ${random()}` } });
}

async function putOff(panel: FlowPanel): Promise<void> {
  const ready = (await panel.rows('tasks')).find((row) => stateOf(row) === 'armed')?.['id'];
  if (isId('task', ready)) await panel.command({ type: 'later', taskId: ready });
}

/** Presses and finishes until every order of the film has ended; what nobody can tell the user answers truly. */
async function untilMade(panel: FlowPanel, film: ProjectId): Promise<void> {
  await expect
    .poll(
      async () => {
        await pressIfReady(panel);
        panel.replica.finishAll();
        await answerTruly(panel, film);
        await retrySlow(panel, film);
        await panel.passTimeUntilDue();
        const open = (await tasksOf(panel, film)).filter((task) => stateOf(task) !== 'done');
        return open.map(({ sceneIndex, kind, phase }) => ({ sceneIndex, kind, phase }));
      },
      { timeout: 2 * PATIENCE_MS, interval: 300 },
    )
    .toEqual([]);
}

/** The user knows his own words again in what the project lists. */
async function answerTruly(panel: FlowPanel, film: ProjectId): Promise<void> {
  const asks = (await tasksOf(panel, film)).filter((task) => stateOf(task) === 'uncertain');
  for (const { id: taskId, phase } of asks) {
    const { attempt, candidates, lookUpAt } = v.parse(uncertainPhase, phase);
    if (!isId('task', taskId) || lookUpAt !== null) continue;
    const row = (await panel.rows('attempts')).find(({ id }) => id === attempt);
    const { prompt } = v.parse(promptIn, row?.['snapshot']);
    const isIts = (operation: string): boolean =>
      panel.replica.media.some((each) => each.prompt === prompt && operation.endsWith(each.mediaId));
    const operation = candidates.find(isIts);
    await panel.command(
      isOperation(operation)
        ? { type: 'confirmSent', taskId, operation }
        : { type: 'confirmNotSent', taskId },
    );
  }
}

/** On a machine that is busy with other things a picture may take longer to come up than a page is waited for. */
async function retrySlow(panel: FlowPanel, projectId: ProjectId): Promise<void> {
  for (const { phase, kind, sceneIndex: index } of await tasksOf(panel, projectId)) {
    if (!v.is(slowPhase, phase) || !isSceneIndex(index) || (kind !== 'image' && kind !== 'video')) continue;
    await panel.command({ type: 'retry', projectId, index, kind });
  }
}

const slowPhase = v.object({
  state: v.literal('failed'),
  fault: v.object({ type: v.literal('FlowPictureByHand') }),
});
const uncertainPhase = v.object({
  attempt: v.string(),
  candidates: v.array(v.string()),
  lookUpAt: v.nullable(v.number()),
});
const promptIn = v.object({ prompt: v.string() });

async function tasksOf(panel: FlowPanel, film: ProjectId): Promise<readonly StoredRow[]> {
  return (await panel.rows('tasks')).filter((row) => row['projectId'] === film);
}

/** Every take must hold the bytes of the media that its own order was given, and the service made that of its words. */
async function wrongTakes(panel: FlowPanel, film: ProjectId): Promise<readonly string[]> {
  const rows = await panel.rowsTogether(['takes', 'attempts', 'sightings']);
  const wrong: string[] = [];
  for (const take of rows.get('takes') ?? []) {
    if (take['projectId'] !== film) continue;
    const text = JSON.stringify(take);
    const attempt = rows.get('attempts')?.find(({ id }) => text.includes(String(id)));
    const sighting = rows.get('sightings')?.find(({ operation }) => operation === attempt?.['operation']);
    const media = /"media":\[\{"mediaId":"([^"]+)"/.exec(JSON.stringify(sighting?.['facts']))?.[1] ?? 'none';
    const name = `scene ${String(take['sceneIndex'])} ${String(take['kind'])} ${String(take['number'])}`;
    const path = await panel.saveAsset(String(take['assetId']), 'take');
    if (!readFileSync(path).toString('latin1').includes(media)) wrong.push(`L1 ${name} is not of ${media}`);
    const made = panel.replica.media.find(({ mediaId }) => mediaId === media);
    if (!text.includes(JSON.stringify(made?.prompt ?? 'nothing')))
      wrong.push(`L4 ${name} was made of ${made?.prompt ?? 'nothing'}`);
    if (attempt?.['sceneIndex'] !== take['sceneIndex']) wrong.push(`L2 ${name} is of another scene`);
  }
  return wrong;
}
