import type { CaptchaAction } from '../contract.ts';
import { cropTo } from './crop.ts';
import { familyInUse, secondsInUse } from './catalogue.ts';
import { clipKey, type ClipFrom } from './model-key.ts';
import { callsOf, clipSubmits, imageSubmits, type Frame, type PromptPart, type Submit } from './orders.ts';
import { inSight } from './can-start.ts';
import { isMobile, promptText, type Chip, type Page, type PageState } from './page-state.ts';

/** What one press would send. */
export interface Plan {
  readonly action: CaptchaAction;
  readonly modelKey: string;
  readonly count: number;
  readonly prompt: string;
  /** Calls that it takes; each needs a token. */
  readonly calls: number;
  readonly submits: (tokens: readonly string[]) => readonly Submit[];
}

function newSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}

function idsOf(chips: readonly (Chip | null)[]): readonly string[] {
  return chips.flatMap((chip) =>
    chip?.state === 'ready' && chip.picture !== null ? [chip.picture.mediaId] : [],
  );
}

/** The mobile layout has no ingredient bar, and sends none of what was in it. */
function attached(page: Page, state: PageState): readonly Chip[] {
  const isLeftOut = isMobile(state, page.switches) || page.switches.referencesDropped;
  if (isLeftOut) return [];
  return inSight(state);
}

function clipFrom(page: Page, state: PageState, chips: readonly Chip[]): ClipFrom {
  const { settings } = state;
  if (chips.length === 0) return 'text';
  if (settings.subMode === 'frames') return chips.length === 2 ? 'start-and-end' : 'start';
  // Veo Lite takes ingredients at 8 s alone; at other lengths they are dropped without a word.
  const isLite = familyInUse(settings, page.switches)?.family === 'veo_3_1_lite';
  return isLite && secondsInUse(settings, page.switches) !== 8 ? 'text' : 'ingredients';
}

function frameOf({ picture }: Chip, aspect: '16:9' | '9:16'): readonly Frame[] {
  if (picture === null) return [];
  const [across, down] = aspect === '16:9' ? [16, 9] : [9, 16];
  const { mediaId, width, height } = picture;
  return [{ mediaId, crop: width > 0 ? cropTo(width, height, across / down) : null }];
}

/** The words as they go out: white space at the ends stays behind. */
function sentParts(parts: readonly PromptPart[]): readonly PromptPart[] {
  return parts.map((part, at) => {
    if (part.type === 'mention') return part;
    const text = at === 0 ? part.text.trimStart() : part.text;
    return { ...part, text: at === parts.length - 1 ? text.trimEnd() : text };
  });
}

function isOneCall({ switches }: Page): boolean {
  return switches.outputsAs === 'one-request';
}

function shared(page: Page, state: PageState, tokens: readonly string[]) {
  return {
    projectId: state.projectId,
    parts: sentParts(state.parts),
    count: state.settings.count,
    inOneCall: isOneCall(page),
    tokens,
    newId: () => crypto.randomUUID(),
  };
}

function imagePlan(page: Page, state: PageState): Plan {
  const { settings } = state;
  const modelKey = familyInUse(settings, page.switches)?.family ?? '';
  const references = idsOf(attached(page, state));
  return {
    action: 'IMAGE_GENERATION',
    modelKey,
    count: settings.count,
    prompt: promptText(state.parts),
    calls: callsOf({ count: settings.count, inOneCall: isOneCall(page) }),
    submits: (tokens) =>
      imageSubmits({
        ...shared(page, state, tokens),
        modelKey,
        references,
        aspect: settings.imageAspect,
        newSeed,
      }),
  };
}

function clipPlan(page: Page, state: PageState): Plan {
  const { settings } = state;
  const { videoAspect: aspect, resolution, count } = settings;
  const chips = attached(page, state);
  const from = clipFrom(page, state, chips);
  const family = familyInUse(settings, page.switches)?.family ?? '';
  const modelKey = clipKey({
    family,
    from,
    seconds: secondsInUse(settings, page.switches),
    aspect,
    resolution,
  });
  const frames =
    from === 'start' || from === 'start-and-end' ? chips.flatMap((chip) => frameOf(chip, aspect)) : [];
  const references = from === 'ingredients' ? idsOf(chips) : [];
  return {
    action: 'VIDEO_GENERATION',
    modelKey,
    count,
    prompt: promptText(state.parts),
    calls: callsOf({ count: settings.count, inOneCall: isOneCall(page) }),
    submits: (tokens) =>
      clipSubmits({ ...shared(page, state, tokens), modelKey, aspect, from, frames, references }),
  };
}

/** What a press would send now. */
export function planOf(page: Page, state: PageState): Plan {
  return state.settings.mode === 'image' ? imagePlan(page, state) : clipPlan(page, state);
}
