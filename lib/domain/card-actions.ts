import type { Kind } from './scene.ts';
import type { VideoFrom } from './project.ts';
import { cancelIsFree, faultOf, helpFor, type CardFacts, type Status } from './status.ts';

/** What a button on a card does; its words stand in `_locales` under `action_` and the name. */
export type CardAction =
  | 'generateImage'
  | 'regenerateImage'
  | 'generateVideo'
  | 'regenerateVideo'
  | 'retry'
  | 'moveToFront'
  | 'moveToBack'
  | 'cancel'
  | 'stopWaiting'
  | 'prompt'
  | 'changePicture'
  | 'compare'
  | 'useTake'
  | 'goToFlow'
  | 'later'
  | 'checkAgain'
  | 'confirmSent'
  | 'confirmNotSent';

/** The buttons of a card: the first of `card` is the primary one where `primary` says so. */
export interface CardActions {
  readonly card: readonly CardAction[];
  readonly more: readonly CardAction[];
  readonly primary: boolean;
}

/** The buttons for a scene, as the design's table gives them. */
export function cardActions(
  facts: CardFacts,
  status: Status,
  videoFrom: VideoFrom,
  inputsChanged: boolean,
): CardActions {
  switch (status.tone) {
    case 'needs':
      return status.name === 'pressStart'
        ? { card: ['goToFlow', 'later', 'cancel'], more: [], primary: true }
        : { card: uncertainActions(status), more: [], primary: true };
    case 'work':
    case 'waiting': {
      const free = status.task !== null && cancelIsFree(status.task.phase);
      return {
        card: [free ? 'cancel' : 'stopWaiting'],
        more: [
          ...(waits(facts) ? (['moveToFront', 'moveToBack'] as const) : []),
          ...generators(facts, status.kind),
        ],
        primary: false,
      };
    }
    case 'failed':
      return failedActions(facts, status, inputsChanged);
    case 'new':
      return {
        // With nothing in use there is nothing to compare it with.
        card:
          status.kind !== null && facts.picks[status.kind] === null ? ['useTake'] : ['useTake', 'compare'],
        more: status.kind === 'image' ? ['regenerateImage'] : ['regenerateVideo', 'regenerateImage'],
        primary: false,
      };
    case 'ready':
      if (status.name === 'done')
        return { card: ['regenerateVideo', imageAction(facts)], more: [], primary: false };
      return { card: ['generateVideo'], more: ['regenerateImage'], primary: true };
    case 'empty':
      return videoFrom === 'text'
        ? { card: ['generateVideo'], more: ['generateImage'], primary: true }
        : { card: ['generateImage'], more: ['generateVideo'], primary: true };
  }
}

/** Whether anything of the scene waits for its turn, so that it can go first or last. */
function waits({ tasks }: CardFacts): boolean {
  return Object.values(tasks).some((task) => task?.phase.state === 'queued');
}

/** `This is it` needs something that it could be. */
function uncertainActions({ task }: Status): readonly CardAction[] {
  const isKnown = task?.phase.state === 'uncertain' && task.phase.candidates.length > 0;
  return isKnown ? ['checkAgain', 'confirmSent', 'confirmNotSent'] : ['checkAgain', 'confirmNotSent'];
}

function failedActions(facts: CardFacts, status: Status, inputsChanged: boolean): CardActions {
  const fault = faultOf(status);
  const help = fault === null ? 'retry' : helpFor(fault, inputsChanged);
  const others = generators(facts, status.kind);
  if (help === 'prompt') return { card: ['prompt'], more: ['retry', ...others], primary: true };
  if (help === 'picture')
    return { card: ['changePicture', 'prompt'], more: ['retry', ...others], primary: true };
  return { card: ['retry'], more: ['prompt', ...others], primary: true };
}

/** What may be ordered of the other kind meanwhile. */
function generators(facts: CardFacts, busy: Kind | null): readonly CardAction[] {
  const image = imageAction(facts);
  const video: CardAction = facts.picks.video === null ? 'generateVideo' : 'regenerateVideo';
  const open = (kind: Kind): boolean => {
    const state = facts.tasks[kind]?.phase.state;
    return state !== undefined && state !== 'done' && state !== 'failed' && state !== 'cancelled';
  };
  const actions: CardAction[] = [];
  if (busy !== 'image' && !open('image')) actions.push(image);
  if (busy !== 'video' && !open('video')) actions.push(video);
  return actions;
}

function imageAction(facts: CardFacts): 'generateImage' | 'regenerateImage' {
  return facts.picks.image === null ? 'generateImage' : 'regenerateImage';
}
