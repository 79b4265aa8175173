import type { Fault } from '../lib/domain/fault.ts';
import type { Translate } from './words.tsx';

/** Scenes that a fault names before it counts the rest. */
const MOST_NAMED = 8;

/** What went wrong, in words for people. */
export function faultWords(t: Translate, fault: Fault): string {
  if (fault.type === 'QuotaSpent' && fault.model !== undefined) return quotaWords(t, fault.model);
  return t(faultKey(fault), ...(fault.type === 'MixedFormats' ? mixed(t, fault) : valuesOf(fault)));
}

/** The key of a fault's words, for a message that is told later. */
export function faultKey(fault: Fault): string {
  if (fault.type === 'FlowBlocked') return `flowBlock_${fault.by}`;
  return fault.type === 'NoEndFrame' ? `endLack_${fault.why}` : `fault_${fault.type}`;
}

function quotaWords(t: Translate, model: string): string {
  return model === '' ? t('quotaOfOne') : t('quotaOf', model);
}

/** The first scene, and the others with what differs: `scene 3 (size), scene 5 (sound)`. */
function mixed(t: Translate, { first, others }: Extract<Fault, { type: 'MixedFormats' }>): readonly string[] {
  const named = others.slice(0, MOST_NAMED).map(({ index, fields }) => {
    const fieldWords = fields.map((field) => t(`format_${field}`)).join(', ');
    return `${index} (${fieldWords})`;
  });
  const rest = others.length - named.length;
  return [String(first), [...named, ...(rest > 0 ? [t('andMore', rest)] : [])].join(', ')];
}

/** What fills a fault's words, for a message that is told later. */
export function valuesOf(fault: Fault): readonly (string | number)[] {
  switch (fault.type) {
    case 'ProviderFailed':
    case 'RenderFailed':
    case 'DownloadFailed':
    case 'Internal':
    case 'ContentRefused':
    case 'InputRefused':
    case 'AccountRefused':
      return [fault.words];
    case 'FlowNotHeld':
      return [fault.what];
    case 'FlowPictureByHand':
      return [fault.picture];
    case 'WrongMedia':
      return [fault.field, fault.ordered, fault.got];
    case 'ClipOtherShape':
      return [fault.film, fault.got];
    case 'NotOffered':
      return [fault.choice, fault.offered.join(', ')];
    case 'NoEndFrame':
      return [fault.offered];
    case 'PromptTooLong':
      return [fault.characters, fault.limit];
    case 'PictureTooLarge':
    case 'ClipTooLarge':
      return [fault.megabytes, fault.limit];
    case 'PictureTooManyPixels':
      return [fault.megapixels, fault.limit];
    case 'PictureNotTaken':
      return [fault.format];
    case 'OrdersOut':
      return [fault.count];
    case 'TooManyScenes':
      return [fault.limit];
    case 'BadInput':
      return [fault.field, fault.expected];
    case 'MixedFormats':
      return [String(fault.first), fault.others.map(({ index }) => index).join(', ')];
    case 'ClipDamaged':
      return [String(fault.scene)];
    default:
      return [];
  }
}
