import { a as say, i as complain, o as show, s as warn } from "./doors-shared.js";

export { complain };