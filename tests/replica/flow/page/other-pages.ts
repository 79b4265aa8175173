import { button, el, fill, icon } from './dom.ts';
import { header, userButton } from './header.ts';
import type { Page } from './page-state.ts';
import { askForMedia } from './poll.ts';
import { promptEditor } from './prompt-editor.ts';
import { listAt, textAt } from './records.ts';

interface Project {
  readonly id: string;
  readonly title: string;
}

async function projectsOf(page: Page): Promise<readonly Project[]> {
  const reply = await page.wire.call('UpteDb', ['projects/*', 21, null, null, null, null, [1]]);
  if (reply.type !== 'ok') return [];
  return listAt(reply.payload, 0).flatMap((row) => {
    const id = textAt(row, 0);
    return id === null ? [] : [{ id, title: textAt(row, 1, 0) ?? '' }];
  });
}

/** Default titles are dates. */
async function createProject(page: Page): Promise<void> {
  const title = new Date().toLocaleDateString(page.switches.locale);
  const reply = await page.wire.call('jHPbke', ['projects/*', [null, [title]], [null, 22]]);
  const id = reply.type === 'ok' ? textAt(reply.payload, 0) : null;
  if (id !== null) page.go(`/project/${id}`);
}

function projectCard(page: Page, { id, title }: Project): HTMLElement {
  const link = el('a', { class: 'project-link', href: `/project/${id}` }, title);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    page.go(`/project/${id}`);
  });
  return el('flow-project-card', {}, link);
}

/** The gallery of projects, at `/`. Source: captures of the page, Sept–Oct 2026. */
export function galleryPage(page: Page): HTMLElement {
  const cards = el('div', { class: 'project-cards' });
  void projectsOf(page).then((projects) => fill(cards, ...projects.map((one) => projectCard(page, one))));
  const create = button(
    { class: 'new-project-button' },
    () => void createProject(page),
    icon('add'),
    page.say('newProject'),
  );
  return el('flow-gallery-page', {}, userButton(page.switches.tier), create, cards);
}

/** One medium in a view of its own; the composer here is another one, and no prompt goes through it. */
export function editPage(page: Page, id: string): HTMLElement {
  const nothing = () => undefined;
  const editor = promptEditor({
    placeholder: page.say('agentAsk'),
    label: page.say('editor'),
    onChange: nothing,
    onMention: nothing,
    onPictures: nothing,
    onEnter: nothing,
  });
  const video = el('video', { controls: true });
  void askForMedia(page, id).then((media) => {
    if (media?.url != null) video.src = media.url;
  });
  const field = el('div', { class: 'prosemirror-editor' }, editor.root);
  const box = el('flow-edit-prompt-box', {}, el('flow-rich-text-editor', { class: 'prompt-input' }, field));
  return el('flow-edit-page', {}, header(page), video, box);
}

/** Signed out, or not let in: the way back leads to Google. */
export function aboutPage({ say }: Page): HTMLElement {
  const link = el(
    'a',
    { class: 'cta-button', href: 'https://accounts.google.com/ServiceLogin' },
    say('signIn'),
  );
  return el('flow-about-page', {}, el('h1', {}, say('about')), link);
}

export function unavailablePage({ say }: Page): HTMLElement {
  return el('flow-unavailable-page', {}, el('h1', {}, say('unavailable')));
}
