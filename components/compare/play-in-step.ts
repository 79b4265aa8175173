import { catchUp } from './catch-up.ts';

/*
 * Players that begin at one moment do not stay together: each decodes and is timed by itself. One leads, the one that
 * is heard; the others are made a little faster or slower until they show the same moment. Where one lacks data, all
 * wait; they begin again together.
 */

/** What is needed of a video element. */
export interface Player {
  currentTime: number;
  playbackRate: number;
  muted: boolean;
  /** Seconds; not a number until it is known. */
  readonly duration: number;
  readonly readyState: number;
  readonly seeking: boolean;
  readonly paused: boolean;
  readonly ended: boolean;
  play(): Promise<void>;
  pause(): void;
}

/** Where the players are. */
export interface Moment {
  readonly isPlaying: boolean;
  /** Seconds from the beginning. */
  readonly atS: number;
  /** Seconds of the longest. */
  readonly lengthS: number;
  /** 1 is as fast as it was made. */
  readonly speed: number;
  readonly loops: boolean;
  /** Which of the players is heard; null for none. */
  readonly heard: number | null;
}

/** Several players as one. */
export interface InStep {
  moment(): Moment;
  play(): void;
  pause(): void;
  /** Goes to a second, as far as each has it. */
  seek(atS: number): void;
  /** Stops, and shows the frame that stands so many after the one that is shown. */
  step(frames: number): void;
  setSpeed(speed: number): void;
  setLoops(loops: boolean): void;
  hear(player: number | null): void;
  /** Stops and lets go of the clock. */
  end(): void;
}

/** Calls back with the time in ms, as often as a picture is drawn; answers how to stop. */
export type Clock = (run: (nowMs: number) => void) => () => void;

/** HAVE_FUTURE_DATA: it can go on from where it is. */
const CAN_GO_ON = 3;
/** Further than this is not caught up with but jumped to. */
const LOST_S = 0.3;
/** Plays several as one. `fps` is the finest of them: a step passes over no frame of any. */
export function playInStep(
  players: readonly Player[],
  fps: number,
  everyFrame: Clock,
  tell: (moment: Moment) => void,
): InStep {
  let phase: 'paused' | 'starting' | 'playing' = 'paused';
  let [speed, loops, heard]: [number, boolean, number | null] = [1, true, null];

  const lengthS = (): number => Math.max(0, ...players.map(lengthOf));
  // The shorter one stays at its end while the other goes on.
  const atS = (): number => Math.max(0, ...players.map(({ currentTime }) => currentTime));
  const moment = (): Moment => ({
    isPlaying: phase !== 'paused',
    atS: atS(),
    lengthS: lengthS(),
    speed,
    loops,
    heard,
  });
  const pauseAll = (next: 'paused' | 'starting'): void => {
    phase = next;
    for (const player of players) player.pause();
  };
  const goTo = (to: number): void => {
    if (phase === 'playing') pauseAll('starting');
    for (const player of players) player.currentTime = Math.max(0, Math.min(to, lengthOf(player)));
  };
  const start = (): void => {
    if (!players.every(isReady)) return;
    phase = 'playing';
    for (const player of players) {
      player.playbackRate = speed;
      // What the browser refuses to play is seen as paused at the next look.
      if (!isOver(player)) player.play().catch(() => undefined);
    }
  };
  const keepUp = new Map(players.map((player) => [player, catchUp(player)]));
  const follow = (nowMs: number): void => {
    const running = players.filter((player) => !isOver(player));
    if (running.length === 0) return loops ? goTo(0) : pauseAll('paused');
    if (running.some(({ paused }) => paused)) return pauseAll('paused');
    if (!running.every(isReady)) return pauseAll('starting');
    const leader = running.find((player) => player === players[heard ?? 0]) ?? running[0];
    if (leader === undefined) return;
    const isLost = running.some(({ currentTime }) => Math.abs(currentTime - leader.currentTime) > LOST_S);
    if (isLost) return goTo(leader.currentTime);
    for (const player of running)
      if (player !== leader) keepUp.get(player)?.(player.currentTime - leader.currentTime, speed, nowMs);
  };
  const look = (): void => tell(moment());
  const stop = everyFrame((nowMs) => {
    if (phase === 'starting') start();
    else if (phase === 'playing') follow(nowMs);
    look();
  });
  return {
    moment,
    play: () => {
      if (players.every(isOver)) goTo(0);
      if (phase === 'paused') phase = 'starting';
      look();
    },
    pause: () => {
      pauseAll('paused');
      look();
    },
    seek: (to) => {
      goTo(to);
      look();
    },
    step: (frames) => {
      pauseAll('paused');
      goTo(stepped(atS(), frames, fps, lengthS()));
      look();
    },
    setSpeed: (next) => {
      speed = next;
      for (const player of players) player.playbackRate = next;
      look();
    },
    setLoops: (next) => {
      loops = next;
      look();
    },
    hear: (player) => {
      heard = player;
      players.forEach((each, at) => void (each.muted = at !== player));
      look();
    },
    end: () => {
      stop();
      pauseAll('paused');
    },
  };
}

/** The middle of another frame: its edge may be shown as either of two. */
function stepped(atS: number, frames: number, fps: number, lengthS: number): number {
  const last = Math.max(0, Math.ceil(lengthS * fps - 0.01) - 1);
  const frame = Math.min(last, Math.floor(atS * fps + 0.01)) + frames;
  return (Math.max(0, Math.min(last, frame)) + 0.5) / fps;
}

function lengthOf({ duration }: Player): number {
  return Number.isFinite(duration) ? duration : 0;
}

function isOver(player: Player): boolean {
  return player.ended || player.currentTime >= lengthOf(player);
}

function isReady(player: Player): boolean {
  return !player.seeking && (player.readyState >= CAN_GO_ON || (player.duration > 0 && isOver(player)));
}
