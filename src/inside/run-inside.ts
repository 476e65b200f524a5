import { setTimeout as pause } from 'node:timers/promises'
import { readPacket } from '../packets/compare/index.ts'
import { given, fields, ofTarget, type Packet, type Secret, type Verdict } from '../model/index.ts'
import { createRedactor, planted } from '../redaction/index.ts'
import { INPUTS, type SettingsSource } from '../settings/index.ts'
import { explicitInputs, keyVariables, type Explicit } from './explicit.ts'
import { decodeJson, newMark, readFrame } from './frame.ts'
import { insidePacket } from './packet.ts'
import { asksForTerminal, lacksInput, splitPrefix } from './prefix.ts'
import type { Runtimes, Spawn, Target } from './target.ts'
import { findRuntimes, runInTarget, spawnDirectly } from './target.ts'
import {
  InsideTrouble,
  died,
  mixedOutput,
  ownCrash,
  problemPacket,
  shownCommand,
  type InsideProblem,
} from './problem.ts'
import { nodeProgram } from './programs.ts'
import { askFacts } from './remotes.ts'
import { DEAD, type StandIn } from './way.ts'

/** What the door hands over. Nothing of the caller's own environment decides anything in the target. */
export interface InsideOrder {
  /** The setting `inside`, as it was written. */
  readonly prefix: string
  /** Where the explicit inputs are read from; its environment is not looked at. */
  readonly source: SettingsSource
  /** Milliseconds for all of it. */
  readonly deadlineMs: number
  readonly signal: AbortSignal
  /** What the caller knows to be secret: kept out of the packet whatever the target sends. */
  readonly secrets: readonly { readonly value: Secret; readonly what: string }[]
  readonly spawn?: Spawn
}

/** Always a packet. `problem` when nothing was measured: our own trouble, never a broken route. */
export interface InsideResult {
  readonly packet: Packet
  readonly problem?: InsideProblem
}

/** The program is built for it (scripts/build.ts), and brings along what it lacks (older-node.ts). */
const OLDEST_NODE = 18
const OLDEST_PYTHON_MINOR = 6

/** Milliseconds: with less another runtime could not even be asked. */
const LEAST_MS = 500

/** Kept of the deadline for the way back and for the reports. */
const RETURN_MS = 500

/**
 * Runs the preflight in the target: finds its runtimes, sends the best one its program over standard
 * input, and takes what comes back. Never rejects; ends with the deadline.
 */
export async function probeInside(order: InsideOrder): Promise<InsideResult> {
  const startedAt = new Date()
  const began = performance.now()
  const clock = (): number => performance.now() - began
  const redactor = createRedactor(planted(order.secrets))
  try {
    const target = targetOf(order, () => order.deadlineMs - clock() - RETURN_MS)
    const runtimes = await findRuntimes(target)
    const explicit = explicitInputs(order.source)
    const packet = await best(order, target, runtimes, explicit, { startedAt, clock })
    return { packet: scrubbed(ofTheTarget(packet, target), redactor) }
  } catch (error) {
    if (!(error instanceof InsideTrouble)) throw error
    const { code, message, fix } = error.problem
    const clean = (text: string): string => redactor.text(text, 'problem')
    const problem = { code, message: clean(message), fix: clean(fix) }
    return { problem, packet: problemPacket(problem, startedAt, clock()) }
  }
}

function targetOf(order: InsideOrder, remainingMs: () => number): Target {
  const prefix = splitPrefix(order.prefix)
  if ('problem' in prefix) throw new InsideTrouble(prefix.problem)
  const { argv } = prefix
  const terminal = asksForTerminal(argv)
  if (terminal !== undefined) {
    throw new InsideTrouble({
      code: 'own.inside_prefix',
      message: `${shownCommand(argv)} asks for a terminal (${terminal}), which would echo what is sent and change what comes back.`,
      fix: `Remove the option for a terminal (t in ${terminal}) from the setting inside; keep -i where the command has it.`,
    })
  }
  if (lacksInput(argv)) {
    throw new InsideTrouble({
      code: 'own.inside_prefix',
      message: `${shownCommand(argv)} does not pass standard input on, and the probes travel by it.`,
      fix: 'Add -i to the setting inside, for example: docker exec -i app.',
    })
  }
  const spawn = order.spawn ?? spawnDirectly
  return { argv, mark: newMark(), spawn, signal: order.signal, remainingMs }
}

