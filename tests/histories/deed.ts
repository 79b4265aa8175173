import * as fc from 'fast-check';
import type { Kind } from '../../lib/domain/scene.ts';
import type { Outcome } from '../durability/flow-account.ts';
import type { Shape } from '../durability/service.ts';

/** What presets are called. */
export const PRESET_NAMES = ['mẫu 0', 'mẫu 1', 'mẫu 2'] as const;

/** What the user does. Numbers choose among what is there then, so that every part of a history can be left out. */
export type UserDeed =
  | { readonly type: 'generate' | 'retry'; readonly scene: number; readonly kind: Kind }
  | { readonly type: 'generateAll'; readonly kind: Kind; readonly again: boolean }
  /** About several scenes at once. */
  | {
      readonly type: 'stopScenes' | 'deleteScenes' | 'setLengths' | 'setMaker' | 'moveToFront' | 'moveToBack';
      readonly chosen: readonly number[];
    }
  | { readonly type: 'retryFailed' | 'stopAll' | 'pause' | 'resume' | 'liftHold' }
  | {
      readonly type: 'cancel' | 'later' | 'checkAgain' | 'confirmSent' | 'confirmNotSent';
      readonly task: number;
    }
  | { readonly type: 'editScene'; readonly scene: number; readonly words: number }
  | { readonly type: 'moveScene' | 'addScene'; readonly scene: number; readonly after: number }
  | { readonly type: 'duplicateScene' | 'deleteScene' | 'splitScene' | 'joinScenes'; readonly scene: number }
  | { readonly type: 'replaceText'; readonly words: number }
  | { readonly type: 'importScript'; readonly scenes: number }
  | { readonly type: 'undo' | 'redo'; readonly edit: number }
  | { readonly type: 'pickTake' | 'seeTake' | 'useAgain'; readonly take: number }
  | {
      readonly type: 'markTake';
      readonly take: number;
      readonly mark: 'star' | 'bin' | 'unbin' | 'archive' | 'note';
    }
  /** A file, or a frame of the video take of that number. */
  | { readonly type: 'importTake'; readonly scene: number; readonly frameOf: number | null }
  | { readonly type: 'addPicture'; readonly scene: number | null; readonly bytes: number }
  | { readonly type: 'removePicture'; readonly picture: number }
  | { readonly type: 'archiveProject'; readonly archived: boolean }
  | { readonly type: 'renameProject' | 'savePreset' | 'removePreset'; readonly words: number }
  | {
      readonly type: 'setProject';
      readonly aspect: '16:9' | '9:16';
      readonly videoFrom: 'picture' | 'text';
      readonly afterImages: 'wait' | 'goOn';
    };

/** What the service does at its next calls of a kind, so many times. */
export type Mood =
  | { readonly call: 'check'; readonly mood: 'signed-out' | 'down' }
  | {
      readonly call: 'submit';
      readonly mood: 'refused' | 'lost-before' | 'lost-after' | 'busy' | 'limited' | 'throws';
    }
  | {
      readonly call: 'poll';
      readonly mood: 'working' | 'refused' | 'ended-free' | 'unreachable' | 'down' | 'throws';
    }
  | { readonly call: 'fetch'; readonly mood: 'failing' | 'expired' | 'full' | 'spoilt' | 'throws' }
  | { readonly call: 'lookUp'; readonly mood: 'not-now' };

/** What happens on Flow's page and at its service, where the history has one. */
export type FlowDeed =
  /** The user presses Start on what stands ready; `twice` before anything was told. */
  | { readonly type: 'press'; readonly outcome: Outcome; readonly twice: boolean }
  /** The user writes other words over the prompt of what stands ready. */
  | { readonly type: 'typeOver' }
  /** The user makes something for himself: here, in another document with the words of what stands ready, elsewhere. */
  | { readonly type: 'ownOrder'; readonly where: 'here' | 'other document' | 'other device' }
  | { readonly type: 'reload' | 'closeTab' | 'openTab' | 'list' | 'tell' | 'repeat' }
  /** The service answers a request, or makes what was asked for; null is everything. */
  | { readonly type: 'answer' | 'finish'; readonly job: number | null };

/** One thing that happens in a history. */
export type Deed =
  | { readonly do: 'flow'; readonly deed: FlowDeed }
  /** A repeat is the same command under the same id. */
  | { readonly do: 'command'; readonly deed: UserDeed; readonly sentTwice: boolean }
  | { readonly do: 'mood'; readonly mood: Mood; readonly times: number }
  /** The next calls of the service are answered so many turns late, one number each. */
  | { readonly do: 'slow'; readonly turns: readonly number[] }
  /** A report of an attempt: `attempt` chooses one; null is one that nobody stored. */
  | { readonly do: 'hear'; readonly attempt: number | null; readonly times: number }
  /** Turns of the event loop pass while things are in hand. */
  | { readonly do: 'turn'; readonly turns: number }
  /** Everything that is due within this time happens. */
  | { readonly do: 'run'; readonly ms: number }
  /** The worker dies after so many points; the lives after it at points of theirs. */
  | { readonly do: 'die'; readonly points: number; readonly nextLives: readonly number[] }
  /** The browser is killed and started again. */
  | { readonly do: 'kill' };

