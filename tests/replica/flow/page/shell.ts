import { CAPTCHA_SCRIPT, PAGE_SCRIPT, type ShellProps } from '../contract.ts';
import { STYLES } from './styles.ts';

/** The name by which the page finds what differs at this load. */
export const PROPS_ID = 'flow-shell-props';
const SITE_KEY = '6LdReplicaSiteKey_public_000000000000000';

/** JSON that may stand inside a script element: no text of it can close the element. */
function inline(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
}

/** The HTML of every address of the page: the same shell, whoever is signed in. */
export function renderShell(props: ShellProps): string {
  return `<!doctype html>
<html lang="${props.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Flow</title>
<script>window.WIZ_global_data = ${inline(props.wiz)};</script>
<script type="application/json" id="${PROPS_ID}">${inline(props)}</script>
<style>${STYLES}</style>
</head>
<body class="mat-typography">
<aisandbox-root></aisandbox-root>
<script src="${PAGE_SCRIPT}"></script>
<script async src="${CAPTCHA_SCRIPT}?render=${SITE_KEY}"></script>
</body>
</html>
`;
}
