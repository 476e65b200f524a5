export { corsOutcome, corsQuestion, readCors, type CorsQuestion } from './cors.ts'
export { IGNORE_FILE } from './ignore.ts'
export { probeClientBundle, scanBundle, type BundleOptions, type BundleScan } from './scan.ts'
