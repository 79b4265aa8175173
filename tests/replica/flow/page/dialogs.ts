import { CONSENT } from '../contract.ts';
import { button, el, icon } from './dom.ts';
import { openOverlay } from './overlays.ts';
import type { Page } from './page-state.ts';

let isConsentGiven = false;

function dialog(content: HTMLElement, label: string): HTMLElement {
  return el(
    'mat-dialog-container',
    { class: 'mat-mdc-dialog-container', role: 'dialog', 'aria-modal': 'true', 'aria-label': label },
    content,
  );
}

/**
 * The rights dialog of an account's first upload: nothing is sent until a person has accepted. Answers whether the
 * upload may go on. Source: captures of the page, Sept–Oct 2026.
 */
export function askConsent({ switches, say }: Page): Promise<boolean> {
  if (!switches.consentOnFirstUpload || isConsentGiven) return Promise.resolve(true);
  return new Promise((resolve) => {
    const accept = async (press: Event) => {
      // It is a person who says that he has the rights.
      if (!press.isTrusted) return;
      isConsentGiven = true;
      await fetch(CONSENT, { method: 'POST', body: '' });
      overlay.close();
      resolve(true);
    };
    const refuse = () => {
      overlay.close();
      resolve(false);
    };
    const agree = el(
      'div',
      { class: 'agree-actions-group' },
      button({}, refuse, say('cancel')),
      button({}, (press) => void accept(press), say('agree')),
    );
    const content = el(
      'flow-upload-consent-dialog',
      {},
      el('mat-dialog-content', { class: 'mat-mdc-dialog-content' }, say('rights')),
      el('mat-dialog-actions', { class: 'mat-mdc-dialog-actions' }, agree),
    );
    const overlay = openOverlay(dialog(content, say('upload')), { hasBackdrop: true, isModal: true });
  });
}

/** What is new in Flow: lies over everything until it is closed. */
export function showChangelog({ say }: Page): void {
  const close = button(
    { class: 'close-button', 'aria-label': say('close') },
    () => overlay.close(),
    icon('close'),
  );
  const content = el('div', { class: 'changelog' }, close, el('h2', {}, say('changelog')));
  const overlay = openOverlay(dialog(content, say('changelog')), { hasBackdrop: true, isModal: true });
}

/** The cookie bar covers the composer; only some of them can be refused. */
export function showCookieBar({ say, switches }: Page): void {
  if (switches.cookieBar === 'none' || document.querySelector(`#${COOKIE_BAR}`) !== null) return;
  const gone = () => bar.remove();
  const accept = button({ class: 'glue-cookie-notification-bar__accept' }, gone, say('ok'));
  const reject = button({ class: 'glue-cookie-notification-bar__reject' }, gone, say('reject'));
  const bar = el(
    'div',
    { id: COOKIE_BAR, class: 'glue-cookie-notification-bar', role: 'region' },
    el('span', {}, say('cookies')),
    switches.cookieBar === 'rejectable' ? reject : null,
    accept,
  );
  document.body.append(bar);
}

const COOKIE_BAR = 'glue-cookie-notification-bar-1';
