import { evidenceRules } from '../../whole-run.ts'
import { strictlyDoubtful } from '../tls/strict.ts'
import { laterAddress } from '../tcp/addresses.ts'
import * as environment from './environment.ts'
import * as slow from './slow.ts'
import * as surroundings from './surroundings.ts'
import { relayed, tunnelled } from './way.ts'

/** Worth knowing, whatever the verdict; none of these decides. */
export const CONNECTION_NOTES = evidenceRules([
  environment.verificationOff,
  surroundings.inspected,
  strictlyDoubtful,
  environment.clearTextProxy,
  environment.variableIgnored,
  environment.releaseUnknown,
  slow.brokenIpv6,
  laterAddress,
  slow.slowLookup,
  slow.slowAnswer,
  surroundings.incidentOpen,
  tunnelled,
  relayed,
])
