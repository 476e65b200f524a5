import { product, hint, proof, strong, type Clue, type Mark, type Product } from './product.ts'
import { genuine } from './products/openai.ts'
import {
  all,
  header,
  headerStarting,
  location,
  mark,
  none,
  notJson,
  on,
  signed,
  type Sign,
} from './sign.ts'

/**
 * What is on relayed replies too says who is on the way, not who wrote. It counts where the body is
 * no API's and no server at the end has left a trace; a page of the provider has none to leave.
 */
const unlessRelayed = none(header('cf-ray'), genuine)

export function onTheWay(seen: Sign): readonly Clue[] {
  const wrote = unlessRelayed(all(seen, notJson))
  return [strong(on(['openai'], wrote)), hint(wrote)]
}

/** A product that inspects or filters on the way, by what its replies carry. */
export function filter({
  page,
  server,
  via,
  location: target,
  header: own,
  ...parts
}: Pick<Product, 'name' | 'issuer' | 'sinkhole' | 'allow'> & {
  /** Words of its block page. */
  readonly page: Mark
  readonly server?: RegExp
  /** Also on relayed replies, so it counts only where the body is no API's. */
  readonly via?: RegExp
  readonly location?: RegExp
  /** Start of the names of its own headers. */
  readonly header?: string
}): Product {
  return product({
    ...parts,
    kind: 'filter',
    marks: [page],
    proves: [
      proof(all(mark(page.id), signed(parts.name))),
      strong(mark(page.id)),
      ...(server === undefined ? [] : [strong(header('server', server))]),
      ...(target === undefined ? [] : [strong(location(target))]),
      ...(via === undefined ? [] : onTheWay(header('via', via))),
      ...(own === undefined ? [] : onTheWay(headerStarting(own))),
      ...onTheWay(signed(parts.name)),
    ],
  })
}
