// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Banners } from '../../components/banners.tsx';
import type { PanelActions, PanelData } from '../../components/panel-props.ts';
import { WordsProvider } from '../../components/words.tsx';
import { NO_CHOICES, type Choices } from '../../lib/domain/choices.ts';
import { NO_LINES } from '../../lib/domain/prompt-lines.ts';
import { NO_END_CARD } from '../../lib/domain/end-card.ts';
import { NO_RULES } from '../../lib/domain/prompt-rules.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { holdFor, modelKey, PAID } from '../../lib/domain/hold.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { Project } from '../../lib/domain/project.ts';
import { sceneIndex } from '../fakes/studio.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import vi from '../../public/_locales/vi/messages.json' with { type: 'json' };

const FAST = 'Veo 3.1 - Fast';
const SPENT: Fault = { type: 'QuotaSpent', model: FAST };

function film(choices: Partial<Choices>): Project {
  return {
    id: newId('project', () => 0.5),
    name: 'Cáo đỏ',
    stem: 'Cao-do',
    aspect: '16:9',
    videoFrom: 'picture',
    afterImages: 'wait',
    provider: 'flow',
    ...NO_CHOICES,
    ...NO_LINES,
    ...NO_RULES,
    ...NO_END_CARD,
    naming: 'ascii',
    ...choices,
    paletteSeed: 1,
    captionStyle: 'band',
    nextIndex: sceneIndex(1),
    createdAt: 0,
    client: '',
    film: null,
    archivedAt: null,
    deletedAt: null,
  };
}

/** Shows the banner of a fault; answers what its buttons ask for. */
function show(
  fault: Fault,
  model: string,
  project: Project,
  language: 'en' | 'vi' = 'en',
): readonly string[] {
  const asked: string[] = [];
  const data = {
    otherVersion: false,
    paused: false,
    planOn: false,
    places: [],
    project,
    holds: [holdFor('flow', fault, null, 0, model)],
    flow: { credits: null, atWork: 0, ready: null },
  } as Partial<PanelData> as PanelData;
  const actions = {
    liftHold: (hold) => void asked.push(`lift ${hold.model}`),
    goToFlow: () => void asked.push('go to Flow'),
  } as Partial<PanelActions> as PanelActions;
  const words = Object.entries(language === 'en' ? en : vi).map(([key, { message }]) => [key, message]);
  render(
    <WordsProvider language={language} messages={Object.fromEntries(words)}>
      <Banners
        data={data}
        actions={actions}
        onStorage={() => undefined}
        onChoose={() => void asked.push('choose')}
      />
    </WordsProvider>,
  );
  return asked;
}

describe('the banner of a model whose quota is spent', () => {
  afterEach(cleanup);

  it.each([
    ['en', 'The quota of Veo 3.1 - Fast is used up', 'Choose another model', 'Go on'],
    ['vi', 'Đã dùng hết hạn mức của Veo 3.1 - Fast', 'Chọn mô hình khác', 'Cho chạy tiếp'],
  ] as const)('names it and offers another: %s', (language, text, choose, goOn) => {
    const asked = show(SPENT, FAST, film({ videoModel: FAST }), language);
    expect(document.body.textContent).toContain(text);
    fireEvent.click(screen.getByRole('button', { name: choose }));
    fireEvent.click(screen.getByRole('button', { name: goOn }));
    expect(asked).toEqual(['choose', `lift ${FAST}`]);
  });

  it('goes once the film is made with another, and is the page’s own where nothing is chosen', () => {
    show(SPENT, FAST, film({ videoModel: 'Veo 3.1 - Lite' }));
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    show({ type: 'QuotaSpent', model: '' }, modelKey({ kind: 'video', model: null }), film({}));
    expect(document.body.textContent).toContain('The quota of the model that is set in Flow is used up');
  });
});

describe('the banner of an account with nothing left', () => {
  afterEach(cleanup);

  it('says that what is free goes on, where it does', () => {
    show({ type: 'FlowBlocked', by: 'NoCredits' }, PAID, film({}));
    expect(document.body.textContent).toContain('What is free goes on.');
    cleanup();
    show({ type: 'FlowBlocked', by: 'NoCredits' }, '', film({}));
    expect(document.body.textContent).not.toContain('What is free goes on.');
  });
});
