import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The page as one classic script, made anew at each start of the replica. */
export async function bundlePage(): Promise<string> {
  const made = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      rollupOptions: {
        input: fileURLToPath(new URL('main.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = outputs.find((part) => part.type === 'chunk');
  if (script === undefined) throw new Error('The page has no script.');
  return script.code;
}
