import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardActions } from '../../lib/domain/card-actions.ts';
import { cardNotes, type CardNote } from '../../lib/domain/card-note.ts';
import { factsOf, FAULT_NAMES, retryMayCharge, type Fault, type FaultName } from '../../lib/domain/fault.ts';
import { holdFor, stands } from '../../lib/domain/hold.ts';
import { isOperation, isTakeNumber, newId, type Operation, type TakeNumber } from '../../lib/domain/ids.ts';
import { helpFor, statusOf, type CardFacts } from '../../lib/domain/status.ts';
import type { Phase, Task } from '../../lib/domain/task.ts';
import { sceneIndex, seeded } from '../fakes/studio.ts';

const NOW = 1_000_000;
const LANGUAGES = ['en', 'vi'] as const;
const random = seeded(3);
const attempt = newId('attempt', random);

function operationOf(text: string): Operation {
  if (!isOperation(text)) throw new Error('no operation');
  return text;
}
function takeOf(value: number): TakeNumber {
  if (!isTakeNumber(value)) throw new Error('no number');
  return value;
}

/** A fault of each name with every field that any fault has; words read those that they know. */
function faultNamed(type: FaultName): Fault {
  const fields = {
    what: 'prompt',
    words: 'w',
    state: 's',
    event: 'e',
    field: 'f',
    expected: 'x',
    limit: 1,
    choice: 'c',
    offered: ['o'],
    characters: 1,
    megabytes: 1,
    megapixels: 1,
    format: 'SVG',
    retryAfterMs: 60_000,
    ordered: 'o',
    got: 'g',
    first: 1,
    others: [],
    scene: 1,
    count: 1,
  };
  // Each name takes the fields that it has from all that there are.
  const fault: unknown = { type, ...fields };
  if (!isFault(fault)) throw new Error('no fault');
  return fault;
}
function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'type' in value;
}

const placed = { attempt, operation: operationOf('op') };
const queued = { state: 'queued', notBefore: NOW, needs: null, snapshot: null } as const;

/** Every state of a task, and the ways to stand in it that a card tells apart. */
function phasesWith(fault: Fault): Readonly<Record<string, Phase>> {
  const failed = { state: 'failed', attempt, fault } as const;
  const submitted = { state: 'submitted', ...placed, pollAt: NOW, deadline: NOW } as const;
  const output = { state: 'ref', ref: 'r', tries: 0, notBefore: NOW } as const;
  return {
    queued,
    'queued for an image': { ...queued, needs: { type: 'image-pick' } },
    'queued for a video': { ...queued, needs: { type: 'video-pick', sceneIndex: sceneIndex(4) } },
    'preparing unsent': { state: 'preparing', lease: { until: NOW }, snapshot: null, attempt: null },
    preparing: { state: 'preparing', lease: { until: NOW }, snapshot: null, attempt },
    armed: { state: 'armed', attempt, tab: 1, price: null, facts: null, hand: null, since: NOW },
    'uncertain, looked up': { state: 'uncertain', attempt, since: NOW, candidates: [], lookUpAt: NOW },
    uncertain: { state: 'uncertain', attempt, since: NOW, candidates: [], lookUpAt: null },
    'uncertain, with a candidate': {
      state: 'uncertain',
      attempt,
      since: NOW,
      candidates: [placed.operation],
      lookUpAt: null,
    },
    submitted,
    saving: { state: 'saving', ...placed, outputs: [output], deadline: NOW },
    done: { state: 'done', attempt, takes: [takeOf(1)], refused: [fault] },
    'failed, order': { ...failed, again: { type: 'order' } },
    'failed, ask': { ...failed, again: { type: 'ask', placed } },
    'failed, save': { ...failed, again: { type: 'save', placed, outputs: [output] } },
    'failed for good': { ...failed, again: { type: 'no' } },
    'cancelled unsent': { state: 'cancelled', at: NOW, from: queued },
    'cancelled, still out': { state: 'cancelled', at: NOW, from: submitted },
  };
}

function taskIn(phase: Phase): Task {
  return {
    id: newId('task', random),
    projectId: newId('project', random),
    sceneIndex: sceneIndex(1),
    kind: 'image',
    provider: 'animatic',
    source: 'order',
    priority: 0,
    batchAt: NOW,
    sequence: 1,
    position: 1,
    epoch: 0,
    tries: 0,
    phaseAt: NOW,
    startedAt: null,
    phase,
  };
}

function factsIn(phase: Phase): CardFacts {
  return { picks: { image: null, video: null, voice: null }, tasks: { image: taskIn(phase) }, fresh: {} };
}

function wordsOf(language: string): Readonly<Record<string, { readonly message: string } | undefined>> {
  return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
}

