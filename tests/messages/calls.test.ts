import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../lib/domain/result.ts';
import { backgroundClient, backgroundHandlers } from '../../lib/messages/background-calls.ts';
import type { BackgroundCalls, Room } from '../../lib/messages/contract.ts';
import { receive } from '../../lib/messages/rpc.ts';

const COMMAND_ID = 'command:0123456789abcdef';
const PROJECT_ID = 'project:0123456789abcdef';

const FROM_PAGE = { room: 'page', tab: null } as const;

function background(): { readonly calls: BackgroundCalls; readonly seen: unknown[] } {
  const seen: unknown[] = [];
  const done = { editId: null, projectId: null, count: 0, left: [] };
  return {
    seen,
    calls: {
      ready: () => Promise.resolve(ok(null)),
      openStore: () => Promise.resolve(ok(1)),
      command: (_id, command) => (seen.push(command), Promise.resolve(ok(done))),
      lookIntoClip: () => Promise.resolve(fail({ type: 'ClipBroken' })),
      takeFrame: () => Promise.resolve(fail({ type: 'ClipBroken' })),
      download: () => Promise.resolve(ok({ started: 0, already: 0, folder: '' })),
      trySaving: () => Promise.resolve(ok(null)),
      makeFilm: () => Promise.resolve(ok({ name: '', lengthS: 0, sizeBytes: 0 })),
      cancelFilm: () => Promise.resolve(ok(false)),
      renderEnded: () => Promise.resolve(ok(null)),
      flowReport: () => Promise.resolve(ok(null)),
      flowLook: () => Promise.resolve(ok(null)),
      flowDriver: () => Promise.resolve(ok(null)),
      goToFlow: () => Promise.resolve(ok(null)),
      helpOnFlow: () => Promise.resolve(ok(null)),
      readFlowOffers: () => Promise.resolve(ok(null)),
      undoZoom: () => Promise.resolve(ok(null)),
      panelLeft: () => Promise.resolve(ok(null)),
      checkFlow: () => Promise.resolve(ok('')),
    },
  };
}

function send(command: unknown, sender: Room | null = 'page') {
  const { calls, seen } = background();
  const message = { to: 'background', call: 'command', args: [COMMAND_ID, command] };
  const answer = receive('background', backgroundHandlers(calls), message, { room: sender, tab: null });
  return { answer, seen };
}

describe('messages', () => {
  it.each([null, 'flow-page', 'offscreen', 'background'] as const)(
    '[L18] %s cannot send commands',
    async (sender) => {
      const { answer, seen } = send({ type: 'pause' }, sender);
      expect(await answer).toMatchObject({ ok: false, fault: { type: 'BadInput', field: 'sender' } });
      expect(seen).toEqual([]);
    },
  );

  it.each([
    [{ type: 'formatDisk' }],
    [{ type: 'deleteProject', projectId: 'project:../../etc' }],
    [{ type: 'generate', projectId: PROJECT_ID, index: 0, kind: 'image' }],
    [{ type: 'generate', projectId: PROJECT_ID, index: 1.5, kind: 'image' }],
    [{ type: 'generate', projectId: PROJECT_ID, index: 1, kind: 'film' }],
    [{ type: 'editScene', projectId: PROJECT_ID, index: 1, text: { lengthS: 61 } }],
    [{ type: 'editScene', projectId: PROJECT_ID, index: 1, text: { title: 'x'.repeat(201) } }],
    [{ type: 'createProject', name: '  ', aspect: '16:9', scenes: [] }],
    [null],
    ['pause'],
  ])('[L16] %j is refused before anything happens', async (command) => {
    const { answer, seen } = send(command);
    expect(await answer).toMatchObject({ ok: false, fault: { type: 'BadInput' } });
    expect(seen).toEqual([]);
  });

  it('[L16] fields that no command has do not get through', async () => {
    const { answer, seen } = send({ type: 'pause', evil: true });
    expect(await answer).toMatchObject({ ok: true });
    expect(seen).toEqual([{ type: 'pause' }]);
  });

  it('a message for another room is left to it', () => {
    const handlers = backgroundHandlers(background().calls);
    expect(
      receive('background', handlers, { to: 'offscreen', call: 'ready', args: [] }, FROM_PAGE),
    ).toBeNull();
    expect(receive('background', handlers, 'hello', FROM_PAGE)).toBeNull();
  });

  it('nobody who answers, and an answer of another shape, are Unreachable', async () => {
    const dead = backgroundClient(() => Promise.reject(new Error('no receiver')));
    const odd = backgroundClient(() => Promise.resolve({ ok: true, value: 'one' }));
    expect(await dead.ready()).toEqual({ ok: false, fault: { type: 'Unreachable' } });
    expect(await odd.ready()).toEqual({ ok: false, fault: { type: 'Unreachable' } });
  });
});
