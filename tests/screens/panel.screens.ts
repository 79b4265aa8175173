import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { isSceneIndex, type SceneIndex } from '../../lib/domain/ids.ts';
import { LANGUAGES } from '../../lib/domain/settings.ts';
import { Stage } from './stage.ts';

function fixture(name: string): URL {
  return new URL(`../fixtures/scripts/${name}`, import.meta.url);
}

function scene(index: number): SceneIndex {
  if (!isSceneIndex(index)) throw new Error('no index');
  return index;
}

const REFUSED = { type: 'ContentRefused', what: 'prompt', words: '' } as const;

/** Names and texts as long as people write them. */
const LONG = JSON.stringify({
  scenes: Array.from({ length: 3 }, (_, at) => ({
    title: 'Người gác kèo ong dùng khói nhẹ để lấy mật mà không làm hại đàn ong trong rừng tràm U Minh Thượng',
    desc: 'Buổi sớm tinh mơ, sương còn phủ trắng mặt nước, người gác kèo chống xuồng len giữa những thân tràm nghiêng bóng để tìm tổ ong đã gác từ ba tháng trước.',
    speech:
      'Gác kèo ong là nghề cha truyền con nối của nhà mình, phải kiên nhẫn, phải hiểu con nước, hiểu hướng gió và biết thương con ong.',
    prompt_image: 'A beekeeper',
    duration: at === 0 ? 4 : 8,
  })),
});

