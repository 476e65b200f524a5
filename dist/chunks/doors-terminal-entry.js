import { a as say, c as toldPacket, i as print, l as warn, n as complain, o as tellAgain, r as deliver, s as tellDefect, t as comparePackets } from "./doors-terminal.js";

export { print };