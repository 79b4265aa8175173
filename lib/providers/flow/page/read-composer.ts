import { closestOf, iconsIn, inOneReading, piecesIn, wordsIn } from './find.ts';
import { all, allIn, first } from './look-for.ts';
import type { Chip, Composer, Summary } from './page-state.ts';
import { aspectOfIcon, parseWords } from './parse-choice.ts';

/** Reads what the composer holds now; null where there is none, in a narrow window, and where the agent's stands in its place. */
export function readComposer(document: Document): Composer | null {
  return inOneReading(document, () => read(document));
}

function read(document: Document): Composer | null {
  if (first(document, 'composer') === null || first(document, 'editor') === null) return null;
  if (first(document, 'agentComposer') !== null) return null;
  // In the narrow layout the page sends none of the pictures that it holds.
  if (first(document, 'ingredientBar') === null) return null;
  return {
    prompt: readPrompt(document),
    hasMention: all(document, 'mention').length > 0,
    summary: readSummary(document),
    frames: all(document, 'frame').map((frame) => chipsIn(document, frame)[0] ?? null),
    ingredients: looseChips(document).map((chip) => readChip(document, chip)),
    price: readPrice(document),
    start: readStart(document),
  };
}

/** Reads the editor, its placeholder left out. */
export function readPrompt(document: Document): string {
  const editor = first(document, 'editor');
  return editor === null ? '' : wordsIn(editor, all(document, 'placeholder'));
}

/** Whether two prompts are the same to the editor, which merges white space. */
export function isSamePrompt(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

/** Chips that stand in no frame. */
export function looseChips(document: Document): readonly Element[] {
  const framed = new Set(all(document, 'frame').flatMap((frame) => allIn(document, frame, 'chip')));
  return all(document, 'chip').filter((chip) => !framed.has(chip));
}

/** Reads one chip of the ingredient bar. */
export function readChip(document: Document, chip: Element): Chip {
  const [picture] = allIn(document, chip, 'chipPicture');
  const id = /\/(?:image|video)\/([\da-f-]{36})/i.exec(picture?.getAttribute('src') ?? '')?.[1] ?? null;
  if (allIn(document, chip, 'chipRefused').length > 0) return { id, state: 'refused' };
  const isPending = allIn(document, chip, 'chipPending').length > 0 || picture === undefined;
  return { id, state: isPending ? 'pending' : 'ready' };
}

/** Reads the price line: the first number in it, with the separators of any language; null where there is no line. */
export function readPrice(document: Document): number | null {
  const words = all(document, 'price')
    .map((line) => wordsIn(line))
    .join(' ');
  const digits = /\d+(?:[.,\s]\d{3})*/.exec(words)?.[0].replace(/\D/g, '');
  return digits === undefined ? null : Number(digits);
}

function chipsIn(document: Document, frame: Element): readonly Chip[] {
  return allIn(document, frame, 'chip').map((chip) => readChip(document, chip));
}

function readSummary(document: Document): Summary {
  const summary = first(document, 'settingsSummary');
  const pieces = summary === null ? [] : piecesIn(summary);
  const parts = pieces
    .flatMap((piece) => piece.split(/\s*·\s*|\s+(?=[x×]\d)/i))
    .map((part) => parseWords(part));
  const valueOf = (setting: string): string | null =>
    parts.find((part) => part?.setting === setting)?.value ?? null;
  const numberOf = (setting: string): number | null =>
    valueOf(setting) === null ? null : Number(valueOf(setting));
  const icons = summary === null ? [] : iconsIn(summary);
  return {
    text: [...pieces, ...icons].join(' '),
    aspect: icons.map((icon) => aspectOfIcon(icon)).find((aspect) => aspect !== null) ?? null,
    lengthS: numberOf('lengthS'),
    resolution: valueOf('resolution'),
    count: numberOf('count'),
  };
}

function readStart(document: Document): Composer['start'] {
  if (first(document, 'noCredits') !== null) return 'noCredits';
  const start = first(document, 'start');
  if (start === null) return 'absent';
  const button = closestOf(start, 'button') ?? start;
  const isDisabled = button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true';
  return isDisabled ? 'disabled' : 'ready';
}
