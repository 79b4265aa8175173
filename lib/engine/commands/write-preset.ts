import type { Change } from '../../domain/edit.ts';
import { withPreset, type Preset } from '../../domain/preset.ts';
import { getSettings, putSettings } from '../../store/settings.ts';
import type { Scope } from './outcome.ts';

/** Puts a preset under its name, or none; answers what takes that back, nothing where none is there to forget. */
export async function writePreset(
  { tx }: Scope,
  name: string,
  wrote: Preset | null,
): Promise<readonly Change[]> {
  const settings = await getSettings(tx);
  const was = presetNamed(settings.presets, name);
  if (was === null && wrote === null) return [];
  const others = settings.presets.filter((preset) => preset !== was);
  await putSettings(tx, { ...settings, presets: wrote === null ? others : withPreset(others, wrote) });
  return [{ type: 'preset', name, was, wrote }];
}

/** The preset of a name; null where there is none. */
export function presetNamed(presets: readonly Preset[], name: string): Preset | null {
  return presets.find((preset) => preset.name === name) ?? null;
}
