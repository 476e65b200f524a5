/** What is measured, and how often. */
export interface Order {
  /** Folder of the built program, absolute. */
  readonly dist: string
  /** One section alone. */
  readonly only?: string
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
