// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakePage } from './fake-page.ts';
import type { Page } from './page-state.ts';
import { settingsTrigger } from './settings-pane.ts';

const pane = () => document.querySelector('flow-prompt-box-settings');
const radio = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('flow-prompt-box-settings [role=radio]')].find((node) =>
    node.textContent.includes(text),
  );
const isChecked = (text: string) => radio(text)?.getAttribute('aria-checked') === 'true';

function open(page: Page): HTMLElement {
  const trigger = settingsTrigger(page);
  document.body.append(trigger);
  trigger.click();
  return trigger;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
  localStorage.clear();
});

describe('the settings pane', () => {
  it('says in its trigger what is chosen, with one icon', () => {
    const trigger = open(fakePage().page);
    expect(trigger.querySelector('.settings-summary')?.textContent).toBe('Video · 720p · 6s crop_16_9 x1');
    radio('image')?.click();
    expect(trigger.querySelector('.settings-summary')?.textContent).toBe('🍌 Nano Banana 2.1 crop_16_9 x1');
  });

  it('shows a choice half a second late', () => {
    open(fakePage().page);
    radio('crop_9_16')?.click();
    vi.advanceTimersByTime(400);
    expect([isChecked('crop_16_9'), isChecked('crop_9_16')]).toEqual([true, false]);
    vi.advanceTimersByTime(200);
    expect([isChecked('crop_16_9'), isChecked('crop_9_16')]).toEqual([false, true]);
  });

  it('closes at the second press of its trigger', () => {
    const trigger = open(fakePage().page);
    expect(pane()).not.toBeNull();
    trigger.click();
    expect(pane()).toBeNull();
    expect(document.querySelector('.cdk-overlay-backdrop')).not.toBeNull();
  });

  it('puts shape and length back late where the build does', () => {
    const { page } = fakePage({ settingsResetLate: true });
    open(page);
    radio('crop_9_16')?.click();
    document.querySelector<HTMLElement>('.model-select-trigger')?.click();
    const lite = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(
      (node) => node.textContent === 'volume_upVeo 3.1 - Lite',
    );
    lite?.click();
    expect(page.store.get().settings).toMatchObject({ videoModel: 'veo_3_1_lite', videoAspect: '9:16' });
    vi.advanceTimersByTime(1_000);
    expect(page.store.get().settings.videoAspect).toBe('16:9');
  });

  it.each([
    [{ durationRowAbsent: true }, false],
    [{}, true],
  ])('has a row of lengths, or none: %j', (changes, hasRow) => {
    open(fakePage(changes).page);
    expect(document.querySelector('flow-toggles[aria-label=Duration]') !== null).toBe(hasRow);
  });

  it('offers models under the names of the day', () => {
    const changes = { renamedModels: { abra: 'Omni 1.2 Flash' }, missingModels: ['veo_3_1_fast'] };
    open(fakePage(changes).page);
    document.querySelector<HTMLElement>('.model-select-trigger')?.click();
    expect([...document.querySelectorAll('[role=menuitem]')].map((node) => node.textContent)).toEqual([
      'volume_upOmni 1.2 Flash',
      'volume_upVeo 3.1 - Lite',
      'volume_upVeo 3.1 - Quality',
    ]);
  });
});
