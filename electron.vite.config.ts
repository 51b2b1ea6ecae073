import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** One file per process; `inspect` runs on plain Node, the worker derives keys off the vault's loop. */
const mainEntries = {
  index: at('src/main/index.ts'),
  vault: at('src/main/vault/index.ts'),
  parser: at('src/main/parser/index.ts'),
  inspect: at('src/main/inspect/index.ts'),
  'kdf-worker': at('src/main/vault/crypto/kdf-worker.ts'),
};

const present = Object.fromEntries(
  Object.entries(mainEntries).filter(([, file]) => existsSync(file)),
);

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      rollupOptions: {
        input: present,
        external: ['electron'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'shared/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: at('src/preload/index.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      // Inlined assets would need data: in the policy.
      assetsInlineLimit: 0,
      rollupOptions: { input: at('src/renderer/index.html') },
    },
  },
});
