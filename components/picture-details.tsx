import { ImagePlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Card } from '../lib/domain/card.ts';
import type { PictureId } from '../lib/domain/ids.ts';
import {
  CALLED_AS_LIMIT,
  FILM_ROLES,
  PICTURE_ROLES,
  type Picture,
  type PictureRole,
} from '../lib/domain/picture.ts';
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
  onCall,
  onRemove,
}: {
  readonly picture: Picture;
  readonly url: string | null;
  /** Absent where no scene is at hand. */
  readonly onUse?: () => void;
  readonly onRole: (role: PictureRole) => void;
  readonly onCall: (calledAs: string) => void;
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
      {sceneIndex === null && <CalledAs calledAs={picture.calledAs} onCall={onCall} />}
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

/** By which names scenes call what the picture shows; sent when the field is left, and by Enter. */
function CalledAs({
  calledAs,
  onCall,
}: {
  readonly calledAs: string;
  readonly onCall: (calledAs: string) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState(calledAs);
  const send = (): void => {
    if (typed.trim() !== calledAs) onCall(typed);
  };
  return (
    <label className="called-as">
      {t('calledAs')}
      <input
        value={typed}
        maxLength={CALLED_AS_LIMIT}
        placeholder={t('calledAsHint')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={send}
        // The menu's own keys move the focus.
        onKeyDown={(event) => {
          if (event.key !== 'Escape') event.stopPropagation();
          if (event.key === 'Enter') send();
        }}
      />
    </label>
  );
}
