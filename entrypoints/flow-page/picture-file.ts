import type { PictureForPage } from '../../lib/messages/contract.ts';

/** A picture as a page takes it: a file of its own. */
export function fileOf({ name, mime, base64 }: PictureForPage): File {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new File([bytes], name, { type: mime });
}
