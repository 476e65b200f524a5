import { describe, expect, test } from 'vitest'
import { credentialsIn, printable } from '../../src/settings/base-url-text.ts'
import { parseUrl } from '../../src/settings/values.ts'
import { duration, parseDuration } from '../../src/settings/durations.ts'
import { AZURE_KEY, KEY, settingsOf, type Given } from './source.ts'

/** The whole sentences on what is wrong with a setting: whoever reads them sees nothing else of the check. */
function said({ inputs = {}, env = {}, ...given }: Given): readonly string[] {
  const settings = settingsOf({ inputs, env: { OPENAI_API_KEY: KEY, ...env }, ...given })
  return [...settings.problems, ...settings.routes.flatMap(({ problems }) => problems)].map(
    ({ severity, code, message, fix }) => `${severity} ${code}: ${message} ${fix}`,
  )
}

describe('a base URL', () => {
  const of = (...urls: readonly string[]) =>
    urls.flatMap((url) => [url, ...said({ inputs: { 'base-url': url } })])

  test('without a scheme, or with one that is misspelt or another', () => {
    expect(
      of('api.test/v1', '10.0.0.5:8080/v1/', 'https:/a.test', 'me:pass@a.test', 'ftp://a.test/v1'),
    ).toMatchInlineSnapshot(`
      [
        "api.test/v1",
        "fatal config.base_url_no_scheme: base-url has no scheme: "api.test/v1". Write http:// or https:// before it: "https://api.test/v1".",
        "10.0.0.5:8080/v1/",
        "fatal config.base_url_no_scheme: base-url has no scheme: "10.0.0.5:8080/v1/". Write http:// or https:// before it: "https://10.0.0.5:8080/v1".",
        "https:/a.test",
        "fatal config.base_url_invalid: base-url has a scheme that is misspelt. Begin it with https:// (a colon and two slashes).",
        "me:pass@a.test",
        "fatal config.base_url_no_scheme: base-url has no scheme: "a.test". Write it with scheme and host, for example https://api.openai.com/v1.",
        "ftp://a.test/v1",
        "fatal config.base_url_scheme: base-url uses the scheme "ftp". Use https://.",
      ]
    `)
  })
  test('with a port that does not exist or is another scheme’s', () => {
    expect(
      of(
        'https://a.test:0/v1',
        'https://a.test:1/v1',
        'https://a.test:65535/v1',
        'https://a.test:65536/v1',
        'https://a.test:80/v1',
        'http://10.0.0.5:80/v1',
        'http://10.0.0.5:443/v1',
      ),
    ).toMatchInlineSnapshot(`
      [
        "https://a.test:0/v1",
        "fatal config.base_url_port: base-url has the port 0, which does not exist. Use a port from 1 to 65535, or none for 443.",
        "https://a.test:1/v1",
        "https://a.test:65535/v1",
        "https://a.test:65536/v1",
        "fatal config.base_url_port: base-url has the port 65536, which does not exist. Use a port from 1 to 65535, or none for 443.",
        "https://a.test:80/v1",
        "warning config.base_url_port: base-url uses https on port 80, which is the port of the other scheme. Remove :80 from base-url, or change the scheme.",
        "http://10.0.0.5:80/v1",
        "http://10.0.0.5:443/v1",
        "warning config.base_url_port: base-url uses http on port 443, which is the port of the other scheme. Remove :443 from base-url, or change the scheme.",
      ]
    `)
  })
  test('in clear text', () => {
    expect(of('http://api.openai.com/v1', 'http://a.example.com:8080/v1', 'http://10.0.0.5/v1'))
      .toMatchInlineSnapshot(`
      [
        "http://api.openai.com/v1",
        "fatal config.base_url_plain_http: base-url uses plain HTTP to the public host "api.openai.com": the key would travel in clear text, so nothing is sent. Write "https://api.openai.com/v1", or a name that is private (loopback, .internal, .local, .svc).",
        "http://a.example.com:8080/v1",
        "fatal config.base_url_plain_http: base-url uses plain HTTP to a host whose name does not say that it is private, "a.example.com:8080": the key would travel in clear text, so nothing is sent. Write "https://a.example.com:8080/v1", or a name that is private (loopback, .internal, .local, .svc).",
        "http://10.0.0.5/v1",
      ]
    `)
  })
  test('of a web page, of a name that is nearly known, and of a port of OpenAI', () => {
    expect(
      of(
        'https://platform.openai.com/v1',
        'https://portal.azure.com/x',
        'https://api.openai.con/v1',
        'https://api.openai.com:8443/v1',
      ),
    ).toMatchInlineSnapshot(`
      [
        "https://platform.openai.com/v1",
        "fatal config.base_url_host: base-url points to "platform.openai.com", a web site and not the API. Write https://api.openai.com/v1.",
        "https://portal.azure.com/x",
        "fatal config.base_url_host: base-url points to "portal.azure.com", a web site and not the API. Write the resource's own endpoint, for example https://NAME.openai.azure.com/openai/v1.",
        "https://api.openai.con/v1",
        "warning config.base_url_host: base-url points to "api.openai.con", which is nearly, but not, api.openai.com. Write https://api.openai.com with its path if that was meant: the key goes to whoever owns this name.",
        "https://api.openai.com:8443/v1",
        "warning config.base_url_port: base-url asks for port 8443 of "api.openai.com"; OpenAI documents only 443. Remove :8443.",
      ]
    `)
  })
  test('with a user, or a path that names a version twice', () => {
    expect(
      of(
        'https://me@a.test/v1',
        'https://:word@a.test/v1',
        'https://a.test/v1/v1',
        ' https://a.test/v1',
      ),
    ).toMatchInlineSnapshot(`
      [
        "https://me@a.test/v1",
        "fatal config.base_url_credentials: base-url has a user name or password in it, which fetch refuses and logs show. Write "https://a.test/v1" and pass the credentials as api-key.",
        "https://:word@a.test/v1",
        "fatal config.base_url_credentials: base-url has a user name or password in it, which fetch refuses and logs show. Write "https://a.test/v1" and pass the credentials as api-key.",
        "https://a.test/v1/v1",
        "fatal config.base_url_doubled_version: base-url has /v1 twice in its path. Write "https://a.test/v1".",
        " https://a.test/v1",
        "warning config.base_url_whitespace: base-url begins or ends with a space or line break: the Node SDK trims it, Python and curl call another address. Remove it from the stored value.",
      ]
    `)
  })
  test('that nobody set, or that two set', () => {
    const azure = { AZURE_OPENAI_ENDPOINT: 'https://b.openai.azure.com' }
    const both = { ...azure, OPENAI_BASE_URL: 'https://a.test/v1' }
    const codes = (route: string, env: Readonly<Record<string, string>>) =>
      said({
        inputs: { route, model: 'm' },
        env: { ...env, AZURE_OPENAI_API_KEY: AZURE_KEY },
      }).filter((one) => /base_url_missing|conflict\b/.test(one.split(':')[0] ?? ''))
    expect([
      ...codes('azure', {}),
      ...codes('gateway', {}),
      ...codes('gateway', azure),
      ...codes('openai', azure),
      ...codes('azure', azure),
      ...codes('auto', both),
      ...codes('openai', both),
      ...codes('gateway', both),
      ...codes('azure', both),
    ]).toMatchInlineSnapshot(`
      [
        "fatal config.base_url_missing: The route is azure, and there is no base URL: neither base-url nor a variable of the SDK is set. Set AZURE_OPENAI_ENDPOINT or base-url, for example https://NAME.openai.azure.com/openai/v1.",
        "fatal config.base_url_missing: The route is gateway, and there is no base URL: neither base-url nor a variable of the SDK is set. Set base-url or OPENAI_BASE_URL to the address of the gateway.",
        "fatal config.base_url_missing: The route is gateway, and there is no base URL: neither base-url nor a variable of the SDK is set. Set base-url or OPENAI_BASE_URL to the address of the gateway.",
        "fatal config.conflict: OPENAI_BASE_URL and AZURE_OPENAI_ENDPOINT are both set and name different services: which one is called depends on the class that the application uses. Remove OPENAI_BASE_URL or AZURE_OPENAI_ENDPOINT from this job, or set base-url to the one that the application calls.",
        "warning config.conflict: OPENAI_BASE_URL and AZURE_OPENAI_ENDPOINT are both set and name different services: which one is called depends on the class that the application uses. Remove OPENAI_BASE_URL or AZURE_OPENAI_ENDPOINT from this job, or set base-url to the one that the application calls.",
        "warning config.conflict: OPENAI_BASE_URL and AZURE_OPENAI_ENDPOINT are both set and name different services: which one is called depends on the class that the application uses. Remove OPENAI_BASE_URL or AZURE_OPENAI_ENDPOINT from this job, or set base-url to the one that the application calls.",
        "fatal config.conflict: OPENAI_BASE_URL and AZURE_OPENAI_ENDPOINT are both set and name different services: which one is called depends on the class that the application uses. Remove OPENAI_BASE_URL or AZURE_OPENAI_ENDPOINT from this job, or set base-url to the one that the application calls.",
      ]
    `)
  })
  test('of another kind than the route', () => {
    const kinds = (route: string, url: string) =>
      said({ inputs: { route, 'base-url': url, model: 'm' } }).filter((one) =>
        one.includes('conflict_route'),
      )
    expect([
      ...kinds('azure', 'https://api.openai.com/v1'),
      ...kinds('gateway', 'https://api.openai.com/v1'),
      ...kinds('openai', 'https://b.openai.azure.com/openai/v1'),
      ...kinds('openai', 'https://a.test/v1'),
      ...kinds('openai', 'https://api.openai.com/v1'),
      ...kinds('auto', 'https://b.openai.azure.com/openai/v1'),
    ]).toMatchInlineSnapshot(`
      [
        "fatal config.conflict_route: route is azure, and the host of the base URL is OpenAI's own. Write route openai or auto, or set base-url to the azure that is meant.",
        "warning config.conflict_route: route is gateway, and the host of the base URL is OpenAI's own. Write route openai or auto, or set base-url to the gateway that is meant.",
        "fatal config.conflict_route: route is openai, and the host of the base URL is Azure's own. Write route azure or auto, or set base-url to the openai that is meant.",
      ]
    `)
  })
})

