import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ScriptPreview } from '../../lib/domain/script-preview.ts';
import { readScript, readScriptBytes, SCRIPT_LIMIT_BYTES } from '../../lib/script/read-script.ts';

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/scripts/${name}`, import.meta.url));
}

function read(source: string | Uint8Array): ScriptPreview {
  const answer = typeof source === 'string' ? readScript(source) : readScriptBytes(source);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
}

describe('scripts that people have', () => {
  it.each([
    ['mat-ong-rung-u-minh.outline.json', 'outline', 6, '9:16'],
    ['mat-ong-so-canh-loi.outline.json', 'outline', 6, '9:16'],
    ['hanh-trinh-300-canh.outline.json', 'outline', 300, '16:9'],
    ['ca-phe-da-lat.any.json', 'any-json', 4, null],
    ['giay-chay-bo.lines.txt', 'lines', 6, null],
    ['tra-sen-tay-ho.blocks.txt', 'blocks', 5, null],
  ])('%s is read as %s with %i scenes', (name, format, count, aspect) => {
    const preview = read(fixture(name));
    expect(preview).toMatchObject({ format, aspect });
    expect(preview.scenes).toHaveLength(count);
    for (const scene of preview.scenes) {
      expect(scene.title).not.toBe('');
      expect(scene.imagePrompt).not.toBe('');
      expect(scene.videoPrompt).not.toBe('');
    }
  });

  it('takes the mood out of what is said, and words out of a prompt that is an object in a text', () => {
    const [first] = read(fixture('mat-ong-rung-u-minh.outline.json')).scenes;
    expect(first?.voiceOver).toBe('Mật ong rừng U Minh, mở nắp là thơm cả khu rừng!');
    expect(first?.videoPrompt).toContain('slow push in to the jar');
    expect(first?.videoPrompt).not.toContain('{');
    expect(first?.extra).toMatchObject({ mood: 'hào hứng' });
  });

  it('[L16] names scene and line of wrong numbers and of a length in words, and drops nothing', () => {
    const { notes, scenes } = read(fixture('mat-ong-so-canh-loi.outline.json'));
    expect(scenes.map(({ lengthS }) => lengthS)).toEqual(expect.arrayContaining([8]));
    expect(notes.map(({ type, scene }) => [type, scene])).toEqual([
      ['NumberMissing', 1],
      ['NumberRepeated', 3],
      ['NumberGap', 4],
      ['LengthRead', 6],
    ]);
    expect(notes.every(({ line }) => line !== null && line > 1)).toBe(true);
  });

  it('reads Vietnamese keys, with accents or without', () => {
    const [scene] = read('[{"Tiêu đề":"Mở","mo ta":"Hũ mật","Lời thoại":"Chào","Thời lượng":"0:12"}]').scenes;
    expect(scene).toMatchObject({ title: 'Mở', description: 'Hũ mật', voiceOver: 'Chào', lengthS: 12 });
  });

  it('keeps what it does not know in extra, `__proto__` and all', () => {
    const [scene] = read('[{"desc":"a","góc máy":{"x":[1]},"__proto__":{"polluted":true}}]').scenes;
    expect(scene?.extra).toEqual(JSON.parse('{"góc máy":{"x":[1]},"__proto__":{"polluted":true}}'));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('reads the fenced answer of a chat model, prose and commas too many included', () => {
    const answer =
      'Đây là kịch bản:\n\n```json\n{"scenes":[\n{"desc":"một"},\n{"desc":"hai",},\n]}\n```\nChúc vui!';
    const { scenes, notes } = read(answer);
    expect(scenes.map(({ description }) => description)).toEqual(['một', 'hai']);
    expect(notes.map(({ type, line }) => [type, line])).toEqual([
      ['TrailingComma', 6],
      ['TrailingComma', 6],
    ]);
  });

  it('cuts a text by lines or blocks, as it is told', () => {
    const text = 'một\r\nhai\r\n\r\nba';
    expect(read(text)).toMatchObject({ format: 'blocks', other: 'lines' });
    const lines = readScript(text, 'lines');
    expect(lines.ok && lines.value.scenes.map(({ description }) => description)).toEqual([
      'một',
      'hai',
      'ba',
    ]);
  });

  it('reads UTF-16, as Notepad saves it', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Cảnh một\nCảnh hai', 'utf16le')]);
    expect(read(new Uint8Array(utf16)).scenes.map(({ title }) => title)).toEqual(['Cảnh một', 'Cảnh hai']);
  });

  it('clamps a length that no scene may have, and says so', () => {
    const { scenes, notes } = read('[{"desc":"a","duration":900},{"desc":"b","duration":"lâu"}]');
    expect(scenes.map(({ lengthS }) => lengthS)).toEqual([60, 8]);
    expect(notes.map(({ type }) => type)).toEqual(['LengthClamped', 'LengthUnclear']);
  });
});

describe('[L16] what is no script', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  it.each([
    ['a picture', png, { type: 'NotText' }],
    ['an empty file', new Uint8Array(), { type: 'Empty' }],
    ['blanks', new TextEncoder().encode(' \n\t\n'), { type: 'Empty' }],
    [
      '50 MB',
      new Uint8Array(50_000_000),
      { type: 'TooLarge', sizeBytes: 50_000_000, limitBytes: SCRIPT_LIMIT_BYTES },
    ],
  ])('%s', (_name, bytes, fault) => {
    expect(readScriptBytes(bytes)).toEqual({ ok: false, fault });
  });

  it.each([
    ['[{"desc": "a"}\n{"desc": "b"}]', { type: 'BrokenJson', line: 2, column: 1, text: '{"desc": "b"}]' }],
    ['{"scenes": [\n  {"desc": "a}\n]}', { type: 'BrokenJson', line: 2, column: 12, text: '{"desc": "a}' }],
    ['['.repeat(5_000), { type: 'BrokenJson', line: 1, column: 102, text: '['.repeat(80) }],
    ['[null, 3, {}]', { type: 'NoScenes' }],
    [`[${'"a",'.repeat(2_000)}"a"]`, { type: 'TooManyScenes', count: 2_001, limit: 2_000 }],
  ])('%s', (text, fault) => {
    expect(readScript(text)).toEqual({ ok: false, fault });
  });

  it('an entry that is no scene is told with its line', () => {
    const { scenes, notes } = read('[\n"a",\nnull,\n{"stt":3}]');
    expect(scenes).toHaveLength(1);
    expect(notes.map(({ type, line, severity }) => [type, line, severity])).toEqual([
      ['NotAScene', 3, 'left-out'],
      ['NotAScene', 4, 'left-out'],
    ]);
  });

  it('a broken pair of characters does not reach the store', () => {
    expect(read('x\uD800y').scenes[0]?.title).toBe('x\uFFFDy');
  });
});
