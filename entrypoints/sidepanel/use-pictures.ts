import { useMemo, useRef, useState } from 'react';
import type { Message, PanelActions, PictureData, RefusedFile } from '../../components/panel-props.ts';
import type { Done } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { EditId, ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { PicturePlace } from '../../lib/domain/picture.ts';
import type { Project } from '../../lib/domain/project.ts';
import { fail, type Result } from '../../lib/domain/result.ts';
import type { Giving } from './give-pictures.ts';
import type { Commands } from '../page/use-commands.ts';
import { useFilmPictures } from '../page/use-live.ts';

/** What the panel can ask for that is about pictures. */
export type PictureActions = Pick<
  PanelActions,
  | 'sortFiles'
  | 'addPictures'
  | 'giveClips'
  | 'giveTakes'
  | 'removePicture'
  | 'setPictureRole'
  | 'callPicture'
  | 'usePicture'
  | 'useFrame'
  | 'findVideos'
  | 'closeRefused'
  | 'tellNeedProject'
>;

type Ports = Pick<Commands, 'send' | 'tell' | 'tellFault' | 'offerUndo'>;
type Progress = PictureData['progress'];

// What files become is loaded when the first one is given.
const clips = () => import('./give-clips.ts');
const frames = () => import('./give-frame.ts');
const pictures = () => import('./give-pictures.ts');

type Bring = (film: Project, index: SceneIndex, file: File) => Promise<Result<Done, Fault>>;
const giveClip: Bring = async (...given) => (await clips()).giveClip(...given);
const giveImage: Bring = async (...given) => (await pictures()).giveImage(...given);
const sortFiles: PanelActions['sortFiles'] = async (files) => (await pictures()).sortFiles(files);

/** What brings a file in as a take, and what is told of it. */
const CLIP = { bring: giveClip, told: 'told_clip' } as const;
const IMAGE = { bring: giveImage, told: 'told_image' } as const;

/** The film's pictures, and what adds to them: one file at a time, so that only one is ever decoded. */
export function usePictures(
  project: Project | null,
  { send, tell, tellFault, offerUndo }: Ports,
): { readonly data: PictureData; readonly actions: PictureActions } {
  const film = useFilmPictures(project?.id ?? null);
  const [progress, setProgress] = useState<Progress>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const actions = useMemo((): PictureActions => {
    const add = async (projectId: ProjectId, files: readonly File[], place: PicturePlace): Promise<void> => {
      const given = await (await pictures()).dealOut(projectId, files, place);
      const end = await giveAll(projectId, given, () => setProgress(step));
      setRefused((known) => [...known, ...end.refused]);
      if (end.edits.length > 0) {
        offerUndo(end.edits);
        tell({ key: 'told_pictures', values: [end.edits.length], tone: 'plain' });
      } else if (end.refused.length === 0) tell({ key: 'told_picturesSame', values: [], tone: 'plain' });
    };
    const imported = (importing: Promise<Result<Done, Fault>>, told: Message): void =>
      void importing
        .catch((defect: unknown) => fail({ type: 'Internal', words: wordsOf(defect) } as const))
        .then((done) => {
          if (!done.ok) return tellFault(done.fault);
          tell(told);
          if (done.value.editId !== null) offerUndo([done.value.editId]);
        });
    const give = async (
      into: Project,
      index: SceneIndex,
      file: File,
      as: typeof CLIP | typeof IMAGE,
    ): Promise<void> => {
      tell({ key: 'told_clipLookedAt', values: [file.name], tone: 'plain' });
      const done = await as.bring(into, index, file);
      if (!done.ok) return tellFault(done.fault);
      tell({ key: as.told, values: [String(index)], tone: 'plain' });
      if (done.value.editId !== null) offerUndo([done.value.editId]);
    };
    const inTurn = (run: () => Promise<void>): void => {
      queue.current = queue.current
        .then(run)
        .catch((defect: unknown) => tellFault({ type: 'Internal', words: wordsOf(defect) }));
    };
    return {
      sortFiles,
      addPictures: (files, place) => {
        if (project === null) return;
        setRefused([]);
        setProgress((known) => ({ done: known?.done ?? 0, total: (known?.total ?? 0) + files.length }));
        queue.current = queue.current
          .then(() => add(project.id, files, place))
          .catch((defect: unknown) => {
            setProgress(null);
            tellFault({ type: 'Internal', words: wordsOf(defect) });
          })
          .then(() => setProgress(finished));
      },
      giveClips: (files, index) => {
        if (project === null || index === null)
          return tell({
            key: project === null ? 'told_needProject' : 'told_clipNeedsScene',
            values: [],
            tone: 'bad',
          });
        for (const file of files) inTurn(() => give(project, index, file, CLIP));
      },
      giveTakes: (files, index) => {
        if (project === null) return;
        for (const file of files)
          inTurn(async () => {
            const sorted = await sortFiles([file]);
            await give(project, index, file, sorted.clips.length > 0 ? CLIP : IMAGE);
          });
      },
      removePicture: (pictureId) => void send({ type: 'removePicture', pictureId }),
      callPicture: (pictureId, calledAs) => void send({ type: 'callPicture', pictureId, calledAs }),
      setPictureRole: (pictureId, role) => void send({ type: 'setPictureRole', pictureId, role }),
      usePicture: (index, picture) => {
        if (project === null) return;
        const told: Message = { key: 'edit_importTake', values: [], tone: 'plain' };
        imported(
          pictures().then(({ importPicture }) => importPicture(project, index, picture)),
          told,
        );
      },
      useFrame: (index, frame, as = 'begin') => {
        if (project === null) return;
        imported(
          frames().then(({ giveFrame }) => giveFrame(project, index, frame, as)),
          {
            key: as === 'end' ? 'told_frameEnd' : 'told_frame',
            values: [String(index)],
            tone: 'plain',
          },
        );
      },
      findVideos: async () => (project === null ? [] : (await frames()).findVideos(project.id)),
      closeRefused: () => setRefused([]),
      tellNeedProject: () => tell({ key: 'told_needProject', values: [], tone: 'bad' }),
    };
  }, [project, send, tell, tellFault, offerUndo]);
  return { data: { film, progress, refused }, actions };
}

/** Adds each file, whatever became of those before it (L13). */
async function giveAll(
  projectId: ProjectId,
  given: readonly Giving[],
  onOne: () => void,
): Promise<{ readonly edits: readonly EditId[]; readonly refused: readonly RefusedFile[] }> {
  const { givePicture } = await pictures();
  const edits: EditId[] = [];
  const refused: RefusedFile[] = [];
  for (const giving of given) {
    const done = await givePicture(projectId, giving).catch((defect: unknown) =>
      fail({ type: 'Internal', words: wordsOf(defect) } as const),
    );
    if (!done.ok) refused.push({ name: giving.file.name, fault: done.fault });
    else if (done.value.editId !== null) edits.push(done.value.editId);
    onOne();
  }
  return { edits, refused };
}

function step(known: Progress): Progress {
  return known && { ...known, done: known.done + 1 };
}

function finished(known: Progress): Progress {
  return known !== null && known.done < known.total ? known : null;
}

function wordsOf(defect: unknown): string {
  return defect instanceof Error ? defect.message : String(defect);
}
