import { fields } from '../model/index.ts'
import { encodeJson } from './frame.ts'

/** What the caller sends along; the key is in it only when the caller was given one for this run. */
export interface NodeOrder {
  readonly mark: string
  readonly inputs: Readonly<Record<string, string>>
  /** Files of the caller by absolute path: the config file. */
  readonly files: Readonly<Record<string, string>>
}

/** Name of the global that the line in front of the program sets. */
const ORDER = 'openaiPreflightOrder'

/** The program with its order in front, as it goes to standard input. */
export function nodeProgram(program: string, order: NodeOrder): string {
  return `globalThis.${ORDER} = "${encodeJson(order)}";\n${program}`
}

/** Takes the order, once; `undefined` where nobody gave one. */
export function takeOrder(): NodeOrder | undefined {
  const packed: unknown = Reflect.get(globalThis, ORDER)
  Reflect.deleteProperty(globalThis, ORDER)
  if (typeof packed !== 'string') return undefined
  const { mark, inputs, files } = fields(JSON.parse(Buffer.from(packed, 'base64').toString('utf8')))
  return { mark: String(mark), inputs: texts(inputs), files: texts(files) }
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields(value)).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text] as const] : [],
    ),
  )
}
