import './flow-dialogs.css';
import { CheckDialog } from './check-dialog.tsx';
import { MakerDialog } from './maker-dialog.tsx';
import type { OpenDialog } from './panel-header.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { SpentDialog } from './spent-dialog.tsx';

/** The dialogs about who makes a film's takes, what that has cost, and the page on which it is done. */
export function FlowDialogs({
  open,
  data: { project, places, offers, flowSettings, useFlowOffers, useSpent },
  actions,
  onClose,
}: {
  readonly open: OpenDialog | null;
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onClose: () => void;
}) {
  if (project === null) return null;
  switch (open) {
    case 'maker':
      return (
        <MakerDialog
          project={project}
          places={places}
          offers={offers}
          settings={flowSettings}
          useFlowOffers={useFlowOffers}
          actions={actions}
          onClose={onClose}
        />
      );
    case 'spent':
      return <SpentDialog useSpent={useSpent} onClose={onClose} />;
    case 'checkFlow':
      return <CheckDialog actions={actions} onClose={onClose} />;
    default:
      return null;
  }
}
