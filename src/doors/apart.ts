import type { SettingsSource } from '../settings/index.ts'
import type { Unusable } from './say.ts'

/** Settings that only a run can follow that sends or searches something. */
export const OF_A_RUN = ['inside', 'client-bundle', 'browser-origin', 'path-checks']

/** Settings that ask for a run of their own, and those that it would leave undone. */
const UNDONE: Readonly<Record<string, readonly string[]>> = {
  aggregate: ['log', ...OF_A_RUN],
  inside: ['client-bundle', 'browser-origin'],
}

/** What is asked for and not done must not end in a pass: two settings that no one run can follow. */
export function apartIn(
  { input }: Pick<SettingsSource, 'input'>,
  more: typeof UNDONE = {},
): Unusable | undefined {
  const isSet = (name: string): boolean => (input(name)?.trim() ?? '') !== ''
  for (const [mode, undone] of Object.entries({ ...UNDONE, ...more })) {
    const other = isSet(mode) ? undone.find(isSet) : undefined
    if (other === undefined) continue
    return {
      code: 'config.conflict',
      message: `${mode} and ${other} cannot be done in one run: ${other} would be left undone.`,
      fix: `Give ${other} a step or a command of its own.`,
    }
  }
  return undefined
}
