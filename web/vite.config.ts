import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import type { Operation } from '../api/contract/operation.js';
import { operations } from '../api/contract/operations.js';

const operationsId = 'virtual:operations';

/** Methods and paths of the API, taken from its contract when the pages are built; the schemas stay on the server. */
const operationsModule = (): Plugin => ({
  name: 'operations',
  resolveId: (id) => (id === operationsId ? `\0${operationsId}` : undefined),
  load(id) {
    if (id !== `\0${operationsId}`) return undefined;
    const routes = Object.entries<Operation>(operations).map(([name, { method, path }]) => [name, { method, path }]);

    return `export const routes = ${JSON.stringify(Object.fromEntries(routes))};`;
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), operationsModule()],
  build: { outDir: 'dist', emptyOutDir: true, manifest: true, target: 'es2022', chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/api': process.env['API'] ?? 'http://127.0.0.1:3000' } },
});