interface Times {
  readonly startedAt: Date
  readonly clock: () => number
}

/** A runtime that was started in the target and brought nothing back. */
interface Tried {
  readonly name: string
  readonly problem: InsideProblem
}

/** The best runtime that the target has; where its program dies, the next one. */
async function best(
  order: InsideOrder,
  target: Target,
  runtimes: Runtimes,
  explicit: Explicit,
  times: Times,
): Promise<Packet> {
  const tried: Tried[] = []
  const usable = [
    ...(Number.parseInt(runtimes.node, 10) >= OLDEST_NODE ? ['node' as const] : []),
    ...(isUsablePython(runtimes.python3) ? ['python3' as const] : []),
    // A shell alone can still say what ends Node.js there.
    ...(runtimes.curl === '' && runtimes.deadNode === '' ? [] : ['sh' as const]),
  ]
  for (const runtime of usable) {
    try {
      if (runtime === 'node') return await throughNode(target, runtimes.node, explicit)
      const facts = await askFacts(target, runtime, [...CALL_VARIABLES, ...keyVariables(explicit)])
      return await insidePacket({
        target,
        runtime,
        facts,
        explicit,
        ...times,
        deadlineMs: order.deadlineMs - RETURN_MS,
        ...given({ label: order.source.label, standIn: standInOf(runtime, runtimes, tried) }),
        signal: order.signal,
        pause: async (milliseconds, signal) => {
          await pause(milliseconds, undefined, { signal }).catch(() => {})
        },
      })
    } catch (error) {
      if (!(error instanceof InsideTrouble) || error.problem.final === true) throw error
      tried.push({ name: NAMES[runtime], problem: error.problem })
      if (order.signal.aborted || target.remainingMs() < LEAST_MS) break
    }
  }
  const [first] = tried
  throw new InsideTrouble(
    first === undefined ? noRuntime(target, runtimes) : allFailed(first, tried),
  )
}

/** Node.js and Python are more likely the application's than what stands in for them. */
function standInOf(
  runtime: 'python3' | 'sh',
  { node: alive, deadNode, python3 }: Runtimes,
  tried: readonly Tried[],
): StandIn | undefined {
  const node = alive === '' ? deadNode : alive
  const [client, version] = node !== '' ? ['node' as const, node] : ['python' as const, python3]
  if (version === '' || (runtime === 'python3' && client === 'python')) return undefined
  const name = client === 'node' ? NAMES.node : NAMES.python3
  const died = tried.find((one) => one.name === name)
  return {
    client,
    name: `${name} ${version}`,
    because:
      died !== undefined
        ? died.problem.message.replace(/\.$/, '')
        : alive === '' && client === 'node'
          ? DEAD
          : 'it is too old for the preflight',
    ...given({ nodeVersion: client === 'node' ? `v${version}` : undefined }),
  }
}

const NAMES = { node: 'Node.js', python3: 'Python', sh: 'curl' } as const

/** What each said, in the order in which they were started. */
function allFailed(first: Tried, tried: readonly Tried[]): InsideProblem {
  if (tried.length === 1) return first.problem
  return {
    ...first.problem,
    message: `${tried.map(({ problem }) => problem.message).join(' ')} ${tried.map(({ name }) => name).join(', then ')} had been tried.`,
  }
}

/** What names service and key. */
const CALL_VARIABLES = INPUTS.flatMap(({ group, environment }) =>
  group === 'call' ? (environment ?? []) : [],
)

function isUsablePython(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 3 && minor >= OLDEST_PYTHON_MINOR
}

