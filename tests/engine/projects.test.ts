import { describe, expect, it } from 'vitest';
import type { ProjectId } from '../../lib/domain/ids.ts';
import { findProjects } from '../../lib/domain/project-line.ts';
import { readHistory } from '../../lib/store/edits.ts';
import { readProjectLines } from '../../lib/store/project-reads.ts';
import { getProject } from '../../lib/store/projects.ts';
import { generate, openStudio, type Studio } from '../fakes/studio.ts';

async function named(studio: Studio, name: string, client: string): Promise<ProjectId> {
  const projectId = await studio.project(2);
  await studio.do({ type: 'renameProject', projectId, name, client });
  return projectId;
}

describe('projects', () => {
  it('one that is put away keeps everything, is not put away again, and comes back', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const stored = () => studio.store.read((tx) => getProject(tx, film));
    const before = await stored();
    await studio.do({ type: 'archiveProject', projectId: film, archived: true });
    const awaySince = studio.now;
    expect(await stored()).toEqual({ ...before, archivedAt: awaySince });
    studio.now += 5;
    const again = await studio.do({ type: 'archiveProject', projectId: film, archived: true });
    expect(again).toMatchObject({ editId: null, count: 0 });
    await studio.do({ type: 'archiveProject', projectId: film, archived: false });
    expect(await stored()).toEqual(before);
  });

  it('[L4] what is at work in a project that is put away goes on', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.do({ type: 'archiveProject', projectId: film, archived: true });
    await studio.settle();
    expect((await studio.card(film, 1)).takes.image).toHaveLength(1);
  });

  it('a name is given without touching the client; both are taken back as one', async () => {
    const studio = await openStudio();
    const film = await named(studio, 'Tết', 'Bà Lan');
    const stored = () => studio.store.read((tx) => getProject(tx, film));
    await studio.do({ type: 'renameProject', projectId: film, name: 'Tết 2027' });
    expect(await stored()).toMatchObject({ name: 'Tết 2027', client: 'Bà Lan' });
    const { editId } = await studio.do({
      type: 'renameProject',
      projectId: film,
      name: 'Noel',
      client: 'Ông Ba',
    });
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await stored()).toMatchObject({ name: 'Tết 2027', client: 'Bà Lan' });
  });

  it('another client alone is told as that', async () => {
    const studio = await openStudio();
    const film = await named(studio, 'Tết', 'Bà Lan');
    const undo = async () => (await studio.store.read((tx) => readHistory(tx, film))).undo?.name;
    expect(await undo()).toBe('renameProject');
    await studio.do({ type: 'renameProject', projectId: film, name: 'Tết', client: 'Ông Ba' });
    expect(await undo()).toBe('setClient');
  });

  it('are listed with the last one worked on first, a take being work; the bin is left out', async () => {
    const studio = await openStudio();
    const [first, second, gone] = [await studio.project(1), await studio.project(3), await studio.project(1)];
    studio.now += 1000;
    await studio.do({ type: 'deleteProject', projectId: gone });
    await studio.do({ type: 'renameProject', projectId: second, name: 'hai' });
    studio.now += 1000;
    await studio.do(generate(first, 1, 'image'));
    await studio.settle();
    const lines = await studio.store.read(readProjectLines);
    expect(lines.map(({ project, scenes }) => [project.id, scenes])).toEqual([
      [first, 1],
      [second, 3],
    ]);
    expect(lines[0]?.workedAt).toBe((await studio.card(first, 1)).takes.image[0]?.take.madeAt);
  });

  it('are listed with what was taken for them, or asked where nobody has told', async () => {
    const studio = await openStudio();
    studio.capabilities = { ...studio.capabilities, price: { unit: 'USD', amount: 2 } };
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [line] = await studio.store.read(readProjectLines);
    expect(line?.spent).toEqual([{ unit: 'USD', amount: 2, isSure: false }]);
  });

  it('are found by name and client, in any case and without accents', async () => {
    const studio = await openStudio();
    await named(studio, 'Mật ong rừng', 'Bà Lan');
    await named(studio, 'Giày chạy bộ', 'Đông Á');
    const lines = await studio.store.read(readProjectLines);
    const found = (query: string) => findProjects(lines, query).map(({ project }) => project.name);
    expect(found('mat ong')).toEqual(['Mật ong rừng']);
    expect(found('DONG A giay')).toEqual(['Giày chạy bộ']);
    expect(found('lan giày')).toEqual([]);
    expect(found('  ')).toHaveLength(2);
  });
});
