import { product, proof, strong, hint, onPages } from '../product.ts'
import { all, any, location, mark, on, status } from '../sign.ts'

const LOGIN =
  /(?:^|[/.:?&=_-])(?:login|log-in|signin|sign-in|captive|portal|hotspot|wifi|guest|auth|sso|splash)\b/i

/** A network that wants a login first (RFC 6585 §6, RFC 8952), or a single sign-on in the way. */
export const captivePortal = product({
  name: 'captive portal',
  kind: 'portal',
  marks: onPages('captive portals, generic', {
    'portal.login': {
      says: /<form[^<>]{0,200}action="[^"<>]{0,200}(?:login|signin|auth|portal)|captive ?portal|hotspot login|sign in to (?:the |this )?(?:network|wi-?fi|internet)|accept the terms[^<>]{0,40}(?:network|wi-?fi|internet)|<input[^<>]{0,200}type="?password/i,
      inBodies: true,
    },
  }),
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
