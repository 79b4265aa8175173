import { describe, expect, it } from 'vitest';
import type { Command } from '../../lib/domain/command.ts';
import {
  isAssetId,
  isTakeNumber,
  type AssetId,
  type CommandId,
  type ProjectId,
} from '../../lib/domain/ids.ts';
import type { PictureRole } from '../../lib/domain/picture.ts';
import { addAsset, hasAsset, STAGED_MS } from '../../lib/store/assets.ts';
import { sweep } from '../../lib/store/sweep.ts';
import { generate, openStudio, PICTURE_MEDIA, sceneIndex, type Studio } from '../fakes/studio.ts';

async function stage(studio: Studio, id: CommandId, text: string, role: 'output' | 'poster' = 'output') {
  const added = await addAsset(studio.store, new Blob([text]), id, role, studio.now);
  if (!added.ok) throw new Error(added.fault.type);
  return added.value;
}

/** Gives a picture as the panel does: its bytes under the command's id, then the command. */
async function give(
  studio: Studio,
  projectId: ProjectId,
  scene: number | null,
  role: PictureRole,
  text: string,
  replaces: Extract<Command, { type: 'addPicture' }>['replaces'] = [],
) {
  const id = studio.commandId();
  const assetId = await stage(studio, id, text);
  const command: Command = {
    type: 'addPicture',
    projectId,
    sceneIndex: scene === null ? null : sceneIndex(scene),
    role,
    assetId,
    name: `${text}.jpg`,
    width: 1600,
    height: 900,
    replaces,
  };
  studio.now += 1_000;
  return { id, assetId, command, answer: await studio.command(command, id) };
}

/** Makes bytes a take, as the panel does. */
async function importTake(studio: Studio, projectId: ProjectId, scene: number, text: string) {
  const id = studio.commandId();
  const command: Command = {
    type: 'importTake',
    projectId,
    index: sceneIndex(scene),
    kind: 'image',
    assetId: await stage(studio, id, text),
    posterId: await stage(studio, id, `${text} small`, 'poster'),
    media: PICTURE_MEDIA,
  };
  return { id, command, answer: await studio.command(command, id) };
}

function editOf(answer: Awaited<ReturnType<Studio['command']>>) {
  if (!answer.ok || answer.value.editId === null) throw new Error('no edit');
  return answer.value.editId;
}

function staged(studio: Studio): Promise<number> {
  return studio.store.read((tx) => tx.idb.objectStore('staged').count());
}

function isStored(studio: Studio, id: AssetId): Promise<boolean> {
  return studio.store.read((tx) => hasAsset(tx, id));
}

