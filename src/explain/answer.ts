import type { BodyFacts } from '../model/index.ts'
import { entryOf } from '../model/index.ts'
import { describeBody, marksIn } from '../evidence/body.ts'
import { statusOfMarks } from '../knowledge/catalogue.ts'
import { STATUS_OF_CODE, STATUS_OF_TYPE } from '../knowledge/error-codes.ts'
import type { Block } from './blocks.ts'
import { innermost, messageOf, type FoundBody } from './bodies.ts'
import type { EvidencePiece, PieceOf } from './evidence-piece.ts'
import { property, type Literal } from './literals.ts'

/** What a server answered, put together from what the log kept of it. */
export interface LogAnswer {
  readonly status: number
  /** The status was written in the log; otherwise it follows from the words of the answer. */
  readonly statusSeen: boolean
  readonly body: BodyFacts
  /** Neither a status nor its name nor the class for it: the words are sent with this one. */
  readonly statusImplied: boolean
  /** The body itself was in the log, not only a sentence of it. */
  readonly bodySeen: boolean
  readonly at: { readonly line: number; readonly column: number }
}

/** The text of a block with the place of each line in it. */
export interface BlockText {
  readonly text: string
  readonly placeOf: (index: number) => { readonly line: number; readonly column: number }
  /** Whether a piece stands inside one of these bodies. */
  readonly inside: (piece: EvidencePiece, bodies: readonly FoundBody[]) => boolean
}

export function textOf(block: Block): BlockText {
  const starts: number[] = []
  let length = 0
  for (const line of block.lines) {
    starts.push(length)
    length += line.text.length + 1
  }
  const lineAt = (index: number): number => {
    const after = starts.findIndex((start) => start > index)
    return after === -1 ? starts.length - 1 : after - 1
  }
  return {
    text: block.lines.map(({ text }) => text).join('\n'),
    placeOf: (index) => {
      const at = lineAt(index)
      const line = block.lines[at]
      return { line: line?.number ?? 1, column: line?.columnOf(index - (starts[at] ?? 0)) ?? 1 }
    },
    inside: (piece, bodies) =>
      block.lines.some((line, at) => {
        const index = (starts[at] ?? 0) + piece.index
        return (
          line.number === piece.line &&
          piece.index <= line.text.length &&
          line.columnOf(piece.index) === piece.column &&
          bodies.some(({ start, end }) => index >= start && index < end)
        )
      }),
  }
}

/** The answer in a block; `undefined` when nothing in it was written by a server. */
export function answerIn(
  whole: BlockText,
  bodies: readonly FoundBody[],
  pieces: readonly EvidencePiece[],
): LogAnswer | undefined {
  const status = statusIn(pieces)
  // A name of the system decides where no server wrote anything: nothing is looked for among words.
  if (
    status === undefined &&
    bodies.length === 0 &&
    pieces.some((one) => one.kind === 'failure' && one.errno !== undefined)
  )
    return undefined
  const found = bodies.find((one) => one.shape === 'json') ?? bodies[0]
  const sentence = pieces.find((piece) => piece.kind === 'text')
  const coded = pieces.filter((piece) => piece.kind === 'api-code')
  // An object that the program inspected has the status and the headers; the sentence stands before it.
  const isInspected =
    found?.value !== undefined &&
    (sentence !== undefined || coded.length > 0) &&
    property(found.value, 'error') === undefined &&
    messageOf(found.value) === undefined
  const body = isInspected ? undefined : found
  const facts =
    body === undefined
      ? sentenceFacts(sentence, coded)
      : withCodes(
          bodyFacts(body),
          coded.filter((piece) => !whole.inside(piece, bodies)),
        )
  const marks = facts?.marks ?? []
  const written = status?.status ?? statusOf(body?.value) ?? titleStatus(body)
  const implied = impliedStatus(marks, facts?.error?.code, facts?.error?.type)
  const number = written ?? implied ?? classStatus(pieces)
  if (number === undefined) return undefined
  const first = status ?? sentence ?? coded[0] ?? pieces.find((piece) => piece.kind === 'class')
  const at = body === undefined ? (first ?? { line: 1, column: 1 }) : whole.placeOf(body.start)
  // The class of an error has the name of its status; that of a success has none.
  const named = classStatus(pieces) === number && number >= 400
  return {
    status: number,
    statusImplied: written === undefined && !named && !whole.text.includes(String(number)),
    statusSeen: status !== undefined || statusOf(body?.value) !== undefined,
    body: facts ?? describeBody(new Uint8Array(), TRANSFER),
    bodySeen: body !== undefined,
    at: { line: at.line, column: at.column },
  }
}

