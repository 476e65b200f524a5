import type { Endpoint } from '../model/index.ts'

/** What is known of an endpoint family beside the call of the SDK, which stands in routes/calls.ts. */
export interface EndpointFacts {
  /** Below the base URL. */
  readonly path: string
  /** What the smallest request of it is. */
  readonly sends: string
  readonly costs: string
  /** Attributes of the Python SDK that lead to its call. */
  readonly python: string
  /** What a target without Node.js cannot do for it. */
  readonly needs?: 'file' | 'WebSocket'
}

/**
 * Every endpoint family, one entry each. The compiler asks for its call (routes/calls.ts); tests ask
 * that action.yml, the README, the schemas and docs/what-is-sent.md name it.
 */
export const ENDPOINT_FACTS: Readonly<Record<Endpoint, EndpointFacts>> = {
  responses: {
    path: '/responses',
    sends: 'the word `ping`, at most 16 output tokens, `store: false`',
    costs: 'one minimal completion',
    python: 'responses.create',
  },
  'chat-completions': {
    path: '/chat/completions',
    sends: 'the word `ping`, at most 16 output tokens',
    costs: 'one minimal completion',
    python: 'chat.completions.create',
  },
  embeddings: {
    path: '/embeddings',
    sends: 'the word `ping`',
    costs: 'one token of input',
    python: 'embeddings.create',
  },
  moderations: {
    path: '/moderations',
    sends: 'the word `ping`',
    costs: 'nothing: a request of full depth for free',
    python: 'moderations.create',
  },
  'audio-transcriptions': {
    path: '/audio/transcriptions',
    sends: 'a quarter of a second of silence as a WAV file',
    costs: 'the least that a transcription costs',
    python: 'audio.transcriptions.create',
    needs: 'file',
  },
  realtime: {
    path: '/realtime',
    sends: 'a WebSocket, closed after `session.created`',
    costs: 'nothing: no word is said',
    python: 'realtime.connect',
    needs: 'WebSocket',
  },
}
