import type { PacketObservation, ProbeId } from '../model/index.ts'
import type { Facts } from './facts.ts'
import { isRecord, numberOf, recordOf, recordsOf, textOf, textsOf } from './facts.ts'
import { count, duration } from './words.ts'

type Tell = (facts: Facts) => string

/** What was seen, in one short line of plain text. Not escaped: that is for the sink. */
export function evidenceOf(observation: PacketObservation): string {
  if (observation.status === 'skipped') return observation.because
  const seen = TELL[observation.probe]?.(observation.facts) ?? ''
  const failure = [observation.code, observation.because].filter((part) => part !== '').join(': ')
  return [failure, seen].filter((part) => part !== '').join(' · ')
}

const joinParts = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(', ')

const labelled = (label: string, value: string): string => (value === '' ? '' : `${label} ${value}`)

const addressesOf = (facts: Facts): string =>
  recordsOf(facts, 'addresses')
    .map((one) => textOf(one, 'address'))
    .join(', ')

const attemptsOf: Tell = (facts) =>
  recordsOf(facts, 'attempts')
    .map((one) => {
      const how = textOf(one, 'errno') || textOf(one, 'code') || textOf(one, 'status')
      return `${textOf(one, 'address')} ${how} after ${duration(numberOf(one, 'elapsedMs') ?? 0)}`
    })
    .join('; ')

const issuerOf = (facts: Facts): string => textOf(recordsOf(facts, 'chain')[0] ?? {}, 'issuer')

const tellConnect: Tell = (facts) => {
  const address = textOf(facts, 'address')
  return address === '' ? attemptsOf(facts) : `${address} port ${textOf(facts, 'port')}`
}

const tellTunnel: Tell = (facts) =>
  joinParts(
    `${textOf(facts, 'proxy')} → ${textOf(facts, 'target')}`,
    labelled('HTTP', textOf(facts, 'status')),
    labelled('SOCKS reply', textOf(facts, 'reply')),
    labelled('offers', textsOf(facts, 'schemes').join(', ')),
  )

const tellHandshake: Tell = (facts) =>
  joinParts(
    textOf(facts, 'version'),
    labelled('ALPN', textOf(facts, 'alpn')),
    labelled('issuer', issuerOf(facts)),
    facts['verified'] === true ? 'verified' : facts['verified'] === false ? 'not verified' : '',
  )

const tellResponse: Tell = (facts) => {
  const body = recordOf(facts, 'body')
  const error = recordOf(body, 'error')
  return joinParts(
    labelled(`${textOf(facts, 'method')} ${textOf(facts, 'path')} → HTTP`, textOf(facts, 'status')),
    labelled('error', textOf(error, 'code') || textOf(error, 'type')),
    labelled('body', textOf(body, 'shape')),
    labelled('request id', textOf(facts, 'requestId')),
  )
}

/** Plain words for facts without a line of their own. */
const tellAll: Tell = (facts) =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${shortly(value)}`)
    .join(', ')

function shortly(value: unknown): string {
  if (Array.isArray(value)) return value.map(shortly).join('; ')
  if (isRecord(value)) return `{${tellAll(value)}}`
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

const TELL: Readonly<Record<ProbeId, Tell>> = {
  settings: (facts) =>
    recordsOf(facts, 'problems')
      .map((problem) => `${textOf(problem, 'setting')}: ${textOf(problem, 'message')}`)
      .join('; '),
  token: (facts) =>
    joinParts(
      `${textOf(facts, 'method')} from ${textOf(facts, 'authority')}`,
      ...recordsOf(facts, 'exchanges').map((one) =>
        joinParts(
          labelled(`${textOf(one, 'asked')} HTTP`, textOf(one, 'status')),
          textOf(one, 'code'),
          textOf(one, 'error'),
          ...textsOf(one, 'errorCodes'),
        ),
      ),
      labelled('subject', textOf(facts, 'subject')),
    ),
  lookup: (facts) => {
    const addresses = addressesOf(facts)
    return addresses === '' ? textOf(facts, 'host') : `${textOf(facts, 'host')} → ${addresses}`
  },
  connect: tellConnect,
  tunnel: tellTunnel,
  handshake: tellHandshake,
  response: tellResponse,
  answer: (facts) =>
    joinParts(
      textOf(facts, 'sdk'),
      textOf(facts, 'finish'),
      textsOf(facts, 'errorChain').join(' > '),
    ),
  'name-servers': (facts) =>
    recordsOf(facts, 'servers')
      .map((server) => {
        const answer = recordOf(server, 'a')
        return joinParts(
          `${textOf(server, 'server')} ${textOf(answer, 'answer')}`,
          addressesOf(answer),
        )
      })
      .join('; '),
  addresses: attemptsOf,
  'served-chain': (facts) =>
    joinParts(
      labelled('issuer', issuerOf(facts)),
      labelled('intercepted by', textOf(facts, 'interceptor')),
      ...recordsOf(facts, 'trust').map(
        (store) =>
          `${textOf(store, 'store')} store ${store['accepted'] === true ? 'accepts' : 'rejects'} it`,
      ),
    ),
  'small-hello': (facts) =>
    `${textOf(facts, 'version')}, hello of ${textOf(facts, 'helloBytes')} bytes`,
  'other-name': (facts) =>
    `server name ${textOf(facts, 'servername')} ${facts['reached'] === true ? 'gets through' : 'does not get through'}`,
  'other-http': (facts) => (facts['http2'] === true ? 'speaks HTTP/2' : 'does not speak HTTP/2'),
  'other-way': (facts) =>
    joinParts(
      `${textOf(facts, 'way')} way ${facts['reached'] === true ? 'reaches the server' : 'does not reach it'}`,
      labelled('HTTP', textOf(facts, 'status')),
    ),
  keyless: tellResponse,
  'large-request': tellAll,
  control: (facts) => joinParts(textOf(facts, 'host'), labelled('HTTP', textOf(facts, 'status'))),
  'status-page': (facts) =>
    joinParts(textOf(facts, 'host'), textOf(facts, 'indicator') || textOf(facts, 'because')),
  'egress-address': (facts) =>
    joinParts(textOf(facts, 'address'), textOf(facts, 'country'), textOf(facts, 'colo')),
  'direct-api': tellResponse,
  'stream-check': (facts) => joinParts(tellResponse(facts), tellAll(recordOf(facts, 'stream'))),
  'body-check': ({ refusal: _refusal, ...facts }) => tellAll(facts),
  models: (facts) =>
    recordsOf(facts, 'models')
      .map((one) => {
        const end = textOf(one, 'shutdownDate')
        const listed = one['listed'] === false ? 'is not listed' : 'has no shutdown date'
        return `${textOf(one, 'id')} ${end === '' ? listed : `shuts down on ${end}`}`
      })
      .join('; '),
  'key-expiry': (facts) => `the key ends on ${textOf(facts, 'expiresAt')}`,
  'idle-check': tellAll,
  'websocket-check': tellResponse,
  'client-bundle': (facts) =>
    joinParts(
      count(recordsOf(facts, 'hits').length, 'hit'),
      `${textOf(facts, 'files')} files read`,
    ),
  'browser-origin': (facts) =>
    `${textOf(facts, 'origin')} ${facts['allowed'] === true ? 'allowed' : 'not allowed'}`,
}
