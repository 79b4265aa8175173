import { all } from './look-for.ts';

/** Where a file is dropped: onto the page, which takes it into the project's library, or onto a frame. */
export type DropPlace = { readonly on: 'page' } | { readonly on: 'frame'; readonly at: 0 | 1 };

/**
 * Drops the user's picture as a hand would, and says whether there was a place for it. It uploads and attaches nothing.
 * Runs in the page's own world, where the page's handlers can read the file. Source: captures of Oct 2026.
 */
export function dropFile(document: Document, place: DropPlace, file: File): boolean {
  const target = place.on === 'page' ? all(document, 'projectPage')[0] : all(document, 'frame')[place.at];
  if (target === undefined) return false;
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(
      new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }),
    );
  return true;
}
