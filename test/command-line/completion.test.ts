import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { COMMANDS, SHELLS } from '../../src/command-line/commands.ts'
import { completion } from '../../src/command-line/completion.ts'

const SCENARIOS = [
  { name: 'ok', about: 'everything works' },
  { name: 'proxy-407', about: "the proxy wants a login; it's said so" },
]

const folder = mkdtempSync(join(tmpdir(), 'completion-'))
afterAll(() => rmSync(folder, { recursive: true }))
for (const shell of SHELLS) {
  writeFileSync(join(folder, shell), completion(shell, SCENARIOS))
}

/** What the shell itself offers behind these words; the last one is being typed. */
const ASKED: Readonly<Record<(typeof SHELLS)[number], (line: string) => readonly string[]>> = {
  bash: (line) => {
    // readline breaks words at = as well, see COMP_WORDBREAKS.
    const words = line.replaceAll('=', ' = ').split(/ +/)
    return run('bash', [
      '--norc',
      '-c',
      `source ./bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
      complete -p openai-preflight >&2; _openai_preflight; printf '%s\n' "\${COMPREPLY[@]}"`,
    ])
  },
  fish: (line) =>
    run('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`]).map(
      (one) => one.split('\t')[0] ?? '',
    ),
  zsh: (line) =>
    run('zsh', [
      '-f',
      '-c',
      // Typed into a terminal of its own: compsys answers nobody else.
      `zmodload zsh/zpty; zpty it zsh -f -i
      zpty -w it "PS1= PROMPT_EOL_MARK=; autoload -Uz compinit; compinit -D -u; source ./zsh; LISTMAX=999; stty columns 40 rows 500; echo re''ady"
      zpty -r it text '*ready*'
      zpty -w -n it "${line}"$'\\t\\t'; sleep 1; zpty -r -t it text; print -r -- "$text"; while zpty -r -t it more; do print -r -- "$more"; done; zpty -d it`,
    ]).flatMap((one) => stripVTControlCharacters(one).replaceAll('\u0007', ' ').split(/\s+/)),
}

function run(shell: string, args: readonly string[]): readonly string[] {
  const { stdout, error } = spawnSync(shell, args, { cwd: folder, encoding: 'utf8' })
  if (error !== undefined) throw error
  return stdout.split('\n').filter((line) => line !== '')
}

describe.each(SHELLS)('%s', (shell) => {
  const missing = spawnSync(shell, ['-c', 'true']).error !== undefined
  const offered = (line: string): readonly string[] => ASKED[shell](`openai-preflight ${line}`)

  test.skipIf(missing)('offers the commands, and completes one that was begun', () => {
    const names = COMMANDS.map(({ name }) => name)
    expect(offered('')).toEqual(expect.arrayContaining(names))
    expect(offered('--model x co')).toEqual(expect.arrayContaining(['compare', 'completion']))
    expect(offered('--model x co')).not.toContain('demo')
  })

  test.skipIf(missing)('offers the flags of the command that was typed, and no others', () => {
    const demo = offered('demo --')
    expect(demo).toEqual(expect.arrayContaining(['--list', '--report', '--json']))
    expect(demo).not.toContain('--model')
    expect(offered('--no-ch')).not.toContain('--list')
  })

  test.skipIf(missing)(
    'offers the values of a flag, the forms of each command and the scenarios',
    () => {
      expect(offered('--depth ')).toEqual(expect.arrayContaining(['auth', 'request', 'route']))
      expect(offered('allow-list packet.json --format ')).toContain('cilium')
      expect(offered('allow-list --format ')).toContain('cilium')
      expect(offered('report --format ')).not.toContain('cilium')
      expect(offered('demo ')).toEqual(expect.arrayContaining(['ok', 'proxy-407', 'all']))
      expect(offered('completion ')).toEqual(expect.arrayContaining([...SHELLS]))
    },
  )
})

test.skipIf(spawnSync('bash', ['-c', 'true']).error !== undefined)(
  'bash completes --flag=value, where it takes the = for a word',
  () => {
    expect(ASKED.bash('openai-preflight --depth=')).toEqual(['route', 'auth', 'request'])
    expect(ASKED.bash('openai-preflight --depth=ro')).toEqual(['route'])
    expect(ASKED.bash('openai-preflight --model=demo de')).toEqual(['demo'])
  },
)
