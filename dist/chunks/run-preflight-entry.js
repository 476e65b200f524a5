import { n as settingsObservation, t as preflight } from "./egress.js";

export { preflight };