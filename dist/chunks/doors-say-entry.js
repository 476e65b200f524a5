import { c as say, l as show, s as complain, u as warn } from "./doors-shared.js";

export { complain };