import "./runtime.js";
import { N as isObject, k as fields } from "./settings-inputs.js";
import { t as unzipSync } from "./fflate.js";
import { n as readPacket, t as MOST_PACKET_BYTES } from "./model-read.js";
import { i as withApi, o as download, t as apiUrlOf } from "./before-after-hook-github.js";
import { w as readEvent } from "./settings.js";

// src/github/last-green.ts
/** Artifacts of a name that are looked at, newest first. */
const MOST_CANDIDATES = 5;
/**
* The packet that the last good run of this workflow has uploaded: on this branch, else on the
* default branch. Runs of forks are passed over, since their artifacts are of strangers. Never throws.
* @param name of the artifact
*/
async function readLastGreen(name, door, readFile) {
	const task = {
		what: `the artifact ${name} of an earlier run`,
		done: "read",
		permission: "actions: read"
	};
	return withApi(door, task, async (api) => {
		const { octokit, repository, bound } = api;
		const { data } = await octokit.request("GET /repos/{owner}/{repo}/actions/artifacts", {
			...repository,
			name,
			per_page: 50,
			request: bound()
		});
		const listed = data.artifacts;
		const found = inOrder(Array.isArray(listed) ? listed : [], door.env, readFile);
		for (const { id, run } of found.slice(0, MOST_CANDIDATES)) {
			if (!await isOfThisWorkflow(api, run, door.env)) continue;
			const { owner, repo } = repository;
			const url = `${apiUrlOf(door.env)}/repos/${owner}/${repo}/actions/artifacts/${id}/zip`;
			const packet = packetIn(await download(url, door.token, bound().signal));
			if (packet?.verdict.verdict === "pass") return { packet };
		}
		return { notice: `No earlier good run of this workflow has a usable artifact ${name}.${found.length > MOST_CANDIDATES ? ` Its newest ${MOST_CANDIDATES} were looked at.` : ""}` };
	});
}
/** Usable ones, those of this branch before those of the default branch, newest first. */
function inOrder(artifacts, env, readFile) {
	const branch = env["GITHUB_HEAD_REF"] || (env["GITHUB_REF_NAME"] ?? "");
	const home = fields(fields(readEvent(env, readFile))["repository"])["default_branch"];
	const rank = (run) => run["head_branch"] === branch ? 0 : home === void 0 || run["head_branch"] === home ? 1 : 2;
	return artifacts.filter(isObject).flatMap((one) => {
		const run = fields(one["workflow_run"]);
		const { id, created_at: at } = one;
		const ofThisRun = String(run["id"]) === env["GITHUB_RUN_ID"];
		const ofFork = run["head_repository_id"] !== run["repository_id"];
		if (typeof id !== "number" || typeof run["id"] !== "number") return [];
		if (one["expired"] === true || ofThisRun || ofFork || rank(run) > 1) return [];
		return [{
			id,
			run: run["id"],
			rank: rank(run),
			at: typeof at === "string" ? at : ""
		}];
	}).toSorted((a, b) => a.rank - b.rank || (a.at < b.at ? 1 : -1));
}
/** Another workflow may have a job of the same name. */
async function isOfThisWorkflow({ octokit, repository, bound }, run, env) {
	const own = /^[^/]+\/[^/]+\/(.+?)@/.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
	if (own === void 0) return true;
	const { data } = await octokit.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
		...repository,
		run_id: run,
		request: bound()
	});
	return data.path.split("@")[0] === own;
}
/**
* The `packet.json` of an archive; `undefined` where it holds none that can be used. Sizes are those
* that the archive announces and no byte more is unpacked, nothing is written, names are compared only.
*/
function packetIn(archive) {
	let files;
	try {
		let taken = false;
		files = unzipSync(archive, { filter: ({ name, originalSize }) => {
			if (!(/^(?:[^/\\]+\/)*packet\.json$/.test(name) && originalSize <= 16777216) || taken) return false;
			taken = true;
			return true;
		} });
	} catch {
		return;
	}
	const [bytes] = Object.values(files);
	if (bytes === void 0) return void 0;
	const read = readPacket(Buffer.from(bytes).toString("utf8"), "packet.json");
	return "packet" in read ? read.packet : void 0;
}

export { readLastGreen };