import "./chunks/runtime-rolldown-runtime.js";
import { i as listenForCancellation, n as exitCodeFrom, t as enlargeThreadPool } from "./chunks/doors-start.js";

// src/index.ts
enlargeThreadPool(process.env);
const { signal } = listenForCancellation(process);
const { runAction } = await import("./chunks/doors-action.js");
const { leave } = await import("./chunks/doors-leave-entry.js");
leave(await exitCodeFrom(() => runAction(process, signal)));

export {  };