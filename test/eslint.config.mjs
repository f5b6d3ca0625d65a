/** ESLint's rules for the whole house: the recommended ones, type-aware, and the few that are ours. */
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.venv/', '.neurona/'] },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      eqeqeq: 'error',
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'A seed is an argument.' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess asks for it where an index is known to be good
      '@typescript-eslint/no-require-imports': 'off', // only require can fail softly: tfjs-node, tslab
    },
  },
  {
    files: ['setup/**/*.mjs', 'test/**/*.mjs', 'bench/**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
      },
    },
    // Plain JavaScript, since it runs before anything is installed; JSON.parse makes `any` of what it reads.
    rules: Object.fromEntries(
      ['assignment', 'member-access', 'argument', 'call', 'return'].map((name) => [
        `@typescript-eslint/no-unsafe-${name}`,
        'off',
      ]),
    ),
  },
  {
    // The tools' own configuration files have default exports.
    files: ['test/*.config.*', 'test/support/reporter.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
