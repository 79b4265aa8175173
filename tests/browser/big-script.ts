import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { decodingErrors, PATIENCE_MS, probe, type Panel } from './panel.ts';

export const SCRIPTS = new URL('../fixtures/scripts/', import.meta.url);

interface Script {
  readonly name: string;
  readonly bytes: Buffer;
}

export function fixture(name: string): Script {
  return { name, bytes: readFileSync(new URL(name, SCRIPTS)) };
}

/** The same script with every scene so long: its own lengths make an hour of film. */
function inSeconds(lengthS: number, { name, bytes }: Script): Script {
  return { name, bytes: Buffer.from(bytes.toString().replace(/"duration": \d+/g, `"duration": ${lengthS}`)) };
}

/** Makes image and clip of the first scenes of the biggest script while the rest waits, and looks into every clip. */
export async function makeBeginning(panel: Panel, count: number): Promise<void> {
  await panel.newProject('Big', '16:9');
  await panel.importScript(inSeconds(2, fixture('hanh-trinh-300-canh.outline.json')));
  for (let index = 1; index <= count; index++) {
    await panel.goTo(index);
    await panel.more(index, 'Generate video');
    // What comes after it is ordered later, and is made later.
    const isOrdered = async () =>
      (await panel.rows('tasks')).some(({ sceneIndex, kind }) => sceneIndex === index && kind === 'video');
    await expect.poll(isOrdered).toBe(true);
  }
  await panel.menu('Menu', 'Generate all videos');
  await expect
    .poll(async () => (await panel.takes()).filter(({ kind }) => kind === 'video').length, {
      timeout: PATIENCE_MS,
    })
    .toBeGreaterThanOrEqual(count);
  await panel.page.getByRole('button', { name: 'Pause', exact: true }).first().click();
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const takes = await panel.takes();
  const first = (kind: string) => takes.filter((take) => take.kind === kind && take.scene <= count);
  expect(first('image').map(({ scene }) => scene)).toEqual(numbers);
  expect(first('video').map(({ scene }) => scene)).toEqual(numbers);
  const waiting = (await panel.rows('tasks')).filter(({ phase }) => phaseOf(phase) === 'queued');
  expect(waiting.length).toBeGreaterThan(500);
  await panel.page.getByRole('button', { name: 'Stop all', exact: true }).first().click();
  await panel.menu('Menu', 'Resume');
  for (const { scene, lengthS, orderedS } of first('video')) {
    const path = await panel.save(scene, 'video', 1);
    const found = probe(path);
    expect(found).toMatchObject({ width: 1280, height: 720, fps: '24/1' });
    expect(orderedS).toBe(2);
    expect(Math.abs(found.frames - (orderedS ?? 0) * 24)).toBeLessThanOrEqual(1);
    expect(lengthS).toBeCloseTo(orderedS ?? 0, 1);
    expect(decodingErrors(path)).toBe('');
  }
}

function phaseOf(phase: unknown): unknown {
  return typeof phase === 'object' && phase !== null && 'state' in phase ? phase.state : null;
}
