import { describe, expect, test } from 'vitest'
import { factsOf } from './planted.ts'

const found = async (text: string, name = 'dist/a.js') =>
  (await factsOf({ [name]: text })).hits.map((hit) => [hit.kind, hit.what])

describe('a direct call or a base URL is found', () => {
  test.each([
    ['fetch("https://api.openai.com/v1/chat/completions",{})', 'api.openai.com'],
    ["axios.post('https://api.openai.com/v1/responses')", 'api.openai.com'],
    ['fetch(`https://api.openai.com/v1/files/${e}`)', 'api.openai.com'],
    ['new WebSocket("wss://api.openai.com/v1/realtime")', 'api.openai.com'],
    ['new OpenAI({baseURL:"https://eu.api.openai.com/v1"})', 'eu.api.openai.com'],
    ['const a=b||"https://api.openai.com/v1";fetch(`${a}/chat/completions`)', 'api.openai.com'],
    ['const BASE="https://api.openai.com/v1";f=p=>fetch(BASE+p)', 'api.openai.com'],
    ['const e="https://api.openai.com/v1/chat/completions"', 'api.openai.com'],
    ['var o="https://api.openai.com/v1",a=t=>fetch(`${o}/${t}`,{})', 'api.openai.com'],
    ['const t="https://api.openai.com/v1";e=r=>fetch(t+"/"+r)', 'api.openai.com'],
    ['x.open("POST","https://api.openai.com/v1/responses")', 'api.openai.com'],
    ['q({method:"POST",url:"https://api.openai.com/v1/responses"})', 'api.openai.com'],
    ['Xe({baseURL:"https://api.openai.com/v1",apiKey:k})', 'api.openai.com'],
    ['z.create({baseURL:"https://api.openai.com/v1",headers:{a:1}})', 'api.openai.com'],
    ['new B({apiKey:k,configuration:{baseURL:"https://api.openai.com/v1"}})', 'api.openai.com'],
    [
      'new class extends A{f(){}}({endpoint:"https://acme.openai.azure.com",apiKey:k})',
      'acme.openai.azure.com',
    ],
    ['new c("https://acme.openai.azure.com",new d(k))', 'acme.openai.azure.com'],
    ['o={hostname:"api.openai.com",path:"/v1"}', 'api.openai.com'],
    ['u="https://"+"api.openai.com/v1/responses"', 'api.openai.com'],
    [String.raw`fetch("https:\/\/api.openai.com\/v1\/models")`, 'api.openai.com'],
    ['e="https://acme-eu.openai.azure.com/openai/v1/"', 'acme-eu.openai.azure.com'],
    ['fetch(`https://${n}.openai.azure.com/openai/deployments/${d}`)', '*.openai.azure.com'],
    ['fetch("https://"+n+".openai.azure.com/openai/v1/responses")', '*.openai.azure.com'],
    ['fetch("https://".concat(n,".openai.azure.com/openai"))', '*.openai.azure.com'],
    ['e="https://acme.services.ai.azure.com/models"', 'acme.services.ai.azure.com'],
    ['e="https://acme.cognitiveservices.azure.com/"', 'acme.cognitiveservices.azure.com'],
    ['e="https://models.inference.ai.azure.com"', 'models.inference.ai.azure.com'],
  ])('%s', async (text, host) => {
    expect(await found(text)).toEqual([['api-call', host]])
  })

  test('in a script of a page', async () => {
    expect(
      await found('<script>fetch("https://api.openai.com/v1/models")</script>', 'dist/a.html'),
    ).toEqual([['api-call', 'api.openai.com']])
  })
})

