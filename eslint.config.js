import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a folder may import besides itself (docs/architecture.md, "Arrows"). */
/** @type {Record<string, string[]>} */
const arrows = {
  domain: [],
  forms: [],
  models: ['domain'],
  engine: ['domain'],
  templates: ['domain'],
  procedures: ['engine', 'models', 'forms', 'domain'],
  commands: ['procedures', 'models', 'engine', 'templates', 'forms', 'domain'],
  workers: ['commands', 'engine', 'domain'],
  api: ['commands', 'procedures', 'models', 'engine', 'forms', 'domain'],
  web: ['api/contract', 'forms'],
};
const folders = [...Object.keys(arrows), 'local', 'stories', 'bench', 'tests'];

const zones = Object.entries(arrows).map(([folder, allowed]) => ({
  target: `./${folder}`,
  from: folders
    .filter((other) => other !== folder && !allowed.includes(other) && !allowed.includes(`${other}/contract`))
    .map((other) => `./${other}`),
  message: `${folder}/ may import only ${['itself', ...allowed].join(', ')}`,
}));

export default defineConfig(
  { ignores: ['node_modules/', '.cache/', 'engine-host/', 'dist/', 'data/', 'web/dist/', '**/*.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    // Without it `./x.js` of a TypeScript file is not found, and the arrows are not enforced.
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } })],
    },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts and main files read the environment.' },
      ],
      'max-lines': ['warn', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/main.ts', 'config.ts', 'local/**', 'stories/**', 'bench/**', 'tests/**', 'eslint.config.js'],
    rules: { 'no-restricted-properties': 'off', 'import-x/no-restricted-paths': 'off' },
  },
  { files: ['web/**/*.tsx', 'web/**/*.ts'], ...reactHooks.configs.flat.recommended },
  {
    files: ['eslint.config.js', 'web/vite.config.ts'],
    rules: { 'import-x/no-default-export': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
