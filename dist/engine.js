import { r as exitCodeOf, t as EXIT } from "./chunks/doors-exit-code.js";
import { t as preflight } from "./chunks/engine.js";

export { EXIT, exitCodeOf, preflight };