function noRuntime({ argv }: Target, { node, python3 }: Runtimes): InsideProblem {
  const old = [
    ...(node === '' ? [] : [`its Node.js ${node} is older than ${OLDEST_NODE}`]),
    ...(python3 === '' ? [] : [`its Python ${python3} is older than 3.${OLDEST_PYTHON_MINOR}`]),
  ]
  const why = old.length === 0 ? '' : ` (${old.join(', ')})`
  return {
    code: 'own.inside_no_runtime',
    message: `The target of ${shownCommand(argv)} has neither Node.js ${OLDEST_NODE} or later, nor Python 3, nor curl${why}: nothing was measured there.`,
    fix: 'Add curl to the image of the target, or run the preflight in a container with Node.js that shares its network.',
  }
}

/** The same engine there: what comes back is a whole packet. */
async function throughNode(target: Target, version: string, explicit: Explicit): Promise<Packet> {
  const value = await askNode(target, version, explicit)
  const read = readPacket(JSON.stringify(value ?? null), shownCommand(target.argv))
  if ('packet' in read) {
    return { ...read.packet, runtime: { ...read.packet.runtime, source: 'inside:node' } }
  }
  const { crash } = fields(value)
  if (typeof crash !== 'string') throw new InsideTrouble(mixedOutput(target))
  throw new InsideTrouble(
    ownCrash(`Node.js ${version}`, crash.replaceAll(/[^\w ]/g, '').slice(0, 80)),
  )
}

/** Starts it once more when it asks for a part of itself that is seldom needed. */
async function askNode(
  target: Target,
  version: string,
  explicit: Explicit,
  wanted: readonly string[] = [],
): Promise<unknown> {
  const deadline = `${Math.max(1000, Math.floor(target.remainingMs() - RETURN_MS))}ms`
  const inputs = { ...explicit.inputs, deadline }
  const text = nodeProgram({ ...explicit, mark: target.mark, inputs }, wanted)
  const finished = await runInTarget(target, NODE, text)
  const framed = readFrame(finished.stdout, target.mark)
  if (framed.kind === 'absent')
    throw new InsideTrouble(died(target, `Node.js ${version}`, finished))
  if (framed.kind === 'damaged') throw new InsideTrouble(mixedOutput(target))
  const value = decodeJson(framed.payload)
  const { wants } = fields(value)
  return typeof wants === 'string' && !wanted.includes(wants)
    ? await askNode(target, version, explicit, [...wanted, wants])
    : value
}

/** The loader puts the program together with `vm.SourceTextModule`, which is behind this flag. */
const NODE = ['node', '--no-warnings', '--experimental-vm-modules', '--input-type=module', '-']

/** A packet from a target is text from outside: the caller's own secrets are taken out of it as well. */
function scrubbed(packet: Packet, redactor: ReturnType<typeof createRedactor>): Packet {
  const clean = redactor.deep(packet, 'packet')
  return { ...clean, redactions: [...clean.redactions, ...redactor.list()] }
}

/** The packet names the target, and its sentences speak of it: this runner is another place. */
function ofTheTarget(packet: Packet, { argv }: Target): Packet {
  return {
    ...packet,
    runtime: { ...packet.runtime, runnerName: shownCommand(argv), runnerKind: 'none' },
    verdict: { ...packet.verdict, ...inTheTarget(packet.verdict) },
    routes: packet.routes.map((route) => ({
      ...route,
      verdict: inTheTarget(route.verdict),
      observations: route.observations.map((one) => ({ ...one, target: ofTarget(one.target) })),
    })),
  }
}

function inTheTarget(verdict: Verdict): Verdict {
  return {
    ...verdict,
    summary: ofTarget(verdict.summary),
    doNext: verdict.doNext.map(ofTarget),
    doNot: verdict.doNot.map(ofTarget),
    also: verdict.also.map((one) => ({
      ...one,
      summary: ofTarget(one.summary),
      doNext: one.doNext.map(ofTarget),
    })),
    ladder: verdict.ladder.map((step) => ({ ...step, because: ofTarget(step.because) })),
  }
}