describe('pictures', () => {
  it('[L1] a scene’s stand on its card before the film’s, and on no other', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    await give(studio, film, null, 'product', 'honey');
    await give(studio, film, 2, 'scene', 'dawn');
    const names = async (index: number) =>
      (await studio.card(film, index)).pictures.map(({ name, sceneIndex: of }) => [name, of]);
    expect(await names(1)).toEqual([['honey.jpg', null]]);
    expect(await names(2)).toEqual([
      ['dawn.jpg', 2],
      ['honey.jpg', null],
    ]);
  });

  it('[L11] [L12] the same bytes twice at one place are one picture, and nothing stays staged', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const first = await give(studio, film, 1, 'scene', 'dawn');
    const again = await give(studio, film, 1, 'scene', 'dawn');
    const beside = await give(studio, film, 2, 'scene', 'dawn');
    expect([first, again, beside].map(({ answer }) => answer.ok && answer.value.count)).toEqual([1, 0, 1]);
    expect((await studio.card(film, 1)).pictures).toHaveLength(1);
    expect((await studio.card(film, 2)).pictures).toHaveLength(1);
    expect(await staged(studio)).toBe(0);
    await sweep(studio.store, studio.now + STAGED_MS);
    expect(await isStored(studio, first.assetId)).toBe(true);
  });

  it('a sent repeat of one command adds nothing, and undo takes it back', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { id, command, answer } = await give(studio, film, 1, 'scene', 'dawn');
    expect(await studio.command(command, id)).toEqual(answer);
    expect((await studio.card(film, 1)).pictures).toHaveLength(1);
    await studio.do({ type: 'undo', editId: editOf(answer) });
    expect((await studio.card(film, 1)).pictures).toEqual([]);
  });

  it('one that takes the place of another comes and goes with it in one edit', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await give(studio, film, 1, 'scene', 'refused');
    const [old] = (await studio.card(film, 1)).pictures;
    if (!old) throw new Error('no picture');
    const { answer } = await give(studio, film, 1, 'scene', 'better', [old.id]);
    expect((await studio.card(film, 1)).pictures.map(({ name }) => name)).toEqual(['better.jpg']);
    await studio.do({ type: 'undo', editId: editOf(answer) });
    expect((await studio.card(film, 1)).pictures.map(({ name }) => name)).toEqual(['refused.jpg']);
  });

  it('what one shows can be said anew and taken back, but the film has no photo of a shot', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await give(studio, film, null, 'product', 'honey');
    const role = async () => (await studio.card(film, 1)).pictures[0]?.role;
    const [picture] = (await studio.card(film, 1)).pictures;
    if (!picture) throw new Error('no picture');
    const answer = await studio.command({ type: 'setPictureRole', pictureId: picture.id, role: 'place' });
    expect(await role()).toBe('place');
    await studio.do({ type: 'undo', editId: editOf(answer) });
    expect(await role()).toBe('product');
    const refused = { ok: false, fault: { type: 'BadInput', field: 'role' } };
    expect(
      await studio.command({ type: 'setPictureRole', pictureId: picture.id, role: 'scene' }),
    ).toMatchObject(refused);
    expect((await give(studio, film, null, 'scene', 'shot')).answer).toMatchObject(refused);
  });

  it('[L1] of the film that is called by a name is used in the scenes alone that say it', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    await give(studio, film, null, 'person', 'lan');
    const [picture] = (await studio.card(film, 1)).pictures;
    if (!picture) throw new Error('no picture');
    const [first, second] = [sceneIndex(1), sceneIndex(2)];
    await studio.do({
      type: 'editScene',
      projectId: film,
      index: second,
      text: { voiceOver: 'Chị Lan cười.' },
    });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const answer = await studio.command({
      type: 'callPicture',
      pictureId: picture.id,
      calledAs: ' Lan, cô chủ ',
    });
    const namesOf = async (index: number) =>
      (await studio.card(film, index)).pictures.map(({ name }) => name);
    expect([await namesOf(1), await namesOf(2)]).toEqual([[], ['lan.jpg']]);
    expect((await studio.card(film, 1)).takes.image[0]?.stale).toEqual(['pictures']);
    await studio.do({
      type: 'editScene',
      projectId: film,
      index: first,
      text: { description: 'CÔ CHỦ rót trà' },
    });
    expect(await namesOf(1)).toEqual(['lan.jpg']);
    await studio.do({ type: 'editScene', projectId: film, index: first, text: { description: '' } });
    await studio.do({ type: 'undo', editId: editOf(answer) });
    expect([await namesOf(1), await namesOf(2)]).toEqual([['lan.jpg'], ['lan.jpg']]);
  });

  it('[L4] a picture that is removed stays in the take that was made with it, and marks it', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { assetId } = await give(studio, film, null, 'product', 'honey');
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [picture] = (await studio.card(film, 1)).pictures;
    if (!picture) throw new Error('no picture');
    await studio.do({ type: 'removePicture', pictureId: picture.id });
    const [made] = (await studio.card(film, 1)).takes.image;
    expect(made?.stale).toEqual(['pictures']);
    expect(made?.take.snapshot.pictures).toEqual([{ id: picture.id, role: 'product', assetId }]);
    await sweep(studio.store, studio.now + STAGED_MS);
    expect(await isStored(studio, assetId)).toBe(true);
  });
});

