import { indentedLine, oneLine } from '../../redaction/index.ts'
import { RUNG_NAMES } from '../../reports/words.ts'
import type { Comparability } from './comparable.ts'
import type { Comparison, RouteComparison } from './compare.ts'

/** Lines of a packet that somebody else wrote. */
const LONGEST_LINE = 1000

/** Why two packets are not compared, for a terminal. */
export function refusalText(
  able: Extract<Comparability, { comparable: false }>,
): readonly string[] {
  return [
    'Not compared: a difference could not be put down to the place alone.',
    ...able.because.map((reason) => oneLine(`  - ${reason}`, LONGEST_LINE)),
  ]
}

/** The comparison as lines for a terminal. Nothing in a packet can add a line or a colour. */
export function comparisonText(comparison: Comparison): readonly string[] {
  const [one, other] = comparison.places
  const lines = [
    `${one}  ↔  ${other}`,
    ...comparison.routes.flatMap((route) => [
      '',
      `${headline(route)}${comparison.routes.length > 1 ? ` · ${route.route}` : ''}`,
      ...route.proves.map((sentence) => `  ${sentence}`),
    ]),
    ...unmatched(comparison).map((sentence) => `  ${sentence}`),
    '',
    ...(comparison.changes.length === 0
      ? ['Nothing else differs.']
      : [
          'What else differs:',
          ...comparison.changes.map(
            ({ what, before, now }) => `  ${what}: ${before || 'none'} → ${now || 'none'}`,
          ),
        ]),
  ]
  return lines.map((line) => indentedLine(line, LONGEST_LINE))
}

function headline({ difference }: RouteComparison): string {
  switch (difference.kind) {
    case 'none':
      return 'No rung differs'
    case 'fail-alike':
      return `Both fail alike at ${RUNG_NAMES[difference.rung]}`
    case 'not-measured':
      return `Not measured at both places: ${RUNG_NAMES[difference.rung]}`
    case 'one-fails':
    case 'fail-differently':
      return `First difference: ${RUNG_NAMES[difference.rung]}`
  }
}

function unmatched({ unmatched: names }: Comparison): readonly string[] {
  return names.length === 0 ? [] : [`Only one place has: ${names.join(', ')}.`]
}
