import { describe, expect, it, vi } from 'vitest';
import { NO_PLAN } from '../../lib/domain/fault-plan.ts';
import { readFaultPlan } from '../../lib/platform/fault-plan.ts';

const get = vi.hoisted(() => vi.fn<(item: string) => Promise<unknown>>());
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: { get } } } }));

describe('the developer switch', () => {
  it('[L13] that a dying worker cannot read changes nothing and fails no scene', async () => {
    get.mockRejectedValueOnce(new Error('No SW'));
    expect(await readFaultPlan()).toEqual(NO_PLAN);
  });

  it('is read where it is set', async () => {
    get.mockResolvedValueOnce({ faultPlan: { delayMs: 5 } });
    expect(await readFaultPlan()).toEqual({ ...NO_PLAN, delayMs: 5 });
  });
});
