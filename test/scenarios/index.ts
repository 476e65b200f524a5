import { API } from './api.ts'
import { AZURE } from './azure.ts'
import { CERTIFICATES } from './certificates.ts'
import { DNS } from './dns.ts'
import { GATEWAYS } from './gateways.ts'
import { HTTP } from './http.ts'
import { NETWORK } from './network.ts'
import { PACKAGES } from './packages.ts'
import { PATH } from './path-checks.ts'
import { PROXY } from './proxy.ts'
import { REPEATS } from './repeats.ts'
import { RESPONDERS } from './responders.ts'
import { ROUTES } from './routes.ts'
import type { Scenario } from './scenario.ts'
import { SETTINGS } from './settings.ts'
import { SOCKS } from './socks.ts'
import { TCP } from './tcp.ts'
import { TLS } from './tls.ts'
import { TRUTH } from './truth.ts'

/** Every scenario, in the order of the ladder. */
export const SCENARIOS: readonly Scenario[] = [
  ...SETTINGS,
  ...DNS,
  ...TCP,
  ...NETWORK,
  ...PROXY,
  ...SOCKS,
  ...TLS,
  ...CERTIFICATES,
  ...HTTP,
  ...API,
  ...GATEWAYS,
  ...AZURE,
  ...RESPONDERS,
  ...REPEATS,
  ...ROUTES,
  ...PACKAGES,
  ...TRUTH,
  ...PATH,
]
