import { a as headCommitOf, i as writeToRunner, n as tellDebug, o as pullRequestOf, r as tellNotice, t as mask } from "./github-runner.js";

export { writeToRunner };