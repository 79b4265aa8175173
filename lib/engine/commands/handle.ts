import type { Command } from '../../domain/command.ts';
import { markTake, pickTake, seeTake } from './take-commands.ts';
import type { Outcomes, Scope } from './outcome.ts';
import { addPicture, removePicture } from './picture-commands.ts';
import { createProject, deleteProject, renameProject, setProject } from './project-commands.ts';
import { cancel, stopAll } from './cancel-commands.ts';
import { generate, generateAll } from './generate-commands.ts';
import { retry, retryFailed } from './retry-commands.ts';
import { addScene, deleteScene, editScene, importScript, moveScene } from './scene-commands.ts';
import { liftHold, pause, resume, setLanguage } from './settings-commands.ts';
import { checkAgain, confirmNotSent, confirmSent } from './uncertain-commands.ts';
import { undo } from './undo.ts';

/** Carries out one command in its transaction. */
export function handle(scope: Scope, command: Command): Outcomes {
  switch (command.type) {
    case 'createProject':
      return createProject(scope, command);
    case 'renameProject':
      return renameProject(scope, command);
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
    case 'moveScene':
      return moveScene(scope, command);
    case 'deleteScene':
      return deleteScene(scope, command);
    case 'addPicture':
      return addPicture(scope, command);
    case 'removePicture':
      return removePicture(scope, command);
    case 'generate':
      return generate(scope, command);
    case 'retry':
      return retry(scope, command);
    case 'cancel':
      return cancel(scope, command);
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
    case 'liftHold':
      return liftHold(scope, command);
    case 'pickTake':
      return pickTake(scope, command);
    case 'seeTake':
      return seeTake(scope, command);
    case 'markTake':
      return markTake(scope, command);
    case 'undo':
      return undo(scope, command);
    case 'setLanguage':
      return setLanguage(scope, command);
  }
}
