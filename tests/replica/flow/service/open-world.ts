import { openCaptchaDesk } from './captcha-desk.ts';
import { newUuid, type Chance } from './chance.ts';
import { holdClock } from './held-clock.ts';
import { openLinks } from './links.ts';
import { openMediaFiles } from './media-files.ts';
import { storeUpload } from './picture-calls.ts';
import { DEFAULT_SWITCHES, type Switches } from '../switches.ts';
import { noCounts, type World } from './world.ts';

export interface Beginning {
  readonly switches: Partial<Switches>;
  readonly chance: Chance;
  /** Milliseconds of the wall clock when the replica begins. */
  readonly startAt: number;
}

const SEED_SIZE = { width: 1376, height: 768 };
const HOUR_MS = 3_600_000;

/** A service as an account finds it that has two projects, the first with what the switches put there. */
export function openWorld({ switches: changes, chance, startAt }: Beginning): World {
  const switches = { ...DEFAULT_SWITCHES, ...changes };
  const clock = holdClock(startAt);
  clock.setJump(switches.clockJumpS * 1000);
  const project = (title: string, hoursAgo: number): World['projects'][number] => ({
    id: newUuid(chance),
    title,
    createdAt: startAt - hoursAgo * HOUR_MS,
  });
  return {
    switches,
    clock,
    chance,
    account: {
      credits: switches.credits,
      tier: switches.tier,
      standing: 'good',
      consentGiven: false,
      signedIn: !switches.signedOut,
    },
    projects: [project('Nov 21, 10:32 AM', 1), project('Nov 20, 04:05 PM', 20)],
    media: [],
    counters: noCounts(),
    log: [],
    captcha: openCaptchaDesk(chance, clock),
    links: openLinks(chance, clock),
    files: openMediaFiles(chance),
    accepted: 0,
  };
}

/** Fills the first project with uploads of earlier days. */
export async function seedAssets(world: World): Promise<void> {
  const { seededAssets, titles } = world.switches;
  const [project] = world.projects;
  if (project === undefined) return;
  for (let at = 1; at <= seededAssets; at += 1) {
    const title = titles === 'all-the-same' ? 'product.jpg' : `asset_${String(at).padStart(3, '0')}.jpg`;
    const bytes = await world.files.picture(newUuid(world.chance), SEED_SIZE);
    storeUpload(world, project.id, title, { bytes, ...SEED_SIZE });
  }
}

/** Turns switches while the service runs; what the account owns moves with them. */
export function turnSwitches(world: World, changes: Partial<Switches>): void {
  const { account, clock } = world;
  world.switches = { ...world.switches, ...changes };
  if (changes.credits !== undefined) account.credits = changes.credits;
  if (changes.tier !== undefined) account.tier = changes.tier;
  if (changes.signedOut !== undefined) account.signedIn = !changes.signedOut;
  if (changes.consentOnFirstUpload === true) account.consentGiven = false;
  if (changes.clockJumpS !== undefined) clock.setJump(changes.clockJumpS * 1000);
}
