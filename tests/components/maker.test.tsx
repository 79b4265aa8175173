// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MakerDialog } from '../../components/maker-dialog.tsx';
import type { PanelActions } from '../../components/panel-props.ts';
import { WordsProvider } from '../../components/words.tsx';
import { NO_CHOICES } from '../../lib/domain/choices.ts';
import { NO_LINES } from '../../lib/domain/prompt-lines.ts';
import { NO_END_CARD } from '../../lib/domain/end-card.ts';
import { NO_RULES } from '../../lib/domain/prompt-rules.ts';
import type { SeenOffers } from '../../lib/domain/flow-page.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { Project } from '../../lib/domain/project.ts';
import { PROVIDER_OFFERS } from '../../lib/domain/provider-offer.ts';
import { sceneIndex } from '../fakes/studio.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };

const FILM: Project = {
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
  paletteSeed: 1,
  captionStyle: 'band',
  nextIndex: sceneIndex(1),
  createdAt: 0,
  client: '',
  film: null,
  archivedAt: null,
  deletedAt: null,
};

/** Opens the dialog; answers what it asks for. */
function show(project: Project, seen: SeenOffers = {}): readonly unknown[] {
  const asked: unknown[] = [];
  const actions: Pick<PanelActions, 'setProject' | 'setSettings' | 'readFlowOffers'> = {
    setProject: (change) => void asked.push(change),
    setSettings: (change) => void asked.push(change),
    readFlowOffers: () => void asked.push('look'),
  };
  const messages = Object.fromEntries(Object.entries(en).map(([key, { message }]) => [key, message]));
  render(
    <WordsProvider language="en" messages={messages}>
      <MakerDialog
        project={project}
        places={[]}
        offers={PROVIDER_OFFERS}
        settings={{ mostPending: 4, mayUpload: true }}
        useFlowOffers={() => seen}
        actions={actions}
        onClose={() => void asked.push('close')}
      />
    </WordsProvider>,
  );
  return asked;
}

function choose(name: string, value: string): void {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
}

function optionsOf(name: string): readonly (string | null)[] {
  return [...screen.getByRole('combobox', { name }).querySelectorAll('option')].map(
    (each) => each.textContent,
  );
}

describe('what Flow makes a film with', () => {
  afterEach(cleanup);

  it('is chosen in one place and taken with one press', () => {
    const asked = show(FILM);
    const use = screen.getByRole<HTMLButtonElement>('button', { name: 'Use this' });
    expect(use.disabled).toBe(true);
    choose('Video model', 'Veo 3.1 - Fast');
    choose('Video length', '8');
    choose('Takes per order', '2');
    choose('Orders at once', '1');
    fireEvent.click(use);
    const choices = { videoModel: 'Veo 3.1 - Fast', clipLengthS: 8, outputs: 2 };
    expect(asked).toEqual(['look', { choices }, { mostPending: 1 }, 'close']);
  });

  it('[L17] leaves every picture to the user where he says so', () => {
    const asked = show(FILM);
    fireEvent.click(screen.getByRole('checkbox', { name: /^Retake gives Flow the pictures/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Use this' }));
    expect(asked).toContainEqual({ mayUpload: false });
  });

  it('is what the page was seen to offer, else what is known; null is the page’s own', () => {
    show(FILM, { video: { mode: 'video', models: ['Veo 4'], lengths: [5] } });
    expect(optionsOf('Video model')).toEqual(['As set in Flow', 'Veo 4']);
    expect(optionsOf('Video length')).toEqual(['Each scene’s own', '5 s']);
    expect(optionsOf('Image model')).toContain('Nano Banana Pro');
    expect(optionsOf('Takes per order')).toEqual(['1', '2', '3', '4']);
  });

  it('[L19] stays what was chosen, though the page offers it no more', () => {
    const asked = show(
      { ...FILM, videoModel: 'Veo 3.1 - Fast' },
      { video: { mode: 'video', models: ['Veo 4'], lengths: [] } },
    );
    expect(optionsOf('Video model')).toEqual(['As set in Flow', 'Veo 4', 'Veo 3.1 - Fast']);
    choose('Video model', '');
    fireEvent.click(screen.getByRole('button', { name: 'Use this' }));
    expect(asked).toContainEqual({ choices: { videoModel: null } });
  });

  it('is asked of nobody where the film is made by a service without models', () => {
    const asked = show({ ...FILM, provider: 'animatic' });
    expect(asked).toEqual([]);
    expect(screen.queryByRole('combobox')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: /Google Flow/ }));
    choose('Takes per order', '3');
    fireEvent.click(screen.getByRole('button', { name: 'Use this' }));
    expect(asked).toEqual(['look', { provider: 'flow', choices: { outputs: 3 } }, 'close']);
  });
});
