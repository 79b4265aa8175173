import { INVALID_ARGUMENT, NOT_FOUND, payload, type Answer } from './answer.ts';
import { isList, slot, textAt, type Json } from './json.ts';
import { bytesOf } from './media-bytes.ts';
import type { Medium } from './medium.ts';
import {
  availability,
  catalogue,
  createProject,
  deleteProject,
  describeProject,
  listMedia,
  listProjects,
} from './project-calls.ts';
import { imageRecord, lostRecord, nested, uploadRecord, videoRecord } from './records.ts';
import { signImage } from './submit-calls.ts';
import { mediumOf, type World } from './world.ts';

async function polled(world: World, medium: Medium): Promise<Json> {
  if (medium.outcome.kind !== 'done') return videoRecord(world, medium);
  if (medium.notFoundPolls > 0) {
    medium.notFoundPolls -= 1;
    return lostRecord(world, medium);
  }
  const { length } = await bytesOf(world, medium);
  return videoRecord(world, medium, { bytes: length });
}

async function poll(world: World, inner: Json): Promise<Answer> {
  const asked = slot(inner, 2);
  if (!isList(asked)) return INVALID_ARGUMENT;
  const media = asked.flatMap((entry) => mediumOf(world, textAt(entry, 0) ?? '') ?? []);
  const clips = media.filter(({ kind }) => kind === 'video');
  const records = await Promise.all(clips.map((medium) => polled(world, medium)));
  return payload([null, world.account.credits, nested(world, records)]);
}

/** A clip's addresses exist only here, and only some time after it is done. */
async function getMedium(world: World, inner: Json): Promise<Answer> {
  const { clock, switches, links } = world;
  const medium = mediumOf(world, textAt(inner, 0) ?? '');
  if (medium === null || medium.outcome.kind !== 'done') return NOT_FOUND;
  if (medium.kind === 'upload') return payload(uploadRecord(medium));
  if (medium.kind === 'image') return payload(imageRecord(medium, signImage(world, medium)));
  if (clock.elapsed() < medium.outcome.at + switches.publishDelayS * 1000) return NOT_FOUND;
  const isExpired = medium.linksGiven < switches.expiredLinks;
  medium.linksGiven += 1;
  const url = links.sign('video', medium.mediaId, isExpired);
  const poster = links.sign('image', medium.mediaId, isExpired);
  const { length } = await bytesOf(world, medium);
  return payload(videoRecord(world, medium, { bytes: length, poster, url }));
}

const CREDIT_CODES = [1, 2, 2, null];

/** Everything that is no order. What no capture explains is answered `[]`, as idle chatter is. */
export async function answerRead(world: World, rpcid: string, inner: Json): Promise<Answer> {
  const { credits } = world.account;
  if (rpcid === 'UpteDb') return payload(listProjects(world));
  if (rpcid === 'jHPbke') return createProject(world, inner);
  if (rpcid === 'QI2zvc') return deleteProject(world, inner);
  if (rpcid === 'ngNC2') return describeProject(world, inner);
  if (rpcid === 'Zzl0ze') return listMedia(world, inner);
  if (rpcid === 'nzlxg') return payload([credits, ...CREDIT_CODES, credits]);
  if (rpcid === 'HTrJv') return payload(catalogue(world));
  if (rpcid === 'yBhWQ') return payload(availability(world));
  if (rpcid === 'DA4VGb' || rpcid === 'Kcr7Ub') return payload([null, [world.switches.agentMode ? 1 : 0]]);
  if (rpcid === 'jwpduf') return poll(world, inner);
  if (rpcid === 'as29s') return getMedium(world, inner);
  return payload([]);
}
