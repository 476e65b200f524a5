import { c as NOTES, l as RULES, s as LAW } from "./rules.js";

export { LAW };