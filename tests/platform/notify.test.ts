import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNotifier } from '../../lib/platform/notify.ts';

const fake = vi.hoisted(() => ({
  permissions: { contains: vi.fn<() => Promise<boolean>>() },
  notifications: {
    onClicked: { addListener: vi.fn<(heard: (id: string) => void) => void>() },
    create: vi.fn<(id: string, look: object) => Promise<string>>(),
    clear: vi.fn<(id: string) => Promise<boolean>>(),
  },
  runtime: { getURL: (path: string) => path },
}));
vi.mock('webextension-polyfill', () => ({ default: fake }));

const { permissions, notifications } = fake;
const heard = () => notifications.onClicked.addListener.mock.calls.at(-1)?.[0];

describe('the notification', () => {
  beforeEach(() => {
    vi.clearAllMocks();
    vi.stubGlobal('chrome', {});
  });

  it('[L10] is listened to from the start where it is allowed: its press may be what wakes the worker', () => {
    vi.stubGlobal('chrome', { notifications });
    const pressed = vi.fn<() => void>();
    createNotifier(pressed);
    heard()?.('of another kind');
    expect(pressed).not.toHaveBeenCalled();
    heard()?.('retake-press');
    expect(pressed).toHaveBeenCalledOnce();
  });

  it('is not touched where it is not allowed, and is listened to once it is shown', async () => {
    const pressed = vi.fn<() => void>();
    const { notify, unnotify } = createNotifier(pressed);
    permissions.contains.mockResolvedValue(false);
    await notify('Cáo đỏ', 'Bấm nút tạo trong Flow');
    await unnotify();
    expect(notifications.create).not.toHaveBeenCalled();
    expect(notifications.clear).not.toHaveBeenCalled();
    expect(heard()).toBeUndefined();
    permissions.contains.mockResolvedValue(true);
    await notify('Cáo đỏ', 'Bấm nút tạo trong Flow');
    expect(notifications.create).toHaveBeenCalledWith(
      'retake-press',
      expect.objectContaining({ type: 'basic', title: 'Cáo đỏ', message: 'Bấm nút tạo trong Flow' }),
    );
    heard()?.('retake-press');
    expect(pressed).toHaveBeenCalledOnce();
    await unnotify();
    expect(notifications.clear).toHaveBeenCalledWith('retake-press');
  });
});
