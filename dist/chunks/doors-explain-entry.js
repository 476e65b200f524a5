import { n as explainMode, r as tellLog, t as explainCommand } from "./doors-shared.js";

export { explainCommand };