const MASK = '***'

/**
 * Promise 2: a value that must not be printed. Every implicit way to turn it into text gives `***`;
 * only `reveal()` gives the value, so that a reviewer can search for the places that use it.
 */
export class Secret {
  readonly #value: string
  /** The setting it came from, e.g. `OPENAI_API_KEY`; safe to print. */
  readonly source: string

  constructor(value: string, source: string) {
    this.#value = value
    this.source = source
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return MASK
  }

  toJSON(): string {
    return MASK
  }

  get [Symbol.toStringTag](): string {
    return MASK
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK
  }
}
