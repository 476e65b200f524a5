import type { Packet } from '../model/index.ts'
import { refusalOf, TOKEN_VARIABLE, type Refusal } from './guard.ts'

/** A request as every runtime can tell it. */
export interface FunctionAsked {
  readonly method: string
  /** Lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds until the platform ends this function, where it says so. */
  readonly remainingMs?: number
}

/** An answer as every runtime can give it. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One run; the deadline is in milliseconds. */
export type FunctionRun = (deadlineMs: number) => Promise<Packet>

/** The deadline where the platform says nothing of its own. */
const LONGEST_RUN_MS = 60_000
/** Kept for writing the answer before the platform ends the function. */
const ANSWERING_MS = 1000

/**
 * Answers with the packet, to callers who have the token, one run at a time: a run costs a request
 * of the account, and a crowd of them would be a bill.
 */
export function createAnswering(
  run: FunctionRun,
  environment: Readonly<Record<string, string | undefined>>,
): (asked: FunctionAsked) => Promise<Answered> {
  let running = false
  return async (asked) => {
    const refusal = refusalOf(environment[TOKEN_VARIABLE], asked.headers)
    if (refusal !== undefined) return refused(refusal)
    if (asked.method !== 'GET' && asked.method !== 'POST') {
      return refused({
        status: 405,
        code: 'own.method',
        message: 'Ask with GET or POST.',
        headers: { allow: 'GET, POST' },
      })
    }
    if (running) {
      return refused({
        status: 429,
        code: 'own.busy',
        message: 'A preflight is running here; ask again when it has ended.',
        headers: { 'retry-after': '10' },
      })
    }
    running = true
    try {
      const left = (asked.remainingMs ?? Infinity) - ANSWERING_MS
      const packet = await run(Math.max(1000, Math.min(LONGEST_RUN_MS, left)))
      return said(200, packet, { 'x-openai-preflight-verdict': packet.verdict.verdict })
    } catch (error) {
      // The class alone: a message may quote a value of the environment.
      const name = error instanceof Error ? error.name.replaceAll(/\W/g, '') : 'unknown'
      const message = `openai-preflight itself failed (${name}); this says nothing about the route.`
      return said(500, { error: { code: 'own.crash', message } })
    } finally {
      running = false
    }
  }
}

function refused({ status, code, message, headers = {} }: Refusal): Answered {
  return said(status, { error: { code, message } }, headers)
}

function said(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answered {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: `${JSON.stringify(body)}\n`,
  }
}
