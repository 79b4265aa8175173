import type { ShellProps, WizData } from '../contract.ts';
import type { Switches } from '../switches.ts';
import { withShadowRoots } from './dom.ts';
import type { Reply } from './framing.ts';
import { waitForMint } from './mint.ts';
import { listenForEscape } from './overlays.ts';
import { startRouter } from './router.ts';
import { PROPS_ID } from './shell.ts';
import { STYLES } from './styles.ts';
import { throttleTimers } from './timers.ts';
import { createWire } from './wire.ts';

function readProps(): ShellProps {
  const text = document.querySelector(`#${PROPS_ID}`)?.textContent ?? '';
  return JSON.parse(text) as ShellProps;
}

/** A redirect to another host reaches a script as no reply at all. */
function isSignedOut(reply: Reply, { signedOutAnswer }: Switches): boolean {
  if (reply.type === 'refused') return reply.code === 16;
  if (reply.type === 'ok') return false;
  return reply.status === 401 || (reply.status === 0 && signedOutAnswer === 'redirect');
}

/** The session has ended: the page leaves. */
function leave(): void {
  if (location.pathname !== '/about') location.assign('/about');
}

function start(root: Element): void {
  const props = readProps();
  const { WIZ_global_data: wiz } = window as unknown as { readonly WIZ_global_data: WizData };
  if (props.switches.throttledTimers) throttleTimers();
  if (props.switches.shadowRoots) withShadowRoots(STYLES);
  listenForEscape();
  const onReply = (reply: Reply) => {
    if (isSignedOut(reply, props.switches)) leave();
  };
  const wire = createWire({ wiz, language: props.locale, onReply });
  startRouter({ props, wire, mint: waitForMint(), root });
}

const root = document.querySelector('aisandbox-root');
if (root !== null) start(root);
