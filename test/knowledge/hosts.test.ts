import { describe, expect, test } from 'vitest'
import {
  cloudOf,
  HOSTS,
  statusPageOf,
  isInternalHost,
  isPrivateHost,
  isWebPage,
  kindOfHost,
  knownHost,
  meantHost,
} from '../../src/knowledge/hosts.ts'
import { readBaseUrl } from '../../src/settings/base-url.ts'
import { chooseSignIn } from '../../src/probes/entra/sign-in.ts'

/** A name that falls under each entry of the table. */
const NAMES = HOSTS.map((entry) => ({
  entry,
  host: entry.name.startsWith('.') ? `contoso${entry.name}` : entry.name,
}))

describe('a host of the table', () => {
  test.each(NAMES)('$host is never called a misspelling of another', ({ entry, host }) => {
    expect(knownHost(host)).toBeDefined()
    expect(meantHost(host)).toBeUndefined()
    expect(meantHost(host.toUpperCase())).toBeUndefined()
    const given = { text: `https://${host}/v1`, setting: 'base-url', name: 'base-url' } as const
    const fixes = readBaseUrl({ ...given, from: 'input' }).problems.map(({ fix }) => fix)
    // A page for people is told where the API is.
    expect(entry.use === 'api' ? fixes.join() : '').not.toMatch(/https:\/\/(?!contoso)/)
  })

  test('stands there once', () => {
    const names = HOSTS.map(({ name }) => name)
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  })
})

test.each([
  ['api.openai.com', 'openai'],
  ['eu.api.openai.com', 'openai'],
  ['API.OpenAI.com.', 'openai'],
  ['api.openai.com.evil.example', 'gateway'],
  ['notapi.openai.com', 'gateway'],
  ['contoso.openai.azure.com', 'azure'],
  ['contoso.openai.azure.us', 'azure'],
  ['contoso.openai.azure.cn', 'azure'],
  ['contoso.cognitiveservices.azure.com', 'azure'],
  ['contoso.cognitiveservices.azure.us', 'azure'],
  ['contoso.cognitiveservices.azure.cn', 'azure'],
  ['contoso.services.ai.azure.com', 'azure'],
  ['contoso.services.ai.azure.us', 'azure'],
  ['contoso.services.ai.azure.cn', 'azure'],
  ['eastus.api.cognitive.microsoft.com', 'azure'],
  ['virginia.api.cognitive.microsoft.us', 'azure'],
  ['chinaeast2.api.cognitive.azure.cn', 'azure'],
  ['openai.azure.com', 'gateway'],
  ['contoso.openai.azure.com.evil.example', 'gateway'],
  ['contoso-openai.azure.com', 'gateway'],
  ['openrouter.ai', 'gateway'],
  ['login.microsoftonline.com', 'gateway'],
])('%s is served by %s', (host, kind) => {
  expect(kindOfHost(host)).toBe(kind)
})

test.each([
  ['api.opena.com', 'api.openai.com'],
  ['api.opneai.com', 'api.openai.com'],
  ['apiopenai.com', 'api.openai.com'],
  ['contoso.openai.azure.co', 'contoso.openai.azure.com'],
  ['contoso.opnai.azure.cn', 'contoso.openai.azure.cn'],
  ['contoso.cognitveservices.azure.us', 'contoso.cognitiveservices.azure.us'],
  ['api.example.com', undefined],
  ['api.openai.internal', undefined],
  ['api.openai.local', undefined],
  ['llm', undefined],
  ['10.0.0.1', undefined],
])('%s was meant to be %s', (host, meant) => {
  expect(meantHost(host)).toBe(meant)
})

test.each([
  ['contoso.openai.azure.com', 'login.microsoftonline.com', 'https://cognitiveservices.azure.com'],
  ['contoso.openai.azure.us', 'login.microsoftonline.us', 'https://cognitiveservices.azure.us'],
  [
    'contoso.services.ai.azure.cn',
    'login.partner.microsoftonline.cn',
    'https://cognitiveservices.azure.cn',
  ],
])('%s signs in at %s', (host, authority, audience) => {
  expect(cloudOf(host)).toMatchObject({ authority, audience })
  expect(chooseSignIn({}, { baseUrl: `https://${host}/openai` }).scope).toMatch(
    host.endsWith('.com') ? audience : `${audience}/.default`,
  )
})

test.each([
  ['localhost', true],
  ['llm', true],
  ['llm.corp.example', true],
  ['api.default.svc.cluster.local', true],
  ['api.default.svc.k8s.example.com', true],
  ['router.home.arpa', true],
  ['10.1.2.3', true],
  ['[fd00::1]', true],
  ['100.64.0.1', true],
  ['8.8.8.8', false],
  ['203.0.113.5.example.com', false],
  ['example.com', false],
  ['internal.example.com', false],
])('%s is private: %s', (host, expected) => {
  expect(isPrivateHost(host)).toBe(expected)
})

test('a public address is no name of public DNS', () => {
  expect(isInternalHost('8.8.8.8')).toBe(true)
})

test.each(['platform.openai.com', 'status.openai.com', 'portal.azure.cn', 'chatgpt.com'])(
  '%s is a page for people',
  (host) => {
    expect(isWebPage(host)).toBe(true)
  },
)

test.each<[string, string | undefined]>([
  ['api.openai.com', 'status.openai.com'],
  ['eu.api.openai.com', 'status.openai.com'],
  ['shop.openai.azure.com', 'rssfeed.azure.status.microsoft'],
  ['shop.services.ai.azure.com', 'rssfeed.azure.status.microsoft'],
  ['corp.azure-api.net', 'rssfeed.azure.status.microsoft'],
  ['shop.openai.azure.us', undefined],
  ['corp.azure-api.cn', 'www.azure.cn'],
  ['shop.openai.azure.cn', 'www.azure.cn'],
  ['models.github.ai', 'www.githubstatus.com'],
  ['openrouter.ai', 'status.openrouter.ai'],
  ['api.together.xyz', 'status.together.ai'],
  ['api.cerebras.ai', 'status.cerebras.ai'],
  ['api.replicate.com', undefined],
  ['llm.internal', undefined],
  ['127.0.0.1', undefined],
  ['status.openai.com', undefined],
])('the status page for %s is %s', (host, page) => {
  const known = statusPageOf(host)
  expect(known === undefined ? undefined : new URL(known.url).host).toBe(page)
})
