import type { Evidence, ModelSeen, Owner, Rule } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { soon } from './soon.ts'

/** On the direct route the application chooses the model, elsewhere whoever runs the resource. */
function ownerOf({ route }: Evidence): Owner {
  return route.kind === 'openai' ? 'request' : 'route-provider'
}

/** The application calls a model that will be gone. */
export const modelShutdown: Rule = {
  id: 'ahead/model-shutdown',
  match: (evidence) => {
    const seen = investigation(evidence, 'models')
    const { models = [] } = factsOf<'models'>(seen) ?? {}
    const ending = models
      .flatMap((one) => {
        const end = soon(evidence, Date.parse(one.shutdownDate ?? ''))
        return end === undefined ? [] : [{ ...one, ...end }]
      })
      .toSorted((a, b) => a.leftMs - b.leftMs)
    const [first] = ending
    if (seen === undefined || first === undefined) return undefined
    const date = first.shutdownDate ?? ''
    const past = first.leftMs < 0
    const told = ending.map(
      ({ id, from, shutdownDate = '', when }) => `${id} (${from}) on ${shutdownDate}, ${when}`,
    )
    return {
      rule: 'ahead/model-shutdown',
      owner: ownerOf(evidence),
      rung: 'request',
      code: 'api.model_shutdown_soon',
      retryable: false,
      summary: `The API announces the end of ${ending.length === 1 ? 'a model' : 'models'} that the application names: ${told.join('; ')}.`,
      doNext: [
        `${evidence.route.kind === 'azure' ? 'Move the deployment' : 'Move the application'} to a model without a shutdown date${past ? ' now' : ` before ${date}`}.`,
      ],
      doNot: [
        'Do not wait for the first failed request: the model then no longer answers anybody.',
      ],
      cites: [seen],
    }
  },
}

/** At depth auth nothing was asked of the model itself. */
export const modelNotListed: Rule = {
  id: 'ahead/model-not-listed',
  match: (evidence) => {
    const seen = investigation(evidence, 'models')
    const { models = [], count = 0, asked = '' } = factsOf<'models'>(seen) ?? {}
    const missing = models.filter(({ listed }) => listed === false)
    if (seen === undefined || missing.length === 0) return undefined
    const names = missing.map(({ id, from }: ModelSeen) => `${id} (${from})`).join(', ')
    return {
      rule: 'ahead/model-not-listed',
      owner: ownerOf(evidence),
      rung: 'request',
      code: 'api.model_not_listed',
      retryable: false,
      summary: `${asked} lists ${String(count)} models for this key and not ${names}.`,
      doNext: [
        'Correct the name, or give the project of this key access to the model; depth: request proves it.',
      ],
      doNot: [],
      cites: [seen],
    }
  },
}
