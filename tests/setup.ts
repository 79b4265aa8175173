import 'fake-indexeddb/auto';
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { setImmediate } from 'node:timers';
import { vi } from 'vitest';
import { shareTurns } from './shared-turns.ts';

// Simulated pages bring a Blob of their own, which the simulated database silently empties.
vi.stubGlobal('Blob', NodeBlob);
vi.stubGlobal('File', NodeFile);
// Node's own: the global one may be that of a file before this in the same process.
vi.stubGlobal('setImmediate', shareTurns(setImmediate));
