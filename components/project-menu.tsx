import { Archive, ArchiveRestore, Pencil, Plus, Search, Trash2 } from 'lucide-react';
import type { Project } from '../lib/domain/project.ts';
import { MenuItem } from './menu.tsx';
import type { HeaderProps } from './panel-header.tsx';
import { useT } from './words.tsx';

/** More projects than this make the chooser a list that nobody reads. */
const MOST_OFFERED = 12;

/** Chooses another project, and what can be done with the one that is shown: the lines of its menu. */
export function ProjectMenu({ data, actions, onOpen }: HeaderProps) {
  const { project, projects } = data;
  const t = useT();
  return (
    <>
      {shownIn(projects, project).map((each) => (
        <MenuItem
          key={each.id}
          checked={each.id === project?.id}
          onPress={() => actions.chooseProject(each.id)}
        >
          {each.name}
        </MenuItem>
      ))}
      {projects.length > 0 && <hr />}
      {projects.length > 0 && (
        <MenuItem icon={<Search size={14} />} onPress={() => onOpen('projects')}>
          {t('projects')}
        </MenuItem>
      )}
      <MenuItem icon={<Plus size={14} />} onPress={() => onOpen('newProject')}>
        {t('newProject')}
      </MenuItem>
      {project !== null && (
        <>
          <MenuItem icon={<Pencil size={14} />} onPress={() => onOpen('rename')}>
            {t('renameProject')}
          </MenuItem>
          <MenuItem
            icon={project.archivedAt === null ? <Archive size={14} /> : <ArchiveRestore size={14} />}
            onPress={() => actions.archiveProject(project.id, project.archivedAt === null)}
          >
            {t(project.archivedAt === null ? 'archiveProject' : 'bringProjectBack')}
          </MenuItem>
          <MenuItem icon={<Trash2 size={14} />} onPress={() => actions.deleteProject(project.id)}>
            {t('deleteProject')}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** The newest that are not put away, and the one that is shown; the list of all has the rest. */
function shownIn(projects: readonly Project[], shown: Project | null): readonly Project[] {
  const newest = projects.filter(({ archivedAt }) => archivedAt === null).slice(0, MOST_OFFERED);
  return shown === null || newest.includes(shown) ? newest : [...newest, shown];
}
