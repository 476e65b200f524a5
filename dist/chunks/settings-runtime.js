import { createRequire } from "node:module";
const { existsSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { arch, release, type } from "node:os";

// src/settings/runtime.ts
/** Variables in which the big clouds name the region of a machine or a function. */
const REGION_VARIABLES = [
	"AWS_REGION",
	"AWS_DEFAULT_REGION",
	"GOOGLE_CLOUD_REGION",
	"FUNCTION_REGION",
	"REGION_NAME",
	"VERCEL_REGION",
	"FLY_REGION"
];
/** The region that the environment names; empty when it names none. */
function regionOf(env) {
	return REGION_VARIABLES.map((name) => env[name]).find((value) => value) ?? "";
}
/** Where this process runs, as far as the environment says it without asking anyone. */
function describeRuntime(env, exists = existsSync) {
	return {
		os: `${type()} ${release()}`,
		arch: arch(),
		container: exists("/.dockerenv") || exists("/run/.containerenv") || env["KUBERNETES_SERVICE_HOST"] !== void 0,
		runnerName: env["RUNNER_NAME"] ?? "",
		runnerKind: env["RUNNER_ENVIRONMENT"] === "github-hosted" ? "github-hosted" : env["GITHUB_ACTIONS"] === "true" ? "self-hosted" : "none",
		region: regionOf(env),
		source: "live"
	};
}

export { regionOf as n, describeRuntime as t };