import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core knows no clock: take today as a parameter.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'core knows no clock: take the time as a parameter.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'core knows no chance: take a seed or an id as a parameter.' },
];
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Use a named export: one name everywhere.' };
const noRawHtml = { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Render text through React; Trusted Types refuses HTML strings.' };
const network = ['http', 'https', 'http2', 'dgram', 'tls', 'dns', 'node:http', 'node:https', 'node:http2', 'node:dgram', 'node:tls', 'node:dns'];

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'coverage/', 'tests/fixtures/', 'playwright-report/', 'test-results/'] },
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'scripts/**/*.ts', '*.config.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': 'error',
      complexity: ['error', { max: 18, variant: 'modified' }],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-eval': 'error', 'no-restricted-imports': ['error', { paths: network.map((name) => ({ name, message: 'The desk never touches a network.' })) }], 'no-console': 'error' },
  },
  { files: ['src/core/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...clockAndChance] } },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'react-hooks/incompatible-library': 'off', 'no-restricted-syntax': ['error', noDefaultExport, noRawHtml], 'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket', 'localStorage', 'sessionStorage', 'indexedDB'] },
  },
  {
    files: ['src/main/**/*.ts', 'src/preload/**/*.ts'],
    ignores: ['src/main/app/bridge.ts', 'src/preload/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport,
        { selector: "Identifier[name='ipcMain']", message: 'Register channels in src/main/app/bridge.ts, where senders and shapes are checked.' },
        { selector: "Identifier[name='ipcRenderer']", message: 'The contract is exposed in src/preload/index.ts alone.' },
        { selector: "MemberExpression[object.name='shell'][property.name=/openExternal|openPath/]", message: 'Nothing leaves the desk through the shell.' }],
    },
  },
);
