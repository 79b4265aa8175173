import type { Store } from '../../lib/store/transaction.ts';

/** A call that gets no answer: who waits for it is dead. */
/** One for each that waits: a shared one would hold every life that ever waited for it. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

/**
 * One life of the background. It counts the points at which a process can die and dies at one of them: from then on
 * nothing that it waits for ever answers, as when a worker is stopped between two awaits.
 */
export class Life {
  /** Names of the points that were passed, in order. */
  readonly points: string[] = [];
  readonly died: Promise<string>;
  private dieAt: number | null;
  private tellDeath: (point: string) => void = () => undefined;
  private isDead = false;

  /** Dies at the point of this number, from 0; null lives on. */
  constructor(dieAt: number | null) {
    this.dieAt = dieAt;
    this.died = new Promise((resolve) => (this.tellDeath = resolve));
  }

  /** Dies after so many more points. */
  dieIn(points: number): void {
    this.dieAt = this.points.length + points;
  }

  /** Passes a point, or dies there. */
  at(point: string): Promise<void> {
    if (this.isDead) return never();
    if (this.points.push(point) - 1 !== this.dieAt) return Promise.resolve();
    this.isDead = true;
    this.tellDeath(point);
    return never();
  }

  /** Dies between two points, as when the browser is killed. */
  end(): void {
    this.isDead = true;
    this.tellDeath('ended');
  }

  /** Something that can die before it happens, and after it happened and before it is told. */
  async call<T>(name: string, work: () => Promise<T>): Promise<T> {
    await this.at(`before ${name}`);
    const value = await work();
    await this.at(`after ${name}`);
    return value;
  }

  /** Something without an effect of its own: its answer is lost once the life is over. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDead) return never();
    const value = await work();
    return this.isDead ? never() : value;
  }

  /** The store as this life sees it: every write is two points. */
  store(store: Store): Store {
    return {
      connection: store.connection,
      read: (work) => this.read(() => store.read(work)),
      write: (durability, work) => this.call('write', () => store.write(durability, work)),
    };
  }
}
