import { dn as EXIT, pn as exitCodeOf } from "./chunks/common.js";
import { t as preflight } from "./chunks/engine.js";

export { EXIT, exitCodeOf, preflight };