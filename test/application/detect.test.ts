import {
  assert,
  constantFrom,
  json as anyJson,
  oneof,
  property,
  string as anyString,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectClient } from '../../src/application/detect.ts'
import type { Client } from '../../src/model/index.ts'
import { versionOf } from '../../src/application/python-requirements.ts'

/** What they say is in the reason as well. */
const withoutLibraries = ({ sdks: _sdks, ...found }: ReturnType<typeof detectClient>) => found

const detect = (files: Readonly<Record<string, string>>) =>
  withoutLibraries(detectClient({ files: Object.keys(files), readFile: (path) => files[path] }))
const json = (value: unknown): string => JSON.stringify(value)
const packageJson = (...names: readonly string[]): string =>
  json({ dependencies: Object.fromEntries(names.map((name) => [name, '^7.0.0'])) })

describe('of several clients the one whose call was found', () => {
  const files = {
    'web/package.json': packageJson('openai'),
    'worker/go.mod': 'module x\n\nrequire github.com/openai/openai-go/v3 v3.8.0\n',
    'jobs/requirements.txt': 'openai==2.9.0\n',
  }
  const taken = (file: string, clients: readonly Client[], of: Record<string, string> = files) =>
    detectClient({ files: Object.keys(of), readFile: (path) => of[path] }, { file, clients })

  test.each([
    ['worker/main.go', ['go'], 'go'],
    ['jobs/ask.py', ['python'], 'python'],
    ['web/src/ask.ts', ['node', 'bun', 'deno'], 'node'],
  ] as const)('%s: %s', (file, clients, client) => {
    const found = taken(file, clients)
    expect(found.client).toBe(client)
    expect(found.reason).toContain(`${client} is taken, whose call is in ${file}, set client`)
    expect(found.clients.toSorted()).toEqual(['go', 'node', 'python'])
  })

  test('in a monorepo of one language the runtime whose manifest stands above the call', () => {
    const two = {
      'api/package.json': packageJson('openai'),
      'api/package-lock.json': '{}',
      'edge/package.json': packageJson('openai'),
      'edge/bun.lock': '{}',
    }
    const clients = ['node', 'bun', 'deno'] as const
    expect(taken('edge/src/a.ts', clients, two).client).toBe('bun')
    expect(taken('api/src/a.ts', clients, two).client).toBe('node')
  })

  test('a call speaks where no manifest does, and against one of another language', () => {
    const found = taken('ask.py', ['python'], { 'package.json': packageJson('openai') })
    expect(found).toMatchObject({ client: 'python', known: true })
    expect(found.reason).toContain('ask.py calls the API')
    expect(taken('ask.rb', ['ruby'], {})).toMatchObject({ client: 'ruby', known: true })
  })

  test('a shell script beside an application is not the application', () => {
    const node = { 'package.json': packageJson('openai') }
    expect(taken('scripts/smoke.sh', ['curl'], node).client).toBe('node')
    expect(taken('ask.sh', ['curl'], {}).client).toBe('curl')
  })
})

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
      'bun',
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
    [
      'go.mod',
      'module x\n\nrequire (\n\tgithub.com/openai/openai-go/v2 v2.1.0\n)\n',
      'go',
      'go.mod lists github.com/openai/openai-go v2.1.0',
    ],
    [
      'services/api/go.mod',
      'require github.com/sashabaranov/go-openai v1.40.0 // direct\n',
      'go',
      'services/api/go.mod lists github.com/sashabaranov/go-openai v1.40.0',
    ],
    ['go.mod', 'module x\n', 'go', 'go.mod is there and lists no OpenAI library'],
    [
      'pom.xml',
      '<project><dependencies><dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId><version>4.0.0</version></dependency></dependencies></project>',
      'java',
      'pom.xml lists com.openai:openai-java 4.0.0',
    ],
    [
      'api/pom.xml',
      '<dependency>\n  <groupId> com.azure </groupId>\n  <artifactId>azure-ai-openai</artifactId>\n</dependency>\n',
      'java',
      'api/pom.xml lists com.azure:azure-ai-openai',
    ],
    [
      'build.gradle',
      "dependencies {\n  implementation 'com.openai:openai-java:4.1.0'\n}\n",
      'java',
      'build.gradle lists com.openai:openai-java 4.1.0',
    ],
    [
      'app/build.gradle.kts',
      'implementation("dev.langchain4j:langchain4j-open-ai:1.2.0")',
      'java',
      'app/build.gradle.kts lists dev.langchain4j:langchain4j-open-ai 1.2.0',
    ],
    [
      'gradle/libs.versions.toml',
      '[libraries]\nopenai = { module = "com.openai:openai-java", version = "4.1.0" }\n',
      'java',
      'gradle/libs.versions.toml lists com.openai:openai-java 4.1.0',
    ],
    [
      'gradle/libs.versions.toml',
      '[versions]\nspring-ai = "1.0.3"\n[libraries]\nai = { module = "org.springframework.ai:spring-ai-openai", version.ref = "spring-ai" }\n',
      'java',
      'gradle/libs.versions.toml lists org.springframework.ai:spring-ai-openai 1.0.3',
    ],
    [
      'build.gradle',
      "dependencies {\n  implementation group: 'com.openai', name: 'openai-java', version: '4.1.0'\n}\n",
      'java',
      'build.gradle lists com.openai:openai-java 4.1.0',
    ],
    [
      'App.csproj',
      '<ItemGroup>\n<PackageReference\n  Version="2.1.0"\n  Include="Azure.AI.OpenAI" />\n</ItemGroup>',
      'dotnet',
      'App.csproj lists Azure.AI.OpenAI 2.1.0',
    ],
    [
      'paket.dependencies',
      'source https://api.nuget.org/v3/index.json\nnuget OpenAI ~> 2\n',
      'dotnet',
      'paket.dependencies lists OpenAI ~>2',
    ],
    [
      'src/Api/Api.csproj',
      '<ItemGroup><PackageReference Include="OpenAI" Version="2.6.0" /></ItemGroup>',
      'dotnet',
      'src/Api/Api.csproj lists OpenAI 2.6.0',
    ],
    [
      'Directory.Packages.props',
      '<Project>\r\n  <PackageVersion Include="Azure.AI.OpenAI" Version="2.1.0" />\r\n</Project>',
      'dotnet',
      'Directory.Packages.props lists Azure.AI.OpenAI 2.1.0',
    ],
    [
      'packages.lock.json',
      '{\n "dependencies": {\n  "net8.0": {\n   "OpenAI": {\n    "type": "Direct",\n    "resolved": "2.6.0"\n',
      'dotnet',
      'packages.lock.json lists OpenAI 2.6.0',
    ],
    ['Gemfile', "gem 'openai', '~> 0.30'\n", 'ruby', 'Gemfile lists openai ~>0.30'],
    [
      'Gemfile.lock',
      'GEM\n  specs:\n    openai (0.31.0)\n',
      'ruby',
      'Gemfile.lock lists openai 0.31.0',
    ],
    [
      'composer.json',
      json({ require: { 'openai-php/client': '^0.16' } }),
      'php',
      'composer.json lists openai-php/client ^0.16',
    ],
    [
      'composer.lock',
      json({ packages: [{ name: 'openai-php/client', version: 'v0.16.0' }] }),
      'php',
      'composer.lock lists openai-php/client v0.16.0',
    ],
    [
      'Cargo.toml',
      '[dependencies]\nasync-openai = { version = "0.30", features = ["rustls"] }\n',
      'rust',
      'Cargo.toml lists async-openai 0.30',
    ],
    [
      'Cargo.toml',
      '[dependencies]\nasync-openai = "0.29"\n',
      'rust',
      'Cargo.toml lists async-openai 0.29',
    ],
    [
      'Cargo.lock',
      '[[package]]\nname = "async-openai"\nversion = "0.30.1"\n',
      'rust',
      'Cargo.lock lists async-openai 0.30.1',
    ],
    [
      'deno.json',
      '{\n  "imports": {\n    "openai": "npm:openai@^6.1"\n  }\n}',
      'deno',
      'deno.json lists openai ^6.1',
    ],
    [
      'deno.json',
      '{ "imports": { "o": "jsr:@openai/openai@^6" } }',
      'deno',
      'deno.json lists @openai/openai ^6',
    ],
  ] as const)('%s: %#', (path, text, client, reason) => {
    expect(detect({ [path]: text })).toMatchObject({ client, reason })
  })

  test.each([
    ['README.md', 'pip install openai'],
    ['package.json', json({ name: 'openai', description: 'openai' })],
    ['node_modules/x/package.json', packageJson('openai')],
    ['.venv/lib/python3.12/site-packages/x/pyproject.toml', '[project]\ndependencies=["openai"]'],
    ['package.json', '{ "dependencies": { "openai": '],
    ['package.json', '[]'],
    ['package-lock.json', 'null'],
    ['poetry.lock', '\u0000\u0001'],
  ])('%s says nothing: %#', (path, text) => {
    expect(detect({ [path]: text })).toEqual({
      client: 'node',
      reason: 'nothing in the checkout names a client',
      known: false,
      clients: [],
    })
  })

  test.each([
    ['requirements.txt', '# openai==1.0\nopenai-whisper\nnot-openai\n-r openai.txt\n', 'python'],
    [
      'pyproject.toml',
      '[project]\nname = "openai"\nkeywords = ["openai"]\n[tool.mypy]\nmodule = "openai"\n',
      'python',
    ],
    ['composer.json', 'not JSON', 'php'],
    ['Cargo.toml', '[package]\nname = "async-openai"\n', 'rust'],
  ])('%s shows only the language: %#', (path, text, client) => {
    const reason = `${path} is there and lists no OpenAI library`
    expect(detect({ [path]: text })).toMatchObject({ client, reason, known: true })
  })

  test('a language without a library of the API gives way to one with it, and is not told', () => {
    expect(detect({ 'go.mod': 'module x', 'web/requirements.txt': 'openai==2.1' })).toMatchObject({
      client: 'python',
      reason: 'web/requirements.txt lists openai==2.1',
    })
  })

  test('several languages without any library are all told', () => {
    expect(detect({ 'go.mod': 'module x', Gemfile: '' }).reason).toBe(
      'go.mod is there and lists no OpenAI library and Gemfile is there and lists no OpenAI library; go is taken, set client to choose',
    )
  })

  test.each([
    [['package.json', 'bun.lock'], 'bun'],
    [['package.json', 'bunfig.toml'], 'bun'],
    [['package.json', 'deno.json'], 'deno'],
    [['package.json', 'bun.lock', 'package-lock.json'], 'node'],
    [['apps/api/package.json', 'bun.lock'], 'bun'],
    [['apps/api/package.json', 'apps/api/pnpm-lock.yaml', 'bun.lock'], 'node'],
    [['package.json', 'tools/bun.lock'], 'node'],
  ])('package.json beside %j belongs to %s', (files, client) => {
    const text = (path: string) => (path.endsWith('package.json') ? packageJson('openai') : '')
    expect(detect(Object.fromEntries(files.map((path) => [path, text(path)]))).client).toBe(client)
  })

  test.each([
    ['pnpm-lock.yaml', '\n'.repeat(100_000)],
    ['bun.lock', '\r\n'.repeat(60_000)],
    ['yarn.lock', '\n'.repeat(200_000)],
    ['yarn.lock', `openai@${' '.repeat(300_000)}`],
    ['pyproject.toml', '['.repeat(200_000)],
    ['pyproject.toml', `${'['.repeat(900)}\n`.repeat(300)],
    ['pyproject.toml', `[project]\ndependencies = [${'"'.repeat(300_000)}`],
    ['requirements.txt', `openai${'=!'.repeat(300_000)}`],
    ['requirements.txt', `openai${' =!!'.repeat(200)}(\n`.repeat(300)],
    ['environment.yml', ` - ${' '.repeat(300_000)}`],
    ['setup.cfg', `name${' '.repeat(900)}\n`.repeat(300)],
    ['poetry.lock', 'name = "'.repeat(100_000)],
    ['go.mod', `require ${'a/'.repeat(200_000)}`],
    ['go.mod', `${'a/'.repeat(400)} v1\n`.repeat(300)],
    ['pom.xml', '<dependency><groupId>'.repeat(20_000)],
    ['pom.xml', '<'.repeat(300_000)],
    ['build.gradle', `${'a.:'.repeat(300)}\n`.repeat(300)],
    ['a.csproj', `<PackageReference ${'Include="'.repeat(90)}\n`.repeat(300)],
    ['Gemfile', `gem (${'('.repeat(900)}\n`.repeat(300)],
    ['Cargo.toml', `[dependencies.${'-'.repeat(900)}\n`.repeat(300)],
    ['deno.json', `"npm:${'"npm:'.repeat(180)}\n`.repeat(300)],
  ])('%s written to hang a reader is read in no time: %#', (path, text) => {
    const before = performance.now()
    expect(detect({ [path]: text }).reason).toBeTypeOf('string')
    expect(performance.now() - before).toBeLessThan(2000)
  })

  test('manifests that were not read are counted', () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`p${at}/go.mod`, '']))
    expect(detect(files).reason).toContain('; 10 more manifests were not read')
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
      reason:
        'requirements.txt lists openai==2.0.0 and package.json lists ai ^7.0.0; python is taken, set client to choose',
      known: true,
      clients: ['python', 'node'],
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
      known: true,
      clients: ['node', 'python'],
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

  test('no more than forty files of a client are read, the highest first', () => {
    const asked: string[] = []
    const files = Array.from({ length: 500 }, (_, at) => `a/b/p${at}/package.json`)
    detectClient({
      files: [...files, 'package.json'],
      readFile: (path) => {
        asked.push(path)
        return '{}'
      },
    })
    expect(asked).toHaveLength(40)
    expect(asked[0]).toBe('package.json')
  })

  test('a manifest may list more than a call takes as arguments', () => {
    expect(detect({ 'requirements.txt': 'openai\n'.repeat(300_000) }).client).toBe('python')
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
      'go.mod',
      'pom.xml',
      'build.gradle',
      'x.csproj',
      'Gemfile.lock',
      'composer.lock',
      'Cargo.toml',
      'deno.lock',
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
