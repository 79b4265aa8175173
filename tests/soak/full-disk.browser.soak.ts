import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PanelOnProfile } from '../browser/panel-on-profile.ts';
import { atRest, readRows } from '../browser/stored-laws.ts';
import { countOf } from './counts.ts';

const SCENES = countOf('SCENES', 6);
const DISK_MB = 400;
/** Too little to begin anything new, enough to say so. */
const LITTLE_MB = 100;
/** Workers that are born and die on the full disk; each tries to write. */
const LIVES = 8;
const FULL = {
  ok: false,
  fault: { type: 'Internal', words: 'QuotaExceededError: The disk has no room left.' },
};

describe('[L13] a disk that is full', () => {
  const disk = mkdtempSync(join(tmpdir(), 'retake-disk-'));
  const ballast = join(disk, 'ballast');
  let living: PanelOnProfile | null = null;
  beforeAll(async () => {
    // Needs root on Linux: a disk of its own is the only one that may be filled to the brim.
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
    const profile = join(disk, 'profile');
    mkdirSync(profile);
    living = await PanelOnProfile.open(profile);
  });
  afterAll(async () => {
    await living?.close();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it('holds everything up with a banner, loses nothing, and goes on once there is room', async () => {
    if (living === null) throw new Error('no browser');
    const { panel } = living;
    await panel.shortFilm('Full', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    await expect.poll(async () => (await panel.rows('takes')).length, { timeout: 60_000 }).toBeGreaterThan(1);
    fill(ballast, disk, LITTLE_MB * 1_048_576);
    const banner = panel.page.locator('.banner', { hasText: 'The disk has no room left.' });
    await expect.poll(() => banner.count(), { timeout: 90_000 }).toBe(1);
    const { takes: before, scenes } = await readRows(panel);
    const projectId = scenes[0]?.projectId;
    if (projectId === undefined) throw new Error('no project');
    // To the brim, while workers come and go: from here on nothing may open the database, not even to look.
    fill(`${ballast}-2`, disk, 0);
    for (let life = 0; life < LIVES; life++) {
      await panel.stopWorker();
      const answers = scenes.map(({ index }) =>
        panel.command({ type: 'editScene', projectId, index, text: { description: 'long '.repeat(3_000) } }),
      );
      for (const answer of await Promise.all(answers)) expect(answer).toMatchObject(FULL);
      await panel.page.reload();
    }
    rmSync(ballast);
    rmSync(`${ballast}-2`);
    await panel.wake();
    await panel.page.reload();
    await banner.getByRole('button', { name: 'Try now' }).click();
    const { broken, summary, tasks, takes } = await atRest(panel, 240_000);
    console.log(`disk filled after ${before.length} takes, then freed: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(({ phase }) => phase.state !== 'done')).toEqual([]);
    expect(takes).toHaveLength(SCENES * 2);
  });
});

/** Writes until this much room is left. */
function fill(path: string, disk: string, leftBytes: number): void {
  const file = openSync(path, 'w');
  for (let size = 1_048_576; size >= 512; size /= 2) {
    const block = Buffer.alloc(size);
    try {
      while (freeBytes(disk) > leftBytes + (leftBytes === 0 ? 0 : size))
        if (writeSync(file, block) < size) break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  closeSync(file);
}

function freeBytes(disk: string): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}
