import * as v from 'valibot';
import { once } from '../domain/once.ts';
import type { Cancelled, Phase, Task } from '../domain/task.ts';
import {
  attemptId,
  fault,
  hand,
  json,
  kind,
  late,
  operation,
  output,
  projectId,
  provider,
  sceneIndex,
  snapshot,
  takeNumber,
  taskId,
  type RowSchema,
} from './row-schemas.ts';

const number = v.number();
const placed = { attempt: attemptId, operation };

const need = () =>
  v.variant('type', [
    v.object({ type: v.literal('image-pick') }),
    v.object({ type: v.literal('video-pick'), sceneIndex }),
  ]);

const again = () =>
  v.variant('type', [
    v.object({ type: v.literal('order') }),
    v.object({ type: v.literal('ask'), placed: v.object(placed) }),
    v.object({ type: v.literal('save'), placed: v.object(placed), outputs: v.array(output) }),
    v.object({ type: v.literal('no') }),
  ]);

const running = once(
  () =>
    [
      v.object({
        state: v.literal('queued'),
        notBefore: number,
        needs: v.nullable(need()),
        snapshot: v.nullable(snapshot),
      }),
      v.object({
        state: v.literal('preparing'),
        lease: v.object({ until: number }),
        snapshot: v.nullable(snapshot),
        attempt: v.nullable(attemptId),
      }),
      v.object({
        state: v.literal('armed'),
        attempt: attemptId,
        tab: number,
        price: v.nullable(number),
        facts: json,
        hand,
        since: number,
      }),
      v.object({
        state: v.literal('uncertain'),
        attempt: attemptId,
        since: number,
        candidates: v.array(operation),
        lookUpAt: v.nullable(number),
      }),
      v.object({ state: v.literal('submitted'), ...placed, pollAt: number, deadline: number }),
      v.object({ state: v.literal('saving'), ...placed, outputs: v.array(output), deadline: number }),
      v.object({
        state: v.literal('done'),
        attempt: attemptId,
        takes: v.array(takeNumber),
        refused: v.array(fault),
      }),
      v.object({ state: v.literal('failed'), attempt: v.nullable(attemptId), fault, again: again() }),
    ] as const,
);

const uncancelled: RowSchema<Exclude<Phase, Cancelled>> = late(() => v.variant('state', running()));

const phase: RowSchema<Phase> = late(() =>
  v.variant('state', [
    ...running(),
    v.object({ state: v.literal('cancelled'), at: number, from: uncancelled }),
  ]),
);

/** The shape of a task's row. */
export const taskRow: RowSchema<Task> = late(() =>
  v.object({
    id: taskId,
    projectId,
    sceneIndex,
    kind,
    provider,
    // Tasks of before there were others were ordered in Retake.
    source: v.optional(v.picklist(['order', 'secondPress', 'takenBack', 'adopted'] as const), 'order'),
    priority: number,
    batchAt: number,
    sequence: number,
    position: number,
    epoch: number,
    tries: number,
    phaseAt: number,
    startedAt: v.nullable(number),
    phase,
  }),
);
