/** The steps of the path, in the order in which a request climbs them. */
export const RUNGS = [
  'config',
  'dns',
  'tcp',
  'proxy',
  'tls',
  'http',
  'auth',
  'request',
  'quota',
  'answer',
] as const

/** One step of the path. The first rung whose evidence changes is the result that matters. */
export type Rung = (typeof RUNGS)[number]

/** Position on the ladder, 0 for `config`. */
export function heightOf(rung: Rung): number {
  return RUNGS.indexOf(rung)
}
