import {
  EncodedPacketSink,
  Input,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  type Source,
} from 'mediabunny';
import { FORMAT_FIELDS, type FormatField } from '../domain/film.ts';

/** What must be the same of two clips, so that their packets can stand in one track. */
export type ClipFormat = Readonly<Record<Exclude<FormatField, 'rate'>, string>> & { readonly rate: number };

/** A clip that is open for reading. */
export interface OpenClip {
  readonly video: InputVideoTrack;
  /** Null where it has no sound. */
  readonly sound: InputAudioTrack | null;
  close(): void;
}

/** What was found of a clip. Seconds everywhere. */
export interface ClipFacts {
  readonly format: ClipFormat;
  /** When its picture begins; players begin there. */
  readonly from: number;
  /** When its picture ends; the next clip begins there. */
  readonly to: number;
  /** Packets of both tracks. */
  readonly packets: { readonly video: number; readonly sound: number };
}

/** Frame rates nearer than this are one: containers round times. 23.976 and 24 differ by 0.001. */
const SAME_RATE = 0.0005;

/** Opens a clip; null where it cannot be read, or has no picture. */
export async function openClip(source: Source): Promise<OpenClip | null> {
  const input = new Input({ source, formats: [MP4, QTFF, WEBM, MATROSKA] });
  const close = (): void => input.dispose();
  try {
    const video = await input.getPrimaryVideoTrack();
    if (video !== null) return { video, sound: await input.getPrimaryAudioTrack(), close };
  } catch {
    // mediabunny throws where the bytes are no clip, or end in the middle of its index.
  }
  close();
  return null;
}

/** Finds out what a clip is; null where it cannot be read to its end. Reads its index and its last packets. */
export async function readFacts({ video, sound }: OpenClip): Promise<ClipFacts | null> {
  try {
    if (!(await isWhole(video)) || (sound !== null && !(await isWhole(sound)))) return null;
    const { packetCount, averagePacketRate } = await video.computePacketStats();
    return {
      format: await formatOf(video, sound, averagePacketRate),
      from: await video.getFirstTimestamp(),
      to: await video.computeDuration(),
      packets: {
        video: packetCount,
        sound: sound === null ? 0 : (await sound.computePacketStats()).packetCount,
      },
    };
  } catch {
    // The same, only later in the bytes.
    return null;
  }
}

/** A cut-off file has its whole index where that stands first: only reading its last packet tells. */
async function isWhole(track: InputTrack): Promise<boolean> {
  const sink = new EncodedPacketSink(track);
  const promised = await sink.getPacket(Infinity, { metadataOnly: true });
  if (promised === null) return false;
  const last = await sink.getPacket(Infinity);
  return (
    last !== null && last.timestamp === promised.timestamp && last.data.byteLength === promised.byteLength
  );
}

async function formatOf(
  video: InputVideoTrack,
  sound: InputAudioTrack | null,
  rate: number,
): Promise<ClipFormat> {
  const picture = await video.getDecoderConfig();
  const heard = await sound?.getDecoderConfig();
  const size = [picture?.codedWidth, picture?.codedHeight, await video.getRotation()];
  return {
    codec: (await video.getCodec()) ?? 'unknown',
    size: size.join(' × '),
    rate,
    encoding: `${picture?.codec ?? ''} ${hex(picture?.description)}`,
    sound: heard
      ? [heard.codec, heard.sampleRate, heard.numberOfChannels, hex(heard.description)].join(' ')
      : 'none',
  };
}

/** In what a clip's format differs from another's; the encoding only where nothing else explains it. */
export function differingFields(one: ClipFormat, other: ClipFormat): readonly FormatField[] {
  const fields = FORMAT_FIELDS.filter((field) =>
    field === 'rate' ? !isSameRate(one.rate, other.rate) : one[field] !== other[field],
  );
  const explained = fields.some((field) => field === 'codec' || field === 'size' || field === 'rate');
  return explained ? fields.filter((field) => field !== 'encoding') : fields;
}

/** Whether pictures follow one another as fast, but for rounding. */
export function isSameRate(one: number, other: number): boolean {
  return Math.abs(one - other) <= one * SAME_RATE;
}

/** Bytes in letters, to be compared. */
export function hex(bytes: AllowSharedBufferSource | undefined): string {
  if (bytes === undefined) return '';
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  return [...view].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