describe.each(LANGUAGES)('screens in %s', (language) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(language);
  });
  afterAll(() => stage.launched.close());

  it('start', async () => {
    await stage.shoot('start');
    await stage.menu('project', stage.w('newProject'));
    await stage.shoot('new-project');
    await stage.page.keyboard.press('Escape');
  });

  it('the sample', async () => {
    await stage.page.getByRole('button', { name: stage.w('openSample') }).click();
    await stage.card(1).getByRole('group', { name: stage.w('scenePictures') }).waitFor();
    await stage.closeToast();
    await stage.shoot('sample');
    await stage.menu('film', stage.w('step_generateAllVideos'));
    for (const index of [1, 2, 3]) await stage.waitForStatus(index, 'done');
    await stage.closeToast();
    await stage.top();
    await stage.shoot('sample-made');
    await stage.card(1).getByRole('group', { name: stage.w('scenePictures') }).getByRole('button').first().click();
    await stage.shoot('picture-open');
    await stage.page.keyboard.press('Escape');
    await stage.menu('film', stage.w('filmPictures'));
    await stage.shoot('film-pictures-none');
    const picture = new URL('../../public/samples/1.webp', import.meta.url);
    await stage.page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(fileURLToPath(picture));
    await stage.page.getByRole('dialog').locator('.picture-tile').waitFor();
    await stage.shoot('film-pictures');
    await stage.page.keyboard.press('Escape');
    await stage.menu('film', stage.w('preview_title'));
    await stage.page.getByRole('dialog').getByRole('button', { name: stage.w('preview_pause'), exact: true }).click();
    await stage.page.keyboard.press('End');
    await stage.shoot('preview');
    await stage.page.keyboard.press('Escape');
    await stage.menu('film', stage.w('step_makeFilm'));
    await stage.page.getByRole('dialog').locator('.button.main').waitFor();
    await stage.shoot('make-film');
    await stage.page.getByRole('dialog').locator('.button.main').click();
    await stage.page.getByRole('dialog').locator('.film-saved').waitFor();
    await stage.shoot('film-saved');
    await stage.page.keyboard.press('Escape');
  });

  it('an empty project and its import', async () => {
    await stage.newProject('Mật ong rừng U Minh', '9:16');
    await stage.shoot('empty-project');
    await stage.menu('film', stage.w('ask'));
    const asked = stage.page.getByRole('dialog');
    await asked.getByLabel(stage.w('ask_topic')).fill('Mật ong rừng tràm U Minh, hũ thủy tinh 500 ml');
    await stage.shoot('ask');
    await asked
      .getByLabel(stage.w('ask_answer'))
      .fill('Dạ đây ạ:\n```json\n{"scenes":[{"title":"Mở hũ","description":"Chị Lan mở nắp","duration":6},]}\n```');
    await asked.getByRole('region', { name: stage.w('preview') }).waitFor();
    await stage.shoot('ask-answered');
    await stage.page.keyboard.press('Escape');
    const dialog = await stage.offerScript(fixture('mat-ong-so-canh-loi.outline.json'));
    await dialog.getByRole('region', { name: stage.w('preview') }).waitFor();
    await stage.shoot('import-with-notes');
    await stage.page.keyboard.press('Escape');
    const broken = await stage.offerScript('{"scenes":[{"desc":"một"},\n{"desc":"hai"');
    await broken.getByRole('alert').waitFor();
    await stage.shoot('import-broken');
    await stage.page.keyboard.press('Escape');
  });

  it('a film in every state', async () => {
    await stage.importScript(fixture('mat-ong-rung-u-minh.outline.json'));
    await stage.closeToast();
    await stage.shoot('film-ready');
    await stage.press(1, 'action_generateImage');
    await stage.waitForStatus(1, 'imageReady');
    await stage.press(1, 'action_generateVideo');
    await stage.more(3, 'action_generateVideo');
    await stage.waitForStatus(1, 'done');
    await stage.waitForStatus(3, 'done');
    await stage.press(4, 'action_generateImage');
    await stage.waitForStatus(4, 'imageReady');
    await stage.more(1, 'action_regenerateImage');
    await stage.waitForStatus(1, 'newTake');
    const faults = [{ scene: scene(2), kind: null, step: 'submit', fault: REFUSED }] as const;
    await stage.setFaultPlan({ faults, neverFinish: [scene(4), scene(5)] });
    await stage.press(2, 'action_generateImage');
    await stage.waitForStatus(2, 'failed');
    await stage.press(4, 'action_generateVideo');
    await stage.waitForStatus(4, 'generating');
    await stage.press(5, 'action_generateImage');
    await stage.waitForStatus(5, 'generating');
    await stage.press(6, 'action_generateImage');
    await stage.waitForStatus(6, 'queued');
    await stage.closeToast();
    await stage.shoot('film-states');
    await stage.card(4).scrollIntoViewIfNeeded();
    await stage.shoot('film-states-below');
    await stage.menu('film', stage.w('preview_title'));
    const seen = stage.page.getByRole('dialog');
    await seen.getByRole('button', { name: stage.w('preview_pause'), exact: true }).click();
    await seen.locator('.jumps').getByRole('button', { name: `${stage.w('scene', 2)}, ${stage.w('preview_noVideo')}` }).click();
    await stage.shoot('preview-missing');
    await stage.page.keyboard.press('Escape');
    await stage.top();
  });

  it('menus, takes and writing', async () => {
    await stage.openMenu('film');
    await stage.shoot('film-menu');
    await stage.page.keyboard.press('Escape');
    await stage.openMenu('project');
    await stage.shoot('project-menu');
    await stage.page.keyboard.press('Escape');
    await stage.menu('film', stage.w('preset'));
    await stage.shoot('preset');
    await stage.page.keyboard.press('Escape');
    await stage.menu('project', stage.w('projects'));
    await stage.page.getByRole('dialog').locator('.open').first().waitFor();
    await stage.shoot('projects');
    await stage.page.keyboard.press('Escape');
    await stage.press(1, 'more');
    await stage.shoot('card-menu');
    await stage.page.keyboard.press('Escape');
    await stage.card(1).locator('.buttons').getByRole('button', { name: stage.w('action_compare') }).click();
    await stage.page.getByRole('dialog').locator('img').nth(1).waitFor();
    await stage.shoot('compare');
    await stage.page.keyboard.press('Escape');
    await stage.press(2, 'action_prompt');
    await stage.shoot('writing');
    await stage.page.keyboard.press('Escape');
    await stage.more(3, 'insertScene');
    await stage.card(7).getByRole('textbox').first().waitFor();
    await stage.shoot('inserted');
    await stage.page.keyboard.press('Escape');
    await stage.more(6, 'deleteScene');
    await stage.card(6).waitFor({ state: 'detached' });
    await stage.top();
    await stage.shoot('undo-offered');
  });

  it('a service that cannot be reached', async () => {
    await stage.newProject('Chờ dịch vụ', '1:1');
    await stage.importScript(fixture('giay-chay-bo.lines.txt'));
    const faults = [{ scene: scene(1), kind: null, step: 'submit', fault: { type: 'ServerUnreachable' } }] as const;
    await stage.setFaultPlan({ faults });
    await stage.press(1, 'action_generateImage');
    await stage.page.locator('.banner.wait').waitFor();
    await stage.closeToast();
    await stage.shoot('hold');
    await stage.setFaultPlan(null);
    await stage.page.locator('.banner.wait').getByRole('button').click();
    await stage.waitForStatus(1, 'imageReady');
    await stage.shoot('square');
  });

  it.each(['16:9', '9:16', '4:5'])('long words in %s', async (aspect) => {
    await stage.newProject('Hành trình của mật ong từ rừng tràm U Minh Thượng đến bàn ăn gia đình Việt', aspect);
    await stage.importScript(LONG);
    await stage.more(1, 'action_generateVideo');
    await stage.waitForStatus(1, 'done');
    await stage.closeToast();
    await stage.shoot(`long-words-${aspect.replace(':', 'x')}`);
  });

  it('one scene', async () => {
    await stage.newProject('Một cảnh', '9:16');
    await stage.importScript('Chị Lan mở nắp hũ mật ong giữa rừng tràm lúc bình minh');
    await stage.closeToast();
    await stage.shoot('one-scene');
  });

  it('three hundred scenes', async () => {
    await stage.newProject('Hành trình 300 cảnh', '9:16');
    await stage.importScript(fixture('hanh-trinh-300-canh.outline.json'));
    await stage.closeToast();
    await stage.shoot('many-ready');
    const faults = [3, 9].map((index) => ({ scene: scene(index), kind: null, step: 'submit', fault: REFUSED }) as const);
    await stage.setFaultPlan({ faults, neverFinish: [scene(12), scene(13)] });
    await stage.menu('film', stage.w('step_generateAllImages'));
    await stage.waitForStatus(11, 'imageReady');
    await stage.waitForStatus(12, 'generating');
    await stage.closeToast();
    await stage.top();
    await stage.shoot('many-at-work');
    await stage.page.locator('.run-line').click();
    await stage.shoot('many-run');
    await stage.page.keyboard.press('Escape');
    await stage.menu('film', stage.w('choose'));
    for (const index of [1, 3, 4]) {
      await stage.page.getByRole('checkbox', { name: stage.w('chooseScene', index), exact: true }).check();
    }
    await stage.shoot('many-chosen');
    await stage.page.getByRole('button', { name: stage.w('chosenMore', 3), exact: true }).click();
    await stage.shoot('many-more');
    await stage.page.getByRole('button', { name: stage.w('chosenLength', 3), exact: true }).click();
    await stage.shoot('many-lengths');
    await stage.page.keyboard.press('Escape');
    await stage.page.getByRole('button', { name: stage.w('chosenMore', 3), exact: true }).click();
    await stage.page.getByRole('button', { name: stage.w('chosenStyle', 3), exact: true }).click();
    await stage.shoot('many-style');
    await stage.page.keyboard.press('Escape');
    await stage.page.getByRole('button', { name: stage.w('done'), exact: true }).click();
    await stage.card(2).getByTitle(stage.w('openScene')).click();
    await stage.shoot('many-row-open');
    await stage.page.getByRole('group', { name: stage.w('filters') }).getByRole('button', { name: stage.w('filter_failed') }).click();
    await stage.shoot('many-failed-only');
    await stage.page.keyboard.press('/');
    await stage.page.getByRole('combobox').fill('cho noi');
    await stage.shoot('go-to-scene');
    await stage.page.keyboard.press('Escape');
    await stage.setFaultPlan(null);
  });

  it('chapters', async () => {
    const scenes = Array.from({ length: 45 }, (_, at) => ({
      chapter: `Chương ${Math.floor(at / 9) + 1} · ${['Chợ nổi Cần Thơ', 'Rừng U Minh', 'Đường về Hà Nội'][Math.floor(at / 9) % 3]}`,
      desc: `Cảnh trong chương, số ${at + 1}`,
    }));
    await stage.newProject('Phim nhiều chương', '16:9');
    await stage.importScript(JSON.stringify({ scenes }));
    await stage.closeToast();
    await stage.page.getByRole('heading', { name: /^Chương 1/ }).getByRole('button').click();
    await stage.shoot('chapters');
  });
});
