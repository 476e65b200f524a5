/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property only where there is a value: absent is not undefined (exactOptionalPropertyTypes). */
export function optional<K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [P in K]?: V } {
  const found: { [P in K]?: V } = {}
  if (value !== undefined) found[key] = value
  return found
}
