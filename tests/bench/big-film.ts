import type { Panel } from '../browser/panel.ts';

/**
 * Makes a film of this many scenes with five takes each, two images and three videos. The takes of scene 1 are real;
 * their rows are copied to every scene and number, and name the same bytes. Answers the project's id.
 */
export async function bigFilm(panel: Panel, name: string, scenes: number): Promise<string> {
  await panel.newProject(name, '9:16');
  const script = Array.from({ length: scenes }, (_, at) => ({
    title: `Cảnh ${at + 1}`,
    desc: `Chị Lan mở nắp hũ mật ong giữa rừng tràm, góc máy thứ ${at + 1}`,
    speech: 'Mật ong rừng U Minh, mở nắp là thơm cả khu rừng!',
    prompt_image: 'A woman in a brown blouse opens a glass jar of dark wild honey, soft backlight',
    prompt_video: 'A woman opens a glass jar of dark wild honey, slow push in to the jar',
    duration: 1,
  }));
  await panel.importScript(JSON.stringify({ scenes: script }));
  if (scenes > 30) await panel.card(1).getByTitle('Open scene').click();
  await panel.more(1, 'Generate video');
  await panel.card(1).locator('[data-part=status]').getByText('Done', { exact: true }).waitFor();
  return panel.page.evaluate(copyTakes);
}

/** Runs in the page: copies the newest project's takes of scene 1 to all its scenes. */
async function copyTakes(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  type Row = Record<string, unknown>;
  const all = (store: string): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      const getting = db.transaction(store).objectStore(store).getAll();
      getting.onsuccess = () => resolve(getting.result);
      getting.onerror = () => reject(getting.error ?? new Error('get'));
    });
  const [newest] = (await all('projects')).toSorted(
    (a, b) => Number(b['createdAt']) - Number(a['createdAt']),
  );
  const of = (row: Row): boolean => row['projectId'] === newest?.['id'];
  const takes = (await all('takes')).filter(of);
  const marks = (await all('marks')).filter(of);
  const scenes = (await all('scenes')).filter(of);
  const kinds = [
    ['image', 2],
    ['video', 3],
  ] as const;
  const tx = db.transaction(['takes', 'marks', 'scenes'], 'readwrite');
  for (const scene of scenes) {
    const sceneIndex = scene['index'];
    for (const [kind, count] of kinds) {
      const take = takes.find((row) => row['kind'] === kind);
      const mark = marks.find((row) => row['kind'] === kind);
      for (let number = 1; number <= count; number++) {
        if (sceneIndex === 1 && number === 1) continue;
        const tail = [scenes.length, sceneIndex, number].map((part) => String(part).padStart(5, '0'));
        const attemptId = `attempt:${kind.charAt(0)}${tail.join('')}`;
        const keys = { ...(take?.['keys'] as object), made: [attemptId, 0] };
        const origin = { ...(take?.['origin'] as object), attemptId };
        tx.objectStore('takes').put({ ...take, sceneIndex, number, origin, keys });
        tx.objectStore('marks').put({ ...mark, sceneIndex, number, seenAt: 1, keys: {} });
      }
    }
    const nextTake = { image: 3, video: 4, voice: 1 };
    tx.objectStore('scenes').put({ ...scene, picks: { image: 1, video: 1, voice: null }, nextTake });
  }
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error ?? new Error('put'));
  });
  db.close();
  return String(newest?.['id']);
}