test.each([
  ['https://me:secret1@a.test/v1?x=1', 'https://a.test/v1', ['secret1']],
  ['me:secret1@a.test', 'a.test', ['secret1']],
  ['@a.test/v1#x', 'a.test/v1', []],
  ['//longuser:secret1@a.test', '//a.test', ['longuser', 'secret1']],
  ['https://p@ss:word12@a.test/x@y', 'https://a.test/x@y', ['word12']],
  ['https://a.test/x@y', 'https://y', ['a.test/x']],
  ['a.test/v1', 'a.test/v1', []],
  ['é.test/v1', 'é.test/v1', []],
])('%s is printed without what may be a credential, which is masked', (text, shown, masked) => {
  const given = { text, setting: 'base-url', name: 'base-url', from: 'input' } as const
  expect(printable(text)).toBe(shown)
  expect(credentialsIn(given, text).map((one) => one.reveal())).toEqual(masked)
})

describe('a key', () => {
  const of = (key: string, inputs: Readonly<Record<string, string>> = {}) =>
    said({ inputs, env: { OPENAI_API_KEY: key } })
  const [azure, gateway] = [
    { 'base-url': 'https://b.openai.azure.com/openai/v1', model: 'm' },
    { 'base-url': 'https://api.groq.com/openai/v1', model: 'm' },
  ]
  const groq = ['gsk', `${'aB3'.repeat(17)}a`].join('_')
  test('of somebody else', () => {
    expect([
      ...of(groq),
      ...of(groq, azure),
      ...of(groq, gateway),
      ...of(KEY, azure),
      ...of(KEY, gateway),
      ...of(AZURE_KEY),
      ...of(`sk-admin-${'aB3dE6gH9'.repeat(6)}`),
    ]).toMatchInlineSnapshot(`
      [
        "fatal config.key_other_vendor: OPENAI_API_KEY is a Groq key, and OpenAI does not take it (56 characters, kind groq). Put a key of OpenAI there, or set base-url to the service that the key belongs to.",
        "fatal config.key_other_vendor: OPENAI_API_KEY is a Groq key, and Azure OpenAI does not take it (56 characters, kind groq). Put a key of Azure OpenAI there, or set base-url to the service that the key belongs to.",
        "fatal config.conflict_key: OPENAI_API_KEY is an OpenAI project key, and the route is Azure (116 characters, kind openai-project). Put a key of the Azure resource into AZURE_OPENAI_API_KEY (Azure portal → resource → Keys and Endpoint), or sign in with Entra ID.",
        "fatal config.key_other_vendor: OPENAI_API_KEY is an OpenAI project key, and api.groq.com takes other keys (116 characters, kind openai-project). Put a Groq key there, or set base-url to the service that the key belongs to.",
        "fatal config.conflict_key: OPENAI_API_KEY is a key in the form of Azure, and the route is OpenAI (32 characters, kind azure). Put an OpenAI key (sk-…) into OPENAI_API_KEY, or set base-url to the Azure endpoint that this key belongs to.",
        "fatal config.key_is_admin: OPENAI_API_KEY is an OpenAI admin key, which no model endpoint takes (63 characters, kind openai-admin). Use a project key (sk-proj-…) or a service-account key: admin keys only reach the administration API.",
      ]
    `)
  })
  test('that no API takes', () => {
    expect([
      ...of('x'.repeat(30)),
      ...of(`${KEY}\n`),
      ...of(`${KEY} `),
      ...of(`${KEY} `, { client: 'curl' }),
      ...of(`sk-${'a'.repeat(20)}\u0001b`),
      ...of(`\u0001sk-${'a'.repeat(20)}`),
      ...of('one two three'),
      ...of('one two 33'),
      ...of(`sk-${'a'.repeat(30)}é`),
      ...of(`sk-${'a'.repeat(30)}…b`),
      ...of(`sk-${'a'.repeat(20)} ${'b'.repeat(20)}`),
      ...of(`sk-${'a'.repeat(20)}\n${'b'.repeat(20)}`),
    ]).toMatchInlineSnapshot(`
      [
        "fatal config.key_placeholder: OPENAI_API_KEY holds a placeholder instead of a key (30 characters). Store the real key; the value in place now is an example.",
        "warning config.key_has_newline: OPENAI_API_KEY has a line break before or after the key (116 characters without it): the Node SDK trims it, Python and curl cannot send it. Store the key again without a line break at its ends, for example with printf %s instead of echo.",
        "warning config.key_has_space: OPENAI_API_KEY has a space before or after the key (116 characters without it): the Node SDK trims it, Python and curl cannot send it. Store the key again without a space at its ends, for example with printf %s instead of echo.",
        "fatal config.key_has_space: OPENAI_API_KEY has a space before or after the key (116 characters without it): the Node SDK trims it, Python and curl cannot send it. Store the key again without a space at its ends, for example with printf %s instead of echo.",
        "fatal config.key_has_control_character: OPENAI_API_KEY has a control character after character 23 (25 characters). Store the key again as plain text.",
        "fatal config.key_has_control_character: OPENAI_API_KEY has a control character after character 0 (24 characters). Store the key again as plain text.",
        "fatal config.key_is_prose: OPENAI_API_KEY holds a sentence, not a key (13 characters). Store the key itself as a secret and pass it on unchanged; a command that printed an error instead of the key is the usual cause.",
        "fatal config.key_has_space: OPENAI_API_KEY has a space after character 3 (10 characters). Remove the space: a bearer token never holds one (RFC 6750 §2.1).",
        "fatal config.key_not_ascii: OPENAI_API_KEY has a letter outside ASCII (U+00E9) after character 33, which no HTTP header can carry (34 characters). Copy the key again from where it was created, not from a document, chat or PDF.",
        "fatal config.key_not_ascii: OPENAI_API_KEY has an ellipsis (U+2026) after character 33, which no HTTP header can carry (35 characters). Copy the key again from where it was created, not from a document, chat or PDF.",
        "fatal config.key_has_space: OPENAI_API_KEY has a space after character 23 (44 characters). Remove the space: a bearer token never holds one (RFC 6750 §2.1).",
        "fatal config.key_has_newline: OPENAI_API_KEY has a line break after character 23 (44 characters). Store the key as one line; two keys or a wrapped line cannot be sent in a header.",
      ]
    `)
  })
})

