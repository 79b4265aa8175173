import type { Command } from '../../domain/command.ts';

/** The command of one type. */
export type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>;
