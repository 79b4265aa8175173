import type { CaptchaDesk } from './captcha-desk.ts';
import type { Chance } from './chance.ts';
import type { HeldClock } from './held-clock.ts';
import type { Json } from './json.ts';
import type { Links } from './links.ts';
import type { MediaFiles } from './media-files.ts';
import type { Medium } from './medium.ts';
import type { Switches } from '../switches.ts';

/** What the service knows of the person; a test may change it at any time. */
export interface Account {
  credits: number;
  tier: Switches['tier'];
  /** A distrusted account is refused at every submit. */
  standing: 'good' | 'distrusted';
  consentGiven: boolean;
  signedIn: boolean;
}

export interface FlowProject {
  readonly id: string;
  title: string;
  readonly createdAt: number;
}

/** What must be 0 after a test, and what is only counted. */
export interface Counters {
  /** Presses of Start that no hand made. Must be 0. */
  untrustedSubmits: number;
  /** Calls of the public execute. Must be 0. */
  captchaFromOutside: number;
  /** Submits with a token that was used before. Must be 0. */
  replayedTokens: number;
  /** Submits with no token, or one that was never given to the page for this act. Must be 0. */
  forgedTokens: number;
  /** Calls of the service that did not come from the page's origin. Must be 0. */
  foreignCalls: number;
  /** Calls of the hosts and routes that were switched off in 2026-09. Must be 0. */
  legacyCalls: number;
  submits: number;
  refused: number;
}

/** A captcha-bearing call as it came, without its token, and what was answered. */
export interface SubmitLog {
  readonly rpcid: string;
  readonly inner: Json;
  readonly at: number;
  readonly mediaIds: readonly string[];
  readonly reply: Json;
}

/** All that the service remembers, and what it is given from outside. */
export interface World {
  switches: Switches;
  readonly clock: HeldClock;
  readonly chance: Chance;
  readonly account: Account;
  readonly projects: FlowProject[];
  /** Oldest first. */
  readonly media: Medium[];
  readonly counters: Counters;
  readonly log: SubmitLog[];
  readonly captcha: CaptchaDesk;
  readonly links: Links;
  readonly files: MediaFiles;
  /** Submits accepted since the start. */
  accepted: number;
}

const FORBIDDEN = [
  'untrustedSubmits',
  'captchaFromOutside',
  'replayedTokens',
  'forgedTokens',
  'foreignCalls',
  'legacyCalls',
] as const;

/** Of what must never happen, what did. */
export function misdeedsIn(counters: Readonly<Counters>): Partial<Counters> {
  return Object.fromEntries(
    FORBIDDEN.flatMap((name) => (counters[name] > 0 ? [[name, counters[name]]] : [])),
  );
}

export function noCounts(): Counters {
  return {
    untrustedSubmits: 0,
    captchaFromOutside: 0,
    replayedTokens: 0,
    forgedTokens: 0,
    foreignCalls: 0,
    legacyCalls: 0,
    submits: 0,
    refused: 0,
  };
}

/** The switches as the page and the service have to see them: the account may have moved since they were set. */
export function currentSwitches({ switches, account }: World): Switches {
  return {
    ...switches,
    signedOut: !account.signedIn,
    tier: account.tier,
    credits: account.credits,
    consentOnFirstUpload: switches.consentOnFirstUpload && !account.consentGiven,
  };
}

export function mediumOf(world: World, id: string): Medium | null {
  // Chips and mentions carry workflow ids, the rest media ids: either names the same medium.
  return world.media.find(({ mediaId, workflowId }) => mediaId === id || workflowId === id) ?? null;
}
