import { describe, expect, it } from 'vitest';
import { newId, type AssetId } from '../../lib/domain/ids.ts';
import type { Order } from '../../lib/engine/ports.ts';
import { ok } from '../../lib/domain/result.ts';
import { createAnimatic } from '../../lib/providers/animatic/animatic.ts';
import { generate, openStudio, seeded } from '../fakes/studio.ts';

describe('the built-in provider', () => {
  it('[L13] says of bytes that are gone that they must be asked for anew, so that Retry leads out', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const orders: Order[] = [];
    const { submit } = studio.script;
    studio.script.submit = (order) => {
      orders.push(order);
      return submit(order);
    };
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [order] = orders;
    if (order === undefined) throw new Error('no order');
    const staged: AssetId = await studio.stage({ ...order, id: newId('attempt', seeded(3)) }, 'bytes');
    const animatic = createAnimatic({
      renderer: {
        render: () => Promise.resolve(ok(null)),
        renderState: () => Promise.resolve(ok({ state: 'unknown' })),
        cancelRender: () => Promise.resolve(ok(false)),
      },
      stagedOutput: () => Promise.resolve(null),
    });
    expect(await animatic.fetch(staged, order)).toEqual({ ok: false, fault: { type: 'LinkExpired' } });
    const asked = await animatic.lookUp(order, order.intendedAt);
    expect(asked).toEqual({ type: 'not-there' });
  });
});
