import "./chunks/runtime.js";
import { i as exitCodeFrom, o as leave, r as enlargeThreadPool, s as listenForCancellation } from "./chunks/start.js";

// src/index.ts
enlargeThreadPool(process.env);
const { signal } = listenForCancellation(process);
const { runAction } = await import("./chunks/doors-action.js");
leave(await exitCodeFrom(() => runAction(process, signal)));

export {  };