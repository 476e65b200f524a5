import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const stepsecurityHardenRunner = filter({
  name: 'StepSecurity Harden-Runner',
  issuer: /stepsecurity|harden-runner/i,
  page: onPage('block.harden_runner', /harden-runner|StepSecurity/i, 'StepSecurity Harden-Runner', {
    status: 403,
  }),
  sinkhole: { address: /^54\.185\.253\.63$/, source: 'step-security/harden-runner, src/common.ts' },
  allow: (host) =>
    `Add ${host}:443 to allowed-endpoints of step-security/harden-runner in this job.`,
})
