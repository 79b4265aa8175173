import type { Command } from '../../domain/command.ts';
import { adoptOrder } from './adopt-order.ts';
import { markTake, pickTake, seeTake } from './take-commands.ts';
import type { Outcomes, Scope } from './outcome.ts';
import { addPicture, callPicture, removePicture, setPictureRole } from './picture-commands.ts';
import {
  archiveProject,
  createProject,
  deleteProject,
  renameProject,
  setProject,
} from './project-commands.ts';
import { cancel, stopAll } from './cancel-commands.ts';
import { later, moveInQueue } from './place-in-queue.ts';
import { putBack, keepYours } from './hand-commands.ts';
import { importTake } from './import-take.ts';
import { deleteScenes, setLengths, setMaker } from './many-scenes.ts';
import { generate, generateAll } from './generate-commands.ts';
import { retry, retryFailed } from './retry-commands.ts';
import {
  addScene,
  deleteScene,
  duplicateScene,
  editScene,
  importScript,
  moveScene,
} from './scene-commands.ts';
import {
  liftHold,
  pause,
  removePreset,
  resume,
  savePreset,
  setSaveTakes,
  setSettings,
} from './settings-commands.ts';
import { binUnused, checkStore, emptyBin } from './storage-commands.ts';
import { checkAgain, confirmNotSent, confirmSent } from './uncertain-commands.ts';
import { joinScenes, replaceText, splitScene } from './script-commands.ts';
import { redo, undo } from './undo.ts';
import { sayAgain } from './use-again.ts';

/** Carries out one command in its transaction. */
export function handle(scope: Scope, command: Command): Outcomes {
  switch (command.type) {
    case 'createProject':
      return createProject(scope, command);
    case 'renameProject':
      return renameProject(scope, command);
    case 'archiveProject':
      return archiveProject(scope, command);
    case 'deleteProject':
      return deleteProject(scope, command);
    case 'setProject':
      return setProject(scope, command);
    case 'importScript':
      return importScript(scope, command);
    case 'editScene':
      return editScene(scope, command);
    case 'addScene':
      return addScene(scope, command);
    case 'duplicateScene':
      return duplicateScene(scope, command);
    case 'moveScene':
      return moveScene(scope, command);
    case 'deleteScene':
      return deleteScene(scope, command);
    case 'deleteScenes':
      return deleteScenes(scope, command);
    case 'setLengths':
      return setLengths(scope, command);
    case 'setMaker':
      return setMaker(scope, command);
    case 'replaceText':
      return replaceText(scope, command);
    case 'splitScene':
      return splitScene(scope, command);
    case 'joinScenes':
      return joinScenes(scope, command);
    case 'addPicture':
      return addPicture(scope, command);
    case 'removePicture':
      return removePicture(scope, command);
    case 'callPicture':
      return callPicture(scope, command);
    case 'setPictureRole':
      return setPictureRole(scope, command);
    case 'generate':
      return generate(scope, command);
    case 'retry':
      return retry(scope, command);
    case 'cancel':
      return cancel(scope, command);
    case 'later':
      return later(scope, command);
    case 'keepYours':
      return keepYours(scope, command);
    case 'putBack':
      return putBack(scope, command);
    case 'moveToFront':
    case 'moveToBack':
      return moveInQueue(scope, command);
    case 'generateAll':
      return generateAll(scope, command);
    case 'retryFailed':
      return retryFailed(scope, command);
    case 'stopAll':
      return stopAll(scope, command);
    case 'pause':
      return pause(scope);
    case 'resume':
      return resume(scope);
    case 'checkAgain':
      return checkAgain(scope, command);
    case 'confirmSent':
      return confirmSent(scope, command);
    case 'confirmNotSent':
      return confirmNotSent(scope, command);
    case 'adoptOrder':
      return adoptOrder(scope, command);
    case 'liftHold':
      return liftHold(scope, command);
    case 'importTake':
      return importTake(scope, command);
    case 'pickTake':
      return pickTake(scope, command);
    case 'seeTake':
      return seeTake(scope, command);
    case 'useAgain':
      return sayAgain(scope, command);
    case 'markTake':
      return markTake(scope, command);
    case 'binUnused':
      return binUnused(scope, command);
    case 'emptyBin':
      return emptyBin(scope, command);
    case 'checkStore':
      return checkStore(scope);
    case 'undo':
      return undo(scope, command);
    case 'redo':
      return redo(scope, command);
    case 'setSettings':
      return setSettings(scope, command);
    case 'savePreset':
      return savePreset(scope, command);
    case 'removePreset':
      return removePreset(scope, command);
    case 'setSaveTakes':
      return setSaveTakes(scope, command);
  }
}