/** A whole history; plain data, so that a counterexample shrinks and is played again by its seed and path. */
export interface History {
  readonly shape: Shape;
  /** Scenes of each film. */
  readonly films: readonly number[];
  /** Whether all scenes say the same. */
  readonly sameWords: boolean;
  readonly deeds: readonly Deed[];
}

const which = fc.nat(11);
const kind = fc.constantFrom<Kind>('image', 'image', 'video', 'voice');

/** A deed of one of these types with what goes with it; a type that stands twice comes twice as often. */
function typed<T extends string, R>(types: readonly T[], rest: { [K in keyof R]: fc.Arbitrary<R[K]> }) {
  return fc
    .tuple(fc.constantFrom(...types), fc.record<R>(rest))
    .map(([type, fields]): { readonly type: T } & R => ({ type, ...fields }));
}

const userDeed: fc.Arbitrary<UserDeed> = fc.oneof(
  { weight: 8, arbitrary: typed(['generate', 'generate', 'retry'], { scene: which, kind }) },
  { weight: 2, arbitrary: typed(['generateAll'], { kind, again: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: typed(['stopScenes', 'deleteScenes', 'setLengths', 'setMaker', 'moveToFront', 'moveToBack'], {
      chosen: fc.array(which, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 4, arbitrary: typed(['retryFailed', 'stopAll', 'pause', 'resume', 'liftHold'], {}) },
  {
    weight: 6,
    arbitrary: typed(['cancel', 'cancel', 'checkAgain', 'confirmSent', 'confirmNotSent'], { task: which }),
  },
  { weight: 2, arbitrary: typed(['editScene'], { scene: which, words: fc.nat(2) }) },
  { weight: 3, arbitrary: typed(['moveScene', 'addScene'], { scene: which, after: which }) },
  { weight: 3, arbitrary: typed(['duplicateScene', 'deleteScene'], { scene: which }) },
  { weight: 1, arbitrary: typed(['splitScene', 'joinScenes'], { scene: which }) },
  { weight: 1, arbitrary: typed(['replaceText'], { words: fc.nat(2) }) },
  { weight: 1, arbitrary: typed(['importScript'], { scenes: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 5, arbitrary: typed(['undo', 'undo', 'redo'], { edit: fc.nat(3) }) },
  { weight: 4, arbitrary: typed(['pickTake', 'seeTake', 'useAgain'], { take: which }) },
  {
    weight: 3,
    arbitrary: typed(['markTake'], {
      take: which,
      mark: fc.constantFrom('star', 'bin', 'bin', 'unbin', 'archive', 'note'),
    }),
  },
  { weight: 1, arbitrary: typed(['importTake'], { scene: which, frameOf: fc.option(which, { nil: null }) }) },
  {
    weight: 2,
    arbitrary: typed(['addPicture'], { scene: fc.option(which, { nil: null }), bytes: fc.nat(2) }),
  },
  { weight: 1, arbitrary: typed(['removePicture'], { picture: which }) },
  { weight: 1, arbitrary: typed(['archiveProject'], { archived: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: typed(['renameProject', 'savePreset', 'removePreset'], {
      words: fc.nat(PRESET_NAMES.length - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: typed(['setProject'], {
      aspect: fc.constantFrom('16:9' as const, '9:16' as const),
      videoFrom: fc.constantFrom('picture' as const, 'text' as const),
      afterImages: fc.constantFrom('wait' as const, 'goOn' as const),
    }),
  },
);

const mood: fc.Arbitrary<Mood> = fc.oneof(
  fc.record({
    call: fc.constant('check' as const),
    mood: fc.constantFrom('signed-out' as const, 'down' as const),
  }),
  fc.record({
    call: fc.constant('submit' as const),
    mood: fc.constantFrom('refused', 'lost-before', 'lost-after', 'busy', 'limited', 'throws'),
  }),
  fc.record({
    call: fc.constant('poll' as const),
    mood: fc.constantFrom('working', 'refused', 'ended-free', 'unreachable', 'down', 'throws'),
  }),
  fc.record({
    call: fc.constant('fetch' as const),
    mood: fc.constantFrom('failing', 'failing', 'expired', 'full', 'spoilt', 'throws'),
  }),
  fc.record({ call: fc.constant('lookUp' as const), mood: fc.constant('not-now' as const) }),
);

/** Long enough for a poll, for every wait that goes by itself, and past every deadline. */
const SPANS_MS = [0, 6_000, 60_000, 700_000];

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      deed: userDeed,
      sentTwice: fc.nat(9).map((n) => n === 9),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('mood' as const), mood, times: fc.constantFrom(1, 1, 2, 6) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('slow' as const),
      turns: fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('hear' as const),
      attempt: fc.option(which, { freq: 9 }),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('turn' as const), turns: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('run' as const), ms: fc.constantFrom(...SPANS_MS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('die' as const),
      points: fc.nat(25),
      nextLives: fc.array(fc.nat(8), { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
);

function command(made: UserDeed): Deed {
  return { do: 'command', deed: made, sentTwice: false };
}

/** Turns of a story that chance alone seldom brings together; each can still be told with other deeds between. */
const story: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(
    fc.constantFrom(...(['mind', 'mind', 'save', 'save', 'late', 'late', 'bin', 'bin', 'long'] as const)),
    which,
    kind,
    fc.constantFrom(...SPANS_MS),
  )
  .map(([name, scene, of, ms]): readonly Deed[] => {
    const order = command({ type: 'generate', scene, kind: of });
    const run: Deed = { do: 'run', ms };
    const newest = command({ type: 'cancel', task: 0 });
    const hear: Deed = { do: 'hear', attempt: 0, times: 2 };
    switch (name) {
      case 'mind':
        return [order, newest, order, command({ type: 'undo', edit: 0 })];
      case 'save':
        return [
          order,
          { do: 'mood', mood: { call: 'fetch', mood: 'failing' }, times: 6 },
          { do: 'run', ms: 700_000 },
          hear,
          command({ type: 'retry', scene, kind: of }),
        ];
      case 'late':
        return [
          { do: 'mood', mood: { call: 'submit', mood: 'lost-after' }, times: 1 },
          order,
          run,
          command({ type: 'confirmNotSent', task: 0 }),
          run,
          hear,
        ];
      case 'long':
        return [
          { do: 'mood', mood: { call: 'poll', mood: 'working' }, times: 400 },
          order,
          { do: 'run', ms: 3_600_000 },
          command({ type: 'retry', scene, kind: of }),
          run,
        ];
      case 'bin':
        return [order, run, command({ type: 'deleteScene', scene }), command({ type: 'undo', edit: 0 })];
    }
  });

const part = fc.oneof(
  { weight: 12, arbitrary: deed.map((one): readonly Deed[] => [one]) },
  { weight: 1, arbitrary: story },
);

const flowDeed: fc.Arbitrary<FlowDeed> = fc.oneof(
  {
    weight: 8,
    arbitrary: typed(['press'], {
      outcome: fc.constantFrom<Outcome>(
        'made',
        'made',
        'made',
        'made',
        'made',
        'refused',
        'throttled',
        'lost',
      ),
      twice: fc.nat(5).map((n) => n === 5),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'typeOver' as const }) },
  {
    weight: 2,
    arbitrary: typed(['ownOrder'], {
      where: fc.constantFrom('here' as const, 'other document' as const, 'other device' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: typed(['reload', 'closeTab', 'openTab', 'list', 'tell', 'tell', 'tell', 'repeat'], {}),
  },
  {
    weight: 6,
    arbitrary: typed(['answer', 'finish', 'finish'], { job: fc.option(which, { nil: null }) }),
  },
);

const onPage: fc.Arbitrary<Deed> = flowDeed.map((one) => ({ do: 'flow', deed: one }));
const later: fc.Arbitrary<Deed> = which.map((task) => command({ type: 'later', task }));
const generate: fc.Arbitrary<Deed> = fc
  .tuple(which, kind)
  .map(([scene, of]) => command({ type: 'generate', scene, kind: of }));

const flowPart = fc.oneof(
  { weight: 8, arbitrary: deed },
  { weight: 8, arbitrary: onPage },
  { weight: 2, arbitrary: generate },
  { weight: 1, arbitrary: later },
);

/** Histories of services that are asked and answer. */
const plain: fc.Arbitrary<History> = fc.record({
  shape: fc.record({
    acceptsOurId: fc.boolean(),
    canCancel: fc.boolean(),
    outputs: fc.constantFrom(1, 1, 2, 3),
    needsPress: fc.constant(false),
  }),
  films: fc.constantFrom([2], [2], [1], [2, 1]),
  sameWords: fc.constant(false),
  deeds: fc.array(part, { minLength: 1, maxLength: 14, size: 'max' }).map((parts) => parts.flat()),
});

/** Histories of Flow, on whose page the user presses Start. */
const onFlow: fc.Arbitrary<History> = fc.record({
  shape: fc.constant({ acceptsOurId: false, canCancel: false, outputs: 1, needsPress: true }),
  films: fc.constantFrom([2], [2], [1], [2, 1]),
  sameWords: fc.boolean(),
  deeds: fc.array(flowPart, { minLength: 1, maxLength: 16, size: 'max' }),
});

/** Draws histories of users, services and deaths; one in fifty is of Flow, whose page takes ten times as long. */
export const history: fc.Arbitrary<History> = fc.oneof(
  { weight: 49, arbitrary: plain },
  { weight: 1, arbitrary: onFlow },
);
