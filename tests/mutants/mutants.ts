/** One change of a source file: `search` stands in it once. */
export interface SourceChange {
  readonly file: string;
  readonly search: string;
  readonly replace: string;
}

/** A bug of a kind that other tools have, written into our own source. */
export interface Mutant {
  /** The bug class of README.md. */
  readonly bug: `B${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`;
  /** What it does wrong; also the name of its copy. */
  readonly name: string;
  /** The law that it breaks. */
  readonly law: string;
  readonly changes: readonly SourceChange[];
  /** Whether `npm test` plants it too. */
  readonly isQuick?: true;
}

function change(file: string, search: string, replace: string): SourceChange {
  return { file: `lib/${file}`, search, replace };
}

const PUT_TAKES = change('store/takes.ts', ".objectStore('takes').add(", ".objectStore('takes').put(");

/** Every mutant, by bug class. */
export const MUTANTS: readonly Mutant[] = [
  {
    bug: 'B1',
    name: 'a take goes to the scene that stands there',
    law: 'L1',
    isQuick: true,
    changes: [
      change('engine/store-take.ts', 'import { getScene, putScene }', 'import { getScenes, putScene }'),
      change(
        'engine/store-take.ts',
        'getScene(tx, attempt.projectId, attempt.sceneIndex)',
        'getScenes(tx, attempt.projectId).then((all) => all[attempt.sceneIndex - 1] ?? null)',
      ),
      change('engine/store-take.ts', 'sceneIndex: attempt.sceneIndex,', 'sceneIndex: scene.index,'),
    ],
  },
  {
    bug: 'B1',
    name: 'scenes are numbered by how many there are',
    law: 'L1',
    changes: [
      change(
        'engine/commands/append-scenes.ts',
        'let index = project.nextIndex;',
        'let index = scenes.length + 1;',
      ),
    ],
  },
  {
    bug: 'B1',
    name: 'a copy of a scene is the one at its place',
    law: 'L1',
    changes: [
      change(
        'engine/commands/append-scenes.ts',
        'let position = scenes.at(-1)?.position ?? 0;',
        'let position = scenes.at(-1)?.position ?? 0; if (drafts.length === 1 && scenes[0]) index = scenes[0].index;',
      ),
    ],
  },
  {
    bug: 'B2',
    name: 'whatever is sent while an order stands ready is it',
    law: 'L1',
    changes: [
      change('providers/flow/match.ts', 'const isForeign = isOrdered ||', 'const isForeign = isOrdered &&'),
    ],
  },
  {
    bug: 'B2',
    name: 'the order that another tab sends is it',
    law: 'L18',
    changes: [
      change('engine/hear-page.ts', 'anywhere?.arming.tab === tab ? anywhere : null', 'anywhere'),
      change(
        'providers/flow/match.ts',
        'seen.documentId === order.documentId && seen.seq > order.afterSeq',
        'seen.seq > order.afterSeq',
      ),
    ],
  },
  {
    bug: 'B2',
    name: 'what the list has anew is the lost order',
    law: 'L6',
    changes: [
      change(
        'providers/flow/look-up.ts',
        "return candidates.length === 0 ? { type: 'not-there' }",
        "const [newest] = candidates; if (newest !== undefined) return { type: 'operation', operation: newest }; return candidates.length === 0 ? { type: 'not-there' }",
      ),
    ],
  },
  {
    bug: 'B2',
    name: 'what a list tells is all of one order',
    law: 'L1',
    changes: [change('providers/flow/hear.ts', 'if (isReply || isNamed) add(listing)', 'add(listing)')],
  },
  {
    bug: 'B3',
    name: 'a new take has the number of the last',
    law: 'L3',
    isQuick: true,
    changes: [PUT_TAKES, change('engine/store-take.ts', '= withNextTake(scene, kind, number)', '= scene')],
  },
  {
    bug: 'B3',
    name: 'an imported take has the number of the last',
    law: 'L3',
    changes: [
      PUT_TAKES,
      change('engine/commands/import-take.ts', '= withNextTake(scene, kind, take.number)', '= scene'),
    ],
  },
  {
    bug: 'B3',
    name: 'the newest take is always picked',
    law: 'L3',
    changes: [
      change(
        'engine/store-take.ts',
        'mayPick && scene.picks[take.kind] === null',
        'mayPick && scene.deletedAt === null',
      ),
    ],
  },
  {
    bug: 'B4',
    name: 'a dead worker begins again',
    law: 'L6',
    changes: [change('engine/recover.ts', 'phase.attempt === null\n', 'phase.state === "preparing"\n')],
  },
  {
    bug: 'B4',
    name: 'a lost answer is a free failure',
    law: 'L6',
    changes: [
      change(
        'engine/hand-over.ts',
        "if (accepted === 'no')",
        "if (accepted === 'no' || fault.type === 'Unreachable')",
      ),
    ],
  },
  {
    bug: 'B4',
    name: 'a question that fails ends the order',
    law: 'L6',
    changes: [
      change(
        'engine/follow.ts',
        "if (poll.type === 'ended')",
        "if (poll.type === 'ended' || poll.type === 'fault')",
      ),
    ],
  },
  {
    bug: 'B4',
    name: 'what cannot be told is not there',
    law: 'L6',
    changes: [
      change(
        'engine/look-up.ts',
        "if (found.type === 'not-there')",
        "if (found.type === 'not-there' || found.type === 'cannot-tell')",
      ),
    ],
  },
  {
    bug: 'B4',
    name: 'it is sent again until it is there',
    law: 'L6',
    changes: [
      change(
        'engine/look-up.ts',
        "if (found.type === 'not-there')",
        "if (found.type === 'not-there' || found.type === 'cannot-tell')",
      ),
      change(
        'engine/look-up.ts',
        'step.provider.capabilities.acceptsOurId && order.sends === 1',
        'order.sends <= 2',
      ),
    ],
  },
  {
    bug: 'B4',
    name: 'a command that is sent twice is done twice',
    law: 'L11',
    changes: [
      change('engine/commands/carry-out.ts', 'if (known !== null)', 'if (known !== null && !known.ok)'),
    ],
  },
  {
    bug: 'B4',
    name: 'a refusal is tried until it passes',
    law: 'L7',
    changes: [
      change(
        'domain/fault.ts',
        "ContentRefused: { ...free, helps: 'prompt' }",
        "ContentRefused: { ...free, transient: true, helps: 'prompt' }",
      ),
    ],
  },
  {
    bug: 'B5',
    name: 'a press that is told too late is nobody’s',
    law: 'L2',
    changes: [change('providers/flow/flow.ts', 'readiedSighting(order, arming, ports.clock())', 'null')],
  },
  {
    bug: 'B5',
    name: 'a restart fails what was at work',
    law: 'L10',
    changes: [
      change(
        'engine/recover.ts',
        "{ type: 'doubted', candidates: [], lookUpAt: now }",
        "{ type: 'failed', fault: { type: 'RenderLost' }, again: { type: 'order' } }",
      ),
    ],
  },
  {
    bug: 'B5',
    name: 'a download that fails makes it again',
    law: 'L8',
    changes: [change('engine/save.ts', "{ type: 'save', placed, outputs }", "{ type: 'order' }")],
  },
  {
    bug: 'B5',
    name: 'an order that takes long is given up',
    law: 'L6',
    changes: [
      change(
        'engine/follow.ts',
        "{ type: 'ask', placed: { attempt: phase.attempt, operation: phase.operation } } as const",
        "{ type: 'order' } as const",
      ),
    ],
  },
  {
    bug: 'B5',
    name: 'nobody watches what was stopped',
    law: 'L14',
    changes: [change('domain/task.ts', "phase.from.state === 'queued' ? null : dueAt(phase.from)", 'null')],
  },
  {
    bug: 'B5',
    name: 'what comes late is thrown away',
    law: 'L2',
    changes: [
      change('engine/engine.ts', "if (heard === 'late')", "if (heard === 'late' && attempt.number < 0)"),
    ],
  },
  {
    bug: 'B6',
    name: 'a failed task keeps its place at the provider',
    law: 'L13',
    isQuick: true,
    changes: [
      change(
        'domain/task.ts',
        "phase.state === 'saving'\n",
        "phase.state === 'saving' || phase.state === 'failed'\n",
      ),
    ],
  },
  {
    bug: 'B6',
    name: 'what waits for an image is not freed',
    law: 'L13',
    changes: [
      change('engine/store-take.ts', 'picked ? freeWaiters', 'picked && scene.index < 0 ? freeWaiters'),
    ],
  },
  {
    bug: 'B6',
    name: 'it is tried for ever',
    law: 'L7',
    changes: [change('engine/backoff.ts', 'tries + 1 < MOST_TRIES', 'tries < MOST_TRIES * 9')],
  },
  {
    bug: 'B6',
    name: 'a hold is never lifted',
    law: 'L15',
    changes: [
      change(
        'engine/holds.ts',
        "hold?.lifts.type === 'time' ? hold.lifts.at : null",
        'hold === null ? 0 : null',
      ),
    ],
  },
  {
    bug: 'B7',
    name: 'the intent is in memory alone',
    law: 'L5',
    isQuick: true,
    changes: [
      change(
        'engine/prepare.ts',
        '  await putAttempt(tx, attempt);\n  await putLastOrderAt',
        '  await putLastOrderAt',
      ),
    ],
  },
  {
    bug: 'B7',
    name: 'answers to commands are in memory alone',
    law: 'L11',
    changes: [
      change(
        'engine/commands/carry-out.ts',
        '  await putAnswer(tx, { id, at, answer });\n  return',
        '  return',
      ),
    ],
  },
  {
    bug: 'B7',
    name: 'the wake is kept for what is in hand',
    law: 'L15',
    changes: [
      change('engine/engine.ts', 'ports.setWake(next)', 'ports.setWake(inHand.size === 0 ? null : next)'),
    ],
  },
  {
    bug: 'B8',
    name: 'a page is loaded again under an order that stands ready',
    law: 'L17',
    changes: [
      change(
        'providers/flow/flow.ts',
        'if (ready.ok && !ready.value) await ports.reload',
        'if (ready.ok) await ports.reload',
      ),
    ],
  },
  {
    bug: 'B8',
    name: 'a page says from where files are fetched',
    law: 'L18',
    changes: [
      change(
        'providers/flow/report.ts',
        'return `${origin}/` === MEDIA_HOST &&',
        "return origin.startsWith('https:') &&",
      ),
    ],
  },
  {
    bug: 'B8',
    name: 'a page is made smaller that has room',
    law: 'L17',
    changes: [
      change(
        'providers/flow/flow.ts',
        "const isNarrow = look.ok && look.value.blocks[0] === 'TooNarrow';",
        'const isNarrow = look.ok;',
      ),
    ],
  },
  {
    bug: 'B9',
    name: 'the picture of a video is left out',
    law: 'L19',
    changes: [
      change(
        'providers/flow/page-order.ts',
        "const [start = null, end = null] = snapshot.kind === 'video' ? names : [];",
        'const [start = null, end = null] = names.slice(names.length);',
      ),
    ],
  },
  {
    bug: 'B9',
    name: 'what was sent is said to be what was ordered',
    law: 'L4',
    changes: [
      change('providers/flow/hear-press.ts', '(isOther && { prompt: text })', '(isOther && { prompt })'),
    ],
  },
  {
    bug: 'B9',
    name: 'another format is taken for the one that was asked for',
    law: 'L19',
    changes: [change('providers/flow/page-order.ts', 'aspect: snapshot.aspect,', "aspect: '16:9',")],
  },
  {
    bug: 'B9',
    name: 'what the page does not hold is not looked at again',
    law: 'L19',
    changes: [
      change(
        'providers/flow/page/write-settings.ts',
        'if (differing(page.document, settings) === null) return ok(settings);',
        'return ok(settings);',
      ),
    ],
  },
  {
    bug: 'B10',
    name: 'any claim moves a task',
    law: 'L2',
    changes: [
      change('engine/move-task.ts', 'task.epoch !== fence.epoch', 'task.epoch < 0'),
      change(
        'engine/move-task.ts',
        'presentAttempt(task.phase) === fence.attempt ? task : null',
        'presentAttempt(task.phase) === "" ? null : task',
      ),
    ],
  },
  {
    bug: 'B10',
    name: 'what comes back wakes a cancelled task',
    law: 'L14',
    isQuick: true,
    changes: [change('domain/transition.ts', 'return ok({ ...phase, from: under.value });', 'return under;')],
  },
  {
    bug: 'B10',
    name: 'what was cancelled is picked',
    law: 'L3',
    changes: [
      change('engine/save.ts', "present !== null && present.phase.state !== 'cancelled'", 'present !== null'),
    ],
  },
  {
    bug: 'B10',
    name: 'what comes late is picked',
    law: 'L3',
    changes: [change('engine/late.ts', 'await mayPick(tx, attempt, output)', 'attempt.number > 0')],
  },
  {
    bug: 'B10',
    name: 'undo opens a task beside another',
    law: 'L2',
    changes: [
      change(
        'engine/commands/take-back.ts',
        'if ((await getOpenTask(tx, task.projectId, task.sceneIndex, task.kind)) !== null) return [];',
        'if ((await getOpenTask(tx, task.projectId, task.sceneIndex, task.kind))?.id === task.id) return [];',
      ),
    ],
  },
];
