import tls from 'node:tls'

/**
 * What the program uses of Node.js 24 and an older one lacks, from the standard or from Node's own
 * documentation. Only in the process of a target, where nothing else runs.
 */
export function bringUpToDate(): void {
  give(
    Array.prototype,
    'toSorted',
    function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
      return [...this].sort(compare)
    },
  )
  give(Array.prototype, 'toReversed', function (this: unknown[]) {
    return this.map((_one, index) => this.at(-1 - index))
  })
  give(String.prototype, 'toWellFormed', function (this: string) {
    return this.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  })
  give(URL, 'parse', (text: string, base?: string) => {
    try {
      return new URL(text, base)
    } catch {
      return null
    }
  })
  give(Map, 'groupBy', (items: Iterable<unknown>, keyOf: (item: unknown) => unknown) => {
    const groups = new Map<unknown, unknown[]>()
    for (const item of items) {
      const key = keyOf(item)
      groups.set(key, [...(groups.get(key) ?? []), item])
    }
    return groups
  })
  give(AbortSignal, 'any', (signals: Iterable<AbortSignal>) => {
    const controller = new AbortController()
    for (const signal of signals) {
      const abort = (): void => controller.abort(signal.reason)
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true })
    }
    return controller.signal
  })
  // Before 22.15 there is no `--use-system-ca` either: no client there trusts the system's store.
  give(tls, 'getCACertificates', (kind: string) =>
    kind === 'bundled' ? [...tls.rootCertificates] : [],
  )
}

function give(owner: object, name: string, value: unknown): void {
  if (name in owner) return
  Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}
