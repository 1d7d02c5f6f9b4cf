// npm start. Nothing is installed yet on a fresh clone, so this file and what it imports at first use Node alone.
import { installPackages } from './install.mjs';
import { checkNode } from './node-version.mjs';

checkNode();
installPackages();

const { register } = await import('tsx/esm/api');
register();
await import('./main.js'); // tsx finds main.ts;
