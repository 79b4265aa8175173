import { fail } from '../../domain/result.ts';
import { readSnapshot } from '../../domain/snapshot.ts';
import { readInputs } from '../../store/panel-reads.ts';
import { getSighting } from '../../store/sightings.ts';
import { getOpenTask } from '../../store/tasks.ts';
import { followSent } from '../follow-sent.ts';
import { findProject, findScene } from './find.ts';
import type { Of } from './of-type.ts';
import { carriedOut, notFound, type Outcomes, type Scope } from './outcome.ts';

/**
 * Gives a scene an order that the user made for himself on the service's page: a task follows it from now on. An order
 * that an attempt owns is nobody else's any more (L2).
 */
export async function adoptOrder(scope: Scope, command: Of<'adoptOrder'>): Outcomes {
  const { tx, now, random } = scope;
  const { projectId, index, operation } = command;
  const project = await findProject(scope, projectId);
  const scene = project && (await findScene(scope, projectId, index));
  if (project === null || scene === null) return notFound(project === null ? 'project' : 'scene');
  const sighting = await getSighting(tx, operation);
  if (sighting === null) return notFound('task');
  if (sighting.attempt !== null) return fail({ type: 'AlreadyOpen' });
  const { provider } = sighting;
  const order = scope.sentByHand(sighting);
  const capabilities = scope.capabilities(provider);
  if (order === null || capabilities === null)
    return fail({ type: 'NotNow', state: 'not known', event: 'adoptOrder' });
  const { kind, sent, taken } = order;
  if ((await getOpenTask(tx, projectId, index, kind)) !== null) return fail({ type: 'AlreadyOpen' });
  const seed = Math.floor(random() * 2 ** 32);
  const present = readSnapshot(kind, await readInputs(tx, project, scene, provider), seed);
  const { unit, amount } = capabilities.price;
  await followSent(
    tx,
    { now, random, deadlineMs: scope.deadlineMs(provider) },
    {
      scene,
      operation,
      source: 'adopted',
      made: { kind, provider, snapshot: { ...present, provider, ...sent }, remarks: ['adopted'] },
      cost: { unit, asked: taken === 'unknown' ? amount : taken, taken },
    },
  );
  return carriedOut(projectId, 1);
}
