import { ChevronDown, ListX, Pause, Play, Square } from 'lucide-react';
import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import { RUN_PHASES, type Run, type RunTask } from '../lib/domain/run.ts';
import { expectedMs, type UsualMs } from '../lib/domain/work-time.ts';
import { faultWords } from './fault-words.ts';
import type { GoTo } from './film-view.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { useNow } from './now.tsx';
import type { PanelActions } from './panel-props.ts';
import { spanWords } from './span-words.ts';
import { useT, type Translate } from './words.tsx';

/** More of what is at work is told by its number alone. */
const MOST_TOLD = 4;

/** What is at work in the film, and how far it is: one line that opens into phases, scenes and reasons. */
export function RunLine({
  run,
  usual,
  atOnce,
  paused,
  actions,
  onGoTo,
}: {
  readonly run: Run;
  readonly usual: UsualMs;
  /** Orders that are made at one time. */
  readonly atOnce: number;
  readonly paused: boolean;
  readonly actions: Pick<PanelActions, 'later' | 'pause' | 'resume' | 'stopAll'>;
  readonly onGoTo: GoTo;
}) {
  const t = useT();
  const timeMs = timeLeft(run, usual, atOnce, useNow());
  const { done, failed } = run.counts;
  const far = t('run_far', String(done + failed), String(run.total));
  const words = paused
    ? [far, t('run_paused')]
    : [far, ...(timeMs === null ? [] : [t('run_left', spanWords(t, timeMs))])];
  const face = (
    <>
      <span className="cut">{words.join(' · ')}</span>
      <ChevronDown size={12} aria-hidden="true" />
    </>
  );
  return (
    <Menu label={t('run', words.join(' · '))} className="run-line" face={face}>
      <ul className="run-phases">
        {RUN_PHASES.filter((phase) => run.counts[phase] > 0).map((phase) => (
          <li key={phase}>
            {t(`run_${phase}`)} <b>{run.counts[phase]}</b>
          </li>
        ))}
      </ul>
      <Presses run={run} />
      <AtWork run={run} actions={actions} onGoTo={onGoTo} />
      <Failures run={run} onGoTo={onGoTo} />
      <hr />
      <MenuItem
        icon={paused ? <Play size={14} /> : <Pause size={14} />}
        onPress={paused ? actions.resume : actions.pause}
      >
        {t(paused ? 'step_resume' : 'step_pause')}
      </MenuItem>
      <MenuItem icon={<Square size={13} />} onPress={() => actions.stopAll()}>
        {t('stopAll')}
      </MenuItem>
    </Menu>
  );
}

/** How long what is left takes, in ms; null where the film's own history does not tell. */
function timeLeft(run: Run, usual: UsualMs, atOnce: number, now: number): number | null {
  const work = run.left.map(({ kind, startedAt }) => ({
    kind,
    elapsedMs: startedAt === null ? 0 : now - startedAt,
  }));
  const has = run.left[0] === undefined ? null : capabilitiesOf(run.left[0].provider);
  return expectedMs(work, usual, { atOnce, paceMs: has?.paceMs ?? 0 });
}

function Presses({ run }: { readonly run: Run }) {
  const t = useT();
  const presses = run.left.filter(
    ({ provider, phase, isArmed }) =>
      capabilitiesOf(provider)?.needsPress === true &&
      (isArmed || phase === 'queued' || phase === 'preparing'),
  );
  return presses.length === 0 ? null : <p className="soft run-presses">{t('run_presses', presses.length)}</p>;
}

function AtWork({
  run,
  actions,
  onGoTo,
}: {
  readonly run: Run;
  readonly actions: Pick<PanelActions, 'later'>;
  readonly onGoTo: GoTo;
}) {
  const t = useT();
  const work = run.left.filter(({ phase }) => phase !== 'queued');
  if (work.length === 0) return null;
  return (
    <>
      <p className="menu-title">{t('run_now')}</p>
      {work.slice(0, MOST_TOLD).map((task) => (
        <MenuItem key={task.id} onPress={() => onGoTo(task.index)}>
          {taskWords(t, task)}
        </MenuItem>
      ))}
      {work.length > MOST_TOLD && <p className="menu-title">{t('andMore', work.length - MOST_TOLD)}</p>}
      {work
        .filter(({ isArmed }) => isArmed)
        .map(({ id, index }) => (
          <MenuItem key={`later ${id}`} icon={<ListX size={14} />} onPress={() => actions.later(id)}>
            {t('run_skip', String(index))}
          </MenuItem>
        ))}
    </>
  );
}

function taskWords(t: Translate, { index, kind, phase }: RunTask): string {
  return [t('scene', String(index)), t(`kind_${kind}`), t(`run_${phase}`)].join(' · ');
}

function Failures({ run, onGoTo }: { readonly run: Run; readonly onGoTo: GoTo }) {
  const t = useT();
  if (run.failures.length === 0) return null;
  return (
    <>
      <p className="menu-title">{t('run_failures')}</p>
      {run.failures.map(({ fault, scenes }) => {
        const [first] = scenes;
        return (
          <MenuItem
            key={JSON.stringify(fault)}
            className="run-failure"
            onPress={() => (first === undefined ? undefined : onGoTo(first))}
          >
            <span>
              <b>{t('run_failedScenes', scenes.length, scenes.join(', '))}</b> {faultWords(t, fault)}
            </span>
          </MenuItem>
        );
      })}
    </>
  );
}
