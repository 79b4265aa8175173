import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { orderClip, orderImages, untilJobs } from './bodies.ts';
import { ask } from './ask.ts';
import { closeReplicas, startWithClient as start, type FlowClient } from './client.ts';
import { textAt } from './service/json.ts';
import { colourOf } from './service/media-files.ts';
import { jpegSize } from './service/uploaded-picture.ts';

afterEach(closeReplicas);

async function addressOf(
  { call }: FlowClient,
  id: string,
  kind: 'video' | 'poster' = 'video',
): Promise<string> {
  const { payload } = await call('as29s', [id]);
  return (kind === 'video' ? textAt(payload, 7, 0, 8) : textAt(payload, 5, 10)) ?? '';
}

async function madeClip(client: FlowClient, prompt: string, key?: string): Promise<string> {
  const id = textAt((await orderClip(client, prompt, key)).payload, 3, 0, 0) ?? '';
  client.replica.finish(id);
  return id;
}

function probed(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'replica-')), 'clip.mp4');
  writeFileSync(path, bytes);
  const shown = [
    '-show_entries',
    'stream=codec_name,width,height,nb_read_frames',
    '-of',
    'csv=p=0',
    '-count_frames',
  ];
  return execFileSync('ffprobe', ['-v', 'error', ...shown, path], { encoding: 'utf8' }).trim();
}

/** How much of how much has come once the first bytes are there; the rest is not waited for. */
function begin({ port }: FlowClient['replica'], address: string): Promise<{ got: number; whole: number }> {
  const { hostname, pathname, search } = new URL(address);
  const options = { host: '127.0.0.1', port, path: `${pathname}${search}`, headers: { host: hostname } };
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, rejectUnauthorized: false, agent: false }, (response) => {
      response.once('data', (piece: Buffer) => {
        resolve({ got: piece.length, whole: Number(response.headers['content-length']) });
        asked.destroy();
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe("Flow's media host", () => {
  it('hands out a real clip of the shape and length that were ordered, without cookies or a word for pages', async () => {
    const client = await start();
    const id = await madeClip(client, 'a fox', 'abra_t2v_4s');
    const { status, headers, body } = await ask(client.replica, await addressOf(client, id));
    expect([status, headers['content-type'], headers['accept-ranges']]).toEqual([200, 'video/mp4', 'bytes']);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(body.subarray(4, 8).toString()).toBe('ftyp');
    expect(probed(body)).toMatch(/^h264,1280,720,96\naac,18\d$/);
  });

  it('gives no two media the same bytes', async () => {
    const client = await start();
    const ids = [
      await madeClip(client, 'same', 'abra_t2v_4s'),
      await madeClip(client, 'same', 'abra_t2v_4s'),
    ];
    const [one, other] = await Promise.all(
      ids.map(async (id) => (await ask(client.replica, await addressOf(client, id))).body),
    );
    expect(one).not.toEqual(other);
    expect(new Set(Array.from({ length: 64 }, (_, at) => colourOf(`medium ${at}`))).size).toBe(8);
  });

  it('hands out pictures of the size that was ordered', async () => {
    const client = await start();
    const replied = orderImages(client, { prompt: 'a king', aspect: 4 });
    await untilJobs(client, 1);
    client.replica.finishAll();
    const { body } = await ask(client.replica, textAt((await replied).payload, 0, 0, 6, 0, 13) ?? '');
    expect([body[0], body[1], jpegSize(body)]).toEqual([0xff, 0xd8, [896, 1200]]);
  });

  it('hands out parts', async () => {
    const client = await start();
    const address = await addressOf(client, await madeClip(client, 'a fox', 'abra_t2v_4s'));
    const whole = await ask(client.replica, address);
    const part = await ask(client.replica, address, { headers: { range: 'bytes=4-7' } });
    expect([part.status, part.text, part.headers['content-range']]).toEqual([
      206,
      'ftyp',
      `bytes 4-7/${whole.body.length}`,
    ]);
    const rest = await ask(client.replica, address, { headers: { range: 'bytes=100-' } });
    expect(rest.body).toEqual(whole.body.subarray(100));
    const end = await ask(client.replica, address, { headers: { range: 'bytes=-36' } });
    expect(end.text).toBe(new URL(address).pathname.slice('/video/'.length));
    expect((await ask(client.replica, address, { headers: { range: 'bytes=99999999-' } })).status).toBe(416);
  });

  it('refuses an address that is not its own, of another kind, or past its time', async () => {
    const client = await start();
    const address = await addressOf(client, await madeClip(client, 'a fox', 'abra_t2v_4s'));
    expect((await ask(client.replica, address.replace('/video/', '/image/'))).status).toBe(403);
    expect((await ask(client.replica, address.replace(/Expires=\d+/, 'Expires=9999999999'))).status).toBe(
      403,
    );
    client.replica.advance(21_600_000 - 1);
    expect((await ask(client.replica, address)).status).toBe(200);
    client.replica.advance(1);
    expect((await ask(client.replica, address)).status).toBe(403);
  });

  it('may give an address that is expired already, a poster, or half a file', async () => {
    const client = await start({ switches: { expiredLinks: 1 } });
    const id = await madeClip(client, 'a fox', 'abra_t2v_4s');
    expect((await ask(client.replica, await addressOf(client, id))).status).toBe(403);
    const whole = await ask(client.replica, await addressOf(client, id));
    client.replica.set({ mediaBytes: 'poster' });
    const poster = await ask(client.replica, await addressOf(client, id));
    expect([poster.headers['content-type'], poster.body[0], poster.body[1]]).toEqual([
      'video/mp4',
      0xff,
      0xd8,
    ]);
    client.replica.set({ mediaBytes: 'truncated' });
    const half = await ask(client.replica, await addressOf(client, id));
    expect(whole.body.subarray(0, half.body.length)).toEqual(half.body);
    expect(half.body.length).toBeLessThan(whole.body.length);
    expect((await ask(client.replica, await addressOf(client, id, 'poster'))).headers['content-type']).toBe(
      'image/jpeg',
    );
  });

  it('begins to hand out bytes and never ends, where it is told to', async () => {
    const client = await start({ switches: { mediaHangs: true } });
    const id = await madeClip(client, 'a fox', 'abra_t2v_4s');
    const address = await addressOf(client, id);
    const asked = await begin(client.replica, address);
    expect(asked.got).toBeGreaterThan(0);
    expect(asked.got).toBeLessThan(asked.whole);
  });
});
