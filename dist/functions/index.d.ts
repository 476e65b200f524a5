/** The preflight as a function of a cloud: returns the packet to whoever has the token. */
export { createHandler, handler, type Handler, type HandlerOptions } from './handler.js';
export { TOKEN_VARIABLE } from './guard.js';
