import { i as toldUnusable, n as toldBy, r as toldCrash, t as pathsOf } from "./doors-told.js";

export { pathsOf, toldBy, toldCrash, toldUnusable };