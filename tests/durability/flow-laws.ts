import type { Attempt } from '../../lib/domain/attempt.ts';
import { promptOf } from '../../lib/domain/prompt-of.ts';
import { promptKey } from '../../lib/providers/flow/page/prompt-key.ts';
import type { FlowService } from './flow-service.ts';
import type { Rows } from './row-laws.ts';

/** What Retake did to Flow's page or says of it that is not so; empty where all holds. */
export function brokenOnFlow(flow: FlowService, { attempts }: Pick<Rows, 'attempts'>): readonly string[] {
  return [...flow.misdeeds, ...attempts.flatMap((attempt) => untrue(flow, attempt))];
}

/** The snapshot of what was pressed says what was really sent (L4, L19). */
function untrue(
  { account }: FlowService,
  { id, operation, snapshot, sceneIndex }: Attempt,
): readonly string[] {
  const job = account.jobs.find(({ order, isAgain }) => order?.id === id && !isAgain);
  if (job === undefined || operation === null || operation.startsWith('flow media ')) return [];
  const { item, mode } = job;
  const isOfPicture = mode === 'startFrame';
  return [
    ...(item.prompt?.key === promptKey(promptOf(snapshot))
      ? []
      : [`L4 scene ${sceneIndex} was made of other words`]),
    ...(item.aspect === snapshot.aspect ? [] : [`L19 scene ${sceneIndex} was made in ${item.aspect}`]),
    ...(isOfPicture === (snapshot.image !== null)
      ? []
      : [`L19 the picture of scene ${sceneIndex} was ${isOfPicture ? 'sent unasked' : 'left out'}`]),
  ];
}
