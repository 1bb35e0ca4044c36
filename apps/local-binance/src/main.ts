import { enableCompileCache } from 'node:module';

// Types are stripped and modules compiled once; later starts read the outcome. It has to be on before the first import.
enableCompileCache();
await import('./start.ts');
