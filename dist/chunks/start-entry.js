import { a as lastWords, c as nodeIsTooOld, i as exitCodeFrom, o as leave, r as enlargeThreadPool, s as listenForCancellation } from "./start.js";

export { leave };