export { comparable, type Comparability, type Difference } from './comparable.ts'
export { compare, sinceBaseline, type Comparison, type RouteComparison } from './compare.ts'
export { MOST_PACKET_BYTES, readPacket, type ReadPacket } from '../read.ts'
export { comparisonText, refusalText } from './tell.ts'
