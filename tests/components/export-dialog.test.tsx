// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ExportDialog } from '../../components/export-dialog.tsx';
import { WordsProvider } from '../../components/words.tsx';
import { filmPlan, type FilmPlan } from '../../lib/domain/film-plan.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { sceneIndex } from '../fakes/studio.ts';

const NOTHING = filmPlan([]);
const messages = Object.fromEntries(Object.entries(en).map(([key, { message }]) => [key, message]));
const planned = (...indexes: readonly number[]) =>
  indexes.map((index) => ({ index: sceneIndex(index), ordinal: index }));

/** Shows the dialog for plans one after the other; answers what it asked for. */
function show(...plans: readonly (FilmPlan | null)[]): readonly string[] {
  const asked: string[] = [];
  const note = (what: string) => () => void asked.push(what);
  const of = (plan: FilmPlan | null) => (
    <WordsProvider language="en" messages={messages}>
      <ExportDialog
        useFilmPlan={() => plan}
        onExport={note('export')}
        onGoTo={(index) => void asked.push(`scene ${index}`)}
        onClose={note('close')}
      />
    </WordsProvider>
  );
  const { rerender } = render(of(null));
  for (const plan of plans) rerender(of(plan));
  return asked;
}

describe('export', () => {
  afterEach(cleanup);

  it('counts scenes without a video, with new takes and with stale picks before anything is saved', () => {
    const asked = show({ ...NOTHING, missing: planned(4, 5), newTakes: planned(2), stale: planned(1, 2, 3) });
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'New takes, not in the film · 1',
      'Made before you changed the scene · 3',
      'No video yet; the image is saved where there is one · 2',
    ]);
    expect(asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    expect(asked).toEqual(['export', 'close']);
  });

  it('leads to a scene that it names', () => {
    const asked = show({ ...NOTHING, missing: planned(4) });
    fireEvent.click(screen.getByRole('button', { name: 'Scene 4' }));
    expect(asked).toEqual(['close', 'scene 4']);
  });

  it('saves at once where there is nothing to look at, once', () => {
    expect(show(NOTHING, NOTHING)).toEqual(['export', 'close']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('saves nothing by itself because all was looked at meanwhile', () => {
    expect(show({ ...NOTHING, newTakes: planned(2) }, NOTHING)).toEqual([]);
    expect(screen.getByRole('dialog', { name: 'Export' })).toBeTruthy();
  });
});
