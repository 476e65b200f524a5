import { r as leave } from "./start.js";

export { leave };