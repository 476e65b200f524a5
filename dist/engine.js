import { i as exitCodeOf, n as EXIT } from "./chunks/order.js";
import { t as preflight } from "./chunks/engine.js";

export { EXIT, exitCodeOf, preflight };