/** One route under way, and several side by side. */
export { evidenceOf, type Leg, type LegResult, type World } from './leg.ts'
export { probeLeg } from './probe-leg.ts'
export { MOST_AT_ONCE, probeLegs } from './probe-legs.ts'
export { sideBySide } from './side-by-side.ts'
