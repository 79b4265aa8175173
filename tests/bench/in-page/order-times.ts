import { newId, type ProjectId } from '../../../lib/domain/ids.ts';
import type { Command, SceneDraft } from '../../../lib/domain/command.ts';
import type { Engine } from '../../../lib/engine/engine.ts';
import { engineOf, instantProvider } from './instant-provider.ts';
import { openStore } from './open-store.ts';

/** What two commands took for each scene of a film, in ms, for every size in turn. */
export interface OrderTimes {
  readonly make: readonly (readonly number[])[];
  readonly order: readonly (readonly number[])[];
}

/** Makes a film of each size and orders all its images, so many times; nothing of it is begun. One round warms up. */
export async function orderTimes(sizes: readonly number[], rounds: number): Promise<OrderTimes> {
  const store = await openStore('orders');
  const provider = instantProvider(
    store,
    () => 0,
    () => undefined,
  );
  const engine = engineOf(store, provider);
  const [make, order] = [sizes.map((): number[] => []), sizes.map((): number[] => [])];
  for (let round = -1; round < rounds; round++) {
    for (const [place, size] of sizes.entries()) {
      const made = await carryOut(engine, filmOf(size));
      const ordered = await carryOut(engine, allImages(made.projectId));
      if (round < 0) continue;
      make[place]?.push(made.tookMs / size);
      order[place]?.push(ordered.tookMs / size);
    }
  }
  return { make, order };
}

async function carryOut(engine: Engine, command: Command): Promise<{ tookMs: number; projectId: ProjectId }> {
  const from = performance.now();
  const answer = await engine.command(newId('command', Math.random), command);
  const tookMs = performance.now() - from;
  if (!answer.ok || answer.value.projectId === null) throw new Error(JSON.stringify(answer));
  return { tookMs, projectId: answer.value.projectId };
}

function filmOf(size: number): Command {
  const scenes = Array.from({ length: size }, (_, at): SceneDraft => {
    return {
      title: `Cảnh ${at + 1}`,
      description: `Chị Lan mở nắp hũ mật ong giữa rừng tràm, góc máy thứ ${at + 1}`,
      voiceOver: 'Mật ong rừng U Minh, mở nắp là thơm cả khu rừng!',
      imagePrompt: 'A woman in a brown blouse opens a glass jar of dark wild honey, soft backlight',
      videoPrompt: 'A woman opens a glass jar of dark wild honey, slow push in to the jar',
      lengthS: 8,
      chapter: '',
      extra: null,
    };
  });
  return { type: 'createProject', name: `Film of ${size}`, aspect: '16:9', scenes };
}

function allImages(projectId: ProjectId): Command {
  return { type: 'generateAll', projectId, kind: 'image' };
}
