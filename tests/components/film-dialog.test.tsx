// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { FilmDialog, type FilmWork } from '../../components/film-dialog.tsx';
import { WordsProvider } from '../../components/words.tsx';
import { filmPlan, type FilmPlan } from '../../lib/domain/film-plan.ts';
import { sceneIndex } from '../fakes/studio.ts';

const words: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const messages = Object.fromEntries(Object.entries(words).map(([key, { message }]) => [key, message]));
const missing = Array.from({ length: 20 }, (_, at) => ({
  index: sceneIndex(at + 2),
  ordinal: at + 1,
  video: null,
  hasNewTake: false,
}));

function show(work: FilmWork, plan: FilmPlan): readonly string[] {
  const pressed: string[] = [];
  const note = (what: string) => () => void pressed.push(what);
  render(
    <WordsProvider language="en" messages={messages}>
      <FilmDialog
        useFilmPlan={() => plan}
        work={work}
        actions={{ make: note('make'), cancel: note('cancel'), leave: note('leave') }}
        onGoTo={(index) => void pressed.push(`scene ${index}`)}
        onPreview={note('preview')}
        onClose={note('close')}
      />
    </WordsProvider>,
  );
  return pressed;
}

describe('the film dialog', () => {
  afterEach(cleanup);

  it('names the first scenes of a long list and counts the rest', () => {
    const pressed = show(
      { state: 'failed', fault: { type: 'ClipDamaged', scene: sceneIndex(7) } },
      { ...filmPlan(missing), cut: [] },
    );
    expect(screen.getByRole('alert').textContent).toContain('The video of scene 7 is damaged.');
    fireEvent.click(screen.getByRole('button', { name: 'Scene 7' }));
    expect(pressed).toEqual(['leave', 'close', 'scene 7']);
  });

  it('says how far it is, and Cancel is the one thing to press', () => {
    const pressed = show({ state: 'making', share: 0.4 }, filmPlan(missing));
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('0.4');
    expect(screen.queryByRole('button', { name: 'Make film' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(pressed).toEqual(['cancel']);
  });

  it('invents no progress before there is one', () => {
    show({ state: 'making', share: null }, filmPlan(missing));
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  });
});
