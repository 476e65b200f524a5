import {
  assert,
  constantFrom,
  json as anyJson,
  oneof,
  property,
  string as anyString,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectClient } from '../../src/egress/index.ts'
import { versionOf } from '../../src/egress/python-manifests.ts'

const detect = (files: Readonly<Record<string, string>>) =>
  detectClient({ files: Object.keys(files), readFile: (path) => files[path] })
const json = (value: unknown): string => JSON.stringify(value)
const packageJson = (...names: readonly string[]): string =>
  json({ dependencies: Object.fromEntries(names.map((name) => [name, '^7.0.0'])) })

describe('the client is found in the checkout', () => {
  test.each([
    ['package.json', packageJson('openai'), 'node', 'package.json lists openai ^7.0.0'],
    [
      'package.json',
      packageJson('@azure/openai'),
      'node',
      'package.json lists @azure/openai ^7.0.0',
    ],
    ['package.json', packageJson('ai'), 'node', 'package.json lists ai ^7.0.0'],
    [
      'package.json',
      packageJson('@langchain/openai'),
      'node',
      'package.json lists @langchain/openai ^7.0.0',
    ],
    [
      'api/package.json',
      json({ devDependencies: { openai: 'latest' } }),
      'node',
      'api/package.json lists openai latest',
    ],
    [
      'package-lock.json',
      json({ lockfileVersion: 3, packages: { 'node_modules/openai': { version: '7.57.0' } } }),
      'node',
      'package-lock.json lists openai 7.57.0',
    ],
    [
      'package-lock.json',
      json({ packages: { 'apps/api/node_modules/openai': { version: '6.1.0' } } }),
      'node',
      'package-lock.json lists openai 6.1.0',
    ],
    [
      'npm-shrinkwrap.json',
      json({ lockfileVersion: 1, dependencies: { openai: { version: '4.2.0' } } }),
      'node',
      'npm-shrinkwrap.json lists openai 4.2.0',
    ],
    [
      'yarn.lock',
      '"@types/node@*":\n  version "1.0.0"\n\nopenai@^4.0.0, openai@^4.1.0:\n  version "4.104.0"\n',
      'node',
      'yarn.lock lists openai 4.104.0',
    ],
    [
      'yarn.lock',
      '"openai@npm:^5.0.0":\n  version: 5.23.2\n  resolution: x\n',
      'node',
      'yarn.lock lists openai 5.23.2',
    ],
    [
      'pnpm-lock.yaml',
      'packages:\n\n  openai@7.1.0(ws@8.0.0)(zod@4.0.0):\n    resolution: {}\n',
      'node',
      'pnpm-lock.yaml lists openai 7.1.0',
    ],
    [
      'pnpm-lock.yaml',
      "packages:\n  '/@azure/openai@2.0.0':\n    dev: false\n",
      'node',
      'pnpm-lock.yaml lists @azure/openai 2.0.0',
    ],
    [
      'bun.lock',
      '{\n  "packages": {\n    "openai": ["openai@4.1.0", "", {}],\n  }\n}',
      'node',
      'bun.lock lists openai 4.1.0',
    ],
    [
      'requirements.txt',
      'flask\nopenai==2.54.0\n',
      'python',
      'requirements.txt lists openai==2.54.0',
    ],
    [
      'requirements-dev.txt',
      'OpenAI[datalib] >= 1.30, < 3  # the API\r\n',
      'python',
      'requirements-dev.txt lists openai>=1.30,<3',
    ],
    ['requirements/base.in', 'openai', 'python', 'requirements/base.in lists openai'],
    [
      'requirements.txt',
      'openai==3.1.0 --hash=sha256:abc ; python_version > "3.9"',
      'python',
      'requirements.txt lists openai==3.1.0',
    ],
    [
      'requirements.txt',
      'langchain_openai~=0.3',
      'python',
      'requirements.txt lists langchain-openai~=0.3',
    ],
    [
      'pyproject.toml',
      '[project]\nname = "openai-bot"\ndependencies = [\n  "httpx",\n  "openai>=3,<4", # x\n]\n',
      'python',
      'pyproject.toml lists openai>=3,<4',
    ],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["openai"]\n',
      'python',
      'pyproject.toml lists openai',
    ],
    [
      'pyproject.toml',
      '[dependency-groups]\ntest = ["openai==2.0"]\n',
      'python',
      'pyproject.toml lists openai==2.0',
    ],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies]\npython = "^3.12"\nopenai = "^1.0"\n',
      'python',
      'pyproject.toml lists openai ^1.0',
    ],
    [
      'pyproject.toml',
      '[tool.poetry.group.dev.dependencies]\nopenai = {version = "~2.1", extras = ["x"]}\n',
      'python',
      'pyproject.toml lists openai ~2.1',
    ],
    [
      'poetry.lock',
      '[[package]]\nname = "openai"\nversion = "2.54.0"\ndescription = ""\n',
      'python',
      'poetry.lock lists openai 2.54.0',
    ],
    [
      'uv.lock',
      'version = 1\n\n[[package]]\r\nname = "openai"\r\nversion = "3.22.1"\r\n',
      'python',
      'uv.lock lists openai 3.22.1',
    ],
    ['Pipfile', '[packages]\nopenai = "*"\n', 'python', 'Pipfile lists openai *'],
    [
      'Pipfile.lock',
      json({ default: { openai: { version: '==1.2.3' } } }),
      'python',
      'Pipfile.lock lists openai 1.2.3',
    ],
    [
      'setup.py',
      'setup(name="x", install_requires=["openai>=1"])',
      'python',
      'setup.py lists openai>=1',
    ],
    [
      'setup.cfg',
      '[options]\ninstall_requires =\n    openai>=2\n',
      'python',
      'setup.cfg lists openai>=2',
    ],
    [
      'environment.yml',
      'dependencies:\n  - python=3.12\n  - pip:\n    - openai==2.1\n',
      'python',
      'environment.yml lists openai==2.1',
    ],
  ] as const)('%s: %#', (path, text, client, reason) => {
    expect(detect({ [path]: text })).toMatchObject({ client, reason })
  })

  test.each([
    ['README.md', 'pip install openai'],
    ['package.json', json({ name: 'openai', description: 'openai' })],
    ['node_modules/x/package.json', packageJson('openai')],
    ['.venv/lib/python3.12/site-packages/x/pyproject.toml', '[project]\ndependencies=["openai"]'],
    ['requirements.txt', '# openai==1.0\nopenai-whisper\nnot-openai\n-r openai.txt\n'],
    [
      'pyproject.toml',
      '[project]\nname = "openai"\nkeywords = ["openai"]\n[tool.mypy]\nmodule = "openai"\n',
    ],
    ['package.json', '{ "dependencies": { "openai": '],
    ['package.json', '[]'],
    ['package-lock.json', 'null'],
    ['poetry.lock', '\u0000\u0001'],
  ])('%s says nothing: %#', (path, text) => {
    expect(detect({ [path]: text })).toEqual({
      client: 'node',
      reason: 'nothing in the checkout names a client',
    })
  })

  test('the lock file is quoted, because it knows the version', () => {
    expect(
      detect({
        'package.json': packageJson('openai'),
        'package-lock.json': json({ packages: { 'node_modules/openai': { version: '7.57.0' } } }),
      }).reason,
    ).toBe('package-lock.json lists openai 7.57.0')
  })

  test('of both, the one that asks for openai itself is taken', () => {
    const files = { 'package.json': packageJson('ai'), 'requirements.txt': 'openai==2.0.0' }
    expect(detect(files)).toEqual({
      client: 'python',
      reason: 'requirements.txt lists openai==2.0.0',
      pythonOpenai: '2.0.0',
    })
    expect(
      detect({ 'package.json': packageJson('openai'), 'requirements.txt': 'litellm' }).client,
    ).toBe('node')
  })

  test('an example below does not outweigh the application at the top', () => {
    expect(
      detect({
        'examples/node/package.json': packageJson('openai'),
        'pyproject.toml': '[project]\ndependencies=["openai"]',
      }).client,
    ).toBe('python')
  })

  test('a tie goes to node and says both', () => {
    expect(
      detect({ 'package.json': packageJson('openai'), 'requirements.txt': 'openai<3' }),
    ).toEqual({
      client: 'node',
      reason:
        'package.json lists openai ^7.0.0 and requirements.txt lists openai<3; node is taken, set client to choose',
      pythonOpenai: '2',
    })
  })

  test('a file that is too large, missing or fails to be read is passed over', () => {
    const large = packageJson('openai').padEnd(16 * 1024 * 1024 + 1)
    expect(detect({ 'package.json': large, 'requirements.txt': 'openai' }).client).toBe('python')
    expect(detectClient({ files: ['package.json'], readFile: () => undefined }).client).toBe('node')
    expect(
      detectClient({
        files: ['package.json', 'requirements.txt'],
        readFile: (path) => {
          if (path === 'package.json') throw new Error('EACCES')
          return 'openai'
        },
      }).client,
    ).toBe('python')
  })

  test('no more than sixty files are read, the highest first', () => {
    const asked: string[] = []
    const files = Array.from({ length: 500 }, (_, at) => `a/b/p${at}/package.json`)
    detectClient({
      files: [...files, 'package.json'],
      readFile: (path) => {
        asked.push(path)
        return '{}'
      },
    })
    expect(asked).toHaveLength(60)
    expect(asked[0]).toBe('package.json')
  })

  test('odd characters of a stranger do not reach the reason', () => {
    const files = {
      'package.json': json({ dependencies: { openai: '1\n::error::x\u001b[0m`<b>' } }),
    }
    expect(detect(files).reason).toBe('package.json lists openai 1?::error::x??0m?<b>')
  })

  test('garbage of any kind is never thrown at', () => {
    const paths = [
      'package.json',
      'package-lock.json',
      'pnpm-lock.yaml',
      'pyproject.toml',
      'uv.lock',
      'Pipfile.lock',
      'requirements.txt',
      'setup.cfg',
    ]
    assert(
      property(constantFrom(...paths), oneof(anyString(), anyJson()), (path, text) => {
        expect(detect({ [path]: text }).reason).toBeTypeOf('string')
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['==2.54.0', '2.54.0'],
  ['2.54.0', '2.54.0'],
  ['~=1.30', '1.30'],
  ['^1.0', '1.0'],
  ['==2.*', '2'],
  ['<3', '2'],
  ['<3.0.0', '2'],
  ['<3.1', '3'],
  ['<=3', '3'],
  ['>=1,<2', '1'],
  ['>=1.30', undefined],
  ['*', undefined],
  ['', undefined],
])('the specifier %j installs version %s', (specifier, version) => {
  expect(versionOf(specifier)).toBe(version)
})
