import type { BodyFacts } from '../model/index.ts'
import { isThisMachine } from '../knowledge/addresses.ts'
import { kindOfHost } from '../knowledge/hosts.ts'
import {
  CALLING_PACKAGES,
  QUALIFIED_CLASS,
  FETCHING,
  FOREIGN_HOSTS,
  FOREIGN_LINES,
  FOREIGN_PORTS,
  FOREIGN_SOURCES,
  GATEWAY_LABEL,
  MODEL_PATH,
  MODEL_WORDS,
  SDK_FRAME,
  STATUS_WORDS,
  TEST_RUN,
} from '../knowledge/other-programs.ts'
import type { Block } from './blocks.ts'
import type { EvidencePiece } from './evidence-piece.ts'
import type { Reconstruction } from './evidence.ts'

/** How much says that an incident is a call of a model API: 2 surely, 1 likely, 0 nothing does. */
export function strengthOf(
  block: Block,
  { products, endpointHost, evidence }: Reconstruction,
): 0 | 1 | 2 {
  const { kind, baseUrl } = evidence.route
  if (kind !== 'gateway' && endpointHost !== '') return 2
  if (products.size > 0) return 2
  if (/\/v\d\/?$|\/openai(?:\/|$)/.test(baseUrl)) return 2
  if (block.pieces.some(isOurs)) return 2
  return endpointHost === '' ? 0 : 1
}

/** Classes and sentences that only SDKs of model APIs print. */
function isOurs(piece: EvidencePiece): boolean {
  return piece.kind === 'wrapper' ? piece.sdk === true : OURS.includes(piece.kind)
}

const OURS: readonly EvidencePiece['kind'][] = ['class', 'settings', 'api-code', 'browser']

/** The failure of something else in the same log: a database, a package registry, a test. */
export function isForeign(block: Block, reconstruction: Reconstruction): boolean {
  const { evidence, products, endpointHost, hollow } = reconstruction
  const strength = strengthOf(block, reconstruction)
  if (endpointHost !== '' && kindOfHost(endpointHost) !== 'gateway') return false
  if (FOREIGN_HOSTS.test(endpointHost)) return true
  for (const one of evidence.observations) {
    if (one.probe !== 'connect' || one.outcome.status === 'skipped') continue
    const port = one.outcome.facts?.port
    if (port !== undefined && FOREIGN_PORTS.has(port)) return true
  }
  if (FOREIGN_PORTS.has(Number(URL.parse(evidence.route.baseUrl)?.port))) return true
  const own = new Set(block.pieces.filter(({ depth }) => depth <= 3).map(({ line }) => line))
  const lines = block.lines.filter(({ number }) => own.has(number))
  const ownText = lines.map(({ text }) => text)
  // In a chain of exceptions the outermost says whose failure it is.
  const heads = block.lines.flatMap(({ text }) => (/^[a-z]\w*\.\S+:/.test(text) ? [text] : []))
  if (!block.pieces.some(isOurs) && ownText.some((text) => FETCHING.test(text))) return true
  if (isCallOfOther(block, own)) return true
  if (products.size > 0 || block.pieces.some(({ kind }) => kind === 'settings')) return false
  if ([...ownText, ...heads].some((text) => FOREIGN_LINES.test(text))) return true
  if (block.source !== '' && FOREIGN_SOURCES.test(block.source)) return true
  const built = block.lines.some(({ text }) => /openai|langchain|llm/i.test(text))
  if (!built && ownText.some(isOfOtherPackage)) return true
  if (strength === 2) return false
  if (hasOtherPath(block, endpointHost)) return true
  if (block.lines.some(({ text }) => TEST_RUN.test(text))) return true
  // curl is used for everything: of an unknown public host it says nothing about a model API.
  const curl = lines.some(({ text }) => /\bcurl: \(/.test(text))
  if (curl && endpointHost.includes('.') && !isThisMachine(endpointHost)) {
    return !GATEWAY_LABEL.test(endpointHost) && !/^[\d.:]+$/.test(endpointHost)
  }
  // Cloudflare's page about a site that nothing ties to models.
  const isPage = bodyOf(reconstruction)?.marks.some((one) => one.startsWith('server.cloudflare_'))
  const isOfModel = built || ownText.some((text) => MODEL_WORDS.test(text))
  const isNamed = strength === 0 && isBare(reconstruction) && hasSubject(block)
  if (!isOfModel && (isPage === true || isNamed)) return true
  // Words of a time-out without any name belong to nobody, unless an SDK was waiting.
  return (
    hollow && strength === 0 && !isOfModel && !block.lines.some(({ text }) => SDK_FRAME.test(text))
  )
}

/** Nothing of the answer but its status. */
export function isBare(reconstruction: Reconstruction): boolean {
  const body = bodyOf(reconstruction)
  if (body === undefined) return false
  return body.shape === 'empty' || (body.error === undefined && body.marks.length === 0)
}

function bodyOf({ evidence }: Reconstruction): BodyFacts | undefined {
  const response = evidence.observations.find((one) => one.probe === 'response')
  return response?.probe === 'response' && response.outcome.status === 'ok'
    ? response.outcome.facts.body
    : undefined
}

/** `Apple push status 400`: up to its number a line names who answered, and it is no model. */
function hasSubject({ lines, pieces }: Block): boolean {
  return pieces.some((piece) => {
    const { line: number, index, end, column } = piece
    const line = lines.find((one) => one.number === number && one.columnOf(index) === column)
    if (piece.kind !== 'status' || line === undefined) return false
    const words = line.text
      .slice(0, end)
      .replaceAll(/(?:[a-z_]\w{0,60}\.){1,8}|([a-z\d])(?=[A-Z][a-z])/g, '$1 ')
      .match(/\p{L}[\p{L}\d]*/gu)
    return words?.some((word) => !STATUS_WORDS.test(word)) === true
  })
}

/** `notion_client.errors.APIResponseError`: the library of another service. */
function isOfOtherPackage(text: string): boolean {
  const [, name] = QUALIFIED_CLASS.exec(text) ?? []
  return name !== undefined && !CALLING_PACKAGES.test(name)
}

/** The line that shows the failure names a host of another service, whatever stands around it. */
function isCallOfOther({ pieces }: Block, own: ReadonlySet<number>): boolean {
  const hosts = pieces.flatMap((piece) =>
    piece.kind === 'host' && own.has(piece.line) ? [piece.host] : [],
  )
  return hosts.length > 0 && hosts.every((host) => FOREIGN_HOSTS.test(host)) && !pieces.some(isOurs)
}

/** A URL with a path of its own, on a host that nothing ties to models: some other service. */
function hasOtherPath({ pieces }: Block, host: string): boolean {
  if (GATEWAY_LABEL.test(host)) return false
  const paths = pieces.flatMap((piece) =>
    piece.kind === 'host' && piece.host === host ? [piece.path ?? ''] : [],
  )
  return (
    paths.some((path) => /^\/(?:\w|$)/.test(path)) && !paths.some((path) => MODEL_PATH.test(path))
  )
}
