import { i as warn, n as say, r as show, t as complain } from "./doors-say.js";

export { complain };