import {
  array,
  assert,
  constantFrom,
  double,
  integer,
  nat,
  oneof,
  property,
  stringMatching,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionAt, captionsOf } from '../../lib/domain/captions.ts';
import { AT_REST, moved, timeOf, type Move, type Playhead } from '../../lib/domain/playhead.ts';
import {
  partAt,
  previewLengthS,
  previewOf,
  type Preview,
  type PreviewScene,
} from '../../lib/domain/preview.ts';
import { isAssetId, isTakeNumber, type AssetId, type TakeNumber } from '../../lib/domain/ids.ts';
import { sceneIndex } from '../fakes/studio.ts';

function number(value: number): TakeNumber {
  if (!isTakeNumber(value)) throw new Error('no number');
  return value;
}

function asset(value: number): AssetId {
  const id = value.toString(16).padStart(64, '0');
  if (!isAssetId(id)) throw new Error('no hash');
  return id;
}

function scene(index: number, lengthS: number, take = 1): PreviewScene {
  const seen = { type: 'video', take: number(take), assetId: asset(index * 100 + take) } as const;
  return { index: sceneIndex(index), ordinal: index, line: '', voiceOver: '', lengthS, seen };
}

function played(preview: Preview, head: Playhead, ...moves: readonly Move[]): Playhead {
  return moves.reduce((now, move) => moved(preview, now, move), head);
}

/** Index and place differ: scene 7 plays first. */
const FILM = previewOf([scene(7, 2), scene(2, 3), { ...scene(4, 1), seen: { type: 'card' } }]);
const PLAYING = played(FILM, AT_REST, { type: 'play' });

