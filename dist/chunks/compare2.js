import { a as compare, n as refusalText, o as sinceBaseline, r as readPacket, s as comparable, t as comparisonText } from "./compare.js";

export { comparable, compare, comparisonText, readPacket, refusalText, sinceBaseline };