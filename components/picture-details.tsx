import { ImagePlus, Trash2 } from 'lucide-react';
import type { Card } from '../lib/domain/card.ts';
import type { PictureId } from '../lib/domain/ids.ts';
import { FILM_ROLES, PICTURE_ROLES, type Picture, type PictureRole } from '../lib/domain/picture.ts';
import { MenuItem } from './menu.tsx';
import { useT, type Translate } from './words.tsx';

/** A picture's name for people: `Picture honey.jpg, product`, and that it is the film's where it is. */
export function pictureName(t: Translate, { name, role, sceneIndex }: Picture): string {
  const named = t('pictureName', name, t(`role_${role}`).toLocaleLowerCase());
  return sceneIndex === null ? `${named}, ${t('ofFilm')}` : named;
}

/** The photos of a scene itself, which another one takes the place of. */
export function ownPhotos({ pictures }: Card): readonly PictureId[] {
  return pictures.flatMap(({ id, role, sceneIndex }) =>
    sceneIndex !== null && role === 'scene' ? [id] : [],
  );
}

/** What a picture's popover holds: the picture larger, what it is, and what can be done with it. */
export function PictureDetails({
  picture,
  url,
  onUse,
  onRole,
  onRemove,
}: {
  readonly picture: Picture;
  readonly url: string | null;
  /** Absent where no scene is at hand. */
  readonly onUse?: () => void;
  readonly onRole: (role: PictureRole) => void;
  readonly onRemove: () => void;
}) {
  const t = useT();
  const { name, width, height, role, sceneIndex } = picture;
  const roles = sceneIndex === null ? FILM_ROLES : PICTURE_ROLES;
  return (
    <>
      <figure className="picture-large">
        {url !== null && <img src={url} alt="" loading="lazy" />}
        <figcaption>
          <span className="name">{name}</span>
          <span className="soft">
            {width} × {height} · {t(`role_${role}`)}
          </span>
        </figcaption>
      </figure>
      {onUse && (
        <MenuItem icon={<ImagePlus size={14} />} onPress={onUse}>
          {t('useAsImage')}
        </MenuItem>
      )}
      <MenuItem icon={<Trash2 size={14} />} onPress={onRemove}>
        {t('remove')}
      </MenuItem>
      <p className="menu-title">{t('pictureRole')}</p>
      {roles.map((each) => (
        <MenuItem key={each} checked={role === each} onPress={() => onRole(each)}>
          {t(`role_${each}`)}
        </MenuItem>
      ))}
    </>
  );
}
