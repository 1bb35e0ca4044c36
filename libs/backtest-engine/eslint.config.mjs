import { library } from '../../eslint.config.mjs';

export default [
  ...library(import.meta.dirname),
  {
    // The scripts of the report share one scope in the page; the type checker knows what each may name.
    files: ['report-page/**/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-undef': 'off', 'no-unused-vars': ['error', { vars: 'local' }] },
  },
];
