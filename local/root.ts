import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Downloaded and installed programs, kept from run to run. */
export const cacheFolder = join(root, '.cache');
