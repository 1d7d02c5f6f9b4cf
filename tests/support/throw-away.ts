/** What tests need of `local/throw-away`, by the names they know. */
export { cacheFolder, root } from '../../local/root.js';
export { endWithProcess as endWithTests, say, throwAwayFolder } from '../../local/throw-away/ending.js';
