import { n as settingsObservation, t as preflight } from "./egress-probes.js";

export { preflight };