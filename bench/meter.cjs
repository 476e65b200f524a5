'use strict'
// Loaded with --require into every measured node process, the empty one included: CPU time until the
// first socket is opened, and CPU time and memory at the end, written to file descriptor 3.
const { readFileSync, writeSync } = require('node:fs')
const { subscribe } = require('node:diagnostics_channel')

const usage = process.resourceUsage.bind(process)
const cpuMs = () => {
  const { userCPUTime, systemCPUTime } = usage()
  return (userCPUTime + systemCPUTime) / 1000
}
// maxRSS survives exec: it would tell of the process that started this one.
const mostMemory = () => {
  const [, kib] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kib ?? 0) / 1024
}
let socketMs
subscribe('net.client.socket', () => {
  socketMs ??= cpuMs()
})
process.on('exit', () => {
  writeSync(3, JSON.stringify({ cpuMs: cpuMs(), socketMs, rssMiB: mostMemory() }))
})
