import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  readonly path: string;
  readonly text: string;
  /** Files as paths from the root, packages by name. */
  readonly imports: readonly string[];
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(ROOT, path)).isFile());
}

/** Comments are no code: they may name what code may not. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

export function importsOf(path: string, text: string): readonly string[] {
  const found = withoutComments(text).matchAll(/\b(?:from|import)\s*\(?\s*'([@.\w][^'\s]*)'/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(path), name)) : name,
  );
}

const sources: readonly Source[] = ['lib', 'components', 'entrypoints']
  .flatMap(filesUnder)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

/** What a room may import, by the beginning of the path; a package by its name. */
const ALLOWED: ReadonlyArray<readonly [room: string, allowed: readonly string[]]> = [
  ['lib/domain/', ['lib/domain/']],
  ['lib/script/', ['lib/script/', 'lib/domain/']],
  ['lib/messages/', ['lib/messages/', 'lib/domain/', 'valibot']],
  ['lib/store/', ['lib/store/', 'lib/domain/', 'idb', 'valibot']],
  ['lib/engine/', ['lib/engine/', 'lib/store/', 'lib/domain/']],
  ['lib/media/', ['lib/media/', 'lib/domain/', 'mediabunny']],
  ['lib/export/', ['lib/export/', 'lib/store/', 'lib/domain/']],
  [
    'lib/providers/animatic/',
    ['lib/providers/animatic/', 'lib/domain/', 'lib/messages/', 'lib/engine/ports.ts'],
  ],
  [
    'lib/providers/flow/',
    ['lib/providers/flow/', 'lib/domain/', 'lib/messages/', 'lib/engine/ports.ts', 'valibot'],
  ],
  // Everything in a page’s world stays small and knows nothing of the rest.
  ['lib/providers/flow/page/', ['lib/providers/flow/page/', 'lib/domain/']],
  ['lib/platform/', ['lib/platform/', 'lib/messages/', 'lib/domain/', 'webextension-polyfill', 'valibot']],
  ['components/', ['components/', 'lib/domain/', 'react', 'lucide-react', '@tanstack/react-virtual']],
];

/**
 * Pictures and clips that the user gives are made ready in the page that has them: bytes never travel in messages (L11), and
 * the offscreen document could not read a dropped file.
 */
const GIVERS = ['entrypoints/sidepanel/give-pictures.ts', 'entrypoints/sidepanel/give-clips.ts'];

/** Files and packages that some files come to, themselves among them. */
function reachedFrom(paths: readonly string[]): readonly string[] {
  const reached = new Set(paths);
  for (const path of reached)
    for (const name of sources.find((source) => source.path === path)?.imports ?? []) reached.add(name);
  return [...reached];
}

const TOP_LEVEL =
  /^(package\.json|package-lock\.json|tsconfig\.json|wxt\.config\.ts|entrypoints|components|lib|public|tests|README\.md|LICENSE|\..+|node_modules|build|screens)$/;

