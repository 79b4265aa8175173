import { useRef, type ReactNode } from 'react';
import { useT } from './words.tsx';

/** HEIC is let in to be told of: a picker that hides it explains nothing. */
const PICTURES = 'image/*,.heic,.heif';
const MEDIA = `${PICTURES},video/*`;

type Chooser = readonly [chooser: ReactNode, choose: () => void];

/** A file picker for pictures: what to mount, and what opens it. */
export function usePictureChooser(onChoose: (files: readonly File[]) => void): Chooser {
  return useChooser(PICTURES, 'addPicture', onChoose);
}

/** A file picker for what can be a take. */
export function useTakeChooser(onChoose: (files: readonly File[]) => void): Chooser {
  return useChooser(MEDIA, 'addTake', onChoose);
}

function useChooser(accept: string, name: string, onChoose: (files: readonly File[]) => void): Chooser {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const chooser = (
    <input
      ref={input}
      type="file"
      accept={accept}
      multiple
      hidden
      aria-label={t(name)}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same file may be chosen again after it was removed.
        event.target.value = '';
        if (files.length > 0) onChoose(files);
      }}
    />
  );
  return [chooser, () => input.current?.click()];
}
