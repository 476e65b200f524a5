import { brotliCompressSync, constants } from 'node:zlib'
import { fields } from '../model/index.ts'
import { GIVEN, encodeJson } from './frame.ts'
import { builtText } from './programs.ts'

/** What the caller sends along; the key is in it only when the caller was given one for this run. */
export interface NodeOrder {
  readonly mark: string
  readonly inputs: Readonly<Record<string, string>>
  /** Files of the caller by absolute path: the config file. */
  readonly files: Readonly<Record<string, string>>
}

/** As scripts/build.ts writes it: which files of `dist/` make the Node program. */
interface Parts {
  readonly program: string
  readonly always: readonly string[]
  /** By the file that a dynamic import names: all that it needs besides. */
  readonly onDemand: Readonly<Record<string, readonly string[]>>
}

/**
 * What goes to the standard input of Node.js in the target: the order, the files of the program
 * compressed, and the loader that puts them together there.
 * @param wanted files that the program asked for in an earlier start
 */
export function nodeProgram(order: NodeOrder, wanted: readonly string[] = []): string {
  const parts: Parts = JSON.parse(builtText('node.json'))
  const seldom = wanted.flatMap((path) => parts.onDemand[path] ?? [])
  const files = [...new Set([...parts.always, ...seldom])]
  const texts = JSON.stringify(
    Object.fromEntries(files.map((path) => [path, builtText(`../${path}`)])),
  )
  const packed = brotliCompressSync(texts, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  const given = {
    mark: order.mark,
    program: parts.program,
    parts: packed.toString('base64'),
    order: encodeJson(order),
  }
  return `globalThis.${GIVEN} = ${JSON.stringify(given)};\n${builtText('loader.js')}`
}

/** Takes the order, once; `undefined` where nobody gave one. */
export function takeOrder(): NodeOrder | undefined {
  const { order } = fields(Reflect.get(globalThis, GIVEN))
  Reflect.deleteProperty(globalThis, GIVEN)
  if (typeof order !== 'string') return undefined
  const { mark, inputs, files } = fields(JSON.parse(Buffer.from(order, 'base64').toString('utf8')))
  return { mark: String(mark), inputs: texts(inputs), files: texts(files) }
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields(value)).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text] as const] : [],
    ),
  )
}
