import "./chunks/rolldown-runtime.js";
import { n as exitCodeFrom, r as listenForCancellation, t as enlargeThreadPool } from "./chunks/start.js";

// src/index.ts
enlargeThreadPool(process.env);
const { signal } = listenForCancellation(process);
const { runAction } = await import("./chunks/action.js");
const { leave } = await import("./chunks/leave.js");
leave(await exitCodeFrom(() => runAction(process, signal)));

export {  };