import { t as preflight } from "./run-preflight.js";

export { preflight };