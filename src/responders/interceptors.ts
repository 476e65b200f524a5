import {
  define,
  hint,
  proof,
  strong,
  type Clue,
  type Definition,
  type ReceivedResponse,
  type Sign,
} from './definition.ts'
import { genuine } from './openai.ts'
import { all, header, headerStarting, location, mark, none, notJson, on } from './seen.ts'
import { interceptorOf } from '../texts/issuers.ts'

/** One product that inspects or filters, and what its replies carry. */
interface Interceptor {
  readonly product: string
  readonly mark: string
  readonly server?: RegExp
  /** Also on relayed replies, so it counts only where the body is no API's. */
  readonly via?: RegExp
  readonly location?: RegExp
  /** Start of the names of its own headers. */
  readonly header?: string
}

/** Sources: ooni/blocking-fingerprints, wafw00f, vendors' pages; words of pages are in `texts/`. */
const INTERCEPTORS: readonly Interceptor[] = [
  {
    product: 'Zscaler',
    mark: 'block.zscaler',
    header: 'x-zscaler',
    server: /^zscaler/i,
    via: /zscaler/i,
    location: /:\/\/[\w.-]*(?:zscaler\w*|zscloud)\.net\b/i,
  },
  {
    product: 'Palo Alto Networks',
    mark: 'block.palo_alto',
    location: /\/php\/(?:urlblock|uid)\.php\b/i,
  },
  {
    product: 'Fortinet',
    mark: 'block.fortinet',
    header: 'x-forti',
    server: /^forti/i,
    location: /\/\/globalurl\.fortinet\.net|:(?:8008|8010|1000|1003)\/|\/fgtauth/i,
  },
  { product: 'Cisco Umbrella', mark: 'block.umbrella', location: /:\/\/[\w.-]*opendns\.com\b/i },
  { product: 'Cisco Secure Web Appliance', mark: 'block.cisco_wsa', via: /Cisco-WSA|IronPort/i },
  {
    product: 'Blue Coat',
    mark: 'block.bluecoat',
    header: 'x-bluecoat',
    via: /blue ?coat|proxysg/i,
    location: /\/\/notify\.bluecoat\.com|cfauth\.com/i,
  },
  {
    product: 'Forcepoint',
    mark: 'block.forcepoint',
    location: /:15871\/|\/cgi-bin\/blockpage\.cgi|blocked?\.forcepoint\.net/i,
  },
  { product: 'Check Point', mark: 'block.check_point', location: /\/UserCheck\/PortalMain/i },
  { product: 'Skyhigh', mark: 'block.mcafee', via: /McAfee Web Gateway|Skyhigh/i },
  {
    product: 'Netskope',
    mark: 'block.netskope',
    header: 'x-netskope',
    server: /netskope/i,
    location: /:\/\/[\w.-]*(?:netskope|goskope)\.com\b/i,
  },
  { product: 'Sophos', mark: 'block.sophos', via: /sophos/i },
  { product: 'Barracuda', mark: 'block.barracuda', server: /^barracuda/i },
  { product: 'Cisco Meraki', mark: 'block.meraki', location: /:\/\/[\w.-]*meraki\.com\b/i },
  { product: 'SonicWall', mark: 'block.sonicwall', server: /^sonicwall/i },
  { product: 'WatchGuard', mark: 'block.watchguard' },
  { product: 'Untangle', mark: 'block.untangle' },
  { product: 'Cloudflare Gateway', mark: 'block.cloudflare_gateway' },
  { product: 'Cato', mark: 'block.cato', location: /:\/\/[\w.-]*catonetworks\.com\b/i },
  { product: 'Menlo Security', mark: 'block.menlo', location: /:\/\/[\w.-]*menlosecurity\.com\b/i },
  { product: 'iboss', mark: 'block.iboss', location: /:\/\/[\w.-]*iboss\.com\b/i },
  { product: 'Lightspeed', mark: 'block.lightspeed' },
  { product: 'StepSecurity Harden-Runner', mark: 'block.harden_runner' },
]

/** Products that sign what they inspect, by the certificates of this connection. */
export function signerOf({ chain }: Pick<ReceivedResponse, 'chain'>): string | undefined {
  for (const one of chain ?? []) {
    const product = interceptorOf(one.issuer) ?? interceptorOf(one.subject)
    if (product !== undefined) return product
  }
  return undefined
}

const signed =
  (product?: string): Sign =>
  (question) => {
    const signer = signerOf(question)
    return signer !== undefined && (product === undefined || signer === product)
      ? `certificate issued by ${signer}`
      : undefined
  }

/**
 * What is on relayed replies too says who is on the way, not who wrote. It counts where the body is
 * no API's and no server at the end has left a trace; a page of the provider has none to leave.
 */
const unlessRelayed = none(header('cf-ray'), genuine)

function onTheWay(seen: Sign): readonly Clue[] {
  const wrote = unlessRelayed(all(seen, notJson))
  return [strong(on(['openai'], wrote)), hint(wrote)]
}

export const interceptors: readonly Definition[] = INTERCEPTORS.map((one) =>
  define({
    responder: 'interceptor',
    product: one.product,
    proves: [
      proof(all(mark(one.mark), signed(one.product))),
      strong(mark(one.mark)),
      ...(one.server === undefined ? [] : [strong(header('server', one.server))]),
      ...(one.location === undefined ? [] : [strong(location(one.location))]),
      ...(one.via === undefined ? [] : onTheWay(header('via', one.via))),
      ...(one.header === undefined ? [] : onTheWay(headerStarting(one.header))),
      ...onTheWay(signed(one.product)),
    ],
  }),
)

/** A signer of any name wrote a reply that is no API's: it stands for the ones without a row. */
export const namelessInterceptors: readonly Definition[] = [
  define({
    responder: 'interceptor',
    product: '',
    routes: ['openai'],
    proves: [...onTheWay(signed()), strong(mark('block.f5')), strong(mark('block.generic'))],
    excludes: [mark('edge.')],
  }),
]