test('a variable of a sign-in that stands alone is named where no key is found', () => {
  const of = (env: Readonly<Record<string, string>>) =>
    said({
      inputs: { 'base-url': 'https://b.openai.azure.com/openai/v1', model: 'm' },
      env: { OPENAI_API_KEY: '', ...env },
    }).join()
  expect(of({ AZURE_CLIENT_ID: 'a' })).toContain(' AZURE_CLIENT_ID is set alone.')
  expect(of({})).toContain('config.key_missing')
  expect(of({})).not.toContain('is set alone')
})

test('times against the deadline, and what organization and project are', () => {
  const of = (inputs: Readonly<Record<string, string>>) =>
    said({ inputs: { deadline: '60s', ...inputs } })
  expect([
    ...of({ timeout: '60s' }),
    ...of({ timeout: '61s' }),
    ...of({ 'wait-up-to': '2m' }),
    ...of({ 'path-checks': 'idle=59s' }),
    ...of({ 'path-checks': 'idle=60s' }),
    ...of({ organization: 'proj_a1' }),
    ...of({ organization: 'org-a1' }),
    ...of({ organization: 'acme' }),
    ...of({ project: 'org-a1' }),
    ...of({ project: 'proj_a-1' }),
    ...of({ project: 'me@a.test' }),
  ]).toMatchInlineSnapshot(`
    [
      "warning config.conflict_deadline: timeout is 61s, and the deadline of the whole run ends it after 1m. Set deadline to more than 61s, or timeout to less than 1m.",
      "warning config.conflict_deadline: wait-up-to is 2m, and the deadline of the whole run ends it after 1m. Set deadline to more than 2m, or wait-up-to to less than 1m.",
      "warning config.conflict_deadline: path-checks lets a connection rest for 1m, and the deadline of the whole run ends it after 1m. Set deadline to at least 90s, or shorten idle.",
      "fatal config.organization_malformed: organization is "proj_a1", a project id and not an organization id. Write the id from platform.openai.com (Settings → Organization → General): it begins with org-.",
      "warning config.organization_malformed: organization is "acme", which does not begin with org-. Write the id from platform.openai.com (Settings → Organization → General): it begins with org-.",
      "fatal config.project_malformed: project is "org-a1", an organization id and not a project id. Write the id from platform.openai.com (Settings → Project → General): it begins with proj_.",
      "warning config.project_malformed: project is "proj_a-1", which does not begin with proj_. Write the id from platform.openai.com (Settings → Project → General): it begins with proj_.",
      "fatal config.project_malformed: project is "me@a.test", a mail address and not a project id. Write the id from platform.openai.com (Settings → Project → General): it begins with proj_.",
    ]
  `)
})

