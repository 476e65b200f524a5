import { addressesProbe } from './addresses.ts'
import { egressAddress } from './egress-address.ts'
import { otherName, smallHello } from './hello.ts'
import { control, directApi, keyless, largeRequest } from './http-questions.ts'
import type { Investigation } from './investigation.ts'
import { nameServersProbe } from './name-servers.ts'
import { otherHttp } from './other-http.ts'
import { otherWay } from './other-way.ts'
import { servedChainProbe } from './served-chain.ts'
import { statusPage } from './status-page.ts'
import { surroundings } from './surroundings.ts'

/** The second round, in the order in which it reads best in a packet. One line each. */
export const INVESTIGATIONS: readonly Investigation[] = [
  nameServersProbe,
  addressesProbe,
  servedChainProbe,
  smallHello,
  otherName,
  otherHttp,
  otherWay,
  largeRequest,
  keyless,
  directApi,
  control,
  statusPage,
  egressAddress,
  surroundings,
]
