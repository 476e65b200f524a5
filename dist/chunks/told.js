import { i as toldUnusable, n as toldBy, r as toldCrash, t as pathsOf } from "./told2.js";

export { pathsOf, toldBy, toldCrash, toldUnusable };