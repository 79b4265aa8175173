import { describe, expect, it } from 'vitest';
import { playInStep, type InStep, type Moment, type Player } from '../../components/compare/play-in-step.ts';

/** A player that plays as the time is let pass; `rateError` is how much faster it is than it says. */
class FakePlayer implements Player {
  currentTime = 0;
  playbackRate = 1;
  muted = true;
  paused = true;
  readyState = 4;
  seeking = false;
  readonly duration: number;
  readonly rateError: number;
  /** Seconds that pass between its order to play and its first frame. */
  readonly delayS: number;
  private waitsS = 0;

  constructor({ duration = 60, rateError = 0, delayS = 0 } = {}) {
    this.duration = duration;
    this.rateError = rateError;
    this.delayS = delayS;
  }

  get ended(): boolean {
    return this.currentTime >= this.duration;
  }

  play(): Promise<void> {
    if (this.paused) this.waitsS = this.delayS;
    this.paused = false;
    return Promise.resolve();
  }

  pause(): void {
    this.paused = true;
  }

  pass(seconds: number): void {
    if (this.paused || this.readyState < 3) return;
    const played = Math.max(0, seconds - this.waitsS);
    this.waitsS = Math.max(0, this.waitsS - seconds);
    this.currentTime = Math.min(
      this.duration,
      this.currentTime + played * this.playbackRate * (1 + this.rateError),
    );
  }
}

const FRAME_S = 1 / 24;

interface Play {
  readonly inStep: InStep;
  /** What was told last. */
  now(): Moment;
  /** Lets seconds pass, 60 pictures in each; answers how far apart the players were at most. */
  pass(seconds: number): number;
}

function play(...players: readonly FakePlayer[]): Play {
  let [run, nowMs]: [(nowMs: number) => void, number] = [() => undefined, 0];
  let told: Moment | null = null;
  const inStep = playInStep(
    players,
    24,
    (next) => {
      run = next;
      return () => (run = () => undefined);
    },
    (moment) => (told = moment),
  );
  const pass = (seconds: number): number => {
    let apart = 0;
    for (let frame = 0; frame < seconds * 60; frame++) {
      nowMs += 1000 / 60;
      players.forEach((player) => player.pass(1 / 60));
      const times = players.filter(({ ended }) => !ended).map(({ currentTime }) => currentTime);
      if (times.length > 1) apart = Math.max(apart, Math.max(...times) - Math.min(...times));
      run(nowMs);
    }
    return apart;
  };
  return { inStep, now: () => told ?? inStep.moment(), pass };
}

