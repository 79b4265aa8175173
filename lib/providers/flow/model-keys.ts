/** Models with their names on the page and the beginnings or shapes of the service's keys for it. */
const KEYS = [
  ['omni-flash', 'Omni Flash', /^(?:abra|omni_flash)(?:_|$)/],
  [
    'veo-3.1-lite-low',
    'Veo 3.1 - Lite [Lower Priority]',
    /^veo_3_1_(?:t2v|i2v|r2v|interpolation|extension)_lite(?:_\w+)?_low_priority$/,
  ],
  ['veo-3.1-lite', 'Veo 3.1 - Lite', /^veo_3_1_(?:t2v|i2v|r2v|interpolation|extension)_lite(?:_|$)/],
  ['veo-3.1-fast', 'Veo 3.1 - Fast', /^veo_3_1_(?:t2v|i2v_s|r2v|extension)_fast(?:_|$)/],
  ['veo-3.1-quality', 'Veo 3.1 - Quality', /^veo_3_1_(?:t2v|i2v_s)(?:_(?:portrait|landscape|fl|\ds))*$/],
  ['nano-banana-2.1', 'Nano Banana 2.1', /^BELUGA$/],
  ['nano-banana-2', 'Nano Banana 2', /^NARWHAL$/],
  ['nano-banana-2-lite', 'Nano Banana 2 Lite', /^HARBOR_SEAL$/],
  ['nano-banana-pro', 'Nano Banana Pro', /^GEM_PIX_2$/],
] as const;

/** A model as far as the service's keys tell it; versions of Omni Flash share one, since their keys do. */
export type FlowModel = (typeof KEYS)[number][0];

/** The model that a key of the service names; null where the key is not known. Source: captures, Sept–Oct 2026. */
export function modelOfKey(key: string): FlowModel | null {
  return KEYS.find(([, , shape]) => shape.test(key))?.[0] ?? null;
}

/** What the page calls a model. */
export function nameOf(model: FlowModel): string {
  return KEYS.find(([each]) => each === model)?.[1] ?? '';
}
