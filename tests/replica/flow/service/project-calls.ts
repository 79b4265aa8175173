import { INVALID_ARGUMENT, NOT_FOUND, payload, type Answer } from './answer.ts';
import { newUuid } from './chance.ts';
import { stamp } from './held-clock.ts';
import { textAt, type Json } from './json.ts';
import type { Medium } from './medium.ts';
import { MODEL_FAMILIES, priceOf } from '../prices.ts';
import { listingEntry, nested } from './records.ts';
import type { World } from './world.ts';

/** The project of `projects/<id>` or `tools/PINHOLE/projects/<id>`. */
function projectIn({ projects }: World, name: string | null): World['projects'][number] | null {
  const id = name?.split('/').at(-1) ?? '';
  return projects.find((project) => project.id === id) ?? null;
}

export function listProjects({ projects, media, links }: World): Json {
  const rows = projects.map(({ id, title, createdAt }) => {
    const cover = media.findLast(({ projectId, outcome }) => projectId === id && outcome.kind === 'done');
    const thumb = cover === undefined ? [null, null] : [links.thumb(cover.mediaId), cover.mediaId];
    return [id, [title, null, stamp(createdAt), ...thumb]];
  });
  return [rows];
}

export function createProject(world: World, inner: Json): Answer {
  const title = textAt(inner, 1, 1, 0);
  if (title === null) return INVALID_ARGUMENT;
  const id = newUuid(world.chance);
  world.projects.unshift({ id, title, createdAt: world.clock.wall() });
  return payload([id, [title]]);
}

export function deleteProject(world: World, inner: Json): Answer {
  const project = projectIn(world, textAt(inner, 0));
  if (project === null) return NOT_FOUND;
  world.projects.splice(world.projects.indexOf(project), 1);
  return payload([]);
}

export function describeProject(world: World, inner: Json): Answer {
  const project = projectIn(world, textAt(inner, 0));
  if (project === null) return NOT_FOUND;
  const cover = world.media.findLast(({ projectId }) => projectId === project.id)?.mediaId ?? null;
  const defaults = [
    null,
    null,
    [
      [null, 3, 1, 'beluga_display'],
      ['abra', 2, 1],
    ],
    null,
    2,
  ];
  return payload([project.id, [project.title, cover], null, null, null, defaults]);
}

/** Whether the listing names it: pictures when they are done, clips from their order on. */
function isListed({ kind, outcome }: Medium): boolean {
  return outcome.kind === 'done' || (kind === 'video' && outcome.kind === 'pending');
}

/** What makes the listings of old projects long, and tells nobody anything. */
function ballast({ switches }: World): readonly Json[] {
  const kilobyte = 'x'.repeat(1021);
  return Array.from({ length: switches.listingMegabytes * 1024 }, () => kilobyte);
}

export function listMedia(world: World, inner: Json): Answer {
  const project = projectIn(world, textAt(inner, 0));
  if (project === null) return NOT_FOUND;
  const own = world.media.filter((medium) => medium.projectId === project.id && isListed(medium));
  const entries = nested(world, own.toReversed().map(listingEntry));
  const rest = ballast(world);
  return payload(rest.length === 0 ? [null, entries] : [null, entries, null, rest]);
}

export function catalogue({ switches, account }: World): Json {
  const offered = MODEL_FAMILIES.filter(({ family }) => !switches.missingModels.includes(family));
  return [offered.map(({ family, name, keys }) => [family, name, priceOf(keys[0] ?? '', account.tier)])];
}

export function availability(world: World): Json {
  const offered = MODEL_FAMILIES.filter(({ family }) => !world.switches.missingModels.includes(family));
  return [offered.map(({ family }) => [family, 1])];
}
