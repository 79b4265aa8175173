const PANEL = '/sidepanel.html';

/** Whether the panel is open, beside a page or in a window of its own. */
export async function isPanelOpen(): Promise<boolean> {
  const { SIDE_PANEL, TAB } = chrome.runtime.ContextType;
  const contexts = await chrome.runtime.getContexts({ contextTypes: [SIDE_PANEL, TAB] });
  return contexts.some(
    ({ documentUrl = '' }) => URL.canParse(documentUrl) && new URL(documentUrl).pathname === PANEL,
  );
}
