import { n as watchInterval, t as usageProblem } from "./command-line-usage.js";

export { usageProblem };