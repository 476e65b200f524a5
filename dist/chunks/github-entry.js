import { i as writeToRunner, n as tellDebug, r as tellNotice, t as mask } from "./actions-core-github.js";
import { n as pullRequestOf, t as headCommitOf } from "./github-pull-request.js";

export { writeToRunner };