import { describe, expect, it } from 'vitest';
import { scenario, SCENARIOS } from './scenarios.ts';
import { familyOf, priceOf, secondsOf } from './prices.ts';
import { DEFAULT_SWITCHES } from './switches.ts';

/** What a healthy account does anyway: the switch only says so. */
const AS_EVER = ['trusted click required', 'prompt over 2450', '308 from labs'];

describe('the scenarios of Flow', () => {
  it('are sixty, each of them other than the healthy page or made by the test', () => {
    const numbers = Object.keys(SCENARIOS).map(Number);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    const idle = numbers.map(scenario).filter(({ words, madeBy, switches }) => {
      const isSame =
        JSON.stringify({ ...DEFAULT_SWITCHES, ...switches }) === JSON.stringify(DEFAULT_SWITCHES);
      return isSame && madeBy !== 'test' && !AS_EVER.includes(words);
    });
    expect(idle.map(({ words }) => words)).toEqual(['public execute called by anyone']);
  });
});

describe('prices of Flow', () => {
  it('follow model, length and plan', () => {
    const keys = ['abra_t2v_4s', 'abra_i2v_6s', 'abra_r2v_8s', 'abra_t2v_10s', 'abra_t2v_4s_360p'];
    expect(keys.map((key) => priceOf(key, 'pro'))).toEqual([7, 10, 12, 15, 4]);
    const veo = [
      'veo_3_1_t2v_lite',
      'veo_3_1_i2v_s_fast_portrait',
      'veo_3_1_t2v',
      'veo_3_1_i2v_lite_low_priority',
    ];
    expect(veo.map((key) => priceOf(key, 'pro'))).toEqual([10, 20, 100, 10]);
    expect(veo.map((key) => priceOf(key, 'ultra'))).toEqual([5, 10, 100, 0]);
    expect(['BELUGA', 'GEM_PIX_2'].map((key) => priceOf(key, 'free'))).toEqual([0, 0]);
    expect([secondsOf('omni_flash_i2v_8s_first_last'), secondsOf('veo_3_1_t2v_lite_4s')]).toEqual([8, 4]);
    expect([familyOf('abra_t2v_6s')?.name, familyOf('unheard_of')]).toEqual(['Omni 1.1 Flash', null]);
  });
});
