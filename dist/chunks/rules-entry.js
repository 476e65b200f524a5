import { n as NOTES, r as RULES, t as LAW } from "./rules.js";

export { LAW };