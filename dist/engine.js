import { _n as EXIT, yn as exitCodeOf } from "./chunks/common.js";
import { t as preflight } from "./chunks/engine.js";

export { EXIT, exitCodeOf, preflight };