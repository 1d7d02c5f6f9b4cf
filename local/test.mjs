// npm test. Like start.mjs, it begins on a clone where nothing is installed.
import { installPackages } from './install.mjs';
import { checkNode } from './node-version.mjs';

checkNode();
installPackages();

const { register } = await import('tsx/esm/api');
register();
await import('./test-run.js'); // tsx finds test-run.ts
