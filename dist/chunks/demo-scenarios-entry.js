import { t as SCENARIOS } from "./demo.js";

export { SCENARIOS };