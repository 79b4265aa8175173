import { useRef, type ReactNode } from 'react';
import { useT } from './words.tsx';

/** HEIC is let in to be told of: a picker that hides it explains nothing. */
const ACCEPT = 'image/*,.heic,.heif';

/** A file picker for pictures: what to mount, and what opens it. */
export function usePictureChooser(
  onChoose: (files: readonly File[]) => void,
): readonly [chooser: ReactNode, choose: () => void] {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const chooser = (
    <input
      ref={input}
      type="file"
      accept={ACCEPT}
      multiple
      hidden
      aria-label={t('addPicture')}
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
