import { t as runCommandLine } from "./command-line.js";

export { runCommandLine };