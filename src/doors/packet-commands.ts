import { readFileSync } from 'node:fs'
import { EXIT } from './exit-code.ts'
import { complain, tellPacket, writeFiles, type Terminal } from './printing.ts'

/** Any packet from anywhere, told again: on the terminal, and as files in the packet folder. */
export async function tellAgain(path: string, terminal: Terminal): Promise<number> {
  const read = await readPacketFile(path)
  if ('problem' in read) return complain(terminal.process, [read.problem])
  const { packetDir } = terminal.settings
  const artifacts = tellPacket(read.packet, terminal)
  if (terminal.source.input('packet-dir')) writeFiles(packetDir, artifacts, terminal)
  return EXIT.pass
}

/** Two places: the first rung at which they differ, and what that proves. */
export async function comparePackets(a: string, b: string, terminal: Terminal): Promise<number> {
  const { comparable, compare, comparisonText, refusalText } =
    await import('../packets/compare/index.ts')
  const [first, second] = [await readPacketFile(a), await readPacketFile(b)]
  if ('problem' in first) return complain(terminal.process, [first.problem])
  if ('problem' in second) return complain(terminal.process, [second.problem])
  const able = comparable(first.packet, second.packet)
  const { stdout } = terminal.process
  if (!able.comparable) {
    stdout.write(`${refusalText(able).join('\n')}\n`)
    return EXIT.usage
  }
  const comparison = compare(first.packet, second.packet)
  stdout.write(
    terminal.flags.on('json')
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : `${comparisonText(comparison).join('\n')}\n`,
  )
  return EXIT.pass
}

async function readPacketFile(path: string) {
  const { readPacket } = await import('../packets/compare/index.ts')
  let text = ''
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch {
    // An unreadable file is told like an empty one: by its name.
  }
  return readPacket(text, path)
}
