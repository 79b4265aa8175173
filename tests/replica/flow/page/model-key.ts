import type { Settings } from './settings.ts';

/** Where a clip comes from; each goes out as another call. */
export type ClipFrom = 'text' | 'start' | 'start-and-end' | 'ingredients';

/** What decides about a clip's key. */
export interface KeyParts {
  readonly family: string;
  readonly from: ClipFrom;
  readonly seconds: number;
  readonly aspect: Settings['videoAspect'];
  readonly resolution: Settings['resolution'];
}

const INPUTS = { text: 't2v', start: 'i2v', 'start-and-end': 'i2v', ingredients: 'r2v' } as const;

function omniKey({ from, seconds, resolution }: KeyParts): string {
  if (from === 'start-and-end') return `omni_flash_i2v_${seconds}s_first_last`;
  return `abra_${INPUTS[from]}_${seconds}s${resolution === '360p' ? '_360p' : ''}`;
}

function liteKey({ from, seconds }: KeyParts): string {
  const input = from === 'start-and-end' ? 'interpolation' : INPUTS[from];
  return `veo_3_1_${input}_lite${seconds === 8 ? '' : `_${seconds}s`}`;
}

function fastKey({ from, aspect }: KeyParts): string {
  const shape = aspect === '9:16' ? '_portrait' : '';
  if (from === 'text') return `veo_3_1_t2v_fast${shape}`;
  if (from === 'ingredients') return `veo_3_1_r2v_fast${shape === '' ? '_landscape' : shape}`;
  return `veo_3_1_i2v_s_fast${shape}${from === 'start-and-end' ? '_fl' : ''}`;
}

/** The model key that the page sends for a clip. Source: captures of the page, Sept–Oct 2026. */
export function clipKey(parts: KeyParts): string {
  if (parts.family === 'veo_3_1_lite') return liteKey(parts);
  if (parts.family === 'veo_3_1_fast') return fastKey(parts);
  if (parts.family === 'veo_3_1_quality') return parts.from === 'text' ? 'veo_3_1_t2v' : 'veo_3_1_i2v_s';
  return omniKey(parts);
}
