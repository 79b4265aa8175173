import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PictureChips } from '../../components/picture-chips.tsx';
import { WordsProvider } from '../../components/words.tsx';
import { PictureReport } from '../../components/picture-report.tsx';
import type { Card } from '../../lib/domain/card.ts';
import type { Picture } from '../../lib/domain/picture.ts';
import { openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';
import { addAsset } from '../../lib/store/assets.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };

const messages = Object.fromEntries(Object.entries(en).map(([key, { message }]) => [key, message]));
const nothing = (): void => undefined;
const actions = {
  usePicture: nothing,
  setPictureRole: nothing,
  callPicture: nothing,
  removePicture: nothing,
};

function show(children: React.ReactNode): string {
  return renderToStaticMarkup(
    <WordsProvider language="en" messages={messages}>
      {children}
    </WordsProvider>,
  );
}

/** A card with a photo of its own and pictures of its film. */
async function cardWith(studio: Studio, ofFilm: number): Promise<Card> {
  const projectId = await studio.project(1);
  for (let at = 0; at <= ofFilm; at++) {
    const id = studio.commandId();
    const added = await addAsset(studio.store, new Blob([`${at}`]), id, 'output', studio.now);
    if (!added.ok) throw new Error(added.fault.type);
    const own = at === ofFilm;
    const place = { sceneIndex: own ? sceneIndex(1) : null, role: own ? 'scene' : 'product' } as const;
    const size = { width: 1600, height: 900 };
    const picture = { projectId, ...place, assetId: added.value, name: `${at}.jpg`, ...size };
    await studio.command({ type: 'addPicture', ...picture }, id);
  }
  return studio.card(projectId, 1);
}
const chips = (card: Card): string => show(<PictureChips card={card} actions={actions} />);

describe('the pictures on a card', () => {
  it('stand with their names, the scene’s own first', async () => {
    const text = chips(await cardWith(await openStudio(), 1));
    expect(text).toMatch(/aria-label="Picture 1\.jpg, photo"/);
    expect(text).not.toMatch(/no pictures/);
  });

  it('[L19] where the provider takes none, the card says so', async () => {
    const card = await cardWith(await openStudio(), 1);
    expect(card.references).toBe(true);
    expect(chips({ ...card, references: false })).toMatch('The service in use takes no pictures.');
  });

  it('what has no room on the line is counted', async () => {
    expect(chips(await cardWith(await openStudio(), 3))).toMatch(/aria-label="3 more pictures">\+3</);
  });

  it('none is no line', async () => {
    const card = await cardWith(await openStudio(), 1);
    const none: readonly Picture[] = [];
    expect(chips({ ...card, pictures: none })).toBe('');
  });
});

describe('what is told of pictures being added', () => {
  it('[L13] how far they are, and each refused file with its reason', () => {
    const progress = { done: 7, total: 30 };
    const refused = [{ name: 'a.svg', fault: { type: 'PictureNotTaken', format: 'SVG' } as const }];
    const text = show(<PictureReport pictures={{ film: [], progress, refused }} onClose={() => undefined} />);
    expect(text).toMatch('7 of 30');
    expect(text).toMatch(/a\.svg<\/strong> SVG files cannot be used/);
  });
});
