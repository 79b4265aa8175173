// @vitest-environment happy-dom
import { cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AssetUrlProvider } from '../../components/asset-url.tsx';
import { BatchDialog } from '../../components/batch-dialog.tsx';
import { ByHand } from '../../components/by-hand.tsx';
import { FlowZoom } from '../../components/flow-line.tsx';
import { flowFacts, readyWords } from '../../components/flow-words.ts';
import { SpentDialog } from '../../components/spent-dialog.tsx';
import { Toast } from '../../components/toast.tsx';
import { useT, WordsProvider, type Translate } from '../../components/words.tsx';
import type { Batch, BatchOrder } from '../../lib/domain/batch.ts';
import { handOrder } from '../../lib/domain/hand-order.ts';
import { holdFor } from '../../lib/domain/hold.ts';
import { newId } from '../../lib/domain/ids.ts';
import { batchItem as item, PLAIN } from '../fakes/batch-item.ts';
import { generate, openStudio, sceneIndex } from '../fakes/studio.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import vi from '../../public/_locales/vi/messages.json' with { type: 'json' };

function Words({ words = en, children }: { readonly words?: typeof en; readonly children: React.ReactNode }) {
  const messages = Object.fromEntries(Object.entries(words).map(([key, { message }]) => [key, message]));
  return (
    <WordsProvider language={words === en ? 'en' : 'vi'} messages={messages}>
      {children}
    </WordsProvider>
  );
}

function translateIn(words: typeof en): Translate {
  const wrapper = ({ children }: { readonly children: React.ReactNode }) => (
    <Words words={words}>{children}</Words>
  );
  return renderHook(useT, { wrapper }).result.current;
}

const READY = {
  index: sceneIndex(5),
  kind: 'video',
  lengthS: 8,
  price: 20,
  count: 1,
} as const;

const BATCH: Batch = {
  items: [item(1, 'image'), item(1, 'video'), item(2, 'video'), item(3, 'video', { type: 'NoText' })],
  left: 30,
  chosen: { image: PLAIN, video: PLAIN },
  provider: 'flow',
  seenPrices: [],
  makers: [{ provider: 'flow', needsPress: true, usual: {}, pace: { atOnce: 4, paceMs: 0 } }],
  afterImages: null,
};

function showBatch(order: BatchOrder, batch: Batch): readonly string[] {
  const started: string[] = [];
  render(
    <Words>
      <BatchDialog
        order={order}
        useBatch={() => batch}
        useOffers={() => ({ video: { mode: 'video', models: ['Lite', 'Veo 3.1 - Fast'], lengths: [] } })}
        onStart={(kind, scenes) => void started.push(`${kind} ${scenes.join()}`)}
        onSet={(change) => void started.push(JSON.stringify(change))}
        onChoose={() => void started.push('choose')}
        onClose={() => void started.push('close')}
      />
    </Words>,
  );
  return started;
}

describe('words about Flow', () => {
  afterEach(cleanup);

  it('say what a press makes and takes', () => {
    const [t, v] = [translateIn(en), translateIn(vi)];
    expect(readyWords(t, READY)).toBe('Scene 5 · 1 video · 8 s · 20 credits');
    expect(readyWords(v, READY)).toBe('Cảnh 5 · 1 video · 8 giây · 20 tín dụng');
    const picture = { ...READY, kind: 'image', lengthS: null } as const;
    expect(readyWords(t, { ...picture, price: 0 })).toBe('Scene 5 · 1 image · free');
    expect(readyWords(t, { ...picture, price: null })).toContain('Flow shows the price');
  });

  it('leave out what nobody has told', () => {
    const t = translateIn(en);
    expect(flowFacts(t, { credits: null, atWork: 0, ready: null })).toEqual([]);
    const half = (): number => 0.5;
    const ready = { ...READY, taskId: newId('task', half), projectId: newId('project', half), since: 0 };
    expect(flowFacts(t, { credits: 940, atWork: 2, ready })).toEqual([
      '940 credits',
      '2 at work',
      'scene 5 stands ready',
    ]);
  });
});

