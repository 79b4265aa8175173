import { Archive, ArchiveRestore, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Project } from '../lib/domain/project.ts';
import { findProjects, type ProjectLine } from '../lib/domain/project-line.ts';
import { Dialog } from './dialog.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { ProjectDialog } from './project-dialog.tsx';
import { amountWords } from './amount-words.ts';
import { useT } from './words.tsx';

/** Every project: found by its name or its client, put away and brought back, named anew, deleted. */
export function ProjectsDialog({
  data,
  actions,
  onClose,
}: {
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onClose: () => void;
}) {
  const t = useT();
  const lines = data.useProjectLines() ?? [];
  const [query, setQuery] = useState('');
  const [named, setNamed] = useState<Project | null>(null);
  const found = findProjects(lines, query);
  const isAsked = query.trim() !== '';
  const listed = isAsked ? found : found.filter(({ project }) => project.archivedAt === null);
  const away = isAsked ? [] : found.filter(({ project }) => project.archivedAt !== null);
  const rowOf = (line: ProjectLine): ReactNode => (
    <ProjectRow
      key={line.project.id}
      line={line}
      isShown={line.project.id === data.project?.id}
      actions={actions}
      onOpen={() => {
        actions.chooseProject(line.project.id);
        onClose();
      }}
      onName={() => setNamed(line.project)}
    />
  );
  return (
    <>
      <Dialog title={t('projects')} className="projects" onClose={onClose}>
        <input
          type="search"
          aria-label={t('projects_find')}
          placeholder={t('projects_find')}
          data-first
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ul aria-label={t('projects')}>{listed.map(rowOf)}</ul>
        {isAsked && found.length === 0 && <p className="soft">{t('projects_none')}</p>}
        {away.length > 0 && (
          <details>
            <summary>{t('projects_archived', away.length)}</summary>
            <ul aria-label={t('projects_archived', away.length)}>{away.map(rowOf)}</ul>
          </details>
        )}
      </Dialog>
      {named !== null && (
        <ProjectDialog
          name={named.name}
          client={named.client}
          onRename={(name, client) => actions.renameProject(named.id, name, client)}
          onClose={() => setNamed(null)}
        />
      )}
    </>
  );
}

function ProjectRow({
  line,
  isShown,
  actions,
  onOpen,
  onName,
}: {
  readonly line: ProjectLine;
  readonly isShown: boolean;
  readonly actions: PanelActions;
  readonly onOpen: () => void;
  readonly onName: () => void;
}) {
  const t = useT();
  const { id, name, archivedAt } = line.project;
  const isAway = archivedAt !== null;
  return (
    <li className="row" data-shown={isShown}>
      <span className="grow">
        <button
          type="button"
          className="open cut"
          aria-current={isShown ? 'true' : undefined}
          onClick={onOpen}
        >
          {name}
        </button>
        <Facts line={line} />
      </span>
      <RowButton label={t('projects_name', name)} onPress={onName}>
        <Pencil size={14} aria-hidden="true" />
      </RowButton>
      <RowButton
        label={t(isAway ? 'projects_bringBack' : 'projects_archive', name)}
        onPress={() => actions.archiveProject(id, !isAway)}
      >
        {isAway ? <ArchiveRestore size={14} aria-hidden="true" /> : <Archive size={14} aria-hidden="true" />}
      </RowButton>
      <RowButton label={t('projects_delete', name)} onPress={() => actions.deleteProject(id)}>
        <Trash2 size={14} aria-hidden="true" />
      </RowButton>
    </li>
  );
}

/** For whom it is, how large, when it was last worked on, and what it cost. */
function Facts({ line: { project, scenes, workedAt, spent } }: { readonly line: ProjectLine }) {
  const t = useT();
  const costs = spent
    .filter(({ amount }) => amount > 0)
    .map(({ unit, amount, isSure }) => {
      const words = amountWords(t, amount, unit);
      return isSure ? words : t('projects_about', words);
    });
  const facts = [
    project.client,
    project.archivedAt === null ? '' : t('projects_away'),
    t('count_scenes', scenes),
    t('projects_worked', dayOf(workedAt)),
    ...costs,
  ];
  return <small className="soft">{facts.filter((fact) => fact !== '').join(' · ')}</small>;
}

function RowButton({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="button quiet icon" aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  );
}

function dayOf(at: number): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' }).format(at);
}
