// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { askForAddress } from '../../../../lib/providers/flow/page/follow-page.ts';
import { setupPage } from './page-fixture.ts';
import { mediaId, PROJECT } from './page-model-fixture.ts';

function mediaOf(id: string): HTMLElement {
  const media = document.querySelector(`img[data-media-id="${id}"]`);
  if (!(media instanceof HTMLElement)) throw new Error('no tile');
  return media;
}

describe('making the page ask for a clip’s address', () => {
  it('[L1] puts a pointer over the tile of that id and over no other', async () => {
    const { page, model } = setupPage();
    const isHeard = (): boolean => model.asked.includes(mediaId(2));
    expect(await askForAddress(page, mediaId(2), { isHeard, mayOpen: false })).toBe('heard');
    expect(model.asked).toEqual([mediaId(2)]);
  });

  it('opens the tile only where it may, and comes back', async () => {
    const { page } = setupPage();
    let opened = 0;
    mediaOf(mediaId(2)).addEventListener('click', () => {
      opened++;
      history.pushState(null, '', `/project/${PROJECT}/edit/${mediaId(2)}`);
    });
    const isHeard = (): boolean => opened > 0;
    expect(await askForAddress(page, mediaId(2), { isHeard, mayOpen: false })).toBe('notHeard');
    expect(opened).toBe(0);
    expect(await askForAddress(page, mediaId(2), { isHeard, mayOpen: true })).toBe('heard');
    expect(opened).toBe(1);
  });

  it('looks for a tile that is not drawn, and leaves the grid as it was where there is none', async () => {
    const { page, clock, model } = setupPage();
    const grid = document.querySelector('.tiles-container');
    const container = mediaOf(mediaId(3)).closest('flow-grid-tile-container');
    if (grid === null || container === null) throw new Error('no grid');
    Object.defineProperties(grid, { clientHeight: { value: 500 }, scrollHeight: { value: 3_000 } });
    container.remove();
    grid.addEventListener('scroll', () => undefined);
    clock.after(1_000, () => grid.append(container));
    const isHeard = (): boolean => model.asked.includes(mediaId(3));
    expect(await askForAddress(page, mediaId(3), { isHeard, mayOpen: false })).toBe('heard');
    grid.scrollTop = 700;
    expect(await askForAddress(page, mediaId(9), { isHeard, mayOpen: true })).toBe('notShown');
    expect(grid.scrollTop).toBe(700);
  });
});
