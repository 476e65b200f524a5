import { evidenceRules } from '../../conclusion.ts'
import { strictlyDoubtful } from '../tls/strict.ts'
import { laterAddress } from '../tcp/addresses.ts'
import { brokenIpv6, slowAnswer, slowLookup } from './slow.ts'
import {
  clearTextProxy,
  incidentOpen,
  inspected,
  releaseUnknown,
  variableIgnored,
  verificationOff,
} from './surroundings.ts'
import { relayed, tunnelled } from './way.ts'

/** Worth knowing, whatever the verdict; none of these decides. */
export const CONNECTION_NOTES = evidenceRules([
  verificationOff,
  inspected,
  strictlyDoubtful,
  clearTextProxy,
  variableIgnored,
  releaseUnknown,
  brokenIpv6,
  laterAddress,
  slowLookup,
  slowAnswer,
  incidentOpen,
  tunnelled,
  relayed,
])
