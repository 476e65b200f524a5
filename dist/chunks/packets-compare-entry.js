import { n as readPacket, t as MOST_PACKET_BYTES } from "./model-read.js";
import { i as sinceBaseline, n as refusalText, o as comparable, r as compare, t as comparisonText } from "./packets-compare.js";

export { MOST_PACKET_BYTES, comparable, compare, comparisonText, readPacket, refusalText, sinceBaseline };