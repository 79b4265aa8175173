import { describe, expect, it } from 'vitest';
import { SCRIPT_FAULT_NAMES, type ScriptFault, type ScriptPreview } from '../../lib/domain/script-preview.ts';
import { readScript } from '../../lib/script/read-script.ts';
import { seeded } from '../fakes/studio.ts';

function read(text: string): ScriptPreview {
  const answer = readScript(text);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
}

function faultOf(text: string): ScriptFault {
  const answer = readScript(text);
  if (answer.ok) throw new Error(`${answer.value.scenes.length} scenes`);
  return answer.fault;
}

function told({ notes }: ScriptPreview): readonly (readonly [string, number | null])[] {
  return notes.map(({ type, line }) => [type, line]);
}

const scene = (n: number): string =>
  `{"index": ${n}, "title": "Cảnh ${n}", "description": "Chị Lan rót mật ${n}", "voiceover": "Lời ${n}", "image_prompt": "honey ${n}", "video_prompt": "honey flows ${n}", "duration": 6}`;
const FILM = `{"meta": {"ratio": "9:16"}, "scenes": [\n  ${[1, 2, 3].map(scene).join(',\n  ')}\n]}`;
const TITLES = ['Cảnh 1', 'Cảnh 2', 'Cảnh 3'];

describe('[L16] an answer of a chat model is read whatever surrounds it', () => {
  it.each([
    ['bare', FILM],
    ['in a fence', `\`\`\`json\n${FILM}\n\`\`\``],
    ['in a fence without a language', `\`\`\`\n${FILM}\n\`\`\``],
    ['in tildes', `~~~JSON\n${FILM}\n~~~`],
    ['in a fence of four', `\`\`\`\`json\n${FILM}\n\`\`\`\``],
    ['in a fence on one line', `\`\`\`json ${FILM} \`\`\``],
    ['in a fence that nobody closed', `Đây nhé:\n\`\`\`json\n${FILM}\n`],
    ['in an indented fence', `1. Kịch bản\n   \`\`\`json\n   ${FILM}\n   \`\`\`\n2. Xong`],
    [
      'with prose before and after',
      `Chắc chắn rồi! Dưới đây là kịch bản 3 cảnh cho sản phẩm của bạn:\n\n\`\`\`json\n${FILM}\n\`\`\`\n\nBạn có muốn mình chỉnh lại giọng điệu không?`,
    ],
    [
      'in the middle of prose without a fence',
      `Here is your script. ${FILM} Let me know [1] if it fits {you}!`,
    ],
    ['after a mood in brackets', `[hào hứng] Có ngay đây!\n${FILM}`],
    ['after an assignment', `\`\`\`js\nconst film = ${FILM};\nexport default film;\n\`\`\``],
    ['with a mark and other blanks', `\uFEFF\u00a0\u200b${FILM.replaceAll(': ', ':\u00a0')}\u202f\n`],
    ['from Windows', `Kịch bản:\r\n\`\`\`json\r\n${FILM.replaceAll('\n', '\r\n')}\r\n\`\`\`\r\n`],
    ['beside a block of another kind', `\`\`\`bash\nnpm start\n\`\`\`\nRồi:\n\`\`\`json\n${FILM}\n\`\`\`\n`],
    ['under another key', FILM.replace('"scenes"', '"Cảnh"')],
    ['deeper', `{"script": ${FILM}}`],
    [
      'as numbered keys',
      `{"scenes": {"scene_1": ${scene(1)}, "scene_2": ${scene(2)}, "scene_3": ${scene(3)}}}`,
    ],
    ['as a list', `Danh sách:\n[${[1, 2, 3].map(scene).join(', ')}]`],
    ['a scene a line', [1, 2, 3].map(scene).join('\n')],
    ['a scene a line with commas', [1, 2, 3].map(scene).join(',\n')],
    ['a scene a block', [1, 2, 3].map((n) => `### Cảnh ${n}\n\`\`\`json\n${scene(n)}\n\`\`\``).join('\n\n')],
    [
      'in two parts after "continue"',
      `\`\`\`json\n{"scenes":[${scene(1)},${scene(2)}]}\n\`\`\`\nTiếp tục:\n\`\`\`json\n{"scenes":[${scene(3)}]}\n\`\`\``,
    ],
  ])('%s', (_name, text) => {
    const { scenes } = read(text);
    expect(scenes.map(({ title }) => title)).toEqual(TITLES);
    expect(scenes[2]).toMatchObject({
      description: 'Chị Lan rót mật 3',
      voiceOver: 'Lời 3',
      imagePrompt: 'honey 3',
      videoPrompt: 'honey flows 3',
      lengthS: 6,
    });
  });

  it('mends commas, curly quotes and comments, and says on which line', () => {
    const text =
      'Here you go:\n{\n  // the film\n  “scenes”: [\n    {“title”: “Mở hũ”, “description”: "Chị nói “thơm quá” rồi cười", /* 2 s */ “duration”: 5,},\n  ],\n}';
    const preview = read(text);
    expect(preview.scenes).toMatchObject([{ title: 'Mở hũ', description: 'Chị nói “thơm quá” rồi cười' }]);
    expect(
      told(preview)
        .map(([type, line]) => `${type} ${line}`)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual([
      'Comment 3',
      'Comment 5',
      'SmartQuotes 4',
      'TrailingComma 5',
      'TrailingComma 5',
      'TrailingComma 6',
    ]);
    expect(preview.notes.find(({ line }) => line === 3)).toMatchObject({
      severity: 'check',
      values: ['the film'],
    });
  });

  it('says that pieces were joined', () => {
    expect(told(read(`${scene(1)}\n${scene(2)}`))).toEqual([['PiecesJoined', 1]]);
  });

  it('a scene that breaks off beside whole ones in fences is told, and what is no scene too', () => {
    const example = 'Mẫu: {"title": bỏ trống}\n';
    const people = '```json\n{"characters": [{"name": "Lan"}]}\n```\n';
    const preview = read(`${example}${people}\`\`\`json\n${FILM}\n\`\`\``);
    expect(preview.scenes.map(({ title }) => title)).toEqual(TITLES);
    expect(told(preview)).toEqual([
      ['NotAScene', 1],
      ['NotAScene', 3],
    ]);
    expect(preview.notes.every(({ severity }) => severity === 'left-out')).toBe(true);
  });

  it('reads a table, a row a scene', () => {
    const text = [
      'Dưới đây là kịch bản:',
      '',
      '| Cảnh | Hình ảnh | **Lời thoại** | Thời lượng |',
      '|:---:|---|---|---:|',
      '| 1 | Chị Lan mở hũ | Mật rừng U Minh! | 5s |',
      '| 2 | Mật chảy<br>qua vải | Không pha | 6 giây |',
      '',
      'Chúc bạn quay vui!',
    ].join('\n');
    const preview = read(text);
    expect(preview).toMatchObject({ format: 'table', other: 'lines' });
    expect(preview.scenes).toMatchObject([
      { description: 'Chị Lan mở hũ', voiceOver: 'Mật rừng U Minh!', lengthS: 5 },
      { description: 'Mật chảy\nqua vải', voiceOver: 'Không pha', lengthS: 6 },
    ]);
    expect(preview.notes.map(({ line }) => line)).toEqual([5, 6]);
    const lines = readScript(text, 'lines');
    expect(lines.ok && lines.value.scenes).toHaveLength(5);
  });

  it.each(['\t', ';', ','])('reads the cells of a spreadsheet with %j between them', (mark) => {
    const rows = [
      ['STT', 'Hình ảnh', 'Lời thoại', 'Thời lượng'],
      ['1', `"Chị Lan mở hũ${mark}\nrồi cười"`, '"""Mật rừng"" U Minh!"', '5'],
      ['', '', '', ''],
      ['2', 'Mật chảy', 'Không pha', '6 giây'],
    ];
    const preview = read(rows.map((cells) => cells.join(mark)).join('\r\n'));
    expect(preview.format).toBe('table');
    expect(preview.scenes).toMatchObject([
      { description: `Chị Lan mở hũ${mark}\nrồi cười`, voiceOver: '"Mật rừng" U Minh!', lengthS: 5 },
      { description: 'Mật chảy', voiceOver: 'Không pha', lengthS: 6 },
    ]);
    expect(preview.notes).toMatchObject([{ type: 'LengthRead', scene: 2, line: 5 }]);
  });

  it('reads headings with numbers, and what their labels say, as chat models write them', () => {
    const lines = [
      'Dưới đây là kịch bản:',
      '',
      '### **Cảnh 1: Mở đầu (0–5s)**',
      '* **Hình ảnh:** Chị Lan mở hũ',
      '* **Âm nhạc:** nhẹ nhàng',
      '* **Lời thoại (nữ):** “Mật rừng U Minh!',
      'Ngọt tự nhiên.”',
      '',
      '---',
      '',
      '**Cảnh 2 – Mật chảy qua vải**',
      'Voice-over:',
      'Lan: Không pha',
      'Thời lượng: 6',
      'Scene 4 [00:11 - 00:14.5]',
      'Đặt hàng hôm nay',
      'Lời thoại:',
      '',
      'Gọi ngay!',
      '',
      'Chúc bạn quay vui (2)!',
    ];
    const preview = read(lines.join('\n'));
    expect(preview).toMatchObject({ format: 'headings', other: 'blocks' });
    expect(preview.scenes).toMatchObject([
      {
        title: 'Mở đầu',
        description: 'Chị Lan mở hũ\nÂm nhạc: nhẹ nhàng',
        voiceOver: 'Mật rừng U Minh!\nNgọt tự nhiên.',
        lengthS: 5,
      },
      { title: 'Mật chảy qua vải', description: 'Mật chảy qua vải', voiceOver: 'Lan: Không pha', lengthS: 6 },
      { description: 'Đặt hàng hôm nay\nChúc bạn quay vui (2)!', voiceOver: 'Gọi ngay!', lengthS: 3.5 },
    ]);
    expect(preview.notes).toMatchObject([
      { type: 'NotAScene', severity: 'left-out', line: 1 },
      { type: 'NumberGap', scene: 3 },
    ]);
  });

  it.each([
    ['a numbered list', '1. Chị Lan mở hũ mật\n2. Mật chảy qua vải [cận cảnh]\n3. Đặt hàng hôm nay', 3],
    ['one heading', 'Cảnh 1: Chị Lan mở hũ\n\nMật chảy', 2],
    ['scenes that are told of', 'Cảnh 1 mở ra với chị Lan\nCảnh 2 là hũ mật', 2],
    ['a list in a fence', '```\nChị Lan mở hũ\nMật chảy qua vải\n```', 2],
    ['footnotes', '[1] Chị Lan mở hũ\n[2] Mật chảy', 2],
    ['a brace in words', 'Chị {tên} mở hũ\nMật {"chảy" qua vải', 2],
    ['a table of something else', '| a | b |\n|---|---|\n| 1 | 2 |', 2],
  ])('%s is plain text still', (_name, text, count) => {
    const preview = read(text);
    expect(['lines', 'blocks']).toContain(preview.format);
    expect(preview.scenes).toHaveLength(count);
  });
});

describe('[L16] an answer that breaks off names its line and brings nothing', () => {
  const fenced = (inner: string): string => `Đây ạ:\n\`\`\`json\n${inner}\n\`\`\`\nXong.`;
  it.each([
    ['a missing comma', fenced(FILM.replace('},\n', '}\n')), 5, scene(2).slice(0, 30)],
    ['an open quote', fenced(FILM.replace('"Lời 2"', '"Lời 2')), 5, 'Lời 2'],
    ['a key without quotes', `Xem nhé {"scenes": [\n{title: "a"}]}`, 2, '{title: "a"}]}'],
    ['a line break in a text', fenced(FILM.replace('Lời 3', 'Lời\n3')), 6, 'Lời'],
    [
      'one block of three that lacks its end',
      [scene(1), scene(2).slice(0, -1), scene(3)].map(fenced).join('\n'),
      8,
      '',
    ],
  ])('%s', (_name, text, line, around) => {
    const fault = faultOf(text);
    expect(fault).toMatchObject({ line });
    expect('text' in fault && fault.text).toContain(around);
  });

  it.each([
    ['within a text', FILM.slice(0, FILM.indexOf('Lời 3') + 3), 4],
    ['after a comma', FILM.slice(0, FILM.indexOf('"index": 3') - 3), 3],
    ['after a scene', FILM.slice(0, FILM.lastIndexOf(']')), 4],
    ['before the last bracket', FILM.slice(0, -1), 5],
    ['with dots', `${FILM.slice(0, FILM.indexOf(',\n'))},\n  ...`, 2],
    ['in a fence', `\`\`\`json\n${FILM.slice(0, -2)}\n\`\`\`\nBạn muốn mình viết tiếp không?`, 5],
    ['in a fence that is open', `\`\`\`json\n${FILM.slice(0, -2)}\n`, 5],
    ['in a comment', `${FILM.slice(0, -2)} /* còn nữa`, 5],
  ])('cut off %s', (_name, text, line) => {
    expect(faultOf(text)).toMatchObject({ type: 'CutOff', line });
  });

  it('every cut of an answer brings all scenes or a fault, never a part', () => {
    const answer = `Đây là kịch bản:\n\`\`\`json\n${FILM}\n\`\`\``;
    const opened = answer.indexOf('{"index"');
    const wrong: string[] = [];
    for (let end = opened + 10; end < answer.length; end++) {
      const cut = readScript(answer.slice(0, end));
      const isWhole = end >= answer.lastIndexOf('}') + 1;
      const got = cut.ok ? cut.value.scenes.length : cut.fault.type;
      if (got !== (isWhole ? 3 : 'CutOff')) wrong.push(`up to ${end}: ${got}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('no text throws, hangs or is lost', () => {
  it('any mixture of what answers are made of', () => {
    const random = seeded(20);
    const bits = ['```', '~~~', '```json\n', '{', '}', '[', ']', '"', '“', '”', ',', ':', '//', '/*', '*/'];
    bits.push(
      '\n',
      ' ',
      '\u00a0',
      '\\',
      '1',
      'null',
      '"scenes":',
      '"desc":"a"',
      '...',
      '| a | b |\n',
      'Cảnh',
    );
    const wrong: string[] = [];
    for (let run = 0; run < 5_000; run++) {
      const parts = Array.from({ length: 40 }, () => bits[Math.floor(random() * bits.length)] ?? '');
      const text = parts.join('');
      const answer = readScript(text);
      const isSound = answer.ok
        ? answer.value.scenes.length > 0
        : SCRIPT_FAULT_NAMES.includes(answer.fault.type);
      if (!isSound) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['in a fence', `Đây ạ:\n\`\`\`json\n${FILM}\n\`\`\`\nXong.`],
    ['bare in prose', `Đây ạ: ${FILM} Xong.`],
    ['a scene a block', [1, 2, 3].map((n) => `\`\`\`\n${scene(n)}\n\`\`\``).join('\n')],
  ])('a character too few or too many anywhere in an answer %s loses no scene silently', (_name, answer) => {
    const lost: string[] = [];
    for (let at = answer.indexOf('{'); at <= answer.lastIndexOf('}'); at++) {
      for (const put of ['', '"', '}', ']', ',', '{', 'x']) {
        const text = answer.slice(0, at) + put + answer.slice(put === '' ? at + 1 : at);
        const outcome = readScript(text);
        if (!outcome.ok) continue;
        const { scenes, notes } = outcome.value;
        const isTold = notes.some(({ severity }) => severity === 'left-out');
        if (scenes.length < 3 && !isTold) lost.push(`${put} at ${at}: ${answer.slice(at - 20, at + 20)}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each([
    ['brackets', '['],
    ['open objects', '{"a":'],
    ['objects that break off', '{"a"'],
    ['open comments', '[/*'],
    ['line comments', '["a"//'],
    ['one long line of texts', '"a",'],
    ['blanks', ' '],
    ['blanks in a bracket', '{"desc":"a"            '],
    ['words on one line', 'mật ong '],
    ['fences', '```\n'],
    ['open curly quotes', '{“'],
    ['backslashes', '{"\\\\'],
    ['empty lines', 'a\n\n'],
    ['bars', '|-'],
    ['small objects', '{"index":1}'],
    ['scenes of one number', '{"desc":"a","index":1},'],
  ])(
    'a megabyte of %s is read or refused in one go',
    (_name, piece) => {
      // Where the work grew with the square of the text, this would take minutes instead of moments.
      const text = `${piece === '"a",' ? '[' : ''}${piece.repeat(1_200_000 / piece.length)}`;
      const outcome = readScript(text);
      expect(outcome.ok ? outcome.value.scenes.length : outcome.fault.type).toBeTruthy();
    },
    60_000,
  );
});
