/** Safe reading of facts: a packet can come from a file, so nothing about them is certain. */
export type Facts = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text of a string or number; empty otherwise. */
export function textOf(facts: Facts, name: string): string {
  const value = facts[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function numberOf(facts: Facts, name: string): number | undefined {
  const value = facts[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function recordOf(facts: Facts, name: string): Facts {
  const value = facts[name]
  return isRecord(value) ? value : {}
}

/** The objects of a list. */
export function recordsOf(facts: Facts, name: string): readonly Facts[] {
  const value = facts[name]
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** The texts of a list. */
export function textsOf(facts: Facts, name: string): readonly string[] {
  const value = facts[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
