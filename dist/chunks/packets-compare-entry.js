import { c as comparable, i as readPacket, n as refusalText, o as compare, r as MOST_PACKET_BYTES, s as sinceBaseline, t as comparisonText } from "./packets-compare.js";

export { MOST_PACKET_BYTES, comparable, compare, comparisonText, readPacket, refusalText, sinceBaseline };