/** A check of a part of a JSON value: nothing when it fits, else one sentence that names the place. */
export type Shape = (value: unknown, path: string) => string | undefined

const named = (path: string): string => (path === '' ? 'The top level' : `"${path}"`)

function kind(name: string, fits: (value: unknown) => boolean): Shape {
  return (value, path) => {
    if (fits(value)) return undefined
    return value === undefined ? `${named(path)} is missing.` : `${named(path)} is not ${name}.`
  }
}

export const text = kind('a text', (value) => typeof value === 'string')
export const number = kind('a number', (value) => typeof value === 'number')
export const flag = kind('true or false', (value) => typeof value === 'boolean')
export const record = kind('an object', isRecord)

export function oneOf(values: readonly (string | number)[]): Shape {
  return kind(
    'one of the values that exist for it',
    (value) => (typeof value === 'string' || typeof value === 'number') && values.includes(value),
  )
}

/** A text that may stand in an output or a sentence as it is: packets come from anywhere. */
export function matching(pattern: RegExp): Shape {
  return (value, path) =>
    text(value, path) ??
    (typeof value === 'string' && pattern.test(value)
      ? undefined
      : `${named(path)} holds characters that it never has.`)
}

export function either(...shapes: readonly [Shape, ...Shape[]]): Shape {
  return (value, path) => {
    const problems = shapes.map((shape) => shape(value, path))
    return problems.includes(undefined) ? undefined : problems[0]
  }
}

export function list(item: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return kind('a list', () => false)(value, path)
    for (const [index, one] of value.entries()) {
      const problem = item(one, `${path}[${index}]`)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}

/** An object with these fields; more of them are no problem. */
export function object(
  fields: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  return (value, path) => {
    if (!isRecord(value)) return record(value, path)
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
    for (const [name, shape] of Object.entries(fields)) {
      const problem = shape(value[name], at(name))
      if (problem !== undefined) return problem
    }
    for (const [name, shape] of Object.entries(optional)) {
      if (value[name] === undefined) continue
      const problem = shape(value[name], at(name))
      if (problem !== undefined) return problem
    }
    return undefined
  }
}

export function both(...shapes: readonly Shape[]): Shape {
  return (value, path) => {
    for (const shape of shapes) {
      const problem = shape(value, path)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
