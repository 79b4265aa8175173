import { partAt, previewLengthS, seenKey, type Preview } from './preview.ts';

/** Where a preview stands. */
export interface Playhead {
  /** The place of the part that is seen, from 0. */
  readonly at: number;
  /** Seconds since the part's beginning. */
  readonly offsetS: number;
  readonly isPlaying: boolean;
  /** Rises by one each time that the time did not simply pass: what plays has to be moved there. */
  readonly jumps: number;
}

/** What moves a playhead. */
export type Move =
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** To a time of the film, in seconds. */
  | { readonly type: 'seek'; readonly toS: number }
  /** This many seconds on, or back. */
  | { readonly type: 'skip'; readonly byS: number }
  /** To the beginning of a part. */
  | { readonly type: 'part'; readonly at: number }
  /** To the next part; back to the beginning of this one, or from there to the one before. */
  | { readonly type: 'step'; readonly by: 1 | -1 }
  /** Time passed in a part. */
  | { readonly type: 'passed'; readonly at: number; readonly offsetS: number }
  /** A part was seen to its end. */
  | { readonly type: 'ended'; readonly at: number }
  /** Other scenes, another order or another pick: what was seen goes on. */
  | { readonly type: 'recut'; readonly before: Preview };

/** At the beginning, standing still. */
export const AT_REST: Playhead = { at: 0, offsetS: 0, isPlaying: false, jumps: 0 };

/** Within this many seconds of a part's beginning a step back goes to the part before. */
const BEGINNING_S = 1;

/** Seconds since the beginning of the film. */
export function timeOf(preview: Preview, { at, offsetS }: Playhead): number {
  return Math.min((preview[at]?.from ?? 0) + offsetS, previewLengthS(preview));
}

/** Moves a playhead; what comes too late, or leads nowhere, moves nothing. */
export function moved(preview: Preview, head: Playhead, move: Move): Playhead {
  switch (move.type) {
    case 'play':
      return play(preview, head);
    case 'pause':
      return head.isPlaying ? { ...head, isPlaying: false } : head;
    case 'seek':
      return jump(head, partAt(preview, move.toS));
    case 'skip':
      return jump(head, partAt(preview, timeOf(preview, head) + move.byS));
    case 'part':
      return move.at in preview ? jump(head, { at: move.at, offsetS: 0 }) : head;
    case 'step':
      return step(preview, head, move.by);
    case 'passed':
      return move.at === head.at && move.offsetS > head.offsetS ? { ...head, offsetS: move.offsetS } : head;
    case 'ended':
      return move.at === head.at && head.isPlaying ? goOn(preview, head) : head;
    case 'recut':
      return recut(preview, head, move.before);
  }
}

/** From its end a film plays from its beginning again. */
function play(preview: Preview, head: Playhead): Playhead {
  if (preview.length === 0 || head.isPlaying) return head;
  const isOver = timeOf(preview, head) >= previewLengthS(preview);
  return { ...(isOver ? jump(head, { at: 0, offsetS: 0 }) : head), isPlaying: true };
}

function jump(head: Playhead, to: Pick<Playhead, 'at' | 'offsetS'>): Playhead {
  return { ...head, ...to, jumps: head.jumps + 1 };
}

function step(preview: Preview, head: Playhead, by: 1 | -1): Playhead {
  const isBack = by === -1 && head.offsetS > BEGINNING_S;
  const at = Math.max(0, isBack ? head.at : head.at + by);
  return at in preview ? jump(head, { at, offsetS: 0 }) : head;
}

function goOn(preview: Preview, head: Playhead): Playhead {
  if (head.at + 1 in preview) return { ...head, at: head.at + 1, offsetS: 0 };
  const last = preview[head.at];
  return { ...head, offsetS: last === undefined ? 0 : last.to - last.from, isPlaying: false };
}

/** The scene that is seen stays, wherever it plays now; where it is gone, what plays at its place. */
function recut(preview: Preview, head: Playhead, before: Preview): Playhead {
  const seen = before[head.at];
  const found = preview.findIndex(({ index }) => index === seen?.index);
  const part = preview[found];
  if (part === undefined) {
    const at = Math.max(0, Math.min(head.at, preview.length - 1));
    return jump({ ...head, isPlaying: head.isPlaying && at in preview }, { at, offsetS: 0 });
  }
  const to = { at: found, offsetS: Math.min(head.offsetS, part.to - part.from) };
  const isSame = seen !== undefined && seenKey(seen) === seenKey(part);
  return isSame ? { ...head, ...to } : jump(head, to);
}
