import { describe, expect, it } from 'vitest';
import { FLOW_CAPABILITIES } from '../../lib/domain/capabilities.ts';
import { PROVIDER_OFFERS } from '../../lib/domain/provider-offer.ts';
import { countOtherAspects } from '../../lib/store/other-aspects.ts';
import { getProject } from '../../lib/store/projects.ts';
import { generate, openStudio } from '../fakes/studio.ts';

describe('what another aspect would make stale', () => {
  it('counts the picks of every scene and kind, and no take that is not picked', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    const count = (aspect: '9:16' | '16:9'): Promise<number> =>
      studio.store.read((tx) => countOtherAspects(tx, film, aspect));
    expect(await count('9:16')).toBe(0);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect(await count('9:16')).toBe(6);
    expect(await count('16:9')).toBe(0);
    const [take] = (await studio.card(film, 2)).takes.video;
    if (take === undefined) throw new Error('no take');
    const { sceneIndex: index, kind, number } = take.take;
    await studio.do({ type: 'markTake', projectId: film, index, kind, number, binned: true });
    expect(await count('9:16')).toBe(5);
    const done = await studio.do({ type: 'setProject', projectId: film, aspect: '9:16' });
    expect(await count('9:16')).toBe(5);
    expect((await studio.card(film, 3)).takes.image[0]?.stale).toContain('aspect');
    if (done.editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId: done.editId });
    expect(await count('16:9')).toBe(0);
    expect((await studio.card(film, 3)).takes.image[0]?.stale).toEqual([]);
  });
});

describe('what a new project is made with', () => {
  it('[L19] is refused where it is not built in, and nothing is written', async () => {
    const studio = await openStudio();
    const make = { type: 'createProject', name: 'Phim', aspect: '9:16', scenes: [] } as const;
    const refused = await studio.command({ ...make, provider: 'flow' });
    expect(refused).toEqual({
      ok: false,
      fault: { type: 'NotOffered', choice: 'flow', offered: ['animatic'] },
    });
    expect(await (await studio.store.connection.db()).count('projects')).toBe(0);
    const { projectId } = await studio.do({ ...make, provider: 'animatic' });
    if (projectId === null) throw new Error('no project');
    expect(await studio.store.read((tx) => getProject(tx, projectId))).toMatchObject({
      provider: 'animatic',
    });
  });

  it('the one that costs nothing stands first, and Flow beside it', () => {
    expect(PROVIDER_OFFERS.map(({ name, isBuiltIn }) => [name, isBuiltIn])).toEqual([
      ['animatic', true],
      ['flow', true],
    ]);
    expect(FLOW_CAPABILITIES.aspects).toEqual(['16:9', '9:16']);
  });
});