describe('a mention is no call', () => {
  test.each([
    ['a link to the documentation', 'l="https://platform.openai.com/account/api-keys"'],
    ['a sentence', 'throw Error("Could not reach https://api.openai.com/v1 from here")'],
    ['a link of a page', '<a href="https://api.openai.com/docs">'],
    ['a link of a component', 'j("a",{href:"https://api.openai.com/v1"})'],
    ['the hint in a field', 'j("input",{placeholder:"https://acme.openai.azure.com"})'],
    ['a comparison', 'if(e!=="https://api.openai.com/v1")f()'],
    ['a comparison, literal first', '"https://api.openai.com/v1"!==this.baseURL&&f()'],
    ['a default', 'this.baseURL=e.baseURL??"https://api.openai.com/v1"'],
    ['a default parameter', 'f=({baseURL:e="https://api.openai.com/v1"})=>g(e)'],
    [
      'a default that one short name shares',
      'let r=e||"https://api.openai.com/v1";function g(r){return fetch(r)}',
    ],
    ['a default, a constant', 'let r=e??"https://api.openai.com/v1";f(()=>fetch(`${r}/x`))'],
    ['a short name of something else', 'const r="https://api.openai.com/v1";g=r=>fetch(`${r}/x`)'],
    [
      'a short name that a function takes',
      'const r="https://api.openai.com/v1";function g(a,r){return fetch(`${r}/x`)}',
    ],
    [
      'a deny list',
      'const d=["https://api.openai.com/v1/chat/completions","https://api.anthropic.com"];d.some(f)',
    ],
    ['a set', 'new Set(["api.openai.com","https://api.openai.com/v1"])'],
    [
      'a table of providers',
      'const p={openai:{name:"OpenAI",baseURL:"https://api.openai.com/v1"},b:{baseURL:"https://b.example"}}',
    ],
    [
      'a table of endpoints',
      'p={openai:{url:"https://api.openai.com/v1/chat/completions"}};fetch("/api/ask",{method:"POST"})',
    ],
    ['a text', 't={"settings.hint":"https://api.openai.com/v1/chat/completions"}'],
    ['a translation', 't("https://api.openai.com/v1/models")'],
    ['an error', 'throw new Error("https://api.openai.com/v1/models")'],
    ['a rewrite', 'u=u.replace("https://api.openai.com/v1/","/api/")'],
    ['a key of a map', 'm.get("https://api.openai.com/v1")'],
    [
      'a resource put together by a library',
      'f(n){return`https://${n}.openai.azure.com/openai/deployments/${t}`}',
    ],
    ['code that is shown', String.raw`s="fetch(\"https://api.openai.com/v1/models\")"`],
    ['a test of a prefix', 'e.startsWith("https://api.openai.com/")'],
    ['a test of a suffix', 'e.hostname.endsWith(".openai.azure.com")'],
    ['a made-up resource', 'e="https://YOUR_RESOURCE.openai.azure.com/"'],
    ['another host of Azure', 'e="https://management.azure.com/"'],
    ['a longer host', 'e="https://api.openai.com.example.org/"'],
    ['a comment', '// fetch("https://api.openai.com/v1/models")\nf()'],
  ])('%s', async (_, text) => {
    expect(await found(text)).toEqual([])
  })

  test('in a page, outside of its scripts', async () => {
    const page = '<html><script>f()</script><pre>fetch("https://api.openai.com/v1/models")</pre>'
    expect(await found(page, 'dist/a.html')).toEqual([])
  })

  test('in a description of the API', async () => {
    const description = '{"servers":[{"url":"https://api.openai.com/v1"}]}'
    expect(await found(description, 'dist/openapi.json')).toEqual([])
  })

  test('in text files and in source maps', async () => {
    const call = 'fetch("https://api.openai.com/v1/models")'
    expect(await found(call, 'dist/readme.txt')).toEqual([])
    const map = { version: 3, sources: ['a.ts'], sourcesContent: [call], mappings: '', names: [] }
    expect(await found(JSON.stringify(map), 'dist/a.js.map')).toEqual([])
  })
})

describe('the browser switch', () => {
  test.each([
    ['{dangerouslyAllowBrowser:!0}', 'dangerouslyAllowBrowser'],
    ['{ dangerouslyAllowBrowser: true }', 'dangerouslyAllowBrowser'],
    ['{"dangerouslyAllowBrowser":!0}', 'dangerouslyAllowBrowser'],
    ['o.dangerouslyAllowBrowser=!0', 'dangerouslyAllowBrowser'],
    ['{baseURL:void 0,dangerouslyAllowBrowser:!0}', 'dangerouslyAllowBrowser'],
    ['{dangerouslyAllowAPIKeyInBrowser:!0}', 'dangerouslyAllowAPIKeyInBrowser'],
    [
      '{"anthropic-dangerous-direct-browser-access":"true"}',
      'anthropic-dangerous-direct-browser-access',
    ],
  ])('is on in %s', async (text, name) => {
    expect(await found(`new X(${text})`)).toEqual([['browser-switch', name]])
  })

  test.each([
    '{dangerouslyAllowBrowser:!1}',
    '({baseURL:"/api/openai",dangerouslyAllowBrowser:!0})',
    '({dangerouslyAllowBrowser:!0,baseURL:location.origin+"/ai"})',
    '({configuration:{baseURL:"/ai"},dangerouslyAllowBrowser:!0})',
    '({apiKey:this.apiKey,organization:this.organization,dangerouslyAllowBrowser:!0,...e?.configuration})',
    '{dangerouslyAllowBrowser:e}',
    'if(!t.dangerouslyAllowBrowser&&f())',
    'c??(dangerouslyAllowBrowser=!0)',
    '{...this._options.dangerouslyAllowBrowser?{"anthropic-dangerous-direct-browser-access":"true"}:void 0}',
    'j("p",{dangerouslySetInnerHTML:{__html:!0}})',
    String.raw`throw Error("It looks like you're running in a browser-like environment.\n\nnew OpenAI({ apiKey, dangerouslyAllowBrowser: true });")`,
  ])('is not on in %s', async (text) => {
    expect(await found(text)).toEqual([])
  })
})
