import { filmsIn } from '../lib/domain/made-with.ts';
import { stands } from '../lib/domain/hold.ts';
import { flowFacts } from './flow-words.ts';
import { useNow } from './now.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { useT } from './words.tsx';

/** How the Flow page stands, in one line; while something is missing there its banner says it in place of this. */
export function FlowLine({ data }: { readonly data: PanelData }) {
  const t = useT();
  const now = useNow();
  const { project, places, holds, flow } = data;
  const isOpen = places.some(({ tone }) => tone === 'needs' || tone === 'work' || tone === 'waiting');
  const isHeld = holds.some((hold) => hold.provider === 'flow' && hold.model === '' && stands(hold, now));
  const isMadeThere = project && filmsIn(project, places).some(({ provider }) => provider === 'flow');
  if (!isMadeThere || !isOpen || isHeld) return null;
  return (
    <section className="flow-line soft" aria-label={t('flow')}>
      <span className={flow.ready === null ? 'flow-dot good' : 'flow-dot wait'} aria-hidden="true" />
      {[t('flow_ready'), ...flowFacts(t, flow)].map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </section>
  );
}

/** Says that Flow's page was made smaller, as long as it is, with the way back. */
export function FlowZoom({
  flowZoom,
  actions,
}: Pick<PanelData, 'flowZoom'> & { readonly actions: Pick<PanelActions, 'undoZoom'> }) {
  const t = useT();
  if (flowZoom === null) return null;
  return (
    <section className="flow-zoom soft" aria-label={t('flow_zoom')}>
      <span className="grow">{t('flow_zoomed', String(Math.round(flowZoom * 100)))}</span>
      <button type="button" className="button quiet" onClick={actions.undoZoom}>
        {t('undo')}
      </button>
    </section>
  );
}
