export async function runAction(_process: NodeJS.Process): Promise<number> {
  return 0
}
