import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plannedLength, scriptRequest, usualRequest, type Say } from '../../lib/domain/script-request.ts';
import type { Language } from '../../lib/domain/settings.ts';
import { readScript } from '../../lib/script/read-script.ts';

function sayIn(language: Language): Say {
  const path = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  const words: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  return (key, ...values) => {
    const { message } = words[key] ?? { message: `MISSING ${key}` };
    return message.replace(/\$(\d)/g, (_all, at: string) => String(values[Number(at) - 1] ?? 'UNFILLED'));
  };
}

describe('the request for a chat model', () => {
  it.each(['en', 'vi'] as const)('asks in %s for a shape that the reader reads', (language) => {
    const fields = {
      ...usualRequest(language, '4:5'),
      topic: 'Nón lá $1',
      points: 'Bền',
      audience: 'Du khách',
    };
    const text = scriptRequest(fields, language, sayIn(language));
    expect(text).not.toMatch(/MISSING|UNFILLED|undefined/);
    for (const word of ['Nón lá $1', 'Bền', 'Du khách', '4:5', 'image_prompt', 'video_prompt']) {
      expect(text).toContain(word);
    }
    const read = readScript(text);
    expect(read.ok && read.value).toMatchObject({
      aspect: '4:5',
      format: 'outline',
      scenes: [{ lengthS: 6, title: sayIn(language)('request_shape_title') }],
    });
    const [scene] = read.ok ? read.value.scenes : [];
    expect(scene?.voiceOver).toBe(sayIn(language)('request_shape_voiceover'));
    expect(scene?.imagePrompt).toBe(sayIn(language)('request_shape_image'));
    expect(scene?.videoPrompt).toBe(sayIn(language)('request_shape_video'));
    expect(scene?.extra).toBe(null);
  });

  it('leaves out what was not told', () => {
    const text = scriptRequest({ ...usualRequest('en', '16:9'), topic: 'Tea' }, 'en', sayIn('en'));
    expect(text).not.toMatch(/Audience|Points to make/);
  });

  it.each([
    ['seconds', 40, { scenes: 7, seconds: 40 }],
    ['seconds', 1, { scenes: 1, seconds: 4 }],
    ['seconds', Number.NaN, { scenes: 1, seconds: 4 }],
    ['scenes', 6, { scenes: 6, seconds: 36 }],
    ['scenes', 9_999, { scenes: 100, seconds: 600 }],
  ] as const)('%s %d', (unit, amount, planned) => {
    expect(plannedLength({ ...usualRequest('vi', '9:16'), length: { unit, amount } })).toEqual(planned);
  });
});
