/** What `--only` may name: in a network of its own, and on this machine alone. */
const NETWORKED = ['startup', 'healthy', 'faults', 'routes'] as const
const LOCAL = ['sizes', 'fleet', 'throughput'] as const
type Section = (typeof NETWORKED)[number] | (typeof LOCAL)[number]
const SECTIONS: readonly Section[] = [...NETWORKED, ...LOCAL]

/** The sections of `--only a,b`; a sentence where one of them is none. All without the option. */
export function sectionsOf(only?: string): readonly Section[] | string {
  if (only === undefined) return SECTIONS
  const names = only.split(',').map((name) => name.trim())
  const strange = names.filter((name) => !SECTIONS.some((one) => one === name))
  return strange.length === 0
    ? SECTIONS.filter((one) => names.includes(one))
    : `--only ${only}: no section is called "${strange.join('", "')}"; there are ${SECTIONS.join(', ')}`
}

/** Whether one of these sections needs a network. */
export function needsNetwork(sections: readonly Section[]): boolean {
  return NETWORKED.some((one) => sections.includes(one))
}

/** What is measured, and how often. */
export interface Order {
  /** Folder of the built program, absolute. */
  readonly dist: string
  readonly sections: readonly Section[]
  readonly rounds: {
    readonly startup: number
    readonly healthy: number
    readonly faults: number
    readonly routes: number
  }
  /** MiB of log to explain, and of front-end files to search. */
  readonly log: number
  readonly bundle: number
  /** Packets of a fleet. */
  readonly packets: number
}

/** Under ten minutes, and under two with `--quick`. */
export const FULL = {
  rounds: { startup: 25, healthy: 15, faults: 5, routes: 5 },
  log: 512,
  bundle: 256,
  packets: 5000,
} as const
export const QUICK = {
  rounds: { startup: 7, healthy: 4, faults: 1, routes: 1 },
  log: 64,
  bundle: 64,
  packets: 500,
} as const
