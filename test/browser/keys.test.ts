import { findTriggers } from '../../src/browser/triggers.ts'
import { CREDENTIALS } from '../../src/knowledge/credentials.ts'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../src/model/index.ts'
import { drawn, factsOf, hex, projectKey } from './planted.ts'

const VENDORS: readonly (readonly [string, string])[] = [
  ['openai-project', `sk-proj-${drawn(74, 1)}T3BlbkFJ${drawn(74, 2)}`],
  ['openai-service-account', `sk-svcacct-${drawn(120, 3)}`],
  ['openai-admin', `sk-admin-${drawn(120, 4)}`],
  ['openai-user', `sk-None-${drawn(48, 5)}`],
  ['openai-user', `sk-${drawn(20, 6)}T3BlbkFJ${drawn(20, 7)}`],
  ['openai-compatible', `sk-${drawn(48, 8)}`],
  ['anthropic', `sk-ant-api03-${drawn(93, 9)}AA`],
  ['openrouter', `sk-or-v1-${hex(64, 10)}`],
  ['openai-compatible', `sk-${drawn(22, 12)}`],
  ['groq', `gsk_${drawn(52, 13)}`],
  ['xai', `xai-${drawn(80, 14)}`],
  ['huggingface', `hf_${drawn(34, 15)}`],
  ['huggingface', `hf_${drawn(34, 25, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')}`],
  ['perplexity', `pplx-${drawn(48, 16)}`],
  ['nvidia', `nvapi-${drawn(64, 17)}`],
  ['replicate', `r8_${drawn(37, 18)}`],
  ['fireworks', `fw_${drawn(24, 23)}`],
  ['cerebras', `csk-${drawn(48, 24, 'abcdefghijklmnopqrstuvwxyz0123456789')}`],
  ['github', `ghp_${drawn(36, 19)}`],
  ['azure', `${drawn(52, 20)}JQQJ99BCACHYHv6XJ3w3AAAB${drawn(8, 21)}`.slice(0, 84)],
]

describe('a key is found by the shape of its vendor', () => {
  test.each(VENDORS)('%s', async (vendor, key) => {
    const facts = await factsOf({ 'dist/a.js': `const c=new Client({apiKey:"${key}"});` })
    expect(facts.hits).toEqual([
      { kind: 'key', what: vendor, file: 'dist/a.js', line: 1, column: 29 },
    ])
    expect(JSON.stringify(facts)).not.toContain(key.slice(8, 20))
  })
})

const key = projectKey(50)
const whole = (text: string) => text.replaceAll('KEY', key)
const [head, middle, tail] = [key.slice(0, 3), key.slice(3, 40), key.slice(40)]

describe('a key is found in whatever form it stands', () => {
  test.each<readonly [string, string, 'base64' | 'split' | undefined]>([
    ['in a header', whole('h={authorization:"Bearer KEY"}'), undefined],
    ['behind an escape sequence', whole(String.raw`x="first\nKEY"`), undefined],
    ['percent-encoded', whole('u="/p?auth=Bearer%20KEY"'), undefined],
    ['without quotes', whole('OPENAI_API_KEY=KEY\n'), undefined],
    ['added up', `a="${head}"+"${middle}"+'${tail}'`, 'split'],
    ['added up with the vendor cut', `a="sk"+"${key.slice(2)}"`, 'split'],
    ['added up in brackets', `a=("${head}"+("${middle}"))+"${tail}"`, 'split'],
    ['with concat', `a="${head}".concat("${middle}","${tail}")`, 'split'],
    ['in a joined list', `a=["${head}","${middle}","${tail}"].join("")`, 'split'],
    ['in a template', `a=\`${head}\${"${middle}"}${tail}\``, 'split'],
    ['through names', `const p="${head}${middle}",q="${tail}";f({apiKey:p+q})`, 'split'],
    [
      'through names in a template',
      `const p="${head}",q="${middle}${tail}";f(\`\${p}\${q}\`)`,
      'split',
    ],
    ['grown by and by', `let a="${head}${middle}";a+="${tail}"`, 'split'],
    ['grown in many steps', `let a="${head}";a+="${middle}";f();a+="${tail}"`, 'split'],
    [
      'in a list that is joined later',
      `const l=["${head}","${middle}","${tail}"];f(l.join(""))`,
      'split',
    ],
    [
      'in a joined list held in a const',
      `const k=["${head}","${middle}${tail}"].join("")`,
      'split',
    ],
    ['in code inside a string', String.raw`eval("a=\"${head}\"+\"${middle}${tail}\"")`, 'split'],
    ['as base64 for atob', `a=atob("${btoa(key)}")`, 'base64'],
    [
      'as base64 through a name',
      `const z="${btoa(`{"k":"${key}"}`)}";a=JSON.parse(atob(z))`,
      'base64',
    ],
    ['as base64 in a literal', `a=d("${btoa(key)}")`, 'base64'],
    ['as base64 of a bearer value', `a=d("${btoa(`Bearer ${key}`)}")`, 'base64'],
    [
      'as base64 added up',
      `a=atob("${btoa(key).slice(0, 30)}"+"${btoa(key).slice(30)}")`,
      'base64',
    ],
    ['in a data URL', `i="data:text/javascript;base64,${btoa(`const k="${key}"`)}"`, 'base64'],
    ['in a Buffer', `b=Buffer.from("${btoa(key)}","base64")`, 'base64'],
    ['as base64 twice', `a=atob(atob("${btoa(btoa(key))}"))`, 'base64'],
  ])('%s', async (_, text, encoded) => {
    const { hits } = await factsOf({ 'dist/a.js': text })
    expect(hits.map((hit) => [hit.kind, hit.what, hit.encoded])).toContainEqual([
      'key',
      'openai-project',
      encoded,
    ])
    expect(JSON.stringify(hits)).not.toContain(middle)
  })
})

