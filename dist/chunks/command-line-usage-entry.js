import { d as watchInterval, u as usageProblem } from "./doors-terminal.js";

export { usageProblem };