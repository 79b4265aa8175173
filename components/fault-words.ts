import type { Fault } from '../lib/domain/fault.ts';
import type { Translate } from './words.tsx';

/** What went wrong, in words for people. */
export function faultWords(t: Translate, fault: Fault): string {
  return t(`fault_${fault.type}`, ...valuesOf(fault));
}

/** What fills a fault's words, for a message that is told later. */
export function valuesOf(fault: Fault): readonly (string | number)[] {
  switch (fault.type) {
    case 'ProviderFailed':
    case 'RenderFailed':
    case 'DownloadFailed':
    case 'Internal':
    case 'ContentRefused':
      return [fault.words];
    case 'WrongMedia':
      return [fault.field, fault.ordered, fault.got];
    case 'NotOffered':
      return [fault.choice, fault.offered.join(', ')];
    case 'TooManyScenes':
      return [fault.limit];
    case 'BadInput':
      return [fault.field, fault.expected];
    default:
      return [];
  }
}
