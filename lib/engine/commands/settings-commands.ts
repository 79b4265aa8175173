import type { Settings } from '../../domain/settings.ts';
import { removeHold } from '../../store/holds.ts';
import { getSettings, putSettings } from '../../store/settings.ts';
import type { Of } from './of-type.ts';
import { carriedOut, type Outcomes, type Scope } from './outcome.ts';

/** Starts nothing new until Resume. What is at work goes on and is saved. */
export function pause(scope: Scope): Outcomes {
  return set(scope, { paused: true });
}

/** Lets the queue go on. */
export function resume(scope: Scope): Outcomes {
  return set(scope, { paused: false });
}

/** Sets the language of the panel. */
export function setLanguage(scope: Scope, { language }: Of<'setLanguage'>): Outcomes {
  return set(scope, { language });
}

/** Lifts a hold because the user says so. */
export async function liftHold(scope: Scope, { provider, model }: Of<'liftHold'>): Outcomes {
  await removeHold(scope.tx, { provider, model });
  return carriedOut(null, 1);
}

async function set({ tx }: Scope, change: Partial<Settings>): Outcomes {
  await putSettings(tx, { ...(await getSettings(tx)), ...change });
  return carriedOut(null, 1);
}
