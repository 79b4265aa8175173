import browser from 'webextension-polyfill';

/** One notification stands at a time: the next takes its place. */
const ID = 'retake-press';
const ASKED = { permissions: ['notifications' as const] };

/** Asks the user for notifications; must be called in his press, or the browser refuses without asking. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(ASKED);
}

/** Shows a notification of the system; does nothing where the user has taken the permission back. */
export async function notify(title: string, message: string): Promise<void> {
  if (!(await browser.permissions.contains(ASKED))) return;
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title,
    message,
  });
}

/** Takes the notification away. */
export async function unnotify(): Promise<void> {
  if (await browser.permissions.contains(ASKED)) await browser.notifications.clear(ID);
}

/**
 * Calls back when the notification is pressed. Must be called synchronously at start, since a press may be what wakes the
 * worker (L10); where the permission comes later, it listens from then on.
 */
export function onNotificationPressed(run: () => void): void {
  const listen = (): void => {
    if (!isAllowed()) return;
    browser.notifications.onClicked.removeListener(pressed);
    browser.notifications.onClicked.addListener(pressed);
  };
  const pressed = (id: string): void => {
    if (id === ID) run();
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}

/** The browser hides what is not permitted. */
function isAllowed(): boolean {
  return Reflect.get(chrome, 'notifications') !== undefined;
}
