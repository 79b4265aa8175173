import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSample } from '../../entrypoints/sidepanel/open-sample.ts';
import type { CommandId } from '../../lib/domain/ids.ts';
import { readScript } from '../../lib/script/read-script.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { getScenePictures } from '../../lib/store/pictures.ts';
import { getProjects } from '../../lib/store/projects.ts';
import { getOrder } from '../../lib/store/scenes.ts';
import { openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

const PICTURE = { width: 720, height: 1280 };

function open(studio: Studio, unreadable: readonly number[] = []) {
  const sample = readFileSync(new URL('../../public/samples/vi.json', import.meta.url), 'utf8');
  const read = readScript(sample);
  if (!read.ok) throw new Error(read.fault.type);
  return openSample({
    preview: read.value,
    name: 'Mật ong rừng U Minh',
    send: async (command, id?: CommandId) => {
      const answer = await studio.command(command, id);
      return answer.ok ? answer.value : null;
    },
    newCommandId: () => studio.commandId(),
    order: (id) => studio.store.read((tx) => getOrder(tx, id)),
    loadPicture: (place) =>
      Promise.resolve(
        unreadable.includes(place)
          ? null
          : { ...PICTURE, name: `${place}.webp`, bytes: new Blob([`picture ${place}`]) },
      ),
    addAsset: (bytes, owner) => addAsset(studio.store, bytes, owner, 'output', studio.now),
  });
}

describe('the sample', () => {
  it('[L11] gives each scene its picture, added under the id of the command that points at it', async () => {
    const studio = await openStudio();
    const opened = await open(studio);
    if (opened === null) throw new Error('not opened');
    expect(opened.without).toBe(0);
    for (let n = 1; n <= 6; n++) {
      const pictures = await studio.store.read((tx) => getScenePictures(tx, opened.projectId, sceneIndex(n)));
      expect(pictures).toMatchObject([{ ...PICTURE, role: 'scene', sceneIndex: n, name: `${n}.webp` }]);
    }
    const staged = await (await studio.store.connection.db()).count('staged');
    expect(staged).toBe(0);
  });

  it('opened twice it is two projects of the same bytes', async () => {
    const studio = await openStudio();
    await open(studio);
    await open(studio);
    const projects = await studio.store.read(getProjects);
    expect(new Set(projects.map(({ stem }) => stem)).size).toBe(2);
    expect(await (await studio.store.connection.db()).count('assets')).toBe(6);
    expect(await (await studio.store.connection.db()).count('pictures')).toBe(12);
  });

  it('a picture that cannot be read is told, and its scene and the others are there', async () => {
    const studio = await openStudio();
    const opened = await open(studio, [3, 5]);
    if (opened === null) throw new Error('not opened');
    expect(opened.without).toBe(2);
    expect(await studio.film(opened.projectId)).toHaveLength(6);
    expect((await studio.card(opened.projectId, 3)).pictures).toEqual([]);
    expect((await studio.card(opened.projectId, 4)).pictures).toHaveLength(1);
  });
});
