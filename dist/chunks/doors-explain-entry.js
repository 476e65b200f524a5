import { a as explainMode, i as explainCommand, o as tellLog } from "./doors-shared.js";

export { explainCommand };