import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import { askedPython } from '../../src/egress/python-version.ts'
import { pem, question } from './question.ts'

const CA = { '/ca.pem': pem('corporate') }

function strict(
  env: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  installed: NonNullable<Parameters<typeof question>[1]>['installed'] = {},
) {
  const asked = question(
    { SSL_CERT_FILE: '/ca.pem', ...env },
    { files: { ...CA, ...files }, installed },
  )
  const { egress, partialChain } = wayOut('python', asked)
  return { strict: egress.strict, partialChain }
}

const YES = (because: string) => ({ strict: { applies: 'yes', because }, partialChain: true })
const NO = { strict: undefined, partialChain: undefined }
const UNKNOWN = {
  strict: { applies: 'not known', because: 'which Python runs the application' },
  partialChain: undefined,
}

describe('the Python that runs here', () => {
  test.each([
    ['nothing says', {}, {}, UNKNOWN],
    [
      'setup-python 3.13',
      { pythonLocation: '/opt/hostedtoolcache/Python/3.13.1/x64' },
      {},
      YES('Python 3.13 (pythonLocation)'),
    ],
    ['setup-python 3.9', { pythonLocation: '/opt/hostedtoolcache/Python/3.9.20/x64' }, {}, NO],
    [
      'setup-python on Windows',
      { pythonLocation: String.raw`C:\hostedtoolcache\windows\Python\3.14.0\x64` },
      {},
      YES('Python 3.14 (pythonLocation)'),
    ],
    ['pyenv', { PYENV_VERSION: '3.12.1' }, {}, NO],
    ['uv', { UV_PYTHON: 'cpython-3.13.1-linux-x86_64-gnu' }, {}, YES('Python 3.13 (UV_PYTHON)')],
    [
      'a virtual environment',
      { VIRTUAL_ENV: '/v' },
      { '/v/lib/python3.13/site-packages/x': '' },
      YES('Python 3.13 (VIRTUAL_ENV)'),
    ],
    [
      'one by its pyvenv.cfg',
      { VIRTUAL_ENV: '/v' },
      { '/v/pyvenv.cfg': 'home = /usr\nversion = 3.13.2\n' },
      YES('Python 3.13 (VIRTUAL_ENV)'),
    ],
  ] as const)('%s', (_title, env, files, expected) => {
    expect(strict(env, files)).toEqual(expected)
  })

  test('what is active goes before what the checkout asks for, and that before PATH', () => {
    const python = { minor: 13, is: 'exactly', source: '.python-version' } as const
    const onPath = (release: string, installed = {}) =>
      wayOut(
        'python',
        question(
          { SSL_CERT_FILE: '/ca.pem' },
          { files: CA, installed, releases: { python: release } },
        ),
      ).egress.strict
    expect(onPath('3.11.2')).toBeUndefined()
    expect(onPath('3.13.1')?.because).toBe('Python 3.13 (python3 on PATH)')
    expect(onPath('3.11.2', { python })?.because).toBe('Python 3.13 (.python-version)')
    expect(strict({ VIRTUAL_ENV: '/v' }, { '/v/lib/python3.11/x': '' }, { python })).toEqual(NO)
  })

  test('httpx below 0.28 made a context of its own', () => {
    expect(strict({ UV_PYTHON: '3.13' }, {}, { httpx: '0.27.2' })).toEqual(NO)
    expect(strict({ UV_PYTHON: '3.13' }, {}, { httpx: '0.28.1' }).partialChain).toBe(true)
  })

  test('openai 3 and later takes the system store with a context of its own, openai 2 the default one', () => {
    const by = (pythonOpenai: string) =>
      wayOut('python', question({ UV_PYTHON: '3.13' }, { installed: { pythonOpenai } })).egress
        .strict
    expect(by('3.1.0')).toBeUndefined()
    expect(by('2.9.0')).toEqual({ applies: 'yes', because: 'Python 3.13 (UV_PYTHON)' })
  })
})

describe('the Python that a checkout asks for', () => {
  test.each([
    ['.python-version', '3.13\n', 'exactly 13'],
    ['.python-version', '# pinned\n3.12.4\n', 'exactly 12'],
    ['.python-version', 'pypy3.10\n', 'exactly 10'],
    ['.tool-versions', 'nodejs 22.1.0\npython 3.13.1\n', 'exactly 13'],
    ['mise.toml', '[tools]\npython = "3.13"\n', 'exactly 13'],
    ['runtime.txt', 'python-3.12.7\n', 'exactly 12'],
    ['Pipfile', '[requires]\npython_version = "3.13"\n', 'exactly 13'],
    ['uv.lock', 'version = 1\nrequires-python = ">=3.13"\n', 'from 13'],
    ['pyproject.toml', '[project]\nrequires-python = ">=3.11"\n', undefined],
    ['pyproject.toml', '[project]\nrequires-python = ">=3.11,<3.13"\n', 'below 13'],
    ['pyproject.toml', '[project]\nrequires-python = ">=3.9, <=3.12"\n', 'below 13'],
    ['pyproject.toml', '[project]\nrequires-python = ">=3.13,<4"\n', 'from 13'],
    ['pyproject.toml', '[project]\nrequires-python = "==3.12.*"\n', 'exactly 12'],
    ['pyproject.toml', '[project]\nrequires-python = "~=3.13"\n', 'from 13'],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3.13"\n', 'from 13'],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "~3.12"\n', 'exactly 12'],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3.11"\n', undefined],
  ])('%s with %j: %s', (file, text, expected) => {
    const found = askedPython({ files: [file], readFile: () => text })
    expect(found && `${found.is} ${String(found.minor)}`).toBe(expected)
    expect(found?.source ?? file).toBe(file)
  })

  test('the pinned version goes before the bound', () => {
    const texts: Readonly<Record<string, string>> = {
      'pyproject.toml': '[project]\nrequires-python = ">=3.13"\n',
      '.python-version': '3.14',
    }
    const found = askedPython({ files: Object.keys(texts), readFile: (path) => texts[path] })
    expect(found).toEqual({ minor: 14, is: 'exactly', source: '.python-version' })
  })
})