describe('a film that is previewed', () => {
  it('puts every scene behind the one before, those without a video too', () => {
    expect(FILM.map(({ index, from, to }) => [index, from, to])).toEqual([
      [7, 0, 2],
      [2, 2, 5],
      [4, 5, 6],
    ]);
    expect(previewLengthS(FILM)).toBe(6);
    expect(previewLengthS(previewOf([]))).toBe(0);
  });

  it.each([
    [0, 0, 0],
    [1.5, 0, 1.5],
    [2, 1, 0],
    [5.5, 2, 0.5],
    [6, 2, 1],
    [99, 2, 1],
    [-1, 0, 0],
  ])('at %d s part %d is seen, %d s after its beginning', (timeS, at, offsetS) => {
    expect(partAt(FILM, timeS)).toEqual({ at, offsetS });
  });

  it('plays each scene once, in order, and stands at the end', () => {
    const ends = FILM.map((_, at): Move => ({ type: 'ended', at }));
    const heads = ends.map((_, at) => played(FILM, PLAYING, ...ends.slice(0, at + 1)));
    expect(heads.map(({ at, offsetS, isPlaying }) => [at, offsetS, isPlaying])).toEqual([
      [1, 0, true],
      [2, 0, true],
      [2, 1, false],
    ]);
    const over = heads[2] ?? AT_REST;
    expect(timeOf(FILM, over)).toBe(6);
    expect(played(FILM, over, { type: 'play' })).toMatchObject({ at: 0, offsetS: 0, isPlaying: true });
  });

  it('a scene that follows by itself is no jump; every other way there is one', () => {
    expect(played(FILM, PLAYING, { type: 'ended', at: 0 }).jumps).toBe(PLAYING.jumps);
    for (const move of [
      { type: 'seek', toS: 3 },
      { type: 'skip', byS: 1 },
      { type: 'part', at: 1 },
      { type: 'step', by: 1 },
    ] as const)
      expect(played(FILM, PLAYING, move).jumps).toBe(PLAYING.jumps + 1);
  });

  it('what is told of a scene that is not seen any more moves nothing', () => {
    const second = played(FILM, PLAYING, { type: 'ended', at: 0 });
    expect(played(FILM, second, { type: 'ended', at: 0 })).toBe(second);
    expect(played(FILM, second, { type: 'passed', at: 0, offsetS: 1.9 })).toBe(second);
    const standing = played(FILM, second, { type: 'pause' });
    expect(played(FILM, standing, { type: 'ended', at: 1 })).toBe(standing);
  });

  it('a step back goes to the scene’s beginning, and from there to the one before', () => {
    const inSecond = played(FILM, AT_REST, { type: 'seek', toS: 4 });
    const once = played(FILM, inSecond, { type: 'step', by: -1 });
    expect(once).toMatchObject({ at: 1, offsetS: 0 });
    expect(played(FILM, once, { type: 'step', by: -1 })).toMatchObject({ at: 0, offsetS: 0 });
    expect(played(FILM, AT_REST, { type: 'step', by: -1 })).toMatchObject({ at: 0, offsetS: 0 });
    const last = played(FILM, AT_REST, { type: 'part', at: 2 });
    expect(played(FILM, last, { type: 'step', by: 1 })).toBe(last);
  });

  it('[L1] the scene that is seen stays where it was when scenes are moved', () => {
    const inSecond = played(FILM, PLAYING, { type: 'seek', toS: 3 });
    const other = previewOf([scene(2, 3), scene(7, 2)]);
    const there = moved(other, inSecond, { type: 'recut', before: FILM });
    expect(there).toMatchObject({ at: 0, offsetS: 1, isPlaying: true, jumps: inSecond.jumps });
  });

  it('goes on at the same moment in another take, or at its end where that is shorter', () => {
    const inSecond = played(FILM, PLAYING, { type: 'seek', toS: 4 });
    const [first, , third] = FILM;
    const withTake = (lengthS: number): Preview =>
      previewOf([first, scene(2, lengthS, 2), third].filter((each) => each !== undefined));
    const same = moved(withTake(8), inSecond, { type: 'recut', before: FILM });
    expect(same).toMatchObject({ at: 1, offsetS: 2, isPlaying: true, jumps: inSecond.jumps + 1 });
    expect(moved(withTake(1), inSecond, { type: 'recut', before: FILM })).toMatchObject({
      at: 1,
      offsetS: 1,
    });
  });

  it('of a scene that is gone it shows what plays at its place', () => {
    const last = played(FILM, PLAYING, { type: 'part', at: 2 });
    const left = previewOf(FILM.slice(0, 2));
    expect(moved(left, last, { type: 'recut', before: FILM })).toMatchObject({ at: 1, offsetS: 0 });
    const nothing = moved(previewOf([]), last, { type: 'recut', before: FILM });
    expect(nothing).toMatchObject({ at: 0, offsetS: 0, isPlaying: false });
    expect(played(previewOf([]), AT_REST, { type: 'play' }).isPlaying).toBe(false);
  });

  it('stands inside the film whatever it is told', () => {
    const move = oneof(
      constantFrom<Move>(
        { type: 'play' },
        { type: 'pause' },
        { type: 'step', by: 1 },
        { type: 'step', by: -1 },
      ),
      double({ min: -5, max: 30, noNaN: true }).map((toS): Move => ({ type: 'seek', toS })),
      double({ min: -9, max: 9, noNaN: true }).map((byS): Move => ({ type: 'skip', byS })),
      nat(9).map((at): Move => ({ type: 'part', at })),
      nat(9).map((at): Move => ({ type: 'ended', at })),
    );
    const lengths = array(integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 });
    assert(
      property(lengths, array(move, { maxLength: 40 }), (seconds, moves) => {
        const film = previewOf(seconds.map((lengthS, at) => scene(at + 1, lengthS)));
        const head = played(film, AT_REST, ...moves);
        expect(head.at in film).toBe(true);
        expect(timeOf(film, head)).toBeGreaterThanOrEqual(0);
        expect(timeOf(film, head)).toBeLessThanOrEqual(previewLengthS(film));
        const back = played(film, head, { type: 'seek', toS: timeOf(film, head) });
        expect(timeOf(film, back)).toBeCloseTo(timeOf(film, head), 9);
      }),
    );
  });
});

describe('captions of a scene', () => {
  const SPOKEN =
    'Mật ong rừng U Minh thơm mùi hoa tràm, vị ngọt thanh, màu hổ phách, được người gác kèo lấy về từ sáng sớm. Giao tận nhà!';

  it('lose no word, and follow each other without a gap', () => {
    assert(
      property(array(stringMatching(/^[a-zàảâêôơưđ]{1,14}[.!?,]?$/u), { maxLength: 60 }), (words) => {
        const captions = captionsOf(words.join(' '), 8);
        expect(
          captions
            .map(({ text }) => text)
            .join(' ')
            .split(/\s+/u)
            .join(' '),
        ).toBe(words.join(' '));
        for (const [at, { from }] of captions.entries()) expect(from).toBe(captions[at - 1]?.to ?? 0);
      }),
    );
  });

  it('are pieces that two lines hold, each seen for its share of the time', () => {
    const captions = captionsOf(SPOKEN, 8);
    expect(captions.length).toBe(3);
    for (const { text } of captions) expect(text.length).toBeLessThanOrEqual(90);
    expect(captionAt(captions, 0)).toMatch(/^Mật ong/u);
    expect(captionAt(captions, 7.9)).toBe('Giao tận nhà!');
    expect(captionAt(captions, 99)).toBe('Giao tận nhà!');
    expect(captionAt(captionsOf('', 8), 1)).toBe('');
  });
});
