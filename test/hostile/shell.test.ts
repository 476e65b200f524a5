import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { quotable } from '../../src/model/index.ts'
import { runStep } from '../dist/step.ts'

const STEP = { model: 'demo-model', route: 'openai', timeout: '2s', 'api-key': labKey() }

/** Each end of a text in a script, with a command that leaves a trace. A host can hold all but `|`. */
const ATTACKS = ['";own;echo"', '$(own)', '`own`', '&own&', ';own;', '|own', ')own(']

describe.skipIf(process.platform === 'win32')(
  'what a server says, pasted into a script, runs nothing',
  () => {
    /** Whether one of the texts, pasted as workflows do it, ran the command. */
    function ran(texts: readonly string[], around: string): boolean {
      const folder = mkdtempSync(join(tmpdir(), 'preflight-shell-'))
      try {
        writeFileSync(join(folder, 'own'), '#!/bin/sh\ntouch owned\n', { mode: 0o755 })
        for (const text of texts) {
          // Our own parentheses end such a script with an error before anything in it runs.
          const pasted = around === '' ? text.replaceAll(/[()]/g, ' ') : text
          const script = `echo ${around}${pasted}${around}`
          spawnSync('sh', ['-c', script], {
            cwd: folder,
            env: { PATH: `${folder}:/usr/bin:/bin` },
          })
        }
        return existsSync(join(folder, 'owned'))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }

    test.each(ATTACKS)('%s in a redirect, a request ID and an error object', async (attack) => {
      const error = { message: attack, type: attack, code: attack, param: attack }
      const headers = {
        'content-type': 'application/json',
        'x-request-id': attack,
        location: `https://evil${attack.replaceAll('|', '')}.example/${encodeURI(attack)}`,
        'x-squid-error': attack,
      }
      for (const status of [302, 400, 403, 429]) {
        await using api = await startApi({
          answers: { '*': { status, headers, body: JSON.stringify({ error }) } },
        })
        const step = await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } })
        const texts = Object.values(step.outputs)
        expect(step.outputs['verdict']).not.toBe('pass')
        for (const around of ['"', "'", '']) expect(ran(texts, around)).toBe(false)
      }
    })

    test('a name in a certificate or header is quoted by letters, digits and their punctuation', () => {
      expect(quotable('CN=Corp. Root 2, O=AT&T; $(id) `x` "y" <z> | (w)')).toBe(
        'CN=Corp. Root 2, O=AT-T- -id- -x- -y- -z- - -w-',
      )
      expect(quotable('CN=Zürich *.example.test')).toBe('CN=Zürich *.example.test')
    })
  },
)
