import { afterAll, afterEach, beforeAll, expect, it, onTestFailed } from 'vitest';
import { SCENARIOS } from '../replica/flow/scenarios.ts';
import { PLAYS, SETTINGS } from './flow-plays/plays.ts';
import { FlowStage } from './flow-stage.ts';

/** Plays those of the known failures that are chosen, one after the other in one browser. */
export function playScenarios(isChosen: (number: number) => boolean): void {
  let stage: FlowStage;
  beforeAll(async () => {
    stage = await FlowStage.open();
  });
  afterEach(() => {
    expect(stage.replica.misdeeds).toEqual({});
    expect(stage.replica.defects).toEqual([]);
  });
  afterAll(() => stage.close());

  const inVietnamese = [
    [4, 'image', 'Tài khoản này chỉ có chế độ agent: hãy tự đặt trên trang Flow.'],
    [6, 'image', 'Flow đang hỏi về cookie. Hãy trả lời trên trang đó.'],
    [9, 'video', 'Flow báo đã hết tín dụng.'],
  ] as const;
  it.each(inVietnamese.filter(([number]) => isChosen(number)))(
    '#%i in Vietnamese',
    async (number, kind, words) => {
      await stage.begin(number, SETTINGS[number]);
      await stage.inVietnamese(async () => {
        await stage.orderUnseen(1, kind);
        await stage.banner(words);
        const card = stage.panel.page.getByRole('article', { name: 'Cảnh 1', exact: true });
        await card.getByText('Chờ đến lượt').waitFor();
        await card.getByText(words).waitFor();
      });
    },
  );

  for (const [number, { words }] of Object.entries(SCENARIOS)) {
    const play = PLAYS[Number(number)];
    if (play === undefined || !isChosen(Number(number))) continue;
    it(`#${number} ${words}`, async () => {
      onTestFailed(async () => console.log(`#${number}`, await stage.tell()));
      await stage.begin(Number(number), SETTINGS[Number(number)]);
      await play(stage);
    });
  }
}
