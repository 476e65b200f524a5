import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import type { Answer } from '../routes/kind.ts'
import { Secret, type Route } from '../model/index.ts'

/** Asks the SDK what it makes of an answer that came elsewhere. Nothing is sent; never throws. */
export async function readAnswer(
  route: Route,
  response: { readonly status: number; readonly contentType: string; readonly bytes: Uint8Array },
): Promise<Answer | undefined> {
  const kind = ROUTE_KINDS_BY_NAME[route.kind]
  try {
    return await kind.askRequest(
      { ...route, apiKey: new Secret('replay', 'replay') },
      {
        fetch: () =>
          Promise.resolve(
            new Response(new Uint8Array(response.bytes), {
              status: response.status,
              headers: { 'content-type': response.contentType },
            }),
          ),
        timeoutMs: 5000,
        clientRequestId: '',
      },
    )
  } catch {
    return undefined
  }
}
