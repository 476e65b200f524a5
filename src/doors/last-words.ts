/**
 * The exit code of a door. When even the report of a crash breaks – a defect within a defect – one
 * line is printed and the exit code still says whose fault it was: nothing may end silently as 0.
 */
export async function exitCodeFrom(door: () => Promise<number>): Promise<number> {
  try {
    return await door()
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : typeof error
    process.stderr.write(
      `openai-preflight itself failed (${name}); this says nothing about your route.\n`,
    )
    return 70
  }
}
