import "./runtime.js";
import { t as require_dist } from "./yaml.js";
import { join } from "node:path";

// src/github/step-location.ts
var import_dist = require_dist();
/** GitHub runs no workflow that is larger. */
const LONGEST_FILE = 524288;
/**
* Workflow file and line of the step that runs us. `undefined` when that is not certain: the
* workflow belongs to another repository, was not checked out, or called a reusable workflow or
* a composite action that holds the step.
*/
function findStep(env, readFile) {
	const file = workflowFileOf(env);
	const text = file === void 0 ? void 0 : readFile(join(env["GITHUB_WORKSPACE"] ?? "", file));
	if (file === void 0 || text === void 0 || text.length > LONGEST_FILE) return void 0;
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		uniqueKeys: false
	});
	const step = stepOf(stepsOf(resolver(document), env["GITHUB_JOB"] ?? "", document.contents), env);
	return step === void 0 ? void 0 : {
		file,
		line: lines.linePos(step.offset).line
	};
}
/** Of `owner/repo/.github/workflows/x.yml@refs/heads/main`, when it is this repository's. */
function workflowFileOf(env) {
	const reference = env["GITHUB_WORKFLOW_REF"] ?? "";
	const repository = env["GITHUB_REPOSITORY"] ?? "";
	const prefix = `${repository}/`;
	if (repository === "" || !reference.toLowerCase().startsWith(prefix.toLowerCase())) return void 0;
	const file = reference.slice(prefix.length).replace(/@.*$/s, "");
	return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file) ? file : void 0;
}
function stepsOf(resolved, job, root) {
	const node = (parent, name) => (0, import_dist.isMap)(parent) ? resolved(parent.get(name, true)) : void 0;
	const steps = node(node(node(root, "jobs"), job), "steps");
	if (!(0, import_dist.isSeq)(steps)) return [];
	return steps.items.flatMap((item) => {
		const step = resolved(item);
		return (0, import_dist.isMap)(step) ? stepIn(resolved, step) : [];
	});
}
function stepIn(resolved, step) {
	const uses = resolved(step.get("uses", true));
	const id = resolved(step.get("id", true));
	if (!(0, import_dist.isScalar)(uses) || typeof uses.value !== "string" || !uses.range) return [];
	return [{
		id: (0, import_dist.isScalar)(id) && typeof id.value === "string" ? id.value : "",
		uses: uses.value,
		offset: uses.range[0]
	}];
}
/** Each alias costs a walk through the file; a workflow that has more is not looked through. */
const MOST_ALIASES = 100;
/** What an alias stands for; workflows may have anchors. */
function resolver(document) {
	let aliases = 0;
	return (node) => {
		if ((0, import_dist.isAlias)(node)) {
			aliases += 1;
			return aliases > MOST_ALIASES ? void 0 : node.resolve(document);
		}
		return (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node) || (0, import_dist.isScalar)(node) ? node : void 0;
	};
}
/**
* GITHUB_ACTION is the step's `id`; without one the runner makes `__owner_repo` of the action's
* name, or `__self`, and adds `_2`, `_3`, … for each further step that gets the same name.
*/
function stepOf(steps, env) {
	const name = env["GITHUB_ACTION"] ?? "";
	const ours = steps.filter((step) => isOurs(step.uses, env["GITHUB_ACTION_REPOSITORY"] ?? ""));
	if (!name.startsWith("__")) return ours.find((step) => step.id === name);
	const unnamed = ours.filter((step) => step.id === "" && sameName(name, generatedName(step.uses)));
	return unnamed[Number(/_(\d+)$/.exec(name.slice(generatedName(unnamed[0]?.uses ?? "").length))?.[1] ?? 1) - 1];
}
/** The step uses this very action: its repository, or a path in this one. */
function isOurs(uses, actionRepository) {
	const local = uses.startsWith("./") || uses.startsWith("$/");
	if (actionRepository === "") return local;
	return !local && repositoryOf(uses).toLowerCase() === actionRepository.toLowerCase();
}
/** `owner/repo` of `owner/repo/path@ref`. */
function repositoryOf(uses) {
	return (uses.split("@")[0] ?? "").split("/").slice(0, 2).join("/");
}
function generatedName(uses) {
	if (uses.startsWith("./") || uses.startsWith("$/")) return "__self";
	return `__${repositoryOf(uses).replaceAll(/[^\w-]/g, "_")}`;
}
function sameName(name, generated) {
	const [long, short] = [name.toLowerCase(), generated.toLowerCase()];
	return long === short || long.startsWith(`${short}_`) && /^\d+$/.test(long.slice(short.length + 1));
}

export { findStep };