import { button, el, fill, icon, write } from './dom.ts';
import type { Page, PageState } from './page-state.ts';
import { promptEditor } from './prompt-editor.ts';

const KEY = 'flow-agent';

/** The agent's state is remembered by project; until it was changed it is the account's default. */
export function rememberedAgent(projectId: string, byDefault: boolean): boolean {
  const stored = localStorage.getItem(`${KEY}:${projectId}`);
  return stored === null ? byDefault : stored === 'on';
}

function toggle({ store }: Page): void {
  const { projectId, isAgent } = store.get();
  localStorage.setItem(`${KEY}:${projectId}`, isAgent ? 'off' : 'on');
  store.set({ isAgent: !isAgent });
}

/** The chip that leads in and out of agent mode; some accounts have none, and narrow pages neither. */
export function agentChip(page: Page): HTMLElement {
  const chip = button(
    { class: 'agent-mode-chip', 'aria-pressed': 'false', 'aria-label': page.say('agent') },
    () => toggle(page),
    icon('robot_2'),
    page.say('agent'),
  );
  const node = el('flow-agent-mode-toggle-chip', {}, chip);
  page.store.watch(
    ({ isAgent }) => isAgent,
    (isAgent) => {
      node.classList.toggle('checked', isAgent);
      chip.classList.toggle('agent-mode-chip-checked', isAgent);
      write(chip, 'aria-pressed', String(isAgent));
    },
  );
  return node;
}

/** Some accounts have no way out of agent mode, and narrow pages have no room for it. */
export function hasChip({ switches }: Page, { width }: PageState): boolean {
  return !switches.agentOnly && width >= 600;
}

function agentEditor({ say }: Page): HTMLElement {
  const nothing = () => undefined;
  const editor = promptEditor({
    placeholder: say('agentAsk'),
    label: say('agentAsk'),
    onChange: nothing,
    onMention: nothing,
    onPictures: nothing,
    onEnter: nothing,
  });
  const field = el('div', { class: 'prosemirror-editor' }, editor.root);
  return el('flow-rich-text-editor', { class: 'prompt-input' }, field);
}

/** The agent's own composer: another editor and another arrow. Nobody talks to it here, so it does nothing. */
export function agentBox(page: Page, chip: HTMLElement): HTMLElement {
  const action = (name: string) => button({ class: 'agent-action-button' }, () => undefined, icon(name));
  const [tune, spark] = [action('tune'), action('article_spark')];
  const attributes = { class: 'generate-icon-button', 'aria-label': page.say('agent') };
  const send = button(attributes, () => undefined, icon('arrow_forward'));
  const controls = el('div', { class: 'bottom-controls' });
  page.store.watch(
    (state) => hasChip(page, state) && state.isAgent,
    (isHere) => fill(controls, tune, spark, isHere ? chip : null, send),
  );
  const row = el('div', { class: 'prompt-top-row' }, agentEditor(page));
  return el('flow-creative-agent-prompt-box', {}, row, controls);
}
