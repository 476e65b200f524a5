import { define, hint, proof, strong } from './definition.ts'
import { all, any, location, mark, on, status } from './seen.ts'

const LOGIN =
  /(?:^|[/.:?&=_-])(?:login|log-in|signin|sign-in|captive|portal|hotspot|wifi|guest|auth|sso|splash)\b/i

/** A network that wants a login first (RFC 6585 §6, RFC 8952), or a single sign-on in the way. */
export const captivePortal = define({
  responder: 'interceptor',
  product: 'captive portal',
  proves: [
    proof(status(511)),
    strong(location(/captive|hotspot|wifi|splash|msftconnecttest|\.(?:home|lan|local)\b/i)),
    // On a provider's own route a login page is rather the provider's.
    strong(on(['openai'], all(mark('portal.login'), any(status(200, 302, 307, 401, 403, 503))))),
    strong(on(['openai'], location(LOGIN))),
    hint(mark('portal.login')),
  ],
  excludes: [mark('edge.')],
})