describe('the end frame of a scene', () => {
  const rolesOf = async (studio: Studio, film: ProjectId) =>
    (await studio.card(film, 1)).pictures.map(({ name, role }) => `${name} ${role}`);

  it('is one: another takes its place with the same edit, given or marked so, and undo brings it back', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await give(studio, film, 1, 'scene', 'dawn');
    await give(studio, film, 1, 'end', 'noon');
    // The same bytes may begin it as well.
    const { answer } = await give(studio, film, 1, 'end', 'dawn');
    expect(await rolesOf(studio, film)).toEqual(['dawn.jpg scene', 'dawn.jpg end']);
    await studio.do({ type: 'undo', editId: editOf(answer) });
    expect(await rolesOf(studio, film)).toEqual(['dawn.jpg scene', 'noon.jpg end']);
    const [photo] = (await studio.card(film, 1)).pictures;
    if (!photo) throw new Error('no picture');
    const marked = await studio.command({ type: 'setPictureRole', pictureId: photo.id, role: 'end' });
    expect(await rolesOf(studio, film)).toEqual(['dawn.jpg end']);
    await studio.do({ type: 'undo', editId: editOf(marked) });
    expect(await rolesOf(studio, film)).toEqual(['dawn.jpg scene', 'noon.jpg end']);
    const refused = { ok: false, fault: { type: 'BadInput', field: 'role' } };
    expect((await give(studio, film, null, 'end', 'shot')).answer).toMatchObject(refused);
  });

  it('[L4] is an input of the scene’s videos alone: a new one makes them stale, and no image', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const first = await give(studio, film, 1, 'end', 'noon');
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    const stale = async () => {
      const { image, video } = (await studio.card(film, 1)).takes;
      return [image[0]?.stale, video[0]?.stale];
    };
    expect(await stale()).toEqual([[], []]);
    const { image, video } = (await studio.card(film, 1)).takes;
    expect(image[0]?.take.snapshot.pictures).toEqual([]);
    expect(video[0]?.take.snapshot.pictures).toMatchObject([{ role: 'end', assetId: first.assetId }]);
    await give(studio, film, 1, 'end', 'dusk');
    expect(await stale()).toEqual([[], ['pictures']]);
    await sweep(studio.store, studio.now + STAGED_MS);
    expect(await isStored(studio, first.assetId)).toBe(true);
  });

  it('[L19] that the service does not take is refused when its video is ordered, and of many fails alone', async () => {
    const studio = await openStudio();
    studio.capabilities = { ...studio.capabilities, endFrame: null };
    const film = await studio.project(2);
    await give(studio, film, 1, 'end', 'noon');
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toEqual([
      'submit scene 1 image',
      'submit scene 2 image',
      'submit scene 2 video',
    ]);
    const { status, facts } = await studio.card(film, 1);
    expect(status.name).toBe('failed');
    expect(facts.tasks.video?.phase).toMatchObject({ fault: { type: 'NoEndFrame', why: 'service' } });
    await studio.do({ type: 'setProject', projectId: film, videoFrom: 'text' });
    expect(await studio.command(generate(film, 1, 'video'))).toMatchObject({ ok: false });
  });
});

