/** Bytes of a file that is written piece by piece and kept in memory. */
export interface FilmPieces {
  /** Keeps bytes at a place; a piece is kept as it is and not copied. */
  write(bytes: Uint8Array<ArrayBuffer>, position: number): void;
  toBlob(mime: string): Blob;
}

interface Piece {
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Collects pieces: a growing buffer would copy a film of 500 MB several times. */
export function createPieces(): FilmPieces {
  const pieces: Piece[] = [];
  let end = 0;
  const push = (bytes: Uint8Array<ArrayBuffer>): void => {
    pieces.push({ at: end, bytes });
    end += bytes.length;
  };
  return {
    write: (bytes, position) => {
      if (position > end) push(new Uint8Array(position - end));
      const known = Math.min(bytes.length, end - position);
      if (known > 0) overwrite(pieces, bytes.subarray(0, known), position);
      if (known < bytes.length) push(bytes.subarray(known));
    },
    toBlob: (type) =>
      new Blob(
        pieces.map((piece) => piece.bytes),
        { type },
      ),
  };
}

/** The index is written last and stands first. */
function overwrite(pieces: readonly Piece[], bytes: Uint8Array, position: number): void {
  const end = position + bytes.length;
  for (const { at, bytes: old } of pieces) {
    if (at >= end) return;
    const [from, to] = [Math.max(position, at), Math.min(end, at + old.length)];
    if (from < to) old.set(bytes.subarray(from - position, to - position), from - at);
  }
}