describe('Flow’s page made smaller', () => {
  afterEach(cleanup);

  it.each([
    [en, 'Flow’s page is shown at 67 %', 'Undo'],
    [vi, 'Trang Flow được thu nhỏ còn 67 %', 'Hoàn tác'],
  ] as const)('is said with the way back, in both languages', (words, says, undo) => {
    let undone = 0;
    const actions = { undoZoom: () => void undone++ };
    render(
      <Words words={words}>
        <FlowZoom flowZoom={0.67} actions={actions} />
      </Words>,
    );
    expect(screen.getByRole('region').textContent).toContain(says);
    fireEvent.click(screen.getByRole('button', { name: undo }));
    expect(undone).toBe(1);
  });

  it('is told once, and again another time', () => {
    let undone = 0;
    const actions = { undo: () => undefined, closeMessage: () => undefined, undoZoom: () => void undone++ };
    const shown = (flowZoom: number | null) => (
      <Words>
        <Toast
          data={{
            message: null,
            undo: null,
            flow: { credits: null, atWork: 1, ready: null },
            flowZoom,
            run: null,
          }}
          actions={actions}
        />
      </Words>
    );
    const { rerender } = render(shown(0.9));
    expect(screen.getByRole('status').textContent).toBe('Flow’s page is shown smaller');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undone).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    rerender(shown(0.67));
    expect(screen.getByRole('status').textContent).toBe('');
    rerender(shown(null));
    rerender(shown(0.9));
    expect(screen.getByRole('status').textContent).toBe('Flow’s page is shown smaller');
  });

  it('is not said where nobody’s zoom was touched', () => {
    const actions = { undoZoom: () => undefined };
    const { container } = render(<FlowZoom flowZoom={null} actions={actions} />, { wrapper: Words });
    expect(container.textContent).toBe('');
  });
});

