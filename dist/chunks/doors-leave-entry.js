import { t as leave } from "./doors-leave.js";

export { leave };