import { useEffect, useRef, type DragEvent } from 'react';
import { isSceneIndex } from '../lib/domain/ids.ts';
import { FILM_ROLES, type PicturePlace } from '../lib/domain/picture.ts';
import type { PanelActions } from './panel-props.ts';

/** Files that were dropped or pasted, told apart, and where it happened; null outside a card and a role. */
export interface GivenFiles {
  readonly script: File | null;
  readonly pictures: readonly File[];
  readonly clips: readonly File[];
  readonly place: PicturePlace | null;
  /** Whether it happened where a scene's takes are. */
  readonly asTake: boolean;
}

/** Handlers for the element that takes drops. */
export interface DropHandlers {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

const PLACES = '[data-scene], [data-role]';
/** Where a scene's takes stand: a picture that is given there is one. */
const TAKES = '[data-takes]';

/** Takes files that are dropped on an element or pasted anywhere, and text that is pasted outside a field. */
export function useGivenFiles(
  sortFiles: PanelActions['sortFiles'],
  /** Takes a script that is pasted as text outside a field; null while a dialog is open. */
  onText: ((text: string) => void) | null,
  onGiven: (given: GivenFiles) => void,
): DropHandlers {
  const marked = useRef<Element | null>(null);
  const newest = useRef(onGiven);
  newest.current = onGiven;
  const takeText = useRef(onText);
  takeText.current = onText;
  const mark = (element: Element | null): void => {
    if (marked.current === element) return;
    marked.current?.removeAttribute('data-over');
    element?.setAttribute('data-over', '');
    marked.current = element;
  };
  const give = useRef((files: readonly File[], at: EventTarget | null): void => {
    // A transfer is emptied when its event is over: the place and the files are read before anything is awaited.
    const place = placeUnder(at);
    const asTake = at instanceof Element && at.closest(TAKES) !== null;
    void sortFiles(files).then((sorted) => newest.current({ ...sorted, place, asTake }));
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && text.trim() !== '' && !isField(event.target)) takeText.current?.(text);
      if (files.length === 0 || isText(event)) return;
      event.preventDefault();
      give.current(files, document.activeElement);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  return {
    onDragOver: (event) => {
      const bringsFiles = event.dataTransfer.types.includes('Files');
      if (!bringsFiles && isField(event.target)) return;
      event.preventDefault();
      if (bringsFiles)
        mark(event.target instanceof Element ? event.target.closest(`${TAKES}, ${PLACES}`) : null);
    },
    onDragLeave: (event) => {
      const { relatedTarget } = event;
      if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget))) mark(null);
    },
    onDrop: (event) => {
      mark(null);
      const files = [...event.dataTransfer.files];
      // A link that is let go would take the panel's page away; words go where a field takes them.
      if (files.length > 0 || !isField(event.target)) event.preventDefault();
      if (files.length > 0) give.current(files, event.target);
    },
  };
}

/** A paste into a field that carries text, as office programs put beside its picture, stays the field's. */
function isText({ clipboardData, target }: ClipboardEvent): boolean {
  return isField(target) && clipboardData?.types.includes('text/plain') === true;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null;
}

function placeUnder(target: EventTarget | null): PicturePlace | null {
  const element = target instanceof Element ? target.closest(PLACES) : null;
  const role = FILM_ROLES.find((each) => each === element?.getAttribute('data-role'));
  if (role !== undefined) return { type: 'film', role };
  const index = Number(element?.getAttribute('data-scene'));
  return isSceneIndex(index) ? { type: 'scene', index, replaces: [] } : null;
}
