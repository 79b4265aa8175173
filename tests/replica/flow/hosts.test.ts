import { afterEach, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { closeReplicas, startWithClient as start } from './client.ts';

afterEach(closeReplicas);

describe('the other hosts of Flow', () => {
  it('move the old page to the new host and count who calls what is gone', async () => {
    const { replica } = await start();
    const moved = await ask(replica, 'https://labs.google/fx/vi/tools/flow/project/abc?hl=vi');
    expect([moved.status, moved.headers.location]).toEqual([
      308,
      'https://flow.google.com/project/abc?hl=vi',
    ]);
    expect(replica.counters.legacyCalls).toBe(0);
    await ask(replica, 'https://labs.google/fx/api/auth/session');
    const old = await ask(replica, 'https://aisandbox-pa.googleapis.com/v1/credits?key=x');
    expect([old.status, replica.counters.legacyCalls]).toEqual([401, 2]);
  });

  it('serve a shell at every address of the page, with boot data of its own, signed out too', async () => {
    const { replica } = await start({ switches: { signedOut: true } });
    const paths = [
      '/',
      '/about',
      `/project/${replica.projects[0]?.id ?? ''}`,
      '/u/5/',
      '/unsupported-country',
    ];
    const shells = await Promise.all(paths.map((path) => ask(replica, `https://flow.google.com${path}`)));
    expect(shells.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const tokens = shells.map(({ text }) => /"SNlM0e":"([^"]{42})"/.exec(text)?.[1]);
    expect(new Set(tokens).size).toBe(paths.length);
    expect((await ask(replica, 'https://flow.google.com/elsewhere')).status).toBe(404);
  });

  it('name thumbnails by nothing that tells whose they are', async () => {
    const client = await start({ switches: { seededAssets: 3, titles: 'all-the-same' } });
    const address = `https://flow.google.com/__replica/library?project=${client.projectId}`;
    const [first, second] = [await ask(client.replica, address), await ask(client.replica, address)];
    const items: ReadonlyArray<{ title: string; thumb: string }> = JSON.parse(first.text);
    expect(items.map(({ title }) => title)).toEqual(['product.jpg', 'product.jpg', 'product.jpg']);
    const thumb = await ask(client.replica, `https://flow.google.com${items[0]?.thumb ?? ''}=s512-rw`);
    expect([thumb.status, thumb.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(second.text).not.toContain(items[0]?.thumb);
  });

  it('are all that a browser of the tests can reach', async () => {
    const { replica } = await start();
    const [rules, certificates] = replica.chromiumArgs;
    expect(rules).toContain(`MAP flow.google.com:443 127.0.0.1:${replica.port},`);
    expect(rules).toContain('MAP * ~NOTFOUND');
    expect(certificates).toBe('--ignore-certificate-errors');
  });
});
