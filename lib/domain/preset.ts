import type { Choices } from './choices.ts';
import type { Command } from './command.ts';
import type { Project } from './project.ts';
import type { PromptRules } from './prompt-rules.ts';

/** What a new film can begin with: the settings of one that went well, under a name. */
export interface Preset
  extends Choices, PromptRules, Pick<Project, 'name' | 'aspect' | 'videoFrom' | 'afterImages' | 'provider'> {}

/** More are a list that nobody reads. */
export const MOST_PRESETS = 50;

/** The settings of a project under a name. */
export function presetOf(project: Project, name: string): Preset {
  const { aspect, videoFrom, afterImages, provider, imageModel, videoModel, clipLengthS, outputs } = project;
  const { mustWords, neverWords } = project;
  const choices = { imageModel, videoModel, clipLengthS, outputs };
  return { name, aspect, videoFrom, afterImages, provider, ...choices, mustWords, neverWords };
}

/** What of a preset a new project begins with; its shape and its maker are chosen beside it. */
export function startOf(
  preset: Preset,
): Pick<Extract<Command, { type: 'createProject' }>, 'videoFrom' | 'afterImages' | 'choices' | 'rules'> {
  const { videoFrom, afterImages, imageModel, videoModel, clipLengthS, outputs } = preset;
  const { mustWords, neverWords } = preset;
  return {
    videoFrom,
    afterImages,
    choices: { imageModel, videoModel, clipLengthS, outputs },
    rules: { mustWords, neverWords },
  };
}

/** Presets with one more, by name; one of the same name takes the place of the earlier. */
export function withPreset(presets: readonly Preset[], preset: Preset): readonly Preset[] {
  const others = presets.filter(({ name }) => name !== preset.name);
  return [...others, preset].slice(-MOST_PRESETS).toSorted((a, b) => a.name.localeCompare(b.name));
}
