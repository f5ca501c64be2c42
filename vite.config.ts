import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** What stays outside the bundles: Electron itself, and packages that carry native binaries or load files of their own. */
const external = ['electron', 'keytar', 'libsql', 'fastify', ...builtinModules, /^node:/u];
const at = (path: string) => resolve(import.meta.dirname, path);

/** Main and the practice bank's process: Node bundles beside each other. */
const main: UserConfig = {
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('out/app/main'),
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: { index: at('main/index.ts'), bank: at('main/cli/bank.ts') },
      external,
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'keytar', 'libsql', 'fastify'] },
};

/** The preload: one CommonJS file, since a sandboxed preload can load nothing else. */
const preload: UserConfig = {
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
      input: { hook: at('tools/shell/hook.ts'), electron: at('tools/shell/electron/index.ts'), tour: at('tools/tour/tour.ts') },
      external: [...external, 'playwright-core'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'keytar', 'playwright-core'] },
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

/** The window's page. Relative addresses, since it is served from app://renderer/. */
const renderer: UserConfig = {
  root: at('renderer'),
  base: './',
  plugins: [react()],
  build: { outDir: at('out/app/renderer'), emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
};

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'main':
      return main;
    case 'preload':
      return preload;
    case 'shell':
      return shell;
    case 'shell-page':
      return shellPage;
    default:
      return renderer;
  }
});
