/** Why there is no Entra ID token, most specific first. */
import type { RuleList } from '../../../model/index.ts'
import { signInRules } from '../../conclusion.ts'
import * as account from './entra-account.ts'
import { cliGaveNone } from './entra-cli.ts'
import * as federation from './entra-federation.ts'
import * as machine from './entra-machine.ts'
import * as path from './entra-path.ts'

export const SIGN_IN_RULES: RuleList = signInRules([
  federation.idTokenPermission,
  federation.tokenFileUnreadable,
  federation.certificateUnreadable,
  cliGaveNone,
  path.signInNotSendable,
  machine.machineSlow,
  machine.machineBusy,
  machine.machineUnreachable,
  path.signInIntercepted,
  path.signInUnreachable,
  federation.jobTokenRefused,
  account.tenantNotFound,
  account.applicationNotFound,
  account.tenantMismatch,
  account.secretExpired,
  account.secretInvalid,
  account.certificateRefused,
  federation.federatedMismatch,
  federation.assertionExpired,
  account.conditionalAccess,
  path.signInServerError,
  machine.identityNotFound,
  path.signInRefused,
])
