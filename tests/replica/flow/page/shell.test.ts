import { describe, expect, it } from 'vitest';
import { CAPTCHA_SCRIPT, PAGE_SCRIPT } from '../contract.ts';
import { DEFAULT_SWITCHES } from '../switches.ts';
import { renderShell } from './shell.ts';

const wiz = { SNlM0e: 'at', FdrFJe: '-123', cfb2h: 'boq_labs', Im6cmf: '/_/AiSandboxAngularFrontend' };

describe('the shell', () => {
  it('carries the data of its load, and both scripts', () => {
    const html = renderShell({ wiz, locale: 'vi', switches: DEFAULT_SWITCHES, path: '/' });
    expect(html).toContain(`window.WIZ_global_data = ${JSON.stringify(wiz)};`);
    expect(html).toContain('<html lang="vi">');
    expect(html.indexOf(PAGE_SCRIPT)).toBeLessThan(html.indexOf(CAPTCHA_SCRIPT));
  });

  it('lets no words end a script', () => {
    const switches = { ...DEFAULT_SWITCHES, leftoverText: '</script><img src=x onerror=alert(1)>' };
    const html = renderShell({ wiz, locale: 'en', switches, path: '/' });
    expect(html).not.toContain('<img');
    expect(html.match(/<\/script>/g)).toHaveLength(4);
  });
});
