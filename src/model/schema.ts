import * as v from 'valibot'
import { CLIENTS, LAYERS, type Code } from './words.ts'

/** What a schema lets through, as the program passes it on: nobody changes a packet. */
export type Of<S extends v.GenericSchema> = Frozen<v.InferOutput<S>>

type Frozen<T> = T extends readonly unknown[]
  ? { readonly [I in keyof T]: Frozen<T[I]> }
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** With the sentence that the published schema says of it. */
export const described = <const S extends v.GenericSchema>(schema: S, sentence: string) =>
  v.pipe(schema, v.description(sentence))

/** Absent where it is not known, with its sentence. */
export const maybe = <const S extends v.GenericSchema>(schema: S, sentence: string) =>
  v.exactOptional(described(schema, sentence))

export const text = v.string()
export const texts = v.array(text)
export const flag = v.boolean()
export const number = v.number()
export const least = (value: number) => v.pipe(v.number(), v.minValue(value))
export const whole = (value: number) => v.pipe(v.number(), v.integer(), v.minValue(value))
/** Names of any kind to texts, as headers are. */
export const textByName = v.record(v.string(), v.string())
export const client = v.picklist(CLIENTS)

const CODE = new RegExp(`^(?:${LAYERS.join('|')})\\.[\\w.-]{1,128}$`)

/** It may stand in an output or a sentence as it is, although packets come from anywhere. */
export const code = described(
  v.pipe(
    v.string(),
    v.regex(CODE),
    v.guard((value): value is Code => CODE.test(value)),
  ),
  'layer.reason',
)
