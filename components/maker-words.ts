import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import type { MadeWith } from '../lib/domain/made-with.ts';
import type { Translate } from './words.tsx';

/** Who makes takes and with which models: `Google Flow · Nano Banana Pro · Veo 3.1 - Fast`; what is left to it is not named. */
export function makerWords(t: Translate, { provider, imageModel, videoModel }: MadeWith): string {
  const hasModels = (capabilitiesOf(provider)?.models.video.length ?? 0) > 0;
  const models = hasModels ? [imageModel, videoModel].filter((model) => model !== null) : [];
  return [t(`provider_${provider}`), ...models].join(' · ');
}