describe('what a person typed, and what is meant to be public, is no key', () => {
  test.each([
    ['an ellipsis', 'placeholder:"sk-..."'],
    ['a row of x', `k="sk-${'x'.repeat(48)}"`],
    ['a row of x in a project key', `k="sk-proj-${'xX'.repeat(30)}"`],
    ['a request to fill in', `k="sk-proj-your-api-key-here-${drawn(40, 59)}"`],
    ['an alphabet', `k="sk-${'abcdefghijklmnopqrstuvwxyz'.repeat(2)}0"`],
    ['counting', `k="sk-${'1234567890abcdef'.repeat(3)}"`],
    ['a name of a style', '.sk-folding-cube-animation-large{}.sk-toggleable__label-arrow{}'],
    ['letters inside a word', `.mask-${drawn(48, 60)}{}.task-${drawn(48, 61)}{}`],
    ['a locale', '{"sk-SK":"slovenčina"}'],
    ['a Firebase key', `{apiKey:"AIza${drawn(35, 62)}",authDomain:"a.firebaseapp.com"}`],
    ['a key of Maps', `s.src="https://maps.googleapis.com/maps/api/js?key=AIza${drawn(35, 63)}"`],
    ['a Google key where nothing calls Gemini', `k="AIza${drawn(35, 64)}"`],
    ['a search key of Algolia', `docsearch({appId:"A",apiKey:"${hex(32, 65)}"}),f("azure")`],
    [
      'a hash of a chunk near an Azure host',
      `u==="https://a1.openai.azure.com";m={12:"${hex(32, 66)}"}`,
    ],
    ['32 hex digits', `chunk="${hex(32, 66)}",apiKey:"${hex(32, 67)}"`],
    ['an ephemeral key, made for browsers', `k="ek_${hex(32, 68)}"`],
    ['the head of a key alone', 'if(k.startsWith("sk-"))f("sk-proj-");g("sk")'],
    ['an image', `i="data:image/png;base64,${btoa(`..${projectKey(69)}`)}"`],
  ])('%s', async (_, text) => {
    expect((await factsOf({ 'dist/a.js': text })).hits).toEqual([])
  })
})

test('a Google key counts when another file calls Gemini, one of Firebase does not', async () => {
  const facts = await factsOf({
    'dist/a.js': `k="AIza${drawn(35, 70)}"`,
    'dist/b.js': 'fetch("https://generativelanguage.googleapis.com/v1beta/models")',
    'dist/c.js': `{apiKey:"AIza${drawn(35, 62)}",authDomain:"a.firebaseapp.com"}`,
  })
  expect(facts.hits.map((hit) => `${hit.what} ${hit.file}`)).toEqual(['google dist/a.js'])
})

test.each([
  ['beside an Azure host', `fetch("https://a1.openai.azure.com/x",{headers:{"api-key":"HEX"}})`],
  ['named key', 'c("https://a1.openai.azure.com",{key:"HEX"})'],
  ['in a credential', 'new AzureKeyCredential("HEX")'],
  ['in a credential that was renamed', 'new c("https://a1.openai.azure.com",new d("HEX"))'],
  ['by its name', 'AZURE_OPENAI_API_KEY:"HEX"'],
])('32 hex digits are an Azure key %s', async (_, text) => {
  const { hits } = await factsOf({ 'dist/a.js': text.replace('HEX', hex(32, 71)) })
  expect(hits.filter((hit) => hit.kind === 'key').map((hit) => hit.what)).toEqual(['azure'])
})

test('a key without a known shape is found where the browser switch is on', async () => {
  const { hits } = await factsOf({
    'dist/a.js': `new OpenAI({apiKey:"${drawn(40, 72)}",dangerouslyAllowBrowser:!0})`,
  })
  expect(hits.map((hit) => [hit.kind, hit.what])).toEqual([
    ['key', 'unknown'],
    ['browser-switch', 'dangerouslyAllowBrowser'],
  ])
})

describe('a secret of this run is found whatever its shape', () => {
  const value = `gateway ${drawn(20, 73)}`
  test.each([
    ['plain', value, undefined],
    ...[0, 1, 2].map(
      (shift) => [`base64, ${shift}`, btoa(`${'"'.repeat(shift)}${value}"`), 'base64'] as const,
    ),
  ] as const)('%s', async (_, text, encoded) => {
    const facts = await factsOf(
      { 'dist/a.json': `{"v":"${text}"}` },
      { secrets: [new Secret(value, 'OPENAI_API_KEY')] },
    )
    expect(facts.hits.map((hit) => [hit.kind, hit.what, hit.encoded])).toEqual([
      ['key', 'OPENAI_API_KEY', encoded],
    ])
  })
})

test('the first pass stops at the beginning of every credential that is known by its whole form', () => {
  const beginnings = CREDENTIALS.flatMap(({ begins, whole }) => (whole === undefined ? [] : begins))
  const passedOver = beginnings
    .flatMap((one) => [`${one}ABC`, Buffer.from(`${one}abcdef`).toString('base64')])
    .filter((text) => {
      const bytes = Buffer.from(`const a="${text}"`)
      return findTriggers(bytes, 0, bytes.length).length === 0
    })
  expect(passedOver).toEqual([])
})