const TRANSFER = { contentType: '', truncated: false, complete: true }

/** The most telling status: the last one, as wrappers come first and bodies last. */
function statusIn(pieces: readonly EvidencePiece[]): PieceOf<'status'> | undefined {
  const all = pieces.filter((piece) => piece.kind === 'status')
  return all.find(({ status }) => status >= 400) ?? all[0]
}

function classStatus(pieces: readonly EvidencePiece[]): number | undefined {
  return pieces.find((piece) => piece.kind === 'class')?.status
}

function bodyFacts(body: FoundBody): BodyFacts {
  const contentType = body.shape === 'html' ? 'text/html' : 'application/json'
  const facts = describe(body.text, contentType)
  if (body.value === undefined) return facts
  const inner = innermost(body.value)
  if (inner === body.value) return facts
  // A gateway quotes its upstream: the inner codes say what happened, the outer shape says who wrote it.
  const quoted = describe(JSON.stringify(inner), 'application/json')
  const marks = [
    ...new Set([...facts.marks, ...quoted.marks, ...marksIn(messageOf(body.value) ?? '', 'error')]),
  ]
  const error = telling(quoted) ?? facts.error
  return {
    ...facts,
    marks,
    ...(error === undefined ? {} : { error: { ...facts.error, ...error } }),
  }
}

function telling(facts: BodyFacts): BodyFacts['error'] {
  const { code, type } = facts.error ?? {}
  const named = code !== undefined && !/^\d+$/.test(code)
  return named || type !== undefined ? facts.error : undefined
}

function describe(text: string, contentType: string): BodyFacts {
  return describeBody(Buffer.from(text), { ...TRANSFER, contentType })
}

/** Properties of the SDK's error that repeat what the body said. */
function withCodes(facts: BodyFacts, coded: readonly PieceOf<'api-code'>[]): BodyFacts {
  const code = coded.find((piece) => piece.code !== undefined)?.code
  const type = coded.find((piece) => piece.type !== undefined)?.type
  if (facts.error?.code !== undefined || (code === undefined && type === undefined)) return facts
  return {
    ...facts,
    error: {
      ...facts.error,
      ...(code === undefined ? {} : { code, codeType: 'string' as const }),
      ...(type === undefined || facts.error?.type !== undefined ? {} : { type }),
    },
  }
}

/** A sentence of the API without its body: the SDK took it out of an error object. */
function sentenceFacts(
  sentence: PieceOf<'text'> | undefined,
  coded: readonly PieceOf<'api-code'>[],
): BodyFacts | undefined {
  if (sentence === undefined && coded.length === 0) return undefined
  const text = sentence?.text ?? ''
  const spoken = sentence?.where === 'error' || coded.length > 0
  const facts = spoken
    ? describe(JSON.stringify({ error: { message: text } }), 'application/json')
    : describe(text, 'text/plain')
  return withCodes(facts, coded)
}

/** Default pages of servers name the status in their title or heading. */
function titleStatus(body: FoundBody | undefined): number | undefined {
  const match = /<(?:title|h1)>\s{0,8}(?:[\w.-]{1,80} \| )?(?:Error )?([45]\d\d)\b/i.exec(
    body?.shape === 'html' ? body.text : '',
  )
  return match === null ? undefined : Number(match[1])
}

/** Bodies that carry their own status: API Management, problem+json, numeric codes of gateways. */
function statusOf(value: Literal | undefined): number | undefined {
  const error = property(value, 'error')
  const candidates = [
    property(value, 'statusCode'),
    property(value, 'status'),
    property(error, 'status'),
    property(error, 'code'),
    property(value, 'code'),
  ]
  for (const one of candidates) {
    const number =
      typeof one === 'number' || (typeof one === 'string' && /^\d{3}$/.test(one))
        ? Number(one)
        : Number.NaN
    if (number >= 400 && number <= 599) return number
  }
  return undefined
}

/** The status with which an API sends these words, where the log kept only the words. */
function impliedStatus(
  marks: readonly string[],
  code: string | undefined,
  type: string | undefined,
): number | undefined {
  const [ofCode] = [code, type].flatMap((word) => entryOf(STATUS_OF_CODE, word ?? '') ?? [])
  return ofCode ?? statusOfMarks(marks) ?? entryOf(STATUS_OF_TYPE, type ?? '')
}
