import { a as tellAgain, i as print, n as deliver, o as tellAllowList, r as packetReports, s as tellDefect, t as comparePackets } from "./doors-terminal.js";

export { print };