import type { Verdict } from './verdict.js';
/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
export declare function failsJob(verdict: Pick<Verdict, 'verdict' | 'owner' | 'branch'>, failOn: readonly string[]): boolean;
