export * from './base.ts';
