import type { AssetId } from '../../lib/domain/ids.ts';
import type { Take } from '../../lib/domain/take.ts';
import type { Translate } from '../words.tsx';

/** A setting in which two takes differ, in words for people, with the pictures that it names. */
export interface SettingRow {
  readonly name: string;
  readonly left: SettingValue;
  readonly right: SettingValue;
}

/** What a setting of one take is. */
export interface SettingValue {
  readonly words: string;
  readonly pictures: readonly AssetId[];
}

/** The settings in which two takes differ, what chose them first and what came out of it last. */
export function differingSettings(t: Translate, left: Take, right: Take): readonly SettingRow[] {
  const others = settingsOf(t, right);
  return settingsOf(t, left).flatMap(([name, value], at) => {
    const other = others[at]?.[1] ?? value;
    return isSame(value, other) ? [] : [{ name, left: value, right: other }];
  });
}

/** Always the same names in the same order. */
function settingsOf(t: Translate, take: Take): readonly (readonly [name: string, value: SettingValue])[] {
  const { snapshot, media, origin } = take;
  const isGenerated = origin.type === 'generated';
  const { image, pictures } = snapshot;
  const of = (words: string, shown: readonly AssetId[] = []): SettingValue => ({ words, pictures: shown });
  return [
    [t('madeWith'), of(isGenerated ? t(`provider_${snapshot.provider}`) : t('setting_imported'))],
    [t('setting_model'), of(isGenerated ? (snapshot.model ?? t('setting_noModel')) : t('setting_none'))],
    [t('aspect'), of(snapshot.aspect)],
    [t('videoFrom'), of(snapshot.kind === 'video' ? t(`videoFrom_${snapshot.videoFrom}`) : '')],
    [
      t('setting_startImage'),
      image === null
        ? of(t('setting_none'))
        : of(t('takeName', t('kind_image'), String(image.take)), [image.assetId]),
    ],
    [
      t('scenePictures'),
      pictures.length === 0
        ? of(t('setting_none'))
        : of(
            '',
            pictures.map(({ assetId }) => assetId),
          ),
    ],
    [t('ask_length'), of(media.lengthS === null ? '' : t('seconds', rounded(media.lengthS)))],
    [t('setting_size'), of(`${media.width} × ${media.height}`)],
    [t('setting_fps'), of(media.fps === null ? '' : rounded(media.fps))],
    [t('compare_sound'), of(t(media.hasSound ? 'setting_withSound' : 'setting_none'))],
    [t('setting_seed'), of(isGenerated ? String(snapshot.seed) : t('setting_none'))],
  ];
}

function isSame(a: SettingValue, b: SettingValue): boolean {
  return a.words === b.words && a.pictures.join() === b.pictures.join();
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
