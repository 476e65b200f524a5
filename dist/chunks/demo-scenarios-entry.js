import { t as SCENARIOS } from "./demo-scenarios.js";

export { SCENARIOS };