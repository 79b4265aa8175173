export const IMAGE_ASPECTS = ['16:9', '4:3', '1:1', '3:4', '9:16'] as const;
export const VIDEO_ASPECTS = ['16:9', '9:16'] as const;
export type ImageAspect = (typeof IMAGE_ASPECTS)[number];
export type VideoAspect = (typeof VIDEO_ASPECTS)[number];

/** What the settings pane holds. Images and videos remember their own shape and model. */
export interface Settings {
  readonly mode: 'image' | 'video';
  readonly subMode: 'frames' | 'ingredients';
  readonly imageAspect: ImageAspect;
  readonly videoAspect: VideoAspect;
  readonly resolution: '360p' | '720p';
  readonly seconds: number;
  readonly count: number;
  readonly imageModel: string;
  readonly videoModel: string;
}

export const DEFAULT_SETTINGS: Settings = {
  mode: 'video',
  subMode: 'frames',
  imageAspect: '16:9',
  videoAspect: '16:9',
  resolution: '720p',
  seconds: 6,
  count: 1,
  imageModel: 'BELUGA',
  videoModel: 'abra',
};

/** The ligature by which the page draws a shape. */
export const ASPECT_ICONS: Readonly<Record<ImageAspect, string>> = {
  '16:9': 'crop_16_9',
  '4:3': 'crop_landscape',
  '1:1': 'crop_square',
  '3:4': 'crop_portrait',
  '9:16': 'crop_9_16',
};

export function aspectInUse(settings: Settings): ImageAspect {
  return settings.mode === 'image' ? settings.imageAspect : settings.videoAspect;
}

const KEY = 'flow-settings';

/** What the account chose last; the page remembers it across reloads. */
export function rememberedSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...DEFAULT_SETTINGS, ...(typeof stored === 'object' ? stored : {}) };
  } catch {
    return DEFAULT_SETTINGS;
  }
}

export function rememberSettings(settings: Settings): void {
  localStorage.setItem(KEY, JSON.stringify(settings));
}
