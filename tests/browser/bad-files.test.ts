import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from './panel.ts';

describe('[L16] a file that is no script', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.shortFilm('Kept', 2);
  });
  afterAll(() => panel.close());

  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  it.each([
    ['a picture', png, 'This file is not a text'],
    ['50 MB of text', Buffer.alloc(50_000_000, 'a'), 'This file has 50 MB; a script has at most 5 MB'],
    [
      'broken JSON',
      Buffer.from('{"scenes": [\n {"desc": "a"\n {"desc": "b"}\n]}'),
      'breaks off at line 3, character 2',
    ],
    ['an empty file', Buffer.alloc(0), 'There is nothing in it'],
  ])('%s gets a clear message and changes nothing', async (_name, bytes, words) => {
    const before = await panel.rows('scenes');
    const dialog = await panel.offerScript({ name: 'film.json', bytes });
    await dialog.getByRole('alert').getByText(words).waitFor();
    expect(await dialog.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await panel.rows('scenes')).toEqual(before);
  });
});