describe('[L9] the batch sheet', () => {
  afterEach(cleanup);

  it('lists kinds, prices, presses and what cannot run, and starts what it lists', () => {
    const started = showBatch({ type: 'all', kind: 'video' }, BATCH);
    const text = screen.getByRole('dialog').textContent;
    expect(text).toContain('1 image, free each');
    expect(text).toContain('2 videos, 20 credits each');
    expect(text).toContain('Together about 40 credits.');
    expect(text).toContain('You press Start in Flow 3 times');
    expect(screen.getByRole('region', { name: 'Cannot be started' }).textContent).toContain('Scene 3');
    fireEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(started).toEqual(['video 1,2', 'close']);
  });

  it('lists what it comes to with each model, and a press changes the model alone', () => {
    const seenPrices = [
      { kind: 'video', model: null, price: 20 },
      { kind: 'video', model: 'Lite', price: 10 },
    ] as const;
    const chosen = { image: PLAIN, video: { ...PLAIN, outputs: 3 } };
    const started = showBatch({ type: 'all', kind: 'video' }, { ...BATCH, chosen, seenPrices });
    fireEvent.click(screen.getByText('With another model'));
    const line = (name: RegExp): HTMLElement => screen.getByRole('radio', { name });
    expect(line(/^As set in Flow\s*2 × 3 × 20 = 120 credits$/)).toHaveProperty('checked', true);
    expect(
      line(/^Veo 3.1 - Fast\s*price not seen yet\s*Seen to make only 8 s; may be refused: Scene 1, Scene 2$/),
    ).toBeTruthy();
    fireEvent.click(line(/^Lite\s*2 × 3 × 10 = 60 credits$/));
    expect(started).toEqual([JSON.stringify({ choices: { videoModel: 'Lite' } })]);
  });

  it('asks whether videos wait for the user, where images are missing, and offers the scenes that fit', () => {
    const started = showBatch({ type: 'all', kind: 'video' }, { ...BATCH, afterImages: 'wait' });
    expect(screen.getByRole('radio', { name: /^Wait for me/ })).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('radio', { name: /^Straight on to the videos/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Start the first scene' }));
    expect(started).toEqual(['{"afterImages":"goOn"}', 'video 1', 'close']);
    cleanup();
    showBatch({ type: 'all', kind: 'video' }, BATCH);
    expect(screen.queryByRole('radio', { name: /^Wait for me/ })).toBeNull();
  });

  it('says what is made again, how long it takes, and what needs a new prompt first', () => {
    const refused = { type: 'ContentRefused', what: 'prompt', words: '' } as const;
    const items = BATCH.items.map((each, at) => ({
      ...each,
      isAgain: at < 2,
      fault: at === 3 ? refused : null,
    }));
    showBatch(
      { type: 'failed' },
      {
        ...BATCH,
        items,
        makers: BATCH.makers.map((maker) => ({ ...maker, usual: { image: 60_000, video: 300_000 } })),
      },
    );
    const text = screen.getByRole('dialog').textContent;
    expect(text).toContain('2 of them beside takes that are there');
    expect(text).toContain('1 needs a new prompt or picture first.');
    expect(text).toContain('At work for about 5 min');
  });

  it('says where the price is not known, and starts nothing where nothing can run', () => {
    const items = BATCH.items.map((each) => ({ ...each, price: null }));
    showBatch({ type: 'all', kind: 'video' }, { ...BATCH, items, left: null });
    expect(screen.getByRole('dialog').textContent).toContain('Flow shows the price before each press.');
    cleanup();
    const started = showBatch({ type: 'failed' }, { ...BATCH, items: [] });
    const start = screen.getByRole('button', { name: 'Start' });
    fireEvent.click(start);
    expect(started).toEqual([]);
  });
});

describe('what was spent', () => {
  afterEach(cleanup);

  it('stands for the film and for each scene', () => {
    const scene = { index: sceneIndex(2), orders: 2, taken: 20, untold: { orders: 1, asked: 20 } };
    render(
      <Words>
        <SpentDialog
          useSpent={() => [{ unit: 'credits', film: scene, scenes: [scene] }]}
          onClose={() => undefined}
        />
      </Words>,
    );
    const row = screen.getByRole('row', { name: /Scene 2/ });
    expect(row.textContent).toContain('20 credits');
    expect(row.textContent).toContain('1 order not told yet, asked 20 credits');
  });
});

describe('an order for the hand', () => {
  afterEach(cleanup);
  const blocked = holdFor('flow', { type: 'FlowBlocked', by: 'PageChanged' }, null, 0);

  it('is given where the page has changed, with its pictures to drag out', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'video'));
    const card = await studio.card(film, 1);
    const { task } = card.status;
    if (task === null) throw new Error('no task');
    const onFlow = { ...card, status: { ...card.status, task: { ...task, provider: 'flow' as const } } };
    const shape = { aspect: '16:9', videoFrom: 'picture' } as const;
    expect(handOrder(card, shape, [blocked], 1)).toBeNull();
    expect(handOrder(onFlow, shape, [], 1)).toBeNull();
    const order = handOrder(onFlow, shape, [blocked], 1);
    if (order === null) throw new Error('no order');
    expect(order).toMatchObject({ mode: 'video', from: 'frames', lengthS: 4, count: 1, aspect: '16:9' });
    const copied: string[] = [];
    render(
      <Words>
        <AssetUrlProvider value={() => 'blob:picture'}>
          <ByHand order={order} onCopy={(text) => void copied.push(text)} />
        </AssetUrlProvider>
      </Words>,
    );
    expect(screen.getByRole('region', { name: 'By hand in Flow' }).textContent).toContain(
      'Video from frames · 16:9 · 4 s · 1 video',
    );
    expect(screen.getByRole('img', { name: 'Picture for Flow' }).getAttribute('draggable')).toBe('true');
    expect(screen.getByRole('link', { name: 'Download' }).getAttribute('download')).toMatch(
      /^retake-\w{16}\.jpg$/,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Copy prompt' }));
    expect(copied).toEqual([card.scene.videoPrompt]);
  });
});
