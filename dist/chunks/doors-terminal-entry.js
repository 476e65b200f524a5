import { a as say, c as tellDefect, i as print, l as toldPacket, n as complain, o as tellAgain, r as deliver, s as tellAllowList, t as comparePackets, u as warn } from "./doors-terminal.js";

export { print };