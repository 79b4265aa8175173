/** Tells the type of bytes by how they begin; null for what a take cannot be. Needs the first 12 bytes. */
export function mimeOf(head: Uint8Array): string | null {
  const starts = (...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  const text = (from: number, to: number): string => String.fromCharCode(...head.slice(from, to));
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp') return 'video/mp4';
  return starts(0x1a, 0x45, 0xdf, 0xa3) ? 'video/webm' : null;
}
