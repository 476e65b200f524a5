import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pages } from '../../scripts/workflow-texts.ts'

const ROOT = join(import.meta.dirname, '../..')
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** Files of the source by their whole path; `<id>` stands for a name to choose. */
function filesNamedIn(page: string): readonly string[] {
  return [...page.matchAll(/`((?:src|scripts|test|bench|schema)\/[\w./-]+\.\w{2,5})`/g)].map(
    ([, file = '']) => file,
  )
}

function targetsIn(page: string): readonly string[] {
  const prose = page.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
}

/** GitHub's name of a heading: lower case, without punctuation, `-` for a space. */
function anchorsOf(path: string): readonly string[] {
  const prose = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  )
}

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
  return existsSync(file) && (anchor === undefined || anchorsOf(file).includes(anchor))
}

describe('relative links', () => {
  test('of the README are found', () => {
    expect(targetsIn(textOf('README.md')).length).toBeGreaterThan(20)
  })

  test.each(pages())('of %s all lead somewhere', (page) => {
    expect(targetsIn(textOf(page)).filter((target) => !leadsSomewhere(page, target))).toEqual([])
  })

  test.each(pages().filter((page) => !page.includes('decisions/')))(
    'every file of the source that %s names is there',
    (page) => {
      expect(filesNamedIn(textOf(page)).filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
    },
  )

  test.each(['nowhere.md', 'README.md#nowhere', '#nowhere'])('to %s would be found', (target) => {
    expect(leadsSomewhere('README.md', target)).toBe(false)
  })
})
