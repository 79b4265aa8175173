/**
 * Enough of a look that what is covered is covered, what is hidden is hidden, and a real mouse finds its way. A browser
 * anchors what it scrolls to content that grows above it; the grid of the real page places its rows itself, so that
 * nothing of it is anchored. Else one scroll would run on by itself to the end.
 */
export const STYLES = `
[hidden] { display: none !important; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.4 sans-serif; background: #111; color: #eee; }
button { font: inherit; cursor: pointer; }
aisandbox-root, flow-project-page, flow-tile-view-header, flow-prompt-box, flow-base-prompt-box,
flow-creative-agent-prompt-box, flow-grid-tile-container, flow-tile-container, flow-rich-text-editor,
flow-toggles, flow-prompt-box-settings, flow-image-tile, flow-video-tile, flow-pending-tile, flow-error-tile,
flow-gallery-page, flow-about-page, flow-edit-page, flow-add-menu-popover-content { display: block; }
.header-base { display: flex; gap: 8px; align-items: center; height: 56px; padding: 0 16px; }
.tools-button-group { display: flex; gap: 4px; margin-left: auto; }
.tiles-container { display: block; height: calc(100vh - 56px); overflow-y: auto; padding-bottom: 240px; overflow-anchor: none; }
.page-container { height: calc(100vh - 56px); overflow-y: auto; padding-bottom: 240px; }
.batch-container { display: flex; gap: 8px; padding: 8px; }
.tile-row { display: flex; gap: 8px; }
.tile-row flow-grid-tile-container { width: 240px; }
.tiles-grid { display: grid; gap: 8px; padding: 8px; }
flow-grid-tile-container { height: 212px; overflow: hidden; background: #222; position: relative; }
flow-tile-container { height: 212px; position: relative; }
.image, .thumbnail, flow-video-tile video { width: 100%; height: 180px; object-fit: cover; display: block; }
flow-video-tile video { position: absolute; inset: 0; }
.hotbar-inner { position: absolute; top: 4px; right: 4px; display: flex; }
.prompt-box-container { position: fixed; left: 50%; bottom: 16px; width: min(820px, 96vw); transform: translateX(-50%);
  background: #2a2a2a; border-radius: 12px; padding: 12px; z-index: 10; }
.ingredient-bar-container { display: flex; gap: 8px; min-height: 48px; flex-wrap: wrap; }
.chip-container { position: relative; width: 56px; height: 48px; padding: 0; }
.chip-image { width: 100%; height: 100%; object-fit: cover; }
.hover-icon-overlay { display: none; position: absolute; inset: 0; background: #0008; }
.chip-container:hover .hover-icon-overlay { display: block; }
.chip-hover-card { display: none; position: absolute; bottom: 100%; background: #400; }
.chip-container:hover .chip-hover-card { display: block; }
.ProseMirror { min-height: 24px; max-height: 160px; overflow-y: auto; white-space: pre-wrap; outline: none; position: relative; }
.ProseMirror p { margin: 0; }
.prosemirror-placeholder { position: absolute; pointer-events: none; user-select: none; opacity: 0.6; }
.bottom-controls { display: flex; gap: 8px; align-items: center; margin-top: 8px; }
.submit-controls { display: flex; gap: 8px; margin-left: auto; }
.mobile-overlay { display: block; }
.cdk-overlay-container { position: fixed; inset: 0; pointer-events: none; z-index: 1000; }
.cdk-overlay-backdrop { position: fixed; inset: 0; pointer-events: auto; }
.cdk-overlay-connected-position-bounding-box { position: fixed; inset: 0; pointer-events: none;
  display: flex; align-items: flex-end; justify-content: center; padding-bottom: 150px; }
.cdk-overlay-pane { pointer-events: auto; background: #333; padding: 8px; border-radius: 8px; max-height: 70vh; overflow-y: auto; }
.mat-mdc-snack-bar-pane { pointer-events: none; }
.mat-button-toggle-group { display: flex; gap: 4px; }
[role=radio][aria-checked=true] { background: #58f; }
flow-menu-item { display: block; }
.add-menu-body { display: grid; grid-template-columns: 160px 320px 180px; gap: 8px; }
flow-add-menu-side-nav { display: flex; flex-direction: column; }
mat-list-item { display: block; padding: 4px; cursor: pointer; }
.asset-list { height: 320px; overflow-y: auto; }
.asset-item { display: flex; gap: 8px; width: 100%; height: 56px; align-items: center; }
.asset-item-active { background: #58f; }
.asset-thumbnail { width: 40px; height: 40px; }
.glue-cookie-notification-bar { position: fixed; left: 0; right: 0; bottom: 0; height: 220px; z-index: 2000;
  background: #fff; color: #000; padding: 16px; }
`;
