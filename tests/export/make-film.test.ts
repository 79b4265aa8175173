import { beforeEach, describe, expect, it } from 'vitest';
import type { DownloadState } from '../../lib/domain/download.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { FilmOrder } from '../../lib/domain/film.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import { fail, ok } from '../../lib/domain/result.ts';
import { createFilmMaker, type FilmMaker, type FilmPorts } from '../../lib/export/make-film.ts';
import { readFilmPlan } from '../../lib/store/film-reads.ts';
import { getProject } from '../../lib/store/projects.ts';
import { generate, openStudio, PICTURE_MEDIA, sceneIndex, type Studio } from '../fakes/studio.ts';

const CLIP_MEDIA = { ...PICTURE_MEDIA, mime: 'video/mp4', lengthS: 4, fps: 24, codec: 'avc' };

describe('making the film', () => {
  let studio: Studio;
  let maker: FilmMaker;
  let projectId: ProjectId;
  const orders: FilmOrder[] = [];
  const names: string[] = [];
  const revoked: string[] = [];
  let joins: FilmPorts['join'];
  let outcome: DownloadState;

  beforeEach(async () => {
    studio = await openStudio();
    for (const list of [orders, names, revoked]) list.length = 0;
    joins = () => Promise.resolve(ok({ url: 'blob:film', lengthS: 8, sizeBytes: 100 }));
    outcome = { state: 'saved', downloadId: 1, name: 'Mat-ong/Mat-ong (1).mp4' };
    maker = createFilmMaker(studio.store, {
      join: (order) => (orders.push(order), joins(order)),
      cancelJoin: () => Promise.resolve(ok(true)),
      revokeUrl: (url) => Promise.resolve(revoked.push(url)),
      download: (url, name) => {
        names.push(name);
        queueMicrotask(() => maker.ended(url));
        return Promise.resolve(1);
      },
      downloadState: () => Promise.resolve(outcome),
      clock: () => 77,
    });
    studio.script.inspect = (_id, _attempt, { kind }) =>
      Promise.resolve(ok({ media: kind === 'video' ? CLIP_MEDIA : PICTURE_MEDIA, posterId: null }));
    projectId = await studio.project(3);
  });

  const makeVideos = async (...indexes: readonly number[]): Promise<void> => {
    for (const index of indexes) await studio.do(generate(projectId, index, 'video'));
    await studio.settle();
  };
  const plan = () => studio.store.read((tx) => readFilmPlan(tx, projectId));
  const film = async () => (await studio.store.read((tx) => getProject(tx, projectId)))?.film;

  it('joins the picks in the film’s order and keeps under which cut it was made', async () => {
    await makeVideos(1, 3);
    await studio.do({ type: 'moveScene', projectId, index: sceneIndex(3), after: null });
    expect(await maker.make(projectId)).toEqual(
      ok({ name: 'Mat-ong/Mat-ong (1).mp4', lengthS: 8, sizeBytes: 100 }),
    );
    expect(orders[0]?.clips.map(({ index, lengthS }) => [index, lengthS])).toEqual([
      [3, 4],
      [1, 4],
    ]);
    expect(names).toEqual(['Mat-ong/Mat-ong.mp4']);
    expect(await film()).toEqual({ cut: '3.1 1.1', name: 'Mat-ong/Mat-ong (1).mp4', madeAt: 77 });
  });

  it('is planned with what the user may want to look at first', async () => {
    await makeVideos(1, 2);
    await makeVideos(1);
    await studio.do({ type: 'editScene', projectId, index: sceneIndex(2), text: { title: 'khác' } });
    const planned = await plan();
    expect(planned?.newTakes).toEqual([{ index: 1, ordinal: 1 }]);
    expect(planned?.stale).toEqual([{ index: 2, ordinal: 2 }]);
    expect(planned?.missing).toEqual([{ index: 3, ordinal: 3 }]);
  });

  it('pressed twice it is made once', async () => {
    await makeVideos(1);
    const [one, two] = await Promise.all([maker.make(projectId), maker.make(projectId)]);
    expect(two).toEqual(one);
    expect(names).toHaveLength(1);
    await maker.make(projectId);
    expect(names).toHaveLength(2);
  });

  it('without a video there is nothing to do', async () => {
    expect(await maker.make(projectId)).toEqual(fail({ type: 'NothingToDo' }));
    expect(orders).toEqual([]);
  });

  it.each<Fault>([{ type: 'Cancelled' }, { type: 'StorageFull' }])(
    '%j while it is joined leaves no file and no film',
    async (fault) => {
      await makeVideos(1);
      joins = () => Promise.resolve(fail(fault));
      expect(await maker.make(projectId)).toEqual(fail(fault));
      expect(names).toEqual([]);
      expect(await film()).toBeNull();
    },
  );

  it('a download that fails is told, and the film counts as not made', async () => {
    await makeVideos(1);
    outcome = { state: 'failed', fault: { type: 'StorageFull' } };
    expect(await maker.make(projectId)).toEqual(fail({ type: 'StorageFull' }));
    expect(await film()).toBeNull();
  });
});
