import { publishLocalities } from './publish.js';
import { root } from './root.js';

// Run once beside a cluster, before API and workers (docker-compose.yml); npm start does the same by itself.
try {
  await publishLocalities(root, process.env, console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
