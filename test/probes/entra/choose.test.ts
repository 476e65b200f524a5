import { describe, expect, test } from 'vitest'
import { chooseSignIn } from '../../../src/probes/entra/index.ts'

const IDS = { AZURE_TENANT_ID: 'tenant', AZURE_CLIENT_ID: 'client' }
const JOB = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example.test/?x=1',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'z'.repeat(20),
}
const RESOURCE = { baseUrl: 'https://name.openai.azure.com' }

describe('the environment says how the job signs in', () => {
  test.for<[string, Readonly<Record<string, string>>, string]>([
    ['a secret comes first', { ...IDS, ...JOB, AZURE_CLIENT_SECRET: 's' }, 'client-secret'],
    [
      'a certificate',
      { ...IDS, ...JOB, AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem' },
      'client-certificate',
    ],
    [
      'the file of the platform',
      { ...IDS, ...JOB, AZURE_FEDERATED_TOKEN_FILE: '/t' },
      'workload-identity',
    ],
    ['the token of the job', { ...IDS, ...JOB }, 'job-token'],
    ['ids on a hosted runner', { ...IDS, RUNNER_ENVIRONMENT: 'github-hosted' }, 'job-token'],
    ['ids on a machine of one’s own', IDS, 'managed-identity'],
    [
      'an identity endpoint',
      { IDENTITY_ENDPOINT: 'http://127.0.0.1:42/token' },
      'managed-identity',
    ],
    ['a secret without its ids says nothing', { AZURE_CLIENT_SECRET: 's' }, 'managed-identity'],
    ['empty is unset', { ...IDS, AZURE_CLIENT_SECRET: ' ', ...JOB }, 'job-token'],
    [
      'AZURE_TOKEN_CREDENTIALS, which leaves one of the chain',
      {
        ...IDS,
        ...JOB,
        AZURE_CLIENT_SECRET: 's',
        AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential',
      },
      'managed-identity',
    ],
    [
      'the Azure CLI alone, whatever else is set',
      { ...IDS, ...JOB, AZURE_CLIENT_SECRET: 's', AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential' },
      'azure-cli',
    ],
    [
      'the tools of developers, of which it is one',
      { AZURE_TOKEN_CREDENTIALS: 'dev' },
      'azure-cli',
    ],
    [
      'the workload alone',
      {
        ...IDS,
        ...JOB,
        AZURE_CLIENT_SECRET: 's',
        AZURE_TOKEN_CREDENTIALS: 'workloadidentitycredential',
      },
      'job-token',
    ],
    [
      'prod, which leaves all of it',
      { ...IDS, ...JOB, AZURE_CLIENT_SECRET: 's', AZURE_TOKEN_CREDENTIALS: 'prod' },
      'client-secret',
    ],
  ])('%s', ([, env, method]) => {
    expect(chooseSignIn(env, RESOURCE).method).toBe(method)
  })

  test.for<[string, Readonly<Record<string, string>>, string]>([
    ['alone', {}, 'azure-cli'],
    [
      'with ids that nothing belongs to',
      { ...IDS, RUNNER_ENVIRONMENT: 'github-hosted' },
      'azure-cli',
    ],
    ['after a secret', { ...IDS, AZURE_CLIENT_SECRET: 's' }, 'client-secret'],
    ['after the token of the job', { ...IDS, ...JOB }, 'job-token'],
    [
      'after the identity of the platform',
      { IDENTITY_ENDPOINT: 'http://127.0.0.1:42/' },
      'managed-identity',
    ],
    ['not where it is left out', { AZURE_TOKEN_CREDENTIALS: 'prod' }, 'managed-identity'],
  ])('a session of az counts %s', ([, env, method]) => {
    expect(chooseSignIn(env, { ...RESOURCE, azureCli: true }).method).toBe(method)
  })

  test.for<[string, string]>([
    ['https://name.openai.azure.com', 'https://cognitiveservices.azure.com/.default'],
    ['https://name.openai.azure.com/openai/v1', 'https://ai.azure.com/.default'],
    ['https://name.services.ai.azure.com', 'https://ai.azure.com/.default'],
    ['https://name.openai.azure.us', 'https://cognitiveservices.azure.us/.default'],
    ['https://name.openai.azure.cn', 'https://cognitiveservices.azure.cn/.default'],
  ])('%s takes tokens for %s', ([baseUrl, scope]) => {
    expect(chooseSignIn(IDS, { baseUrl }).scope).toBe(scope)
  })

  test('a scope that is set stands before that of the host', () => {
    const azureScope = 'https://ai.azure.com/.default'
    expect(chooseSignIn(IDS, { ...RESOURCE, azureScope }).scope).toBe(azureScope)
  })

  test('no credential is trimmed, and the variable is named', () => {
    const env = { ...IDS, AZURE_CLIENT_SECRET: 's\n' }
    const { clientSecret, padded } = chooseSignIn(env, RESOURCE)
    expect(clientSecret?.reveal()).toBe('s\n')
    expect(padded).toEqual(['AZURE_CLIENT_SECRET'])
  })

  test('an authority without a scheme is https', () => {
    const env = { ...IDS, ...JOB, AZURE_AUTHORITY_HOST: 'login.microsoftonline.us' }
    expect(chooseSignIn(env, RESOURCE).authority.href).toBe('https://login.microsoftonline.us/')
  })
})
