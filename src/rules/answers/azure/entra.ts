/** Why there is no Entra ID token, most specific first. */
import type { RuleList } from '../../../model/index.ts'
import { signInRules } from '../../conclusion.ts'
import {
  applicationNotFound,
  certificateRefused,
  conditionalAccess,
  secretExpired,
  secretInvalid,
  tenantMismatch,
  tenantNotFound,
} from './entra-account.ts'
import { cliGaveNone } from './entra-cli.ts'
import {
  assertionExpired,
  certificateUnreadable,
  federatedMismatch,
  idTokenPermission,
  jobTokenRefused,
  tokenFileUnreadable,
} from './entra-federation.ts'
import { identityNotFound, machineBusy, machineSlow, machineUnreachable } from './entra-machine.ts'
import {
  signInIntercepted,
  signInNotSendable,
  signInRefused,
  signInServerError,
  signInUnreachable,
} from './entra-path.ts'

export const SIGN_IN_RULES: RuleList = signInRules([
  idTokenPermission,
  tokenFileUnreadable,
  certificateUnreadable,
  cliGaveNone,
  signInNotSendable,
  machineSlow,
  machineBusy,
  machineUnreachable,
  signInIntercepted,
  signInUnreachable,
  jobTokenRefused,
  tenantNotFound,
  applicationNotFound,
  tenantMismatch,
  secretExpired,
  secretInvalid,
  certificateRefused,
  federatedMismatch,
  assertionExpired,
  conditionalAccess,
  signInServerError,
  identityNotFound,
  signInRefused,
])
