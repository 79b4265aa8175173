// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../../lib/providers/flow/page/find.ts';
import { noteTraffic } from '../../../../lib/providers/flow/page/own-traffic.ts';
import { readComposer } from '../../../../lib/providers/flow/page/read-composer.ts';
import { unreadPress } from '../../../../lib/providers/flow/page/unread-press.ts';
import { id } from '../wire.ts';
import { setupPage } from './page-fixture.ts';

/** An armed page and what is found to have happened on it, after `press` and with what the observer tells. */
async function pressed(press: boolean, tells: boolean): Promise<boolean | 'waits'> {
  const ended = new AbortController();
  const { page, redraw, clock } = setupPage({ prompt: 'a red fox' });
  const composer = readComposer(document);
  if (composer === null) throw new Error('no composer');
  const traffic = noteTraffic();
  let found: boolean | 'waits' = 'waits';
  void unreadPress({ ...page, signal: ended.signal }, composer, traffic).then((is) => (found = is));
  if (press) {
    const [editor] = findAll(document, '.ProseMirror');
    if (editor !== undefined) document.getSelection()?.selectAllChildren(editor);
    document.execCommand('selectAll');
    document.execCommand('delete');
    redraw();
    document.body.append(document.createElement('flow-pending-tile'));
  }
  const submit = { mode: 'text', projectId: null, batchId: null, items: [] } as const;
  if (tells) traffic.note({ documentId: id(9), seq: 3, rpcid: 'YhhmEf', at: 0, type: 'sent', submit });
  for (let times = 0; times < 6; times++) await clock.sleep(1_000, new AbortController().signal);
  ended.abort();
  return found;
}

describe('a press whose order nobody could read', () => {
  it('is told where the composer was emptied and a tile waits', async () => {
    expect(await pressed(true, false)).toBe(true);
  });

  it('is none where an order was told of, or nothing happened', async () => {
    expect(await pressed(true, true)).toBe(false);
    expect(await pressed(false, false)).toBe('waits');
  });
});
