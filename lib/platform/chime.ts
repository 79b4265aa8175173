/** Two tones, the second higher: heard at once, and over before it annoys. Hertz. */
const TONES = [660, 880] as const;
const TONE_S = 0.16;
/** As loud as a message of the system. */
const LOUDNESS = 0.2;

/**
 * Plays a short sound, once however many pages of the extension are asked at the same time. Answers whether it could be
 * heard here: a page that the user has never touched may be kept silent.
 */
export async function playChime(): Promise<boolean> {
  return navigator.locks.request('retake chime', { ifAvailable: true }, async (lock) => {
    // Another page plays it already.
    if (lock === null) return true;
    const context = new AudioContext();
    try {
      if (context.state !== 'running') return false;
      await playTones(context);
      return true;
    } finally {
      await context.close();
    }
  });
}

function playTones(context: AudioContext): Promise<void> {
  const loudness = context.createGain();
  loudness.connect(context.destination);
  const start = context.currentTime;
  const end = start + TONES.length * TONE_S;
  loudness.gain.setValueAtTime(LOUDNESS, start);
  // Cut off at once it would click.
  loudness.gain.exponentialRampToValueAtTime(0.001, end);
  const tones = TONES.map((hertz, at) => {
    const tone = new OscillatorNode(context, { frequency: hertz });
    tone.connect(loudness);
    tone.start(start + at * TONE_S);
    tone.stop(start + (at + 1) * TONE_S);
    return tone;
  });
  return new Promise((resolve) => tones.at(-1)?.addEventListener('ended', () => resolve()));
}