test('an api-version is a date, and only for the classic endpoint', () => {
  const of = (
    version: string,
    url = 'https://b.openai.azure.com',
    from: 'input' | 'env' = 'input',
  ) =>
    said({
      inputs: {
        'base-url': url,
        model: 'm',
        ...(from === 'input' ? { 'api-version': version } : {}),
      },
      env: {
        AZURE_OPENAI_API_KEY: AZURE_KEY,
        ...(from === 'env' ? { OPENAI_API_VERSION: version } : {}),
      },
    }).filter((one) => one.includes('api_version'))
  expect(['2024-01-01', '2024-12-31', '2024-10-21-preview'].flatMap((one) => of(one))).toEqual([])
  expect([
    ...of('2024-00-10'),
    ...of('2024-13-10'),
    ...of('2024-10-00'),
    ...of('2024-10-32'),
    ...of('latest'),
    ...of('2024-10-21', 'https://b.openai.azure.com/openai/v1'),
    ...of('2024-10-21', 'https://api.openai.com/v1'),
    ...of('2024-10-21', 'https://a.test/v1'),
    ...of('2024-10-21', 'https://a.test/v1', 'env'),
    ...of('2024-10-21', 'https://api.openai.com/v1', 'env'),
  ]).toMatchInlineSnapshot(`
    [
      "fatal config.api_version_malformed: api-version is "2024-00-10", which is not a version of the Azure API. Write it as YYYY-MM-DD or YYYY-MM-DD-preview, for example 2024-10-21.",
      "fatal config.api_version_malformed: api-version is "2024-13-10", which is not a version of the Azure API. Write it as YYYY-MM-DD or YYYY-MM-DD-preview, for example 2024-10-21.",
      "fatal config.api_version_malformed: api-version is "2024-10-00", which is not a version of the Azure API. Write it as YYYY-MM-DD or YYYY-MM-DD-preview, for example 2024-10-21.",
      "fatal config.api_version_malformed: api-version is "2024-10-32", which is not a version of the Azure API. Write it as YYYY-MM-DD or YYYY-MM-DD-preview, for example 2024-10-21.",
      "fatal config.api_version_malformed: api-version is "latest", which is not a version of the Azure API. Write it as YYYY-MM-DD or YYYY-MM-DD-preview, for example 2024-10-21.",
      "warning config.conflict_api_version: api-version is set, and the v1 endpoint of Azure refuses the api-version parameter; it is not sent. Remove api-version from this job.",
      "warning config.conflict_api_version: api-version is set, and the OpenAI API takes no api-version; it is not sent. Remove api-version from this job, or set base-url to the Azure endpoint that it was meant for.",
      "warning config.conflict_api_version: api-version is set, and the gateway takes no api-version; it is not sent. Remove api-version from this job, or set base-url to the Azure endpoint that it was meant for.",
      "warning config.conflict_api_version: OPENAI_API_VERSION is set, and the OpenAI API takes no api-version; it is not sent. Remove OPENAI_API_VERSION from this job, or set base-url to the Azure endpoint that it was meant for.",
    ]
  `)
})