describe('two videos played as one', () => {
  it.each([1, 2, 0.25])('at speed %s are together soon after a late start, and stay so', (speed) => {
    const players = [new FakePlayer({ delayS: 0.12 }), new FakePlayer()];
    const { inStep, pass } = play(...players);
    inStep.setSpeed(speed);
    inStep.play();
    pass(2);
    expect(pass(20)).toBeLessThan(FRAME_S / 2);
  });

  it.each([0.01, -0.01])('are kept together though one is faster by %s', (rateError) => {
    const { inStep, pass } = play(new FakePlayer(), new FakePlayer({ rateError }));
    inStep.play();
    pass(1);
    expect(pass(58)).toBeLessThan(FRAME_S);
  });

  it('are left alone while they are together: each change of speed would cost a little', () => {
    const [first, second] = [new FakePlayer(), new FakePlayer({ rateError: 0.0001 })];
    const { inStep, pass } = play(first, second);
    inStep.play();
    pass(1);
    const rates = new Set<number>();
    for (let at = 0; at < 100; at++) {
      pass(0.1);
      rates.add(first.playbackRate).add(second.playbackRate);
    }
    expect([...rates]).toEqual([1]);
  });

  it('of which one is heard never change its speed', () => {
    const [left, right] = [new FakePlayer({ delayS: 0.1 }), new FakePlayer({ rateError: 0.01 })];
    const { inStep, pass } = play(left, right);
    inStep.hear(1);
    inStep.play();
    const rates = new Set<number>();
    for (let at = 0; at < 100; at++) {
      pass(0.1);
      rates.add(right.playbackRate);
    }
    expect([...rates]).toEqual([1]);
    expect([left.muted, right.muted]).toEqual([true, false]);
  });

  it('wait for each other: neither begins before both can, and both stop where one cannot go on', () => {
    const [left, right] = [new FakePlayer(), new FakePlayer()];
    right.readyState = 1;
    const { inStep, pass, now } = play(left, right);
    inStep.play();
    pass(1);
    expect([left.currentTime, now().isPlaying]).toEqual([0, true]);
    right.readyState = 4;
    pass(1);
    right.readyState = 2;
    pass(0.1);
    const at = left.currentTime;
    pass(1);
    expect(left.currentTime).toBe(at);
    right.readyState = 4;
    pass(1);
    expect(left.currentTime).toBeGreaterThan(at + 0.5);
  });

  it('one of them far behind is not chased: both go on from one place', () => {
    const [left, right] = [new FakePlayer(), new FakePlayer()];
    const { inStep, pass } = play(left, right);
    inStep.play();
    pass(5);
    right.currentTime = 1;
    pass(0.2);
    expect(pass(1)).toBeLessThan(FRAME_S / 2);
    expect(right.currentTime).toBeGreaterThan(5);
  });

  it('the shorter one waits at its end, and both begin again together', () => {
    const [left, right] = [new FakePlayer({ duration: 4 }), new FakePlayer({ duration: 6 })];
    const { inStep, pass, now } = play(left, right);
    inStep.play();
    pass(5);
    expect([left.currentTime, now().lengthS]).toEqual([4, 6]);
    expect(now().atS).toBeCloseTo(5, 0);
    pass(2);
    expect(now().isPlaying).toBe(true);
    expect(now().atS).toBeLessThan(2);
    expect(pass(1)).toBeLessThan(FRAME_S / 2);
  });

  it('without loop stop at the end; playing begins at the beginning again', () => {
    const { inStep, pass, now } = play(new FakePlayer({ duration: 2 }), new FakePlayer({ duration: 2 }));
    inStep.setLoops(false);
    inStep.play();
    pass(3);
    expect(now()).toMatchObject({ isPlaying: false, atS: 2 });
    inStep.play();
    pass(1);
    expect(now().isPlaying).toBe(true);
    expect(now().atS).toBeLessThan(1.1);
  });

  it('a step goes to the middle of the next frame, and no further than the film', () => {
    const { inStep, now } = play(new FakePlayer({ duration: 1 }), new FakePlayer({ duration: 1 }));
    inStep.step(1);
    expect(now().atS).toBeCloseTo(1.5 / 24);
    inStep.step(1);
    inStep.step(-1);
    expect(now().atS).toBeCloseTo(1.5 / 24);
    for (let back = 0; back < 5; back++) inStep.step(-1);
    expect(now().atS).toBeCloseTo(0.5 / 24);
    inStep.seek(99);
    expect(now().atS).toBe(1);
    inStep.step(1);
    expect(now().atS).toBeCloseTo(23.5 / 24);
    inStep.step(-1);
    expect(now().atS).toBeCloseTo(22.5 / 24);
  });

  it('what something else paused is paused as a whole', () => {
    const [left, right] = [new FakePlayer(), new FakePlayer()];
    const { inStep, pass, now } = play(left, right);
    inStep.play();
    pass(1);
    right.pause();
    pass(0.1);
    expect([now().isPlaying, left.paused]).toEqual([false, true]);
  });

  it('seeking while they play goes on from there, together', () => {
    const { inStep, pass, now } = play(new FakePlayer({ delayS: 0.1 }), new FakePlayer());
    inStep.play();
    pass(2);
    inStep.seek(30);
    pass(2);
    expect(now().atS).toBeGreaterThan(31);
    expect(pass(5)).toBeLessThan(FRAME_S / 2);
  });
});