/** The keys of the words that a note is told in. */
function keysOf(note: CardNote): readonly string[] {
  switch (note.type) {
    case 'fault':
      return [
        `fault_${note.fault.type}`,
        `faultHelp_${note.helps}`,
        note.charged === 'no' ? 'notCharged' : 'maybeCharged',
        ...(note.retryMayCharge ? ['retryMayCharge'] : []),
      ];
    case 'held':
      return ['note_held', `fault_${note.fault.type}`];
    case 'lastTryFailed':
      return ['lastTryFailed'];
    default:
      return [`note_${note.type}`];
  }
}

const STATES = Object.keys(phasesWith({ type: 'NothingToDo' }));
const PLAIN = { model: null, clipLengthS: null, outputs: 1 } as const;
const CHOSEN = { image: PLAIN, video: PLAIN };
const NO_QUEUE = { paused: false, holds: [] };

describe.each(FAULT_NAMES)('the fault %s', (name) => {
  const fault = faultNamed(name);
  const facts = factsOf(fault);

  it.each(STATES)('[L13] in the state %s leaves a way on, told in both languages', (state) => {
    const phase = phasesWith(fault)[state];
    if (phase === undefined) throw new Error(state);
    for (const isHeld of [false, true]) {
      const holds = isHeld ? [holdFor('animatic', fault, null, NOW)] : [];
      const cardFacts = factsIn(phase);
      const status = statusOf(cardFacts);
      const card = { facts: cardFacts, status, inputsChanged: false, chosen: CHOSEN };
      const notes = cardNotes(card, { paused: false, holds }, NOW);
      expect(cardActions(cardFacts, status, 'picture', false).card.length).toBeGreaterThan(0);
      expect(notes.some(({ type }) => type === 'fault')).toBe(phase.state === 'failed');
      const isOpen = !['done', 'failed', 'cancelled'].includes(phase.state);
      // What Flow has is brought in all the same while its page asks the user for something.
      const goesOn = name === 'FlowBlocked' && ['submitted', 'saving'].includes(phase.state);
      expect(notes.some(({ type }) => type === 'held')).toBe(isHeld && isOpen && !goesOn);
      for (const language of LANGUAGES) {
        const words = wordsOf(language);
        const told = notes.flatMap(keysOf).filter((key) => words[key] === undefined);
        expect(told).toEqual([]);
        expect(words[`fault_${name}`]?.message ?? words[`fault_${name}_other`]?.message).toBeTruthy();
      }
    }
  });

  it('[L7] retries by itself only where nothing was charged, and says where another go may cost', () => {
    expect(facts.transient && facts.charged !== 'no').toBe(false);
    expect(retryMayCharge(fault)).toBe(facts.charged === 'maybe');
  });

  it('[L13] as a hold either lifts at a time or names what the user does', () => {
    const hold = holdFor('animatic', fault, null, NOW);
    expect(stands(hold, NOW)).toBe(true);
    expect(hold.lifts.type === 'user').toBe(facts.helps === 'liftHold');
    const isHelped = ['wait', 'freeSpace', 'liftHold', 'goToFlow'].includes(facts.helps);
    expect(facts.holds && !isHelped).toBe(false);
  });
});

describe('what helps', () => {
  it('is the button that stands first on the failed card', () => {
    for (const name of FAULT_NAMES) {
      const fault = faultNamed(name);
      const phase = phasesWith(fault)['failed, order'];
      if (phase === undefined) throw new Error('no phase');
      const cardFacts = factsIn(phase);
      const [first] = cardActions(cardFacts, statusOf(cardFacts), 'picture', false).card;
      const button = { retry: 'retry', prompt: 'prompt', picture: 'changePicture' } as const;
      expect([name, first]).toEqual([name, button[helpFor(fault, false)]]);
    }
  });

  it('an order that nobody is sure of says what to do, and offers “This is it” only where something can be it', () => {
    const of = (state: string) => {
      const phase = phasesWith({ type: 'NothingToDo' })[state];
      if (phase === undefined) throw new Error(state);
      const cardFacts = factsIn(phase);
      const status = statusOf(cardFacts);
      const notes = cardNotes(
        { facts: cardFacts, status, inputsChanged: false, chosen: CHOSEN },
        NO_QUEUE,
        NOW,
      );
      return { notes, buttons: cardActions(cardFacts, status, 'picture', false).card };
    };
    expect(of('uncertain').notes).toEqual([{ type: 'notSure' }]);
    expect(of('uncertain').buttons).toEqual(['checkAgain', 'confirmNotSent']);
    expect(of('uncertain, with a candidate').buttons).toContain('confirmSent');
    expect(of('armed').notes).toEqual([{ type: 'pressStart' }]);
    expect(of('cancelled, still out').notes).toEqual([{ type: 'stopped' }]);
    expect(of('cancelled unsent').notes).toEqual([]);
  });
});
