import 'fake-indexeddb/auto';
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { vi } from 'vitest';
import { shareTurns } from './shared-turns.ts';

// Simulated pages bring a Blob of their own, which the simulated database silently empties.
vi.stubGlobal('Blob', NodeBlob);
vi.stubGlobal('File', NodeFile);
vi.stubGlobal('setImmediate', shareTurns(globalThis.setImmediate));
