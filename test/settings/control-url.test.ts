import { describe, expect, test } from 'vitest'
import { codes, settingsOf } from './source.ts'

const given = (text: string) => settingsOf({ inputs: { 'control-url': text, depth: 'route' } })

describe('control-url', () => {
  test.each([
    ['https://ghe.corp.example', 'https://ghe.corp.example/'],
    [' https://ghe.corp.example/api/v3 ', 'https://ghe.corp.example/api/v3'],
    ['http://10.1.2.3:8080/health', 'http://10.1.2.3:8080/health'],
    ['HTTPS://[::1]:8443/', 'https://[::1]:8443/'],
  ])('%s is asked as %s', (text, url) => {
    const { controlUrl, problems } = given(text)
    expect(controlUrl).toBe(url)
    expect(problems).toEqual([])
  })

  test.each([
    'api.github.com',
    'ftp://host.example',
    'https://',
    'https:/one.example',
    'https://two words.example',
    'https://host.example/?token=1',
    'https://host.example/#part',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('%s is refused', (text) => {
    const { controlUrl, problems } = given(text)
    expect(controlUrl).toBeUndefined()
    expect(codes(problems)).toEqual(['fatal config.input_invalid'])
    expect(problems[0]).toMatchObject({
      setting: 'control-url',
      fix: expect.stringMatching(/^Write /),
    })
  })

  test('credentials in it are refused, not shown, and known to be secret', () => {
    const password = ['hunter', 'two', '22'].join('-')
    const settings = given(`https://someone:${password}@host.example/x`)
    expect(codes(settings.problems)).toEqual(['fatal config.input_invalid'])
    expect(JSON.stringify(settings.problems)).not.toContain(password)
    expect(settings.problems[0]?.message).toContain('host.example')
    expect(settings.secrets.map(({ value }) => value.reveal())).toContain(password)
    expect(settings.controlUrl).toBeUndefined()
  })

  test('is GITHUB_API_URL of the job by default, and nothing where that is no URL', () => {
    const env = { GITHUB_API_URL: 'https://ghe.corp.example/api/v3' }
    expect(settingsOf({ env }).controlUrl).toBe('https://ghe.corp.example/api/v3')
    expect(settingsOf({ env, inputs: { 'control-url': 'https://b.example' } }).controlUrl).toBe(
      'https://b.example/',
    )
    const broken = settingsOf({ env: { GITHUB_API_URL: 'nonsense' }, inputs: { depth: 'route' } })
    expect(broken.controlUrl).toBeUndefined()
    expect(broken.problems).toEqual([])
    expect(settingsOf({}).controlUrl).toBeUndefined()
  })
})
