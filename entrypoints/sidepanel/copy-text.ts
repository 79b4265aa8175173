import type { Commands } from '../page/use-commands.ts';

/** Puts a text on the clipboard; answers whether it is there. A refusal is told. */
export async function copyText({ tell }: Pick<Commands, 'tell'>, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    tell({ key: 'told_notCopied', values: [], tone: 'bad' });
    return false;
  }
}
