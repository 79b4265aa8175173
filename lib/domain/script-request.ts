import type { Aspect } from './project.ts';
import type { Language } from './settings.ts';

/** The tones that are offered; their words stand under `tone` and the name. */
export const REQUEST_TONES = ['friendly', 'trusted', 'funny', 'touching', 'lively', 'calm'] as const;

/** Languages of a voice-over that are offered, as BCP 47 has them. */
export const VOICE_LANGUAGES = ['vi', 'en', 'zh', 'ja', 'ko', 'th', 'id', 'es', 'fr'] as const;

/** What the user tells of a film whose script a chat model is asked for. */
export interface RequestFields {
  /** The product or topic; the only one that must be there. */
  readonly topic: string;
  readonly points: string;
  readonly audience: string;
  readonly tone: (typeof REQUEST_TONES)[number];
  readonly length: { readonly unit: 'seconds' | 'scenes'; readonly amount: number };
  /** Where it will be shown, by the shape that goes with it. */
  readonly aspect: Aspect;
  readonly voice: (typeof VOICE_LANGUAGES)[number];
}

/** Gives the words of a key; `$1`, `$2` … are filled in. */
export type Say = (key: string, ...values: readonly (string | number)[]) => string;

/** Seconds: what the common services make of one scene in one go, and what a scene is planned with. */
const SCENE_S = { least: 4, usual: 6, most: 8 } as const;

/** The most that may be asked for at once: a longer answer is cut off by every chat model. */
export const REQUEST_LIMITS = {
  seconds: { least: 4, most: 600 },
  scenes: { least: 1, most: 100 },
} as const;

/** What is asked for where the user says nothing: forty seconds, spoken in the panel's language. */
export function usualRequest(language: Language, aspect: Aspect): RequestFields {
  const length = { unit: 'seconds', amount: 40 } as const;
  return { topic: '', points: '', audience: '', tone: 'friendly', length, aspect, voice: language };
}

/** The film's length as it will be about: scenes of six seconds. */
export function plannedLength({ length: { unit, amount } }: RequestFields): {
  readonly scenes: number;
  readonly seconds: number;
} {
  const { least, most } = REQUEST_LIMITS[unit];
  const asked = Math.min(most, Math.max(least, Math.round(Number.isFinite(amount) ? amount : least)));
  if (unit === 'scenes') return { scenes: asked, seconds: asked * SCENE_S.usual };
  return { scenes: Math.max(1, Math.round(asked / SCENE_S.usual)), seconds: asked };
}

/**
 * Writes the request for a chat model: what the film is about, how scenes are made well, and the one JSON object
 * that Retake reads. The words come in the language of `say`; the keys of the JSON are the same in every one.
 */
export function scriptRequest(fields: RequestFields, language: Language, say: Say): string {
  const { topic, points, audience, tone, aspect, voice } = fields;
  const { scenes, seconds } = plannedLength(fields);
  const voiceName = languageName(voice, language);
  const about = [
    say('request_about', topic.trim()),
    ...(points.trim() === '' ? [] : [say('request_points', points.trim())]),
    ...(audience.trim() === '' ? [] : [say('request_audience', audience.trim())]),
    say('request_tone', say(`tone_as_${tone}`)),
    say('request_place', say(`aspectFor_${aspect.replace(':', 'x')}`), aspect),
    say('request_length', String(seconds), String(scenes)),
  ];
  const rules = [
    say('request_rule_scene', String(SCENE_S.least), String(SCENE_S.most)),
    say('request_rule_voice', voiceName),
    say('request_rule_english'),
    say('request_rule_image'),
    say('request_rule_video'),
    say('request_rule_same'),
    say('request_rule_noText'),
    say('request_rule_read', languageName(language, language)),
  ];
  return [
    say('request_role'),
    about.map((line) => `- ${line}`).join('\n'),
    say('request_rules'),
    rules.map((line, at) => `${at + 1}. ${line}`).join('\n'),
    say('request_answer'),
    `\`\`\`json\n${shapeOf(aspect, say)}\n\`\`\``,
    say('request_long'),
  ].join('\n\n');
}

/** The name of a language in another. */
export function languageName(language: string, within: Language): string {
  return new Intl.DisplayNames([within], { type: 'language' }).of(language) ?? language;
}

/** The shape to answer in: keys that the reader of scripts knows, with words in place of values. */
function shapeOf(aspect: Aspect, say: Say): string {
  const scene = {
    index: 1,
    title: say('request_shape_title'),
    description: say('request_shape_description'),
    voiceover: say('request_shape_voiceover'),
    image_prompt: say('request_shape_image'),
    video_prompt: say('request_shape_video'),
    duration: SCENE_S.usual,
  };
  return JSON.stringify({ meta: { ratio: aspect }, scenes: [scene] }, null, 2);
}
