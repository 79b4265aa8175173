import './pictures-dialog.css';
import { Plus } from 'lucide-react';
import { FILM_ROLES, type FilmRole, type Picture, type PicturePlace } from '../lib/domain/picture.ts';
import { useAssetUrl } from './asset-url.tsx';
import { Dialog } from './dialog.tsx';
import { Menu } from './menu.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { usePictureChooser } from './picture-chooser.tsx';
import { PictureDetails, pictureName } from './picture-details.tsx';
import { PictureReport } from './picture-report.tsx';
import { useT } from './words.tsx';

/** The film's own pictures by what they show; asks what pictures are that were dropped or pasted outside a card. */
export function PicturesDialog({
  data,
  actions,
  given,
  onGiven,
  onClose,
}: {
  readonly data: PanelData;
  readonly actions: PanelActions;
  /** Files of which nobody has said yet what they show. */
  readonly given: readonly File[];
  /** Told once they are on their way. */
  readonly onGiven: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const give = (place: PicturePlace): void => {
    actions.addPictures(given, place);
    onGiven();
  };
  return (
    <Dialog title={t('filmPictures')} className="pictures" onClose={onClose}>
      {given.length > 0 && (
        <GivenFiles
          count={given.length}
          hasScenes={data.places.length > 0}
          onGive={give}
          onCancel={onGiven}
        />
      )}
      {FILM_ROLES.map((role) => (
        <RoleSection key={role} role={role} pictures={data.pictures.film} actions={actions} />
      ))}
      <PictureReport pictures={data.pictures} onClose={actions.closeRefused} />
    </Dialog>
  );
}

function GivenFiles({
  count,
  hasScenes,
  onGive,
  onCancel,
}: {
  readonly count: number;
  readonly hasScenes: boolean;
  readonly onGive: (place: PicturePlace) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  return (
    <section className="given-pictures" aria-label={t('giveWhat', count)}>
      <h3>{t('giveWhat', count)}</h3>
      <div className="buttons">
        {FILM_ROLES.map((role) => (
          <button key={role} type="button" className="button" onClick={() => onGive({ type: 'film', role })}>
            {t(`role_${role}`)}
          </button>
        ))}
      </div>
      {hasScenes && (
        <>
          <button type="button" className="button" onClick={() => onGive({ type: 'each-scene' })}>
            {t('giveEachScene')}
          </button>
          <p className="soft">{t('giveEachSceneHint')}</p>
        </>
      )}
      <button type="button" className="button quiet" onClick={onCancel}>
        {t('cancel')}
      </button>
    </section>
  );
}

function RoleSection({
  role,
  pictures,
  actions,
}: {
  readonly role: FilmRole;
  readonly pictures: readonly Picture[];
  readonly actions: PanelActions;
}) {
  const t = useT();
  const [chooser, choose] = usePictureChooser((files) => actions.addPictures(files, { type: 'film', role }));
  const own = pictures.filter((picture) => picture.role === role);
  return (
    <section className="picture-role" data-role={role} aria-label={t(`role_${role}`)} tabIndex={-1}>
      <div className="row">
        <h3 className="grow">{t(`role_${role}`)}</h3>
        {chooser}
        <button type="button" className="button quiet" onClick={choose}>
          <Plus size={14} aria-hidden="true" /> {t('addPicture')}
        </button>
      </div>
      {own.length === 0 ? (
        <p className="soft">{t('picturesDrop')}</p>
      ) : (
        <div className="picture-tiles">
          {own.map((picture) => (
            <PictureTile key={picture.id} picture={picture} actions={actions} />
          ))}
        </div>
      )}
    </section>
  );
}

function PictureTile({ picture, actions }: { readonly picture: Picture; readonly actions: PanelActions }) {
  const t = useT();
  const url = useAssetUrl(picture.assetId);
  const face = url !== null && <img src={url} alt="" decoding="async" />;
  return (
    <Menu label={pictureName(t, picture)} className="picture-tile" face={face}>
      <PictureDetails
        picture={picture}
        url={url}
        onRole={(role) => actions.setPictureRole(picture.id, role)}
        onCall={(calledAs) => actions.callPicture(picture.id, calledAs)}
        onRemove={() => actions.removePicture(picture.id)}
      />
    </Menu>
  );
}
