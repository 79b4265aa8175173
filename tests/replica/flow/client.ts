import { ask, type Got } from './ask.ts';
import type { CaptchaAction } from './contract.ts';
import { isList, parseJson, slot, type Json } from './service/json.ts';
import { startReplica, type Replica, type ReplicaOptions } from './start-replica.ts';

/** The rows of a reply, found line by line as JSON: its lengths are not to be trusted. */
export function rowsOf(text: string): readonly Json[] {
  return text.split('\n').flatMap((line) => {
    const chunk = line.startsWith('[') ? parseJson(line) : undefined;
    return isList(chunk) ? chunk : [];
  });
}

export interface Reply {
  readonly http: number;
  /** The inner JSON, undefined where there is none. */
  readonly payload: Json | undefined;
  readonly error: Json | undefined;
  readonly text: string;
  readonly pieces: readonly Buffer[];
}

function replyIn({ status, text, pieces }: Got, rpcid: string): Reply {
  const row = rowsOf(text).find((each) => slot(each, 0) === 'wrb.fr' && slot(each, 1) === rpcid);
  const inner = slot(row, 2);
  const payload = typeof inner === 'string' ? parseJson(inner) : undefined;
  return { http: status, payload, error: slot(row, 5) ?? undefined, text, pieces };
}

export interface CallOptions {
  readonly at?: string;
  readonly origin?: string | null;
  readonly noRpcidInUrl?: boolean;
}

/** A person's Flow page, as far as the service sees it. */
export interface FlowClient {
  readonly replica: Replica;
  readonly projectId: string;
  call(rpcid: string, inner: Json, options?: CallOptions): Promise<Reply>;
  /** A token as a press of this kind gives it. */
  mint(action: CaptchaAction, trusted?: boolean): Promise<string>;
  /** A token as anyone gets it who calls the public execute. */
  mintFromOutside(): Promise<string>;
}

const ORIGIN = 'https://flow.google.com';

function addressOf(wiz: Record<string, string>, rpcid: string | null): string {
  const query = new URLSearchParams({
    ...(rpcid === null ? {} : { rpcids: rpcid }),
    'source-path': '/project/x',
    bl: wiz['cfb2h'] ?? '',
    'f.sid': wiz['FdrFJe'] ?? '',
    hl: 'en',
    _reqid: '100000',
    rt: 'c',
  });
  return `${ORIGIN}${wiz['Im6cmf'] ?? ''}/data/batchexecute?${query.toString()}`;
}

async function askToken(replica: Replica, body: Json): Promise<string> {
  const address = 'https://www.google.com/recaptcha/enterprise/reload';
  const got = await ask(replica, address, { method: 'POST', body: JSON.stringify(body) });
  const { token }: { readonly token: string } = JSON.parse(got.text);
  return token;
}

/** Loads the shell and the captcha's script, as a browser does. */
export async function openClient(replica: Replica): Promise<FlowClient> {
  const shell = await ask(replica, `${ORIGIN}/`);
  const wiz: Record<string, string> = JSON.parse(shell.text);
  const script = await ask(replica, 'https://www.google.com/recaptcha/enterprise.js?render=key');
  let presses = 0;
  return {
    replica,
    projectId: replica.projects[0]?.id ?? '',
    call: async (rpcid, inner, { at = wiz['SNlM0e'] ?? '', origin = ORIGIN, noRpcidInUrl = false } = {}) => {
      const calls = JSON.stringify([[[rpcid, JSON.stringify(inner), null, 'generic']]]);
      const headers = {
        'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
        'x-same-domain': '1',
        ...(origin === null ? {} : { origin }),
      };
      const body = `f.req=${encodeURIComponent(calls)}&at=${encodeURIComponent(at)}&`;
      const address = addressOf(wiz, noRpcidInUrl ? null : rpcid);
      return replyIn(await ask(replica, address, { method: 'POST', headers, body }), rpcid);
    },
    mint: (action, trusted = true) => {
      presses += 1;
      return askToken(replica, { action, load: script.text, press: `press ${presses}`, trusted });
    },
    mintFromOutside: () => askToken(replica, { action: 'extension_hijack_detected' }),
  };
}

/** A page of which only the boot data is left. */
const BARE_PAGE = {
  renderShell: ({ wiz }: { readonly wiz: object }) => JSON.stringify(wiz),
  bundlePage: () => Promise.resolve(''),
  captchaScript: (nonce: string) => nonce,
};

const started: Replica[] = [];

/** A replica with a bare page and a client on it; the clock begins at 1790000000. */
export async function startWithClient(options: ReplicaOptions = {}): Promise<FlowClient> {
  const replica = await startReplica({ page: BARE_PAGE, startAt: 1_790_000_000_000, ...options });
  started.push(replica);
  return openClient(replica);
}

/** Closes what a test started; a fault inside the replica fails the test. */
export async function closeReplicas(): Promise<void> {
  const closed = started.splice(0);
  await Promise.all(closed.map((replica) => replica.close()));
  const [defect] = closed.flatMap(({ defects }) => defects);
  if (defect !== undefined) throw new Error('The replica itself failed', { cause: defect });
}
