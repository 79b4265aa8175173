// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { checkPanes } from '../../../../lib/providers/flow/page/check-panes.ts';
import { look } from '../../../../lib/providers/flow/page/look.ts';
import {
  buildIn,
  checkPage,
  checkText,
  type PageCheck,
} from '../../../../lib/providers/flow/page/check-page.ts';
import { setupPage } from './page-fixture.ts';
import { drift } from './element-fixture.ts';
import { mediaId, PROJECT } from './page-model-fixture.ts';

const BUILD = 'boq_labs-ai-sandbox-frontend_20260922.09_p0';
const SERVICE = 'https://flow.google.com/_/AiSandboxAngularFrontend/data/batchexecute';
const FACTS = { isObserverAlive: true, resources: [`${SERVICE}?rpcids=x&bl=${BUILD}&f.sid=-123&rt=c`] };

describe('the self-check', () => {
  it('says that a sound page is sound, and by which build', () => {
    setupPage({ prompt: 'a fox' });
    const check = checkPage(document, FACTS);
    expect(check).toMatchObject({
      isSound: true,
      place: 'project',
      agent: 'off',
      layout: 'wide',
      build: BUILD,
    });
    expect(check.anchors.find(({ name }) => name === 'start')).toEqual({
      name: 'start',
      matches: 1,
      way: 0,
      result: 'found',
    });
    expect(check.anchors.find(({ name }) => name === 'picker')?.result).toBe('notNow');
  });

  it('touches nothing', () => {
    const { model } = setupPage({ prompt: 'a fox' });
    const before = document.body.innerHTML;
    checkPage(document, FACTS);
    expect(document.body.innerHTML).toBe(before);
    expect(model).toMatchObject({ sent: 0, writes: [], asked: [] });
  });

  it('names an anchor that is there too often, and one found only by another way', () => {
    setupPage();
    const composer = document.querySelector('flow-base-prompt-box');
    composer?.after(composer.cloneNode(true));
    document.querySelectorAll('.agent-mode-chip').forEach((chip) => chip.classList.remove('agent-mode-chip'));
    const { isSound, anchors } = checkPage(document, FACTS);
    expect(isSound).toBe(false);
    expect(anchors.find(({ name }) => name === 'composer')?.result).toBe('tooMany');
    expect(anchors.find(({ name }) => name === 'agentChip')?.way).toBe(1);
  });

  it('is not sound where there is no project', () => {
    setupPage();
    history.pushState(null, '', '/about');
    expect(checkPage(document, FACTS)).toMatchObject({ isSound: false, place: 'about' });
  });

  it('is not sound without a live observer', () => {
    setupPage();
    expect(checkPage(document, { ...FACTS, isObserverAlive: false }).isSound).toBe(false);
  });

  it('asks for no composer where the account has none', () => {
    setupPage({ agent: 'only' });
    const check = checkPage(document, FACTS);
    expect(check.agent).toBe('only');
    expect(check.anchors.filter(({ result }) => result === 'missing')).toEqual([]);
  });

  it('[L17] can be copied without a prompt, an id, or anything of the account', () => {
    setupPage({ prompt: 'a secret fox', frames: [mediaId(1), mediaId(2)] });
    const check = checkPage(document, FACTS);
    const text = `${checkText(check)}\n${JSON.stringify(check)}`;
    expect(text).toContain(BUILD);
    for (const secret of ['secret', 'fox', PROJECT, mediaId(1), '-123', 'PRO', 'Clip'])
      expect(text).not.toContain(secret);
  });

  it('takes only what looks like a build for one', () => {
    expect(buildIn([`${SERVICE}?bl=%3Cscript%3E`, 'not an address', `${SERVICE}?bl=boq_a b`])).toBeNull();
    expect(buildIn([])).toBeNull();
  });
});

describe('the self-check with panes opened', () => {
  const resultOf = (check: PageCheck, name: string) =>
    check.anchors.find((each) => each.name === name)?.result;

  it('sees what only stands in them, changes nothing and leaves none open', async () => {
    const { page, model } = setupPage({ prompt: 'a fox' });
    const check = await checkPanes(page, FACTS);
    expect(check.isSound).toBe(true);
    for (const name of ['choice', 'modelName', 'modelItem', 'pickerSearch', 'pickerUpload'])
      expect([name, resultOf(check, name)]).toEqual([name, 'found']);
    expect(model).toMatchObject({ sent: 0, writes: [] });
    expect(look(document).covers).toEqual([]);
    expect(document.querySelector('.cdk-overlay-pane')).toBeNull();
  });

  it('names what they lost', async () => {
    const { page } = setupPage({ models: [] });
    const check = await checkPanes(page, FACTS);
    expect([check.isSound, resultOf(check, 'modelItem')]).toEqual([false, 'missing']);
    const second = setupPage();
    document.querySelectorAll('.settings-trigger-button').forEach(drift);
    const other = await checkPanes(second.page, FACTS);
    expect([other.isSound, resultOf(other, 'settingsTrigger')]).toEqual([false, 'missing']);
  });

  it('opens nothing where something is in the way', async () => {
    const { page } = setupPage({ agent: 'on' });
    expect(resultOf(await checkPanes(page, FACTS), 'choice')).toBe('notNow');
  });
});
