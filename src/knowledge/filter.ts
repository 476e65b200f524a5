import { given } from '../model/index.ts'
import type { Clue, Mark, OwnPage, Product } from './product.ts'
import { hint, onPages, product, proof, strong } from './product.ts'
import { genuine } from './products/openai.ts'
import type { Sign } from './sign.ts'
import { all, header, headerStarting, location, mark, none, notJson, on, signed } from './sign.ts'

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
export function filter(
  name: string,
  {
    mark: id,
    page,
    source,
    inBodies,
    server,
    via,
    location: target,
    header: own,
    ...parts
  }: OwnPage &
    Pick<Product, 'issuer' | 'sinkhole' | 'allow'> &
    Pick<Mark, 'inBodies'> & {
      readonly server?: RegExp
      /** Also on relayed replies, so it counts only where the body is no API's. */
      readonly via?: RegExp
      readonly location?: RegExp
      /** Start of the names of its own headers. */
      readonly header?: string
    },
): Product {
  const isSigned = signed(name)
  return product({
    ...parts,
    name,
    kind: 'filter',
    marks: onPages(source, { [id]: { says: page, status: 403, ...given({ inBodies }) } }),
    proves: [
      proof(all(mark(id), isSigned)),
      strong(mark(id)),
      ...(server === undefined ? [] : [strong(header('server', server))]),
      ...(target === undefined ? [] : [strong(location(target))]),
      ...(via === undefined ? [] : onTheWay(header('via', via))),
      ...(own === undefined ? [] : onTheWay(headerStarting(own))),
      ...onTheWay(isSigned),
    ],
  })
}
