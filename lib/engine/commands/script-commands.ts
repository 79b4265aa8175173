import type { SceneDraft } from '../../domain/command.ts';
import type { Change } from '../../domain/edit.ts';
import { fail } from '../../domain/result.ts';
import { TEXT_LIMIT } from '../../domain/scene.ts';
import { joinTexts } from '../../domain/split-scene.ts';
import { getScenes } from '../../store/scenes.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { findProject, findScene } from './find.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { addScene, inheritMaker } from './scene-commands.ts';
import { writeScene } from './write-scene.ts';

const NOTHING_SAID = {
  title: '',
  description: '',
  voiceOver: '',
  imagePrompt: '',
  videoPrompt: '',
  extra: null,
} as const satisfies Partial<SceneDraft>;

/** Writes texts of many scenes as one edit. A text that says something else by now than what was read is left alone. */
export async function replaceText(scope: Scope, { projectId, texts }: Of<'replaceText'>): Outcomes {
  if ((await findProject(scope, projectId)) === null) return notFound('project');
  const changes: Change[] = [];
  for (const { index, field, was, text } of texts) {
    const scene = await findScene(scope, projectId, index);
    if (scene === null || scene[field] !== was) continue;
    changes.push(...(await writeScene(scope, scene, { ...scene, [field]: text })));
  }
  return changes.length === 0 ? fail({ type: 'NothingToDo' }) : edited(projectId, 'replaceText', changes);
}

/** Makes the rest of a scene's text the next scene, as long as the first. Takes stay with the first (L1). */
export async function splitScene(scope: Scope, command: Of<'splitScene'>): Outcomes {
  const scene = await findScene(scope, command.projectId, command.index);
  if (scene === null) return notFound('scene');
  const { projectId, index, lengthS, chapter } = scene;
  const { field, before, after } = command;
  const cut = await writeScene(scope, scene, { ...scene, [field]: before });
  const rest = { ...NOTHING_SAID, lengthS, chapter, [field]: after };
  const added = await addScene(scope, { type: 'addScene', projectId, after: index, scene: rest });
  if (!added.ok) return added;
  await inheritMaker(scope, scene);
  return edited(projectId, 'splitScene', [...cut, ...(added.value.edit?.changes ?? [])], { count: 1 });
}

/** Writes what the next scene says behind what this one says, and puts the next into the bin, as a delete does (L4). */
export async function joinScenes(scope: Scope, { projectId, index }: Of<'joinScenes'>): Outcomes {
  const scene = await findScene(scope, projectId, index);
  if (scene === null) return notFound('scene');
  const scenes = await getScenes(scope.tx, projectId);
  const next = scenes[scenes.findIndex((each) => each.index === index) + 1];
  if (next === undefined) return fail({ type: 'NothingToDo' });
  const text = joinTexts(scene, next);
  const longest = Math.max(...Object.values(text).map((each) => String(each).length));
  if (longest > TEXT_LIMIT) return fail({ type: 'BadInput', field: 'text', expected: `≤ ${TEXT_LIMIT}` });
  const changes = [
    ...(await cancelUnsent(scope, projectId, next.index)),
    ...(await writeScene(scope, scene, text)),
    ...(await writeScene(scope, next, { deletedAt: scope.now })),
  ];
  return edited(projectId, 'joinScenes', changes, { count: 1 });
}
