import type { Change, ProjectField } from '../../domain/edit.ts';
import type { Project } from '../../domain/project.ts';
import { putProject } from '../../store/projects.ts';
import type { Scope } from './outcome.ts';

/** Writes fields of a project and answers the inverse of those that changed. */
export async function writeFields(
  { tx }: Scope,
  project: Project,
  fields: Partial<Pick<Project, ProjectField>>,
): Promise<readonly Change[]> {
  const next: Project = { ...project, ...fields };
  const changes = projectChanges(project, next);
  if (changes.length > 0) await putProject(tx, next);
  return changes;
}

function projectChanges(was: Project, wrote: Project): readonly Change[] {
  const of = { type: 'project', projectId: was.id } as const;
  const all: readonly (Change & { readonly was: unknown; readonly wrote: unknown })[] = [
    { ...of, field: 'name', was: was.name, wrote: wrote.name },
    { ...of, field: 'client', was: was.client, wrote: wrote.client },
    { ...of, field: 'aspect', was: was.aspect, wrote: wrote.aspect },
    { ...of, field: 'videoFrom', was: was.videoFrom, wrote: wrote.videoFrom },
    { ...of, field: 'styleLine', was: was.styleLine, wrote: wrote.styleLine },
    { ...of, field: 'characters', was: was.characters, wrote: wrote.characters },
    { ...of, field: 'afterImages', was: was.afterImages, wrote: wrote.afterImages },
    { ...of, field: 'captionStyle', was: was.captionStyle, wrote: wrote.captionStyle },
    { ...of, field: 'provider', was: was.provider, wrote: wrote.provider },
    { ...of, field: 'imageModel', was: was.imageModel, wrote: wrote.imageModel },
    { ...of, field: 'videoModel', was: was.videoModel, wrote: wrote.videoModel },
    { ...of, field: 'clipLengthS', was: was.clipLengthS, wrote: wrote.clipLengthS },
    { ...of, field: 'outputs', was: was.outputs, wrote: wrote.outputs },
    { ...of, field: 'mustWords', was: was.mustWords, wrote: wrote.mustWords },
    { ...of, field: 'neverWords', was: was.neverWords, wrote: wrote.neverWords },
    { ...of, field: 'endTitle', was: was.endTitle, wrote: wrote.endTitle },
    { ...of, field: 'endLine', was: was.endLine, wrote: wrote.endLine },
    { ...of, field: 'archivedAt', was: was.archivedAt, wrote: wrote.archivedAt },
    { ...of, field: 'deletedAt', was: was.deletedAt, wrote: wrote.deletedAt },
  ];
  return all.filter((change) => change.was !== change.wrote);
}
