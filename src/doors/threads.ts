/**
 * To be called before anything uses libuv's pool. It has four threads and gives only half of them to
 * name lookups; two names that hang then starve every other lookup of the process, also of names
 * that would resolve at once (measured: `localhost` waited for ever). The size is read when the
 * pool is first used. On Windows it must be set before the process starts; there this changes nothing.
 */
export function enlargeThreadPool(env: NodeJS.ProcessEnv): void {
  env['UV_THREADPOOL_SIZE'] ??= '64'
}
