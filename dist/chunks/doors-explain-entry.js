import { n as explainMode, r as tellLog, t as explainCommand } from "./doors-explain.js";

export { explainCommand };