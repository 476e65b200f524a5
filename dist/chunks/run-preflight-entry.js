import { t as preflight } from "./egress.js";

export { preflight };