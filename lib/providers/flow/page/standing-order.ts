import { parseJson } from './dig.ts';
import { isFlowId } from './flow-id.ts';
import type { MarkWords } from './mark.ts';
import { quietly } from './quietly.ts';

/** That an order stands ready in a document, for the script that comes after an update of the extension. */
export interface StandingOrder {
  readonly documentId: string;
  readonly words: MarkWords;
}

/** Keeps it where the outbox is: nothing of the order itself, which stands in the page. */
export interface StandingNote {
  keep(order: StandingOrder): void;
  drop(): void;
  /** Null where none stands, or the page has written something else there (L16). */
  read(): StandingOrder | null;
}

const KEY = 'retake.standing';
const LONGEST = 200;

/** Opens the note of a tab; a storage that is full or closed keeps none, and the order is prepared again. */
export function openStandingNote(
  tabStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): StandingNote {
  return {
    keep: (order) => quietly(() => tabStorage.setItem(KEY, JSON.stringify(order))),
    drop: () => quietly(() => tabStorage.removeItem(KEY)),
    read: () => quietly(() => parse(parseJson(tabStorage.getItem(KEY) ?? ''))) ?? null,
  };
}

function parse(raw: unknown): StandingOrder | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { documentId, words } = raw as Partial<Record<string, unknown>>;
  if (!isFlowId(documentId) || typeof words !== 'object' || words === null) return null;
  const { text, hide } = words as Partial<Record<string, unknown>>;
  return isShort(text) && isShort(hide) ? { documentId, words: { text, hide } } : null;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}
