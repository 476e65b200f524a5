import "./chunks/runtime.js";
import { i as exitCodeFrom, r as enlargeThreadPool, s as listenForCancellation } from "./chunks/start.js";

// src/index.ts
enlargeThreadPool(process.env);
const { signal } = listenForCancellation(process);
const { runAction } = await import("./chunks/doors-action.js");
const { leave } = await import("./chunks/start-entry.js");
leave(await exitCodeFrom(() => runAction(process, signal)));

export {  };