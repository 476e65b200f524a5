import { n as pullRequestOf, t as headCommitOf } from "./github-pull-request.js";
import { i as writeToRunner, n as tellDebug, r as tellNotice, t as mask } from "./github-runner.js";

export { writeToRunner };