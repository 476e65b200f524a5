import { genuine } from './openai.ts'
import { cloudflareCode, product, proof, strong, onPages } from '../product.ts'
import { all, any, header, mark, on, status, type Sign } from '../sign.ts'

const cloudflare = any(all(header('server', /^cloudflare$/i), header('cf-ray')), header('cf-ray'))

const noError: Sign = ({ response }) =>
  response.body.shape === 'json' ? undefined : 'no JSON of the API'

function fiveHundred({ response }: Parameters<Sign>[0]): string | undefined {
  return response.status >= 500 ? `status ${String(response.status)}` : undefined
}

/** The Cloudflare edge in front of it: answers alone when it refuses, or reaches nothing behind it. */
export const openaiEdge = product({
  name: "OpenAI's Cloudflare edge",
  kind: 'api',
  responder: 'openai-edge',
  routes: ['openai'],
  headers: ['cf-cache-status'],
  marks: onPages('Cloudflare challenge pages', {
    'edge.cloudflare_challenge': {
      says: /<title>Just a moment|challenge-platform|cf-challenge|cf_chl_/i,
      status: 403,
    },
    'edge.cloudflare_block': {
      says: /Attention Required! \| Cloudflare|used Cloudflare to restrict access|data-translate="block_headline"|Sorry, you have been blocked/i,
      status: 403,
      source: 'Cloudflare block pages',
    },
    'edge.error_code_1015': {
      says: cloudflareCode('1015'),
      status: 429,
      source: 'Cloudflare, error 1015',
    },
    'edge.error_code_1020': {
      says: cloudflareCode('1020'),
      status: 403,
      source: 'Cloudflare, error 1020',
    },
    'edge.error_code_1xxx': {
      says: cloudflareCode('10(?:0[5-9]|1[0-3])'),
      status: 403,
      source: 'Cloudflare, errors 1005 to 1013: those that refuse a client',
    },
    'edge.cloudflare_5xx': {
      says: /cf-error-details|5xx-error-landing|<center>cloudflare<\/center>|<title>[\w.-]{1,80} \| 5[02]\d: |^\s{0,8}error code: 5\d\d\b/i,
      status: 502,
      source: 'Cloudflare, 5xx pages',
    },
    'edge.cloudflare_access': {
      says: /cloudflareaccess\.com|Cloudflare Access/i,
      source: 'Cloudflare Access login',
    },
  }),
  proves: [
    proof(all(header('cf-mitigated'), cloudflare)),
    proof(all(mark('edge.'), cloudflare)),
    strong(all(cloudflare, noError)),
    strong(on(['openai'], all(mark('edge.'), any(status(403, 429), fiveHundred)))),
  ],
  // Cloudflare's own web filter answers with the same headers.
  excludes: [genuine, mark('block.cloudflare_gateway')],
})