describe('a take that the user brings', () => {
  it('[L3] [L12] gets the next number and the present inputs, is picked, and leaves earlier takes alone', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [earlier] = (await studio.card(film, 1)).takes.image;
    await give(studio, film, 1, 'scene', 'dawn');
    const { id } = await importTake(studio, film, 1, 'mine');
    const { takes, scene, status } = await studio.card(film, 1);
    expect(takes.image.map(({ take }) => take.number)).toEqual([2, 1]);
    expect(takes.image[1]?.take).toEqual(earlier?.take);
    expect(takes.image[0]).toMatchObject({ picked: true, fresh: false, stale: [] });
    expect(takes.image[0]?.take).toMatchObject({
      origin: { type: 'imported', commandId: id },
      media: PICTURE_MEDIA,
      snapshot: { title: 'cảnh 1', pictures: [{ role: 'scene' }] },
    });
    expect(scene.picks.image).toBe(2);
    expect(status.name).toBe('imageReady');
    expect(await staged(studio)).toBe(0);
    expect((await studio.card(film, 2)).takes.image).toEqual([]);
  });

  it('[L3] is one take however often its command is sent, also to a new background', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { id, command, answer } = await importTake(studio, film, 1, 'mine');
    await studio.restart();
    expect(await studio.command(command, id)).toEqual(answer);
    expect((await studio.card(film, 1)).takes.image).toHaveLength(1);
  });

  it('[L3] undo bins it and brings the earlier pick back; its number is not used again', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { answer } = await importTake(studio, film, 1, 'mine');
    await studio.do({ type: 'undo', editId: editOf(answer) });
    const undone = await studio.card(film, 1);
    expect(undone.scene.picks.image).toBe(1);
    expect(undone.takes.image.map(({ take }) => take.number)).toEqual([1]);
    await importTake(studio, film, 1, 'another');
    expect((await studio.card(film, 1)).takes.image.map(({ take }) => take.number)).toEqual([3, 1]);
  });

  it('frees the video that waits for the image, which is made from it', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    studio.script.submit = (order) =>
      Promise.resolve(
        order.kind === 'image'
          ? { type: 'fault', accepted: 'no', fault: { type: 'ContentRefused', what: 'prompt', words: '' } }
          : { type: 'fault', accepted: 'no', fault: { type: 'ProviderFailed', words: 'asked' } },
      );
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    expect(studio.calls).toEqual(['submit scene 1 image']);
    const { command } = await importTake(studio, film, 1, 'mine');
    await studio.settle();
    expect(studio.calls).toContain('submit scene 1 video');
    const attempts = await studio.store.read((tx) => tx.idb.objectStore('attempts').getAll());
    const assetId = command.type === 'importTake' ? command.assetId : null;
    expect(attempts).toContainEqual(
      expect.objectContaining({
        kind: 'video',
        snapshot: expect.objectContaining({ image: { take: 1, assetId } }),
      }),
    );
  });

  it('[L3] an image that was on its way comes beside it, unpicked', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await importTake(studio, film, 1, 'mine');
    await studio.settle();
    const { scene, takes, status } = await studio.card(film, 1);
    expect(scene.picks.image).toBe(1);
    expect(takes.image.map(({ take }) => take.origin.type)).toEqual(['generated', 'imported']);
    expect(status.name).toBe('newTake');
  });

  it.each([
    ['the shape', { ...PICTURE_MEDIA, width: 720, height: 1280 }, 'WrongMedia'],
    ['the type', { ...PICTURE_MEDIA, mime: 'video/mp4' }, 'WrongMedia'],
  ] as const)(
    '[L16] of another %s than the film’s is refused and writes nothing',
    async (_what, media, type) => {
      const studio = await openStudio();
      const film = await studio.project(1);
      const id = studio.commandId();
      const assetId = await stage(studio, id, 'mine');
      const of = { projectId: film, index: sceneIndex(1), kind: 'image', posterId: null } as const;
      const answer = await studio.command({ type: 'importTake', ...of, assetId, media }, id);
      expect(answer).toMatchObject({ ok: false, fault: { type } });
      const { scene, takes } = await studio.card(film, 1);
      expect([takes.image, scene.nextTake.image, scene.picks.image]).toEqual([[], 1, null]);
    },
  );

  it('[L16] as a frame of a video that is not there is refused, and of one that is there it says which', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const [first, second] = [1, 2];
    if (!isTakeNumber(first) || !isTakeNumber(second)) throw new Error('no number');
    const frameOf = { sceneIndex: sceneIndex(1), take: first, edge: 'last' } as const;
    const { command } = await importTake(studio, film, 2, 'no frame');
    if (command.type !== 'importTake') throw new Error('no take');
    const refused = studio.commandId();
    await stage(studio, refused, 'no frame');
    expect(await studio.command({ ...command, frameOf }, refused)).toMatchObject({
      ok: false,
      fault: { type: 'NotFound', what: 'take' },
    });
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    const id = studio.commandId();
    for (const role of ['output', 'poster'] as const)
      await stage(studio, id, role === 'output' ? 'no frame' : 'no frame small', role);
    expect((await studio.command({ ...command, frameOf }, id)).ok).toBe(true);
    const before = await studio.card(film, 2);
    expect(before.takes.image[0]?.take.origin).toEqual({ type: 'frame', commandId: id, of: frameOf });
    expect(before.frames).toEqual([{ use: 'begin', of: frameOf, pick: first }]);
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    await studio.do({
      type: 'pickTake',
      projectId: film,
      index: sceneIndex(1),
      kind: 'video',
      number: second,
    });
    expect((await studio.card(film, 2)).frames).toEqual([{ use: 'begin', of: frameOf, pick: second }]);
  });

  it('[L12] without its bytes, or for a scene that is deleted, is refused', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { command } = await importTake(studio, film, 1, 'mine');
    if (command.type !== 'importTake') throw new Error('no take');
    const posterId = '0'.repeat(64);
    if (!isAssetId(posterId)) throw new Error('no hash');
    expect(await studio.command({ ...command, posterId })).toMatchObject({
      ok: false,
      fault: { type: 'AssetMissing' },
    });
    await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(1) });
    expect(await studio.command(command)).toMatchObject({
      ok: false,
      fault: { type: 'NotFound', what: 'scene' },
    });
  });
});
