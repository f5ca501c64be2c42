import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { notePackages } from './tools/package/shipped-packages.ts';

/** What stays outside the bundles: Electron itself, and packages that carry native binaries or load files of their own. */
const external = ['electron', 'keytar', 'libsql', 'fastify', ...builtinModules, /^node:/u];
const at = (path: string) => resolve(import.meta.dirname, path);
const packagesOf = (part: string) => notePackages(at(`out/packages/${part}.json`));

/** Main and the practice bank's process: Node bundles beside each other. */
const main: UserConfig = {
  plugins: [packagesOf('main')],
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('out/app/main'),
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: { index: at('main/index.ts'), bank: at('main/cli/bank.ts'), kaitsu: at('main/cli/kaitsu.ts') },
      external,
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'keytar', 'libsql', 'fastify'] },
};

/** The preload: one CommonJS file, since a sandboxed preload can load nothing else. */
const preload: UserConfig = {
  plugins: [packagesOf('preload')],
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('out/app/preload'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { index: at('preload/index.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
};

/** The stand-in for Electron's binary, and what drives the program in the tour: for development, never shipped. */
const shell: UserConfig = {
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('out/shell'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        hook: at('tools/shell/hook.ts'),
        electron: at('tools/shell/electron/index.ts'),
        tour: at('tools/tour/tour.ts'),
        'in-session': at('tools/shell/in-session.ts'),
      },
      external: [...external, 'playwright', 'pac-resolver', 'quickjs-wasi'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'keytar', 'playwright'] },
};

/** The stand-in's part in the page: one file, run in both of the page's worlds. */
const shellPage: UserConfig = {
  build: {
    ssr: true,
    target: 'chrome140',
    outDir: at('out/shell/page'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { worlds: at('tools/shell/page/worlds.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
};

/**
 * What is seen first needs a small style sheet alone; the large one, with the fonts, comes at the page's end, where
 * nothing before it waits for it. The texts are fetched beside the program and not after it.
 */
function firstPaint(): Plugin {
  const css = ['styles/tokens.css', 'components/frame/skeleton.css', 'components/frame/waiting.css'].map((path) =>
    readFileSync(at(`renderer/${path}`), 'utf8'),
  );
  const source = css.join('');
  const fileName = `assets/first-paint-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.css`;
  return {
    name: 'kaitsu:first-paint',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const large = html.match(/ *<link rel="stylesheet"[^>]*>\n/gu) ?? [];
        const texts = Object.values(bundle).find((part) => part.type === 'chunk' && part.facadeModuleId === at('renderer/text/ja/catalogue.ts'));
        const rest = large.reduce((page, link) => page.replace(link, ''), html).replace(/ *<\/body>/u, (end) => `${large.join('')}${end}`);
        const head = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
        const preload = texts === undefined ? [] : [head({ rel: 'modulepreload', href: `./${texts.fileName}` })];
        return { html: rest, tags: [head({ rel: 'stylesheet', href: `./${fileName}` }), ...preload] };
      },
    },
  };
}

/** The window's page. Relative addresses, since it is served from app://renderer/. */
const renderer: UserConfig = {
  root: at('renderer'),
  base: './',
  plugins: [react(), firstPaint(), packagesOf('renderer')],
  build: { outDir: at('out/app/renderer'), emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
};

/**
 * The pages of the support mode, built by themselves: in one build with the window's page, what both share would be taken
 * out of its files, and every start would fetch more of them. Fonts and pictures have the same names, and stand there once.
 */
const supportPages: UserConfig = {
  ...renderer,
  plugins: [react(), packagesOf('support-pages')],
  build: {
    ...renderer.build,
    emptyOutDir: false,
    rolldownOptions: { input: { reproduction: at('renderer/reproduction.html'), support: at('renderer/support.html') } },
  },
};

export default defineConfig(({ command, mode }) => {
  // Whatever stands in the builder's environment, what is built is the same; with another word React is the one for development.
  if (command === 'build') process.env.NODE_ENV = 'production';
  switch (mode) {
    case 'main':
      return main;
    case 'preload':
      return preload;
    case 'support-pages':
      return supportPages;
    case 'shell':
      return shell;
    case 'shell-page':
      return shellPage;
    default:
      return renderer;
  }
});
