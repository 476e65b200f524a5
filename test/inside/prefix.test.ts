import { describe, expect, test } from 'vitest'
import { asksForTerminal, lacksInput, splitPrefix } from '../../src/inside/prefix.ts'

function words(text: string): readonly string[] | string {
  const prefix = splitPrefix(text)
  return 'argv' in prefix ? prefix.argv : prefix.problem.message
}

describe('a command prefix', () => {
  test.each([
    ['docker exec -i app', ['docker', 'exec', '-i', 'app']],
    ['  kubectl  exec -i deploy/api --\n', ['kubectl', 'exec', '-i', 'deploy/api', '--']],
    [`ssh -i "my key" 'host name'`, ['ssh', '-i', 'my key', 'host name']],
    [String.raw`a\ b "c\"d" 'e\f' "g\h"`, ['a b', 'c"d', String.raw`e\f`, String.raw`g\h`]],
    [`env -i A='' B=""`, ['env', '-i', 'A=', 'B=']],
    [`'' x`, 'The setting inside names no command.'],
    [`x ''`, ['x', '']],
    ['pre"fix"es', ['prefixes']],
    [
      'echo $HOME; rm -rf * | cat > f & `id`',
      ['echo', '$HOME;', 'rm', '-rf', '*', '|', 'cat', '>', 'f', '&', '`id`'],
    ],
    ['', 'The setting inside names no command.'],
    [' \t\n', 'The setting inside names no command.'],
    ['ssh "host', 'The setting inside has a double quotation mark that is not closed.'],
    ["ssh 'host", 'The setting inside has a single quotation mark that is not closed.'],
    ['a\0b', 'The setting inside has a NUL character.'],
  ])('%j becomes words and never meets a shell', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test.each([
    ['docker exec -it app', '-it'],
    ['docker exec -i -t app', '-t'],
    ['kubectl exec --tty -i pod --', '--tty'],
    ['/usr/bin/podman exec -ti app', '-ti'],
    ['ssh -tt host', '-tt'],
    ['docker exec -i app', undefined],
    ['kubectl exec -i pod -n test -- env -t', undefined],
    ['ssh -p 22 host', undefined],
    ['ip netns exec -t', undefined],
  ])('%s asks for a terminal by %s', (text, expected) => {
    const prefix = splitPrefix(text)
    expect('argv' in prefix ? asksForTerminal(prefix.argv) : 'no words').toBe(expected)
  })

  test.each([
    ['docker exec app', true],
    ['kubectl exec pod --', true],
    ['docker exec -i app', false],
    ['docker run --rm -i image', false],
    ['kubectl exec --stdin pod --', false],
    ['ssh host', false],
    ['chroot /srv', false],
  ])('%s keeps standard input to itself: %s', (text, expected) => {
    const prefix = splitPrefix(text)
    expect('argv' in prefix && lacksInput(prefix.argv)).toBe(expected)
  })
})
