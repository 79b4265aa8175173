declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** `project:` and 16 random characters. */
export type ProjectId = Branded<string, 'ProjectId'>;
/** Number of a scene for life: 1, 2, 3 …; issued once per project, never reused (L1). */
export type SceneIndex = Branded<number, 'SceneIndex'>;
/** Number of a take: from 1 for each scene and kind, never reused (L3). */
export type TakeNumber = Branded<number, 'TakeNumber'>;
/** `task:` and 16 random characters. */
export type TaskId = Branded<string, 'TaskId'>;
/** `attempt:` and 16 random characters. */
export type AttemptId = Branded<string, 'AttemptId'>;
/** SHA-256 of the bytes as 64 lower-case hexadecimal digits. */
export type AssetId = Branded<string, 'AssetId'>;
/** `picture:` and 16 random characters. */
export type PictureId = Branded<string, 'PictureId'>;
/** `edit:` and 16 random characters. */
export type EditId = Branded<string, 'EditId'>;
/** Made by the page that sends a command: `command:` and 16 random characters. */
export type CommandId = Branded<string, 'CommandId'>;
/** The handle by which a provider knows work in progress; only the provider reads it. */
export type Operation = Branded<string, 'Operation'>;

interface IdByPrefix {
  project: ProjectId;
  task: TaskId;
  attempt: AttemptId;
  picture: PictureId;
  edit: EditId;
  command: CommandId;
}

/** Source of random numbers in [0, 1), an argument everywhere (L20). */
export type Random = () => number;

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Makes an id such as `task:3k0z…` of 16 random characters (about 82 bits). */
export function newId<P extends keyof IdByPrefix>(prefix: P, random: Random): IdByPrefix[P] {
  let tail = '';
  for (let i = 0; i < 16; i++) tail += ALPHABET.charAt(Math.floor(random() * ALPHABET.length));
  return `${prefix}:${tail}` as IdByPrefix[P];
}

/** Tells whether a text from outside has the shape of an id with this prefix. */
export function isId<P extends keyof IdByPrefix>(prefix: P, value: unknown): value is IdByPrefix[P] {
  return (
    typeof value === 'string' &&
    value.startsWith(`${prefix}:`) &&
    /^[0-9a-z]{16}$/.test(value.slice(prefix.length + 1))
  );
}

/** Tells whether a value from outside is a whole number from 1 to 1,000,000, as scene indexes are. */
export function isSceneIndex(value: unknown): value is SceneIndex {
  return isCount(value);
}

/** Tells whether a value from outside can number a take. */
export function isTakeNumber(value: unknown): value is TakeNumber {
  return isCount(value);
}

/** Tells whether a text is a SHA-256 in lower-case hexadecimal. */
export function isAssetId(value: unknown): value is AssetId {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** Tells whether a text can be a provider's handle: 1 to 2,000 characters. */
export function isOperation(value: unknown): value is Operation {
  return typeof value === 'string' && value.length > 0 && value.length <= 2000;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1_000_000;
}
