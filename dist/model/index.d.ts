/** The words of the program. Everything may import this folder; it imports nothing. */
export * from './code.js';
export * from './egress.js';
export * from './facts.js';
export * from './failure.js';
export * from './fields.js';
export * from './finding.js';
export * from './gate.js';
export * from './observation.js';
export * from './owner.js';
export * from './packet.js';
export * from './route.js';
export * from './rung.js';
export * from './secret.js';
export * from './verdict.js';
