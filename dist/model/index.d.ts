/** The words of the program. Everything may import this folder; it imports nothing. */
export * from './words.js';
export type * from './facts.js';
export type * from './packet.js';
export * from './values.js';
export * from './egress.js';
export * from './endpoints.js';
export * from './finding.js';
export * from './observation.js';
export * from './path-check.js';
export * from './route.js';
export * from './secret.js';
