import { n as tellWhatCan, t as tellAll } from "./telling2.js";

export { tellAll, tellWhatCan };