test('a duration without a unit is seconds, unless it can only be milliseconds', () => {
  const of = (text: string) => {
    const read = parseDuration(text, { minMs: 1000, maxMs: 3_600_000 })
    return `${text}: ${'value' in read ? read.value : `${read.wrong}. ${read.fix}`}`
  }
  expect(
    [
      '1',
      '3600',
      '3601',
      '1000',
      '1800',
      '1500',
      '1501',
      '999',
      '5000',
      '0',
      '0.5',
      '500ms',
      '1m30s',
      '1h',
      '61m',
      '10sec',
      '1,5s',
      'soon',
    ].map(of),
  ).toMatchInlineSnapshot(`
    [
      "1: 1000",
      "3600: 3600000",
      "3601: has no unit, and a plain number is seconds. Write 3601ms if milliseconds are meant.",
      "1000: has no unit, and a plain number is seconds. Write 1s if milliseconds are meant, or 1000s if seconds are meant.",
      "1800: 1800000",
      "1500: has no unit, and a plain number is seconds. Write 1500ms if milliseconds are meant, or 1500s if seconds are meant.",
      "1501: 1501000",
      "999: 999000",
      "5000: has no unit, and a plain number is seconds. Write 5s if milliseconds are meant.",
      "0: is not from 1s to 1h. Write a duration from 1s to 1h, for example 500ms, 10s or 2m.",
      "0.5: is not from 1s to 1h. Write a duration from 1s to 1h, for example 500ms, 10s or 2m.",
      "500ms: is not from 1s to 1h. Write a duration from 1s to 1h, for example 500ms, 10s or 2m.",
      "1m30s: 90000",
      "1h: 3600000",
      "61m: is not from 1s to 1h. Write a duration from 1s to 1h, for example 500ms, 10s or 2m.",
      "10sec: is not a duration. Write 10s.",
      "1,5s: is not a duration. Write 1.5s.",
      "soon: is not a duration. Write a duration from 1s to 1h, for example 500ms, 10s or 2m.",
    ]
  `)
  expect(
    [500, 1000, 60_000, 61_000, 3_600_000, 5_400_000, 86_400_000, 90_000_000].map(duration),
  ).toEqual(['500ms', '1s', '1m', '61s', '1h', '90m', '1d', '25h'])
})

test.each([
  'https://a.test/?x',
  'https://a.test/#x',
  'https://u@a.test',
  'https://:p@a.test',
  'ftp://a.test',
])('a URL that is asked for something holds nothing else: %s', (text) => {
  expect(parseUrl(text)).toHaveProperty('wrong')
  expect(parseUrl('https://a.test/x')).toEqual({ value: 'https://a.test/x' })
})
