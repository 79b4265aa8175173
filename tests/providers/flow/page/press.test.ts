// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ANCHORS, type Anchor, type FreeAnchor } from '../../../../lib/providers/flow/page/anchors.ts';
import { findAll } from '../../../../lib/providers/flow/page/find.ts';
import { isForbidden, press } from '../../../../lib/providers/flow/page/press.ts';
import { h, icon } from './element-fixture.ts';
import { consentDialog } from './library-fixture.ts';
import { setupPage } from './page-fixture.ts';

const FREE = Object.entries<Anchor>(ANCHORS).flatMap(([name, { free }]) =>
  free ? [name as FreeAnchor] : [],
);

/** What must never be pressed, by whatever name. */
const COSTS: Readonly<Record<string, () => Element>> = {
  'Flow’s own Start': () => findAll(document, '.generate-icon-button')[0] ?? h('i', {}),
  'the arrow in it': () => findAll(document, 'flow-generate-icon-button mat-icon')[0] ?? h('i', {}),
  'what stands around it': () => findAll(document, 'flow-generate-icon-button')[0] ?? h('i', {}),
  'a button that sends a form': () => placed(h('button', { type: 'submit' }, 'x')),
  'a button without a type in a form': () => {
    const button = h('button', {}, 'x');
    placed(h('form', {}, button));
    return button;
  },
  'the label of Start': () => {
    const start = h('button', { type: 'submit', id: 'go' });
    const label = h('label', {}, 'Go', start);
    placed(label);
    return label;
  },
  'consent to uploads': () => {
    const dialog = placed(consentDialog(() => undefined));
    return findAll(dialog, 'button')[0] ?? dialog;
  },
  'the button for missing credits': () => placed(h('button.prompt-warning-button', {}, 'x')),
  'a permission for the agent': () => {
    const row = h('div.option-row', { role: 'radio' });
    placed(h('flow-permission-message', {}, row));
    return row;
  },
  'Retry of a failed tile': () => findAll(document, 'flow-error-tile button')[0] ?? h('i', {}),
  'Redo of a tile': () => placed(h('button', {}, icon('redo'))),
  'an arrow that sends, with new names around it': () =>
    placed(h('div', {}, h('button', {}, icon('arrow_forward')))).children[0] ?? h('i', {}),
};

function placed<T extends Element>(element: T): T {
  document.body.append(element);
  return element;
}

describe('[L17] pressing', () => {
  it.each(Object.keys(COSTS))('never touches %s, whatever it is called', (what) => {
    const { page, model } = setupPage({ prompt: 'a fox' });
    const element = COSTS[what]?.() ?? h('i', {});
    let pressed = 0;
    element.addEventListener('click', () => pressed++);
    expect(isForbidden(element)).toBe(true);
    for (const name of FREE) expect(() => press(page, name, element)).toThrow(/what is none|would send/);
    expect([pressed, model.sent]).toEqual([0, 0]);
  });

  it('takes no element that the registry does not know by that name', () => {
    const { page } = setupPage();
    const stranger = placed(h('button', { type: 'button' }, 'x'));
    expect(isForbidden(stranger)).toBe(false);
    for (const name of FREE) expect(() => press(page, name, stranger)).toThrow('what is none');
  });

  it('refuses a free control that the page has put inside of Start', () => {
    const { page, model } = setupPage({ prompt: 'a fox' });
    const trigger = findAll(document, '.settings-trigger-button')[0] ?? h('i', {});
    findAll(document, 'flow-generate-icon-button')[0]?.append(trigger);
    expect(() => press(page, 'settingsTrigger', trigger)).toThrow('would send');
    expect(model.sent).toBe(0);
  });

  it('does not call Start free, nor anything that agrees', () => {
    for (const name of ['start', 'noCredits', 'consentDialog', 'cookieBar', 'agentPermission', 'errorTile'])
      expect(FREE).not.toContain(name);
  });
});

describe('[L17] the page’s folder', () => {
  const folder = 'lib/providers/flow/page';
  const mine = readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const);

  it('clicks in one place only', () => {
    const clicking = mine.filter(([, text]) =>
      /\.click\(|'click'\s*,?\s*[{)]|requestSubmit|\.submit\(/.test(text),
    );
    expect(clicking.map(([name]) => name)).toEqual(['press.ts']);
  });

  it('sends no key, no press and no form, and passes nothing off as trusted', () => {
    const sends =
      /KeyboardEvent|'key(down|press|up)|'(pointer|mouse)(down|up)|new \w+Event\('(click|submit)|isTrusted\s*:/;
    expect(mine.filter(([, text]) => sends.test(text)).map(([name]) => name)).toEqual([]);
  });

  it('edits by three commands only', () => {
    const commands = mine.flatMap(([, text]) =>
      [...text.matchAll(/execCommand\('(\w+)'/g)].map(([, name]) => name),
    );
    expect(new Set(commands)).toEqual(new Set(['delete', 'insertText', 'selectAll']));
  });

  it('knows the page in the registry alone', () => {
    const knowing = mine.filter(([name, text]) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|^.* from '.*$/gm, '');
      return !['anchors.ts', 'press.ts'].includes(name) && /'[^'\n]*(flow-|cdk-|mat-|\.mdc)[a-z]/.test(code);
    });
    expect(knowing.map(([name]) => name)).toEqual(['find.ts']);
  });
});
