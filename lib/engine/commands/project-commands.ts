import type { ProviderName } from '../../domain/capabilities.ts';
import { NO_CHOICES } from '../../domain/choices.ts';
import type { Change } from '../../domain/edit.ts';
import type { Fault } from '../../domain/fault.ts';
import { NO_END_CARD } from '../../domain/end-card.ts';
import { makeStem } from '../../domain/file-name.ts';
import { isSceneIndex, newId, type SceneIndex } from '../../domain/ids.ts';
import type { Project } from '../../domain/project.ts';
import { NO_LINES } from '../../domain/prompt-lines.ts';
import { NO_RULES } from '../../domain/prompt-rules.ts';
import { fail } from '../../domain/result.ts';
import { addEdit } from '../../store/edits.ts';
import { getProjects, putProject } from '../../store/projects.ts';
import { getScenes } from '../../store/scenes.ts';
import { appendScenes } from './append-scenes.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { findProject } from './find.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writeFields } from './write-project.ts';

/** Makes a project, with the scenes that a script brought. Undo puts it into the bin. */
export async function createProject(scope: Scope, command: Of<'createProject'>): Outcomes {
  const { tx, now, random } = scope;
  const { provider = 'animatic', naming = 'ascii' } = command;
  if (scope.capabilities(provider) === null) return notBuiltIn(provider);
  const stems = new Set((await getProjects(tx)).map(({ stem }) => stem.toLowerCase()));
  const project: Project = {
    id: newId('project', random),
    name: command.name,
    client: '',
    stem: makeStem(command.name, stems, naming),
    naming,
    aspect: command.aspect,
    videoFrom: command.videoFrom ?? 'picture',
    afterImages: command.afterImages ?? 'wait',
    captionStyle: command.captionStyle ?? 'band',
    provider,
    ...NO_CHOICES,
    ...NO_LINES,
    ...command.choices,
    ...(command.rules ?? NO_RULES),
    ...(command.endCard ?? NO_END_CARD),
    paletteSeed: Math.floor(random() * 2 ** 32),
    nextIndex: firstIndex(),
    createdAt: now,
    film: null,
    archivedAt: null,
    deletedAt: null,
  };
  await putProject(tx, project);
  const added = await appendScenes(scope, project, command.scenes);
  if (!added.ok) return added;
  if (command.styleLine !== undefined) await addStyle(scope, added.value.project, command.styleLine);
  const made: Change = { type: 'project', projectId: project.id, field: 'deletedAt', was: now, wrote: null };
  return edited(project.id, 'createProject', [made], { count: command.scenes.length });
}

/** What prompts get from outside the script is an edit of its own: one undo takes it out of all of them. */
async function addStyle(scope: Scope, project: Project, styleLine: string): Promise<void> {
  const { tx, id: commandId, now: at, random } = scope;
  const changes = await writeFields(scope, project, { styleLine });
  if (changes.length === 0) return;
  const edit = { id: newId('edit', random), commandId, projectId: project.id, at, undoneAt: null };
  await addEdit(tx, { ...edit, name: 'setProject', changes });
}

/** Gives a project another name, or another client. Its file names keep their stem. */
export async function renameProject(scope: Scope, command: Of<'renameProject'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const changes = await writeFields(scope, project, {
    name: command.name,
    ...(command.client !== undefined && { client: command.client }),
  });
  return edited(project.id, command.name === project.name ? 'setClient' : 'renameProject', changes);
}

/** Puts a project away or brings it back; what is at work in it goes on. */
export async function archiveProject(scope: Scope, command: Of<'archiveProject'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const name = command.archived ? 'archiveProject' : 'bringProjectBack';
  // Put away twice, it stays away since the first time.
  if ((project.archivedAt !== null) === command.archived) return edited(project.id, name, []);
  const archivedAt = command.archived ? scope.now : null;
  return edited(project.id, name, await writeFields(scope, project, { archivedAt }));
}

/** Puts a project into the bin, with its tasks that were not sent (L4). */
export async function deleteProject(scope: Scope, command: Of<'deleteProject'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const cancelled: Change[] = [];
  for (const scene of await getScenes(scope.tx, project.id)) {
    cancelled.push(...(await cancelUnsent(scope, project.id, scene.index)));
  }
  const binned = await writeFields(scope, project, { deletedAt: scope.now });
  return edited(project.id, 'deleteProject', [...cancelled, ...binned]);
}

/** Sets the aspect, what videos are made from and when, who makes new takes, what is chosen of it, or what prompts are to say. */
export async function setProject(scope: Scope, command: Of<'setProject'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const { aspect, videoFrom, afterImages, captionStyle, provider, choices, lines, rules, endCard } = command;
  if (provider !== undefined && scope.capabilities(provider) === null) return notBuiltIn(provider);
  const changes = await writeFields(scope, project, {
    ...(aspect && { aspect }),
    ...(videoFrom && { videoFrom }),
    ...(afterImages && { afterImages }),
    ...(captionStyle && { captionStyle }),
    ...(provider && { provider }),
    ...choices,
    ...lines,
    ...rules,
    ...endCard,
  });
  return edited(project.id, 'setProject', changes);
}

/** What this build has nothing for. */
export function notBuiltIn(choice: ProviderName): { readonly ok: false; readonly fault: Fault } {
  return fail({ type: 'NotOffered', choice, offered: ['animatic'] });
}

function firstIndex(): SceneIndex {
  const first = 1;
  if (!isSceneIndex(first)) throw new Error('1 is no index.');
  return first;
}
