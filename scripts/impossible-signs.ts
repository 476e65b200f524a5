/**
 * What of a product can never be seen: a header that is not kept, words that no body of 64 KiB holds,
 * a mark that does not exist, an issuer that another product's row takes first. Each sign is tried on
 * texts made from its own pattern, through the code that reads real answers.
 */
import { isIP } from 'node:net'
import { sample, stringMatching } from 'fast-check'
import { describeBody } from '../src/evidence/body.ts'
import { headersOfInterest } from '../src/evidence/headers.ts'
import { MARKS, PRODUCTS, interceptorOf, readsOf } from '../src/knowledge/catalogue.ts'
import type { Mark, Product } from '../src/knowledge/product.ts'
import { host, location, type Read } from '../src/knowledge/sign.ts'

const SAMPLES = 40

/** Texts that a pattern matches; none for a pattern that nothing matches. */
export function textsFor(pattern: RegExp): readonly string[] {
  // The generator knows neither word boundaries nor look-arounds: what it makes is tried all the same.
  const plain = pattern.source.replaceAll(/\\b|\(\?<?[!=](?:[^()\\]|\\.)*\)/g, '')
  const made = sample(stringMatching(new RegExp(plain)), { numRuns: SAMPLES, seed: 1 })
  return made
    .flatMap((text) => [text, text.trim(), ` ${text} `])
    .filter((text) => pattern.test(text))
}

/** One sentence for each part of a product that can never match. */
export function impossibleIn(product: Product): readonly string[] {
  const { name, issuer, sinkhole, marks, kind, proves } = product
  return [
    ...marks
      .filter((mark) => !isSeen(mark))
      .map(({ id }) => `mark ${id}: no body that is read holds it`),
    ...readsOf(product).flatMap(unreadable),
    ...(issuer !== undefined && !textsFor(issuer).some((text) => interceptorOf(text) === name)
      ? [`issuer ${String(issuer)}: no certificate is taken for ${name}`]
      : []),
    ...(sinkhole !== undefined && !textsFor(sinkhole.address).some((text) => isIP(text) > 0)
      ? [`sinkhole ${String(sinkhole.address)}: no address`]
      : []),
    ...(kind !== undefined && proves.length === 0 ? ['nothing shows that it answered'] : []),
  ]
}

/** Of every product of the catalogue. */
export function impossibleSigns(): readonly string[] {
  return PRODUCTS.flatMap((product) =>
    impossibleIn(product).map((problem) => `${product.name}: ${problem}`),
  )
}

/** In a page or a text, or as a sentence of an error object, after everything that is cut off. */
function isSeen(mark: Mark): boolean {
  return textsFor(mark.pattern).some((text) =>
    [text, `<html>${text}`, JSON.stringify({ error: { message: text } })].some((body) =>
      marksOf(body).includes(mark.id),
    ),
  )
}

function marksOf(text: string): readonly string[] {
  return describeBody(Buffer.from(text), { contentType: '', truncated: false, complete: true })
    .marks
}

function unreadable(read: Read): readonly string[] {
  if ('mark' in read) {
    const is = ({ id }: Mark): boolean =>
      id === read.mark || (read.mark.endsWith('.') && id.startsWith(read.mark))
    return MARKS.some(is) ? [] : [`mark ${read.mark}: there is none`]
  }
  if ('host' in read) {
    const names = textsFor(read.host).map((text) => text.replace(/^\./, 'a.'))
    return names.some((text) => host(read.host)(asked(`https://${text}/v1`)) !== undefined)
      ? []
      : [`host ${String(read.host)}: no base URL has it`]
  }
  if ('location' in read) {
    return textsFor(read.location).some((text) => seesTarget(read.location, text))
      ? []
      : [`location ${String(read.location)}: no redirect that is kept leads there`]
  }
  return 'header' in read
    ? isKept(read.header, read.value)
      ? []
      : [`header ${read.header}: never kept like that`]
    : isKept(`${read.headersFrom}${/[-_]$/.test(read.headersFrom) ? 'x' : '-x'}`)
      ? []
      : [`headers ${read.headersFrom}…: none is kept`]
}

function isKept(name: string, value?: RegExp): boolean {
  const texts = value === undefined ? ['x'] : textsFor(value)
  return texts.some((text) => {
    const kept = headersOfInterest([[name, text]])[name]
    return kept !== undefined && (value === undefined || value.test(kept))
  })
}

function seesTarget(pattern: RegExp, text: string): boolean {
  const kept = headersOfInterest([['location', text]])
  return location(pattern)(asked('https://x.example/v1', kept)) !== undefined
}

function asked(baseUrl: string, headers: Readonly<Record<string, string>> = {}) {
  const body = { bytes: 0, truncated: false, complete: true, shape: 'empty', marks: [] } as const
  const response = {
    method: 'GET',
    path: '/',
    status: 403,
    httpVersion: '1.1',
    headers,
    body,
    authenticated: false,
  } as const
  return { response, route: { kind: 'gateway', baseUrl } } as const
}

if (import.meta.main) {
  const problems = impossibleSigns()
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}
