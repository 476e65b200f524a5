/** A run that outlasted its deadline although each of its parts has a clock. */
export class OutOfTime extends Error {}

/** The contract allows deadline plus 2 s; the second of them is for writing. */
const GRACE_MS = 1000

/**
 * Rejects with what was thrown where nobody listens, which would end the process without outputs,
 * and when a run outlasts its deadline although every part of it has a clock: both are defects of
 * our own. Never resolves.
 * @param deadlineMs since the start of the process; none where the run may take its time
 */
export function defectOf(
  process: NodeJS.EventEmitter,
  deadlineMs?: number,
  nowMs: () => number = () => performance.now(),
): Promise<never> {
  const defect = new Promise<never>((_, fail) => {
    process.on('uncaughtException', fail)
    process.on('unhandledRejection', fail)
    if (deadlineMs === undefined) return
    // Not unref'd: a run that waits for nothing must still end with outputs.
    setTimeout(
      () => fail(new OutOfTime('the run outlasted its deadline')),
      Math.max(0, deadlineMs + GRACE_MS - nowMs()),
    )
  })
  // After the race nobody listens any more.
  defect.catch(() => {})
  return defect
}
