import * as v from 'valibot';
import { once } from '../domain/once.ts';
import { isId, isSceneIndex, type AttemptId, type ProjectId, type SceneIndex } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';
import { KINDS } from '../domain/scene.ts';

const CHANNEL = 'retake';

const projectId = v.custom<ProjectId>((id) => isId('project', id));
const index = v.custom<SceneIndex>(isSceneIndex);
const notice: v.GenericSchema<unknown, Notice> = v.lazy(
  once(() =>
    v.variant('type', [
      v.object({
        type: v.literal('changed'),
        revision: v.number(),
        what: v.array(
          v.variant('type', [
            v.object({ type: v.literal('projects') }),
            v.object({ type: v.literal('project'), projectId }),
            v.object({ type: v.literal('scene'), projectId, index }),
            v.object({ type: v.literal('settings') }),
            v.object({ type: v.literal('holds') }),
            v.object({ type: v.literal('sightings') }),
          ]),
        ),
      }),
      v.object({
        type: v.literal('progress'),
        projectId,
        index,
        kind: v.picklist(KINDS),
        attempt: v.custom<AttemptId>((id) => isId('attempt', id)),
        progress: v.nullable(v.number()),
      }),
      v.object({ type: v.literal('chime') }),
      v.object({ type: v.literal('joining'), projectId, share: v.number() }),
    ]),
  ),
);

let channel: BroadcastChannel | null = null;

/** Tells every page of the extension. It wakes no worker, and content scripts are not on it. */
export function tellNotice(told: Notice): void {
  channel ??= new BroadcastChannel(CHANNEL);
  channel.postMessage(told);
}

/** Hears notices until the signal aborts. */
export function hearNotices(hear: (notice: Notice) => void, signal: AbortSignal): void {
  const heard = new BroadcastChannel(CHANNEL);
  heard.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(notice, data);
    if (parsed.success) hear(parsed.output);
  });
  signal.addEventListener('abort', () => heard.close());
}
