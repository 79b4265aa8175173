// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../../lib/providers/flow/page/find.ts';
import { readComposer } from '../../../../lib/providers/flow/page/read-composer.ts';
import type { Composer } from '../../../../lib/providers/flow/page/page-state.ts';
import { isEmptied, watchComposer } from '../../../../lib/providers/flow/page/watch-composer.ts';
import { setupPage, type Fixture } from './page-fixture.ts';
import { mediaId, type PageOptions } from './page-model-fixture.ts';

/** An armed page: what is told of it, and a way to change it as a hand would and let time pass. */
function armed(options: Partial<PageOptions> = {}) {
  const fixture = setupPage({ prompt: 'a red fox', frames: [mediaId(1), null], ...options });
  const composer = readComposer(document);
  if (composer === null) throw new Error('no composer');
  const told: Composer[] = [];
  watchComposer(fixture.page, composer, (held) => told.push(held));
  const change = async (act: (fixture: Fixture) => void): Promise<readonly Composer[]> => {
    act(fixture);
    // Once for the observer to hear, once for the reading.
    for (let times = 0; times < 4; times++) await fixture.clock.sleep(200, new AbortController().signal);
    return told;
  };
  return { ...fixture, composer, told, change };
}

function type(text: string): void {
  const [editor] = findAll(document, '.ProseMirror');
  if (editor !== undefined) document.getSelection()?.selectAllChildren(editor);
  document.execCommand('selectAll');
  document.execCommand('delete');
  document.execCommand('insertText', false, text);
}

describe('the composer while an order is armed', () => {
  it('[L4] tells of a prompt that was changed by hand, and of its being put back', async () => {
    const { change } = armed();
    expect(await change(() => type('a blue fox'))).toMatchObject([{ prompt: 'a blue fox' }]);
    expect((await change(() => type('a  red fox '))).at(-1)?.prompt).toContain('red');
  });

  it('[L9] tells of settings, with the price that they have', async () => {
    const { change } = armed();
    const told = await change(({ model, redraw }) => {
      model.count = '4';
      redraw();
      document.querySelector('.credit-cost-link')?.replaceChildren('80 credits');
    });
    expect(told).toMatchObject([{ prompt: 'a red fox', price: 80, summary: { count: 4 } }]);
  });

  it('[L17] is none in the narrow layout, which sends no pictures', () => {
    armed();
    document.querySelector('flow-ingredient-bar')?.remove();
    expect(readComposer(document)).toBeNull();
  });

  it('says nothing of a composer that is gone, of a grid that moves, of white space, and of a chip that loads anew', async () => {
    const { change } = armed();
    const told = await change(({ redraw }) => {
      document.querySelector('.loading-percentage')?.replaceChildren('13%');
      document.querySelector('flow-grid-tile-container')?.remove();
      type(' a red  fox');
      redraw();
    });
    expect(told).toEqual([]);
    expect(await change(() => document.querySelector('flow-prompt-box')?.remove())).toEqual([]);
  });

  it('says the same thing once, hears in shadow roots, and ends with the signal', async () => {
    const { change, end, told } = armed({ hasShadow: true });
    await change(() => type('a blue fox'));
    await change(({ redraw }) => redraw());
    expect(told).toHaveLength(1);
    end();
    await change(() => type('a green fox'));
    expect(told).toHaveLength(1);
  });

  it('is emptied where prompt and pictures are gone, and not where one is left or written over', () => {
    const { composer } = armed();
    const empty = { ...composer, prompt: '', frames: [null, null] };
    expect(isEmptied(composer, empty)).toBe(true);
    expect(isEmptied(composer, { ...composer, prompt: '' })).toBe(true);
    const other = { id: mediaId(2), state: 'ready' } as const;
    for (const held of [composer, { ...empty, hasMention: true }, { ...empty, frames: [other, null] }, null])
      expect(isEmptied(composer, held)).toBe(false);
    expect(isEmptied({ ...composer, prompt: '' }, empty)).toBe(false);
  });
});
