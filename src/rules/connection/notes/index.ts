import { evidenceRules } from '../../conclusion.ts'
import { strictlyDoubtful } from '../tls/strict.ts'
import { laterAddress } from '../tcp/addresses.ts'
import * as slow from './slow.ts'
import * as surroundings from './surroundings.ts'
import { relayed, tunnelled } from './way.ts'

/** Worth knowing, whatever the verdict; none of these decides. */
export const CONNECTION_NOTES = evidenceRules([
  surroundings.verificationOff,
  surroundings.inspected,
  strictlyDoubtful,
  surroundings.clearTextProxy,
  surroundings.variableIgnored,
  surroundings.releaseUnknown,
  slow.brokenIpv6,
  laterAddress,
  slow.slowLookup,
  slow.slowAnswer,
  surroundings.incidentOpen,
  tunnelled,
  relayed,
])
