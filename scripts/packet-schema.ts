import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { FACTS } from '../src/model/facts.ts'
import { fields } from '../src/model/index.ts'
import { NAMED, packet } from '../src/model/packet.ts'

type Override = NonNullable<ConversionConfig['overrideSchema']>

const CONFIG: ConversionConfig = {
  target: 'draft-2020-12',
  // A guard only says to the compiler what the pattern before it has found.
  ignoreActions: ['guard'],
}

/** Probes of one kind share their facts: the name of those of the first. */
const factsOf = (probe: string): string => {
  const own = Object.entries(FACTS).find(([name]) => name === probe)?.[1]
  return `facts-${Object.entries(FACTS).find(([, facts]) => facts === own)?.[0] ?? probe}`
}

/**
 * The text of schema/packet.schema.json: the packet as src/model/packet.ts has it, so that others
 * can check one. What a packet may hold is closed, except for facts: a rule of a later version may
 * ask for more of them.
 */
export function packetSchema(): string {
  const facts = Object.fromEntries(
    Object.entries(FACTS).map(([probe, { entries }]) => [
      factsOf(probe),
      v.partial(v.object<v.ObjectEntries>(entries)),
    ]),
  )
  const named: Readonly<Record<string, object>> = toJsonSchemaDefs({ ...NAMED, ...facts }, CONFIG)
  const closed = toJsonSchema(packet, { ...CONFIG, definitions: NAMED, overrideSchema: close })
  const { $schema, $defs, ...rest } = closed
  const open = Object.fromEntries(Object.keys(facts).map((name) => [name, named[name]]))
  const whole = { $schema, title: 'openai-preflight packet', ...rest, $defs: { ...$defs, ...open } }
  return `${JSON.stringify(whole, undefined, 2)}\n`
}

const close: Override = ({ valibotSchema: schema, jsonSchema: json }) => {
  if (schema.type === 'variant') return observation(json)
  if (!('entries' in schema) || json.type !== 'object') return json
  const { required: _, ...rest } = json
  return {
    ...rest,
    required: Object.entries(fields(schema.entries))
      .filter(([, entry]) => fields(entry)['type'] !== 'exact_optional')
      .map(([name]) => name),
    additionalProperties: false,
  }
}

/** One table of what every observation has, and the facts by its probe. */
function observation({ oneOf }: Parameters<Override>[0]['jsonSchema']) {
  const [first] = oneOf ?? []
  if (typeof first !== 'object') throw new Error('a packet has no kinds of observations')
  return {
    ...first,
    properties: {
      ...first.properties,
      probe: { enum: Object.keys(FACTS) },
      facts: { type: 'object', description: 'Of this probe; may grow within a schema version.' },
    },
    allOf: Object.keys(FACTS).map((probe) => ({
      if: { properties: { probe: { const: probe } } },
      // oxlint-disable-next-line unicorn/no-thenable
      then: { properties: { facts: { $ref: `#/$defs/${factsOf(probe)}` } } },
    })),
  } as const
}
