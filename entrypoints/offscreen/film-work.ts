import type { Fault } from '../../lib/domain/fault.ts';
import type { Result } from '../../lib/domain/result.ts';
import type { FilmPlace } from '../../lib/media/film-file.ts';
import type { ClipBytes, JoinedBytes } from '../../lib/media/clip-bytes.ts';

/** What the film worker is told. */
export type FilmTold =
  | { readonly type: 'join'; readonly clips: readonly ClipBytes[]; readonly place: FilmPlace }
  | { readonly type: 'cancel' };

/** What the film worker tells. */
export type FilmTells =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'ended'; readonly film: Result<JoinedBytes, Fault> };
