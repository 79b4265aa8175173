import browser from 'webextension-polyfill';

/** One notification stands at a time: the next takes its place. */
const ID = 'retake-press';
const ASKED = { permissions: ['notifications' as const] };

/** The one notification of the system. */
export interface Notifier {
  /** Shows it; does nothing where the user has taken the permission back. */
  notify(title: string, message: string): Promise<void>;
  /** Takes it away. */
  unnotify(): Promise<void>;
}

/** Asks the user for notifications; must be called in his press, or the browser refuses without asking. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(ASKED);
}

/**
 * Makes the notifier, which calls back when its notification is pressed. Must be called synchronously at start, since a
 * press may be what wakes the worker (L10); where the permission comes later, it listens once it shows one.
 */
export function createNotifier(pressed: () => void): Notifier {
  const heard = (id: string): void => {
    if (id === ID) pressed();
  };
  if (isAllowed()) browser.notifications.onClicked.addListener(heard);
  return {
    notify: async (title, message) => {
      if (!(await browser.permissions.contains(ASKED))) return;
      // Adding a listener that is there changes nothing.
      browser.notifications.onClicked.addListener(heard);
      const iconUrl = browser.runtime.getURL('icon/128.png');
      await browser.notifications.create(ID, { type: 'basic', iconUrl, title, message });
    },
    unnotify: async () => {
      if (await browser.permissions.contains(ASKED)) await browser.notifications.clear(ID);
    },
  };
}

/** The browser hides what is not permitted; to look for it costs less than to ask. */
function isAllowed(): boolean {
  return Reflect.get(chrome, 'notifications') !== undefined;
}
