import type { Choices } from './choices.ts';
import type { Command } from './command.ts';
import type { EndCard } from './end-card.ts';
import type { Project } from './project.ts';
import type { PromptRules } from './prompt-rules.ts';

/** What a new film can begin with: the settings of one that went well, under a name. */
export interface Preset
  extends
    Choices,
    PromptRules,
    EndCard,
    Pick<
      Project,
      'name' | 'aspect' | 'videoFrom' | 'afterImages' | 'captionStyle' | 'provider' | 'styleLine' | 'naming'
    > {}

/** More are a list that nobody reads. */
export const MOST_PRESETS = 50;

/** The settings of a project under a name. */
export function presetOf(project: Project, name: string): Preset {
  const { aspect, videoFrom, afterImages, captionStyle, provider, naming } = project;
  const { imageModel, videoModel, clipLengthS, outputs } = project;
  const { mustWords, neverWords, styleLine, endTitle, endLine } = project;
  const choices = { imageModel, videoModel, clipLengthS, outputs };
  const words = { mustWords, neverWords, styleLine, endTitle, endLine };
  return { name, aspect, videoFrom, afterImages, captionStyle, provider, naming, ...choices, ...words };
}

/** What a new project begins with beside its name, its shape and its maker. */
export type ProjectStart = Pick<
  Extract<Command, { type: 'createProject' }>,
  'videoFrom' | 'afterImages' | 'captionStyle' | 'choices' | 'rules' | 'styleLine' | 'endCard' | 'naming'
>;

/** What of a preset a new project begins with; its shape, its maker and its file names are chosen beside it. */
export function startOf(preset: Preset): ProjectStart {
  const { videoFrom, afterImages, captionStyle, imageModel, videoModel, clipLengthS, outputs } = preset;
  const { mustWords, neverWords, styleLine, endTitle, endLine } = preset;
  return {
    videoFrom,
    afterImages,
    captionStyle,
    choices: { imageModel, videoModel, clipLengthS, outputs },
    rules: { mustWords, neverWords },
    styleLine,
    endCard: { endTitle, endLine },
  };
}

/** Presets with one more, by name; one of the same name takes the place of the earlier. */
export function withPreset(presets: readonly Preset[], preset: Preset): readonly Preset[] {
  const others = presets.filter(({ name }) => name !== preset.name);
  return [...others, preset].slice(-MOST_PRESETS).toSorted((a, b) => a.name.localeCompare(b.name));
}
