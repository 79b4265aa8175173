import type { LedgerRow } from '../lib/domain/attempt.ts';
import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import { isLarger, LARGER_FROM, type Media, type Take } from '../lib/domain/take.ts';
import { amountWords } from './amount-words.ts';
import { sizeWords } from './size-words.ts';
import { timeWords } from './time-words.ts';
import { useT, type Translate } from './words.tsx';

/** What is known of a take, a line each: when, by whom, how it was set, what it is, what it cost. */
export function TakeFacts({ take, cost }: { readonly take: Take; readonly cost: LedgerRow | null }) {
  const t = useT();
  const facts: readonly (readonly [name: string, words: string])[] = [
    ['made', timeWords(take.madeAt)],
    ['by', makerWords(t, take)],
    ...orderFacts(t, take),
    ...(take.media.lengthS === null ? [] : [['length', secondsWords(t, take.media.lengthS)] as const]),
    ['size', mediaWords(t, take.media)],
    ...(cost === null ? [] : [['price', costWords(t, cost, take)] as const]),
  ];
  return (
    <dl className="take-facts">
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{t(`about_${name}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function makerWords(t: Translate, { origin, snapshot }: Take): string {
  switch (origin.type) {
    case 'generated':
      return t(`provider_${snapshot.provider}`);
    case 'imported':
      return t('about_yourFile');
    case 'frame':
      return t(`about_frame_${origin.of.edge}`, String(origin.of.sceneIndex), String(origin.of.take));
  }
}

/** How it was ordered; a file that the user brought and a frame were not. */
function orderFacts(t: Translate, take: Take): readonly (readonly [string, string])[] {
  if (take.origin.type !== 'generated') return [];
  const { provider, model, seed } = take.snapshot;
  const has = capabilitiesOf(provider);
  const isChosen = has !== null && has.models.video.length > 0;
  return [
    ...(isChosen || model !== null ? [['model', model ?? t('choice_own')] as const] : []),
    ['settings', settingWords(t, take)],
    // Where the user presses, the service draws a seed of its own and does not tell it.
    ...(has?.needsPress === false ? [['seed', String(seed)] as const] : []),
  ];
}

function settingWords(t: Translate, take: Take): string {
  const { aspect, lengthS, videoFrom, kind, outputs } = take.snapshot;
  return [
    aspect,
    ...(lengthS === null ? [] : [t('seconds', String(lengthS))]),
    ...(kind === 'video' ? [`${t('videoFrom')}: ${t(`videoFrom_${videoFrom}`).toLocaleLowerCase()}`] : []),
    ...(outputs === 1 ? [] : [t('batch_takesEach', String(outputs))]),
    ...(isLarger(take) ? [t('takeLarger')] : []),
  ].join(' · ');
}

function secondsWords(t: Translate, lengthS: number): string {
  return t('seconds', (Math.round(lengthS * 10) / 10).toLocaleString(document.documentElement.lang));
}

function mediaWords(t: Translate, { width, height, fps, sizeBytes, lengthS, hasSound }: Media): string {
  return [
    ...(width === 0 ? [] : [`${width} × ${height}`]),
    ...(fps === null ? [] : [t('about_fps', String(Math.round(fps)))]),
    sizeWords(t, sizeBytes),
    ...(lengthS === null ? [] : [t(hasSound ? 'about_sound' : 'about_silent')]),
  ].join(' · ');
}

/** The order's price, which several takes share; a larger copy has one of its own. */
function costWords(t: Translate, { unit, asked, taken, larger }: LedgerRow, take: Take): string {
  const { origin, snapshot } = take;
  if (origin.type === 'generated' && isLarger(take))
    return orderWords(t, { unit, asked: 0, taken: larger[origin.output - LARGER_FROM] ?? 'unknown' });
  const told = orderWords(t, { unit, asked, taken });
  return snapshot.outputs === 1 ? told : t('about_perOrder', told, String(snapshot.outputs));
}

function orderWords(
  t: Translate,
  { unit, asked, taken }: Pick<LedgerRow, 'unit' | 'asked' | 'taken'>,
): string {
  if (taken !== 'unknown') return amountWords(t, taken, unit);
  const untold = t('about_untold');
  return asked === 0 ? untold : t('spent_asked', untold, amountWords(t, asked, unit));
}
