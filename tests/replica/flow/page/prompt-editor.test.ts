// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { promptText } from './page-state.ts';
import { promptEditor, type Editor, type EditorOptions } from './prompt-editor.ts';
import type { PromptPart } from './orders.ts';

const heard = {
  change: vi.fn<(parts: readonly PromptPart[]) => void>(),
  mention: vi.fn<() => void>(),
  pictures: vi.fn<() => void>(),
  enter: vi.fn<() => void>(),
};

function options(): EditorOptions {
  return {
    placeholder: 'What do you want to create?',
    label: 'Prompt',
    onChange: heard.change,
    onMention: heard.mention,
    onPictures: heard.pictures,
    onEnter: heard.enter,
  };
}

function insert({ root }: Editor, data: string): void {
  root.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertText', data, cancelable: true }));
}

let editor: Editor;
beforeEach(() => {
  editor = promptEditor(options());
  document.body.append(editor.root);
});
afterEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
});

describe('the editor', () => {
  it('shows its placeholder beside an empty line', () => {
    expect(editor.root.innerHTML).toBe(
      '<span class="prosemirror-placeholder" contenteditable="false">What do you want to create?</span>' +
        '<p><br class="ProseMirror-trailingBreak"></p>',
    );
  });

  it('takes words in by beforeinput, and runs white space together', () => {
    insert(editor, 'a red\n\n  fox');
    insert(editor, ' runs');
    expect(promptText(heard.change.mock.lastCall?.[0] ?? [])).toBe('a red fox runs');
    expect(editor.root.innerHTML).toBe('<p>a red fox runs</p>');
  });

  it('knows nothing of words that a script wrote into it', () => {
    editor.root.textContent = 'written';
    editor.root.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: 'written' }));
    expect(heard.change).not.toHaveBeenCalled();
  });

  it('asks for a mention at an @ typed alone, and not at one inside words', () => {
    insert(editor, 'mail me@home');
    expect(heard.mention).not.toHaveBeenCalled();
    insert(editor, '@');
    expect(heard.mention).toHaveBeenCalledOnce();
  });

  it('hands on a key that may submit, and lets a new line be', () => {
    editor.root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true }));
    expect(heard.enter).not.toHaveBeenCalled();
    editor.root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(heard.enter).toHaveBeenCalledOnce();
  });

  it('draws mentions as chips and reads them back', () => {
    const mention = { type: 'mention', mediaId: 'm', workflowId: 'w', title: 'king.jpg' } as const;
    editor.show([{ type: 'text', text: 'see ' }, mention]);
    const chip = editor.root.querySelector('span.mention-chip');
    expect(chip?.getAttribute('data-mention-id')).toBe('w');
    insert(editor, ' and a queen');
    expect(heard.change.mock.lastCall?.[0]).toEqual([
      { type: 'text', text: 'see ' },
      mention,
      { type: 'text', text: ' and a queen' },
    ]);
  });
});