describe('architecture', () => {
  it.each(ALLOWED)('%s imports only what it may', (room, allowed) => {
    const here = sources.filter(({ path }) => path.startsWith(room));
    expect(here.length).toBeGreaterThan(0);
    const wrong = here.flatMap(({ path, imports }) =>
      imports
        .filter((name) => !allowed.some((each) => name.startsWith(each)))
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('only entrypoints import the platform, and only the offscreen document media', () => {
    const wrong = sources.filter(
      ({ path, imports }) =>
        imports.some((name) => name.startsWith('lib/platform/')) &&
        !/^(entrypoints|lib\/platform)\//.test(path),
    );
    const media = sources.filter(
      ({ path, imports }) =>
        imports.some((name) => name.startsWith('lib/media/')) &&
        !/^(entrypoints\/offscreen|lib\/media)\//.test(path) &&
        !GIVERS.includes(path),
    );
    expect([...wrong, ...media].map(({ path }) => path)).toEqual([]);
  });

  it('the panel takes of media only what makes pictures ready, on demand and without the encoder', () => {
    const givers = sources.filter(({ path }) => GIVERS.includes(path));
    const taken = givers.flatMap(({ imports }) => imports.filter((name) => name.startsWith('lib/media/')));
    expect([...new Set(taken)].toSorted()).toEqual([
      'lib/media/fit-picture.ts',
      'lib/media/mime.ts',
      'lib/media/prepare-picture.ts',
    ]);
    expect(givers.map(({ text }) => text).join('\n')).not.toMatch(/from '[./]*lib\/media\//);
    const reached = reachedFrom(taken);
    expect(reached.length).toBeGreaterThan(taken.length);
    expect(reached.filter((name) => name.startsWith('mediabunny'))).toEqual([]);
  });

  it('only the platform touches the browser’s extension API', () => {
    const wrong = sources.filter(
      ({ path, text }) =>
        !path.startsWith('lib/platform/') && /\b(chrome|browser)\.[a-z]/.test(withoutComments(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('[L20] neither domain nor engine reads the clock or draws numbers', () => {
    const wrong = sources.filter(
      ({ path, text }) =>
        /^lib\/(domain|engine)\//.test(path) &&
        /Date\.now\(|Math\.random\(|new Date\(\)|performance\.now\(|setTimeout\(|setInterval\(/.test(
          withoutComments(text),
        ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('[L17] nothing touches tokens, cookies, captchas or raw traffic', () => {
    const wrong = sources.filter(({ text }) =>
      /grecaptcha|\.cookies\b|webRequest|chrome\.debugger|document\.cookie|Authorization/.test(
        withoutComments(text),
      ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('no page text becomes HTML or code', () => {
    const wrong = sources.filter(({ text }) =>
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/.test(
        withoutComments(text),
      ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('files say what is inside, in kebab-case and at most 400 lines', () => {
    const wrong = sources.filter(({ path, text }) => {
      const name = path.split('/').at(-1) ?? '';
      const isVague = /^(index|utils?|helpers?|common|types|constants|misc|shared)\.tsx?$/.test(name);
      // WXT knows entry points by these names.
      const isEntry = /^entrypoints\/(background|flow-page|[a-z-]+\.content)\/index\.ts$/.test(path);
      const isKebab = /^[a-z0-9-]+(\.content)?\.tsx?$/.test(name);
      return (isVague && !isEntry) || !isKebab || text.split('\n').length > 400;
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('the top level holds what the README’s map names and nothing more', () => {
    expect(readdirSync(ROOT).filter((name) => !TOP_LEVEL.test(name))).toEqual([]);
  });

  it('every import of ours names its file', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter((name) => /^(lib|components|entrypoints)\//.test(name) && !/\.(tsx?|css)$/.test(name))
        .map((name) => `${path} → ${relative(ROOT, name)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('sees imports of every shape', () => {
    const text =
      "import a from './a.ts';\nimport type { B } from '../b.ts';\nconst c = import('./c.ts');\nimport 'd';";
    expect(importsOf('lib/x/y.ts', text)).toEqual(['lib/x/a.ts', 'lib/b.ts', 'lib/x/c.ts', 'd']);
  });
});

describe('docstrings', () => {
  it('every export of lib says what it is', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('lib/'))
      .flatMap(({ path, text }) => bareExports(text).map((line) => `${path}: ${line}`));
    expect(wrong).toEqual([]);
  });

  it('a bare export is seen', () => {
    expect(bareExports('/** Said. */\nexport const a = 1;\n\nexport function b() {}')).toEqual([
      'export function b() {}',
    ]);
  });
});

/** Exports without a docstring right before them; a row of consts of one kind shares the first one's. */
function bareExports(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.filter((line, at) => {
    if (!/^export (?!\{|\*|type \{)/.test(line)) return false;
    const before = lines[at - 1] ?? '';
    const sharesGroup = /^export (const|interface) /.test(before) || before === '}';
    return !/\*\/\s*$/.test(before) && !(sharesGroup && /^export (const|interface) \w+/.test(line));
  });
}
