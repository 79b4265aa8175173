// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { closeDialog, leaveAgent } from '../../../../lib/providers/flow/page/free-help.ts';
import { look } from '../../../../lib/providers/flow/page/look.ts';
import { h, icon, pressable } from './element-fixture.ts';
import { consentDialog } from './library-fixture.ts';
import { setupPage } from './page-fixture.ts';

describe('help that costs nothing', () => {
  it('switches agent mode off, once', async () => {
    const { page } = setupPage({ agent: 'on' });
    expect((await leaveAgent(page)).ok).toBe(true);
    expect(look(document).agent).toBe('off');
    expect((await leaveAgent(page)).ok).toBe(true);
    expect(look(document).agent).toBe('off');
  });

  it('says that an account without the switch has none', async () => {
    const { page } = setupPage({ agent: 'only' });
    expect(await leaveAgent(page)).toEqual({ ok: false, fault: { type: 'missing', anchor: 'agentChip' } });
  });

  it('closes a notice by its own button', async () => {
    const { page } = setupPage();
    const close = h('button', { type: 'button' }, icon('close'));
    const notice = h('mat-dialog-container', { role: 'dialog' }, close);
    pressable(close, () => notice.remove());
    document.body.append(notice);
    expect((await closeDialog(page)).ok).toBe(true);
    expect(look(document).covers).toEqual([]);
  });

  it('[L17] leaves consent alone', async () => {
    const { page, model } = setupPage();
    document.body.append(consentDialog(() => model.sent++));
    const asked = { type: 'obstacles', obstacles: [{ type: 'ConsentAsked' }] };
    expect(await closeDialog(page)).toEqual({ ok: false, fault: asked });
    expect(look(document).covers).toEqual(['consent']);
    expect(model.sent).toBe(0);
  });
});
