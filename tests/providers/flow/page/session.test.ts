// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { noteTraffic } from '../../../../lib/providers/flow/page/own-traffic.ts';
import { openSession } from '../../../../lib/providers/flow/page/session.ts';
import { holdClips } from './grid-fixture.ts';
import { setupPage } from './page-fixture.ts';
import { mediaId } from './page-model-fixture.ts';

function openHere(clips: number) {
  const fixture = setupPage();
  const { page, model } = fixture;
  const scrolls = holdClips(fixture, clips);
  const addressesOf = (id: string): number => model.asked.filter((asked) => asked === id).length;
  const traffic = { ...noteTraffic(), addressesOf };
  const drop = () => Promise.resolve(false);
  const session = openSession({ page, traffic, drop, unread: () => undefined, changed: () => undefined });
  return { session, model, scrolls };
}

describe('the session of a document', () => {
  it('[L1] looks for one clip after the other: two who scroll one grid go past what they look for', async () => {
    const { session, model } = openHere(60);
    const wanted = [17, 33, 22].map(mediaId);
    expect(await Promise.all(wanted.map(session.askForAddress))).toEqual([true, true, true]);
    expect(model.asked).toEqual(wanted);
  });

  it('asks once for a clip whose address came while others were looked for', async () => {
    const { session, model } = openHere(60);
    let pointed = 0;
    document.addEventListener('pointerover', () => pointed++);
    const asked = [session.askForAddress(mediaId(17)), session.askForAddress(mediaId(17))];
    expect(await Promise.all(asked)).toEqual([true, true]);
    expect(model.asked).toEqual([mediaId(17)]);
    expect(pointed).toBe(1);
  });

  it('stops at the end of a grid that ends at a part of a pixel', async () => {
    const { session, scrolls } = openHere(12);
    expect(await session.askForAddress(mediaId(99))).toBe(false);
    // The top, two steps, and where the user had it.
    expect(scrolls.tops).toEqual([0, 400, 799.6, 0]);
  });
});
