import { n as heightOf, t as RUNGS } from "./rung.js";
import { t as failsJob } from "./gate.js";
import { a as count, c as findingUrl, d as ladderOf, f as ownerTitle, g as verdictWord, h as verdictMark, i as RUNG_NAMES, m as provenUpTo, n as MARKS, r as OWNER_NAMES, t as COLOURED_MARKS } from "./words.js";
import { u as branchOf } from "./verdict.js";
import { i as isRecord, r as readPacket } from "./compare.js";
import { a as markdown, i as linkTarget, o as markdownCode, s as oneLine, t as cut } from "./redaction.js";
import { a as fitting, i as bytesOf, t as REPORTS } from "./reports.js";
import { join } from "node:path";
import { opendir, readFile, stat } from "node:fs/promises";

// src/packets/aggregate/causes.ts
const RANK = {
	fail: 0,
	inconclusive: 1,
	pass: 2
};
/** One for each rule, code and responder: worst first, then the one that most runners have. */
function causesOf(rows) {
	const causes = /* @__PURE__ */ new Map();
	const runnersOf = /* @__PURE__ */ new Map();
	for (const row of rows) {
		if (row.status === "pass") continue;
		const verdict = row.status === "unknown" ? unknownVerdict(row) : row.verdict;
		const { rule, code, responder, owner } = verdict;
		const id = JSON.stringify([
			verdict.verdict,
			rule,
			code,
			responder,
			owner
		]);
		const before = causes.get(id);
		const affected = (runnersOf.get(id) ?? /* @__PURE__ */ new Set()).add(row.runner);
		runnersOf.set(id, affected);
		causes.set(id, {
			affected: affected.size,
			verdict: before?.verdict ?? verdict,
			runners: [...before?.runners ?? [], labelOf(row)],
			failing: before?.failing === true || row.failing
		});
	}
	return [...causes.values()].toSorted((a, b) => RANK[a.verdict.verdict] - RANK[b.verdict.verdict] || Number(b.failing) - Number(a.failing) || b.runners.length - a.runners.length);
}
/** Names after which the rest is counted. */
const MOST_NAMES = 20;
/** Names of those that have the cause, with a way to write each, and how many more there are. */
function tellRunners({ runners }, write) {
	const more = runners.length - MOST_NAMES;
	return runners.slice(0, MOST_NAMES).map((name) => write(name)).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
function labelOf(row) {
	return row.route === "" ? row.runner : `${row.runner} · ${row.route}`;
}
function unknownVerdict(row) {
	return {
		verdict: "inconclusive",
		confidence: "low",
		owner: "unknown",
		branch: branchOf("unknown"),
		rung: "",
		code: row.missing ? "own.packet_missing" : "own.packet_unreadable",
		rule: "",
		responder: "",
		product: "",
		httpStatus: "",
		requestId: "",
		retryable: false,
		summary: row.missing ? "No packet came from this runner, so nothing is known about its route." : `The packet of this runner cannot be read: ${row.because}`,
		lastGood: "none",
		firstBad: "none",
		doNext: row.missing ? ["Open the job of this runner: it was not started, was stopped, or did not upload its packet.json."] : ["Run the preflight on this runner again, with the version that is used here."],
		doNot: ["Do not take a missing packet for a route that works."],
		cites: [],
		also: [],
		ladder: []
	};
}

// src/packets/aggregate/row.ts
/** Worst first. */
const STATUSES = [
	"fail",
	"unknown",
	"inconclusive",
	"pass"
];

// src/packets/aggregate/aggregate.ts
const FAIL_ON = [
	"route",
	"auth",
	"quota",
	"client",
	"unknown"
];
/**
* One verdict from the packets of many runners.
*
* @param expected names of runners that must have sent one; those that did not are `unknown`
* @param failOn for runners without a packet; the others carry their own
*/
function aggregate(entries, expected = [], failOn = FAIL_ON) {
	const present = new Set(entries.map(({ name }) => name));
	const missing = [...new Set(expected)].filter((name) => !present.has(name));
	const isUnknownFailing = failOn.includes("unknown");
	const rows = [...entries.flatMap((entry) => rowsOf(entry, isUnknownFailing)), ...missing.map((runner) => ({
		runner,
		route: "",
		status: "unknown",
		because: "no packet came from this runner",
		missing: true,
		failing: isUnknownFailing
	}))].toSorted((a, b) => badness(a) - badness(b) || byName(a.runner, b.runner) || byName(a.route, b.route));
	const causes = causesOf(rows);
	const counts = countsOf(rows);
	const runners = new Set(rows.map(({ runner }) => runner)).size;
	const [worst] = causes;
	return {
		rows,
		causes,
		runners,
		counts,
		verdict: verdictOf(rows, causes, runners),
		deciding: worst?.runners[0] ?? "",
		failing: rows.some(({ failing }) => failing) || rows.length === 0 && isUnknownFailing
	};
}
function rowsOf(entry, isUnknownFailing) {
	if ("problem" in entry || entry.packet.routes.length === 0) {
		const because = "problem" in entry ? entry.problem.message : "it holds no route.";
		return [{
			runner: entry.name,
			route: "",
			status: "unknown",
			because,
			missing: false,
			failing: isUnknownFailing
		}];
	}
	const { routes } = entry.packet;
	return routes.map((route) => ({
		runner: entry.name,
		route: routes.length > 1 ? route.name : "",
		status: route.verdict.verdict,
		ladder: ladderOf(route.verdict),
		verdict: route.verdict,
		from: route,
		failing: failsJob(route.verdict, route.failOn)
	}));
}
const badness = (row) => STATUSES.indexOf(row.status);
const byName = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function countsOf(rows) {
	const worst = /* @__PURE__ */ new Map();
	for (const { runner, status } of rows) if (!worst.has(runner)) worst.set(runner, status);
	const counts = {
		fail: 0,
		unknown: 0,
		inconclusive: 0,
		pass: 0
	};
	for (const status of worst.values()) counts[status]++;
	return counts;
}
function verdictOf(rows, causes, runners) {
	const ladder = ladderOfAll(rows);
	const [worst, ...others] = causes;
	if (worst !== void 0) return {
		...worst.verdict,
		summary: `${worst.affected} of ${count(runners, "runner")}: ${worst.verdict.summary}`,
		also: others.map(({ verdict, runners: names }) => ({
			rule: verdict.rule,
			owner: verdict.owner,
			code: verdict.code === "" ? "own.unexplained" : verdict.code,
			summary: `${names.join(", ")}: ${verdict.summary}`,
			doNext: verdict.doNext,
			cites: []
		})),
		cites: [],
		ladder
	};
	const [first] = rows;
	if (first === void 0 || first.status === "unknown") return nothingMeasured(ladder);
	const lastGood = rows.reduce((low, row) => row.status === "unknown" ? low : lower(low, row.verdict.lastGood), first.verdict.lastGood);
	return {
		...first.verdict,
		responder: "",
		product: "",
		httpStatus: "",
		requestId: "",
		summary: `${runners === 1 ? "The one runner" : `All ${runners} runners`} proved the path up to ${lastGood}.`,
		lastGood,
		cites: [],
		also: [],
		ladder
	};
}
function lower(a, b) {
	if (a === "none" || b === "none") return "none";
	return heightOf(a) <= heightOf(b) ? a : b;
}
function nothingMeasured(ladder) {
	return {
		verdict: "inconclusive",
		confidence: "low",
		owner: "unknown",
		branch: "unknown",
		rung: "",
		code: "own.packet_missing",
		rule: "",
		responder: "",
		product: "",
		httpStatus: "",
		requestId: "",
		retryable: false,
		summary: "There is no packet to sum up, so nothing is known about any runner.",
		lastGood: "none",
		firstBad: "none",
		doNext: ["Download the packets of the runners into the folder that the input aggregate names."],
		doNot: ["Do not take an empty folder for routes that work."],
		cites: [],
		also: [],
		ladder
	};
}
/** The worst that was seen on each rung, and on how many lines it was proven. */
function ladderOfAll(rows) {
	return RUNGS.map((rung, index) => {
		const steps = rows.map((row) => row.status === "unknown" ? "skipped" : row.ladder[index]?.status ?? "skipped");
		const tally = (status) => steps.filter((one) => one === status).length;
		const [ok, failed] = [tally("ok"), tally("failed")];
		return {
			rung,
			status: failed > 0 ? "failed" : ok > 0 ? "ok" : "skipped",
			because: `${ok} of ${steps.length} proven${failed > 0 ? `, ${failed} failed` : ""}`,
			cites: []
		};
	});
}

// src/packets/aggregate/packet.ts
/**
* All packets as one, so that it can be stored, read again and compared: each route under the name
* of its runner. Runners without a packet have no route in it; the verdict speaks of them.
*/
function fleetPacket(result, entries, here) {
	const routes = result.rows.flatMap((row) => row.status === "unknown" ? [] : [{
		...row.from,
		name: labelOf(row)
	}]);
	return {
		schemaVersion: 1,
		tool: here.tool,
		startedAt: here.startedAt,
		timezone: here.timezone,
		elapsedMs: here.elapsedMs,
		runtime: here.runtime,
		routes,
		verdict: {
			...result.verdict,
			route: result.deciding
		},
		redactions: entries.flatMap((entry) => "packet" in entry ? entry.packet.redactions.map((one) => ({
			...one,
			where: `${entry.name}: ${one.where}`
		})) : [])
	};
}

// src/packets/aggregate/read-folder.ts
const PACKET = "packet.json";
/** Names of the runners that must have sent a packet: a list of texts, or of objects with a `name`. */
const EXPECTED = "expected.json";
/** The fleet workflow names artifacts so; a re-run adds a second one for the same runner. */
const ARTIFACT = /^openai-preflight-(\d+)-(.+)$/;
const MAX_DEPTH = 6;
const MAX_PACKETS = 2048;
const MAX_FOLDERS = 1e4;
const MAX_PACKET_BYTES = 16777216;
const MAX_TOTAL_BYTES = 536870912;
/**
* Every `packet.json` below the folder, named by the folder it lies in (the artifact), else by its
* own runner. Unreadable ones stay in the list as problems. Links are not followed.
*/
async function readFolder(folder) {
	const info = await stat(folder).catch(() => void 0);
	if (info === void 0 || !info.isDirectory()) return {
		status: "unusable",
		problem: problemOf("aggregate", info === void 0 ? `The folder "${folder}" does not exist.` : `"${folder}" is no folder.`, DOWNLOAD)
	};
	const expected = await readExpected(join(folder, EXPECTED));
	if ("problem" in expected) return {
		status: "unusable",
		problem: expected.problem
	};
	const found = await packetFolders(folder);
	const newest = /* @__PURE__ */ new Map();
	for (const below of found) {
		const [, attempt = "0", target] = ARTIFACT.exec(below.split("/")[0] ?? "") ?? [];
		const name = target === void 0 ? below : [target, ...below.split("/").slice(1)].join("/");
		if (Number(attempt) >= (newest.get(name)?.attempt ?? 0)) newest.set(name, {
			attempt: Number(attempt),
			below
		});
	}
	const entries = [];
	const taken = /* @__PURE__ */ new Set();
	let total = 0;
	for (const [name, { below }] of newest) {
		const path = join(folder, below, PACKET);
		const { size } = await stat(path);
		total += size;
		const source = below === "" ? PACKET : `${below}/${PACKET}`;
		const read = size > MAX_PACKET_BYTES || total > MAX_TOTAL_BYTES ? { problem: problemOf(source, `${source} is too large to be read.`, DOWNLOAD) } : readPacket(await readFile(path, "utf8"), source);
		const own = "packet" in read ? read.packet.runtime.runnerName : "";
		const label = unused(name || (expected.names.length === 1 ? expected.names[0] : own) || "packet", taken);
		taken.add(label);
		entries.push({
			name: label,
			...read
		});
	}
	return {
		status: "read",
		entries,
		expected: expected.names
	};
}
const DOWNLOAD = "Download the packets of the runners into the folder that aggregate names.";
function unused(name, taken) {
	let label = name;
	for (let number = 2; taken.has(label); number++) label = `${name} (${number})`;
	return label;
}
/** Folders that hold a packet, relative, with `/`, in order. */
async function packetFolders(root) {
	const found = [];
	let folders = 0;
	const visit = async (below, depth) => {
		folders++;
		const inner = [];
		for await (const entry of await opendir(join(root, below))) {
			if (entry.isDirectory()) inner.push(below === "" ? entry.name : `${below}/${entry.name}`);
			if (entry.isFile() && entry.name === PACKET) found.push(below);
		}
		if (depth >= MAX_DEPTH) return;
		for (const next of inner.toSorted()) if (found.length < MAX_PACKETS && folders < MAX_FOLDERS) await visit(next, depth + 1);
	};
	await visit("", 0);
	return found.toSorted();
}
async function readExpected(path) {
	const text = await readFile(path, "utf8").catch(() => void 0);
	if (text === void 0) return { names: [] };
	const wrong = { problem: problemOf(EXPECTED, `${EXPECTED} is not a JSON list of names.`, "Write it as [\"eu-1\",\"us-1\"], or as the targets of the matrix: [{\"name\":\"eu-1\"}].") };
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return wrong;
	}
	if (!Array.isArray(value)) return wrong;
	const names = value.map((one) => isRecord(one) ? one["name"] : one);
	return names.every((name) => typeof name === "string") ? { names } : wrong;
}
function problemOf(setting, message, fix) {
	return {
		code: "config.input_aggregate_unusable",
		setting,
		message,
		fix,
		severity: "fatal",
		owner: "request"
	};
}

// src/packets/aggregate/headline.ts
/** Verdict, number of runners, owner. */
function headline({ verdict, runners }) {
	const title = verdict.verdict === "pass" ? provenUpTo(verdict) : ownerTitle(verdict).replace(/^O/, "o");
	return `${verdictMark(verdict)} ${verdictWord(verdict)} – ${count(runners, "runner")}, ${title}`;
}
function countsLine({ counts }) {
	return [
		`${counts.pass} pass`,
		`${counts.fail} fail`,
		`${counts.inconclusive} inconclusive`,
		`${counts.unknown} unknown`
	].join(" · ");
}

// src/packets/aggregate/summary.ts
/** GitHub takes 1 MiB for a step. */
const MOST_BYTES = 204800;
/** Lines of a table that a person still reads, worst first. */
const MOST_ROWS = 300;
/** Causes that stand before the table. */
const MOST_AT_TOP = 9;
const STATUS_MARKS = {
	pass: "✅",
	fail: "❌",
	inconclusive: "❓",
	unknown: "❓"
};
/** The summary as GitHub Markdown: verdict, causes, then the table runner × rung. */
function fleetMarkdown(result, view) {
	const sections = [
		`## ${headline(result)}`,
		markdown(result.verdict.summary),
		countsLine(result),
		...result.causes.slice(0, MOST_AT_TOP).map((cause) => causeMarkdown(cause, view)),
		table(result.rows),
		...result.causes.slice(MOST_AT_TOP).map((cause) => causeMarkdown(cause, view))
	];
	return fitting(sections, MOST_BYTES, bytesOf, "The whole is in packet.json.");
}
function causeMarkdown(cause, view) {
	const { verdict, affected } = cause;
	const code = verdict.code === "" ? "" : `Code ${markdownCode(verdict.code)}`;
	const more = verdict.rule === "" ? "" : ` · [what this means](${linkTarget(findingUrl(view.docsUrl, verdict.rule))})`;
	return [
		`### ${ownerTitle(verdict)} – ${count(affected, "runner")}`,
		tellRunners(cause, (name) => markdownCode(name, 80)),
		markdown(verdict.summary),
		verdict.doNext.map((order, index) => `${index + 1}. ${markdown(order)}`).join("\n"),
		verdict.doNot.map((order) => `- ${markdown(order)}`).join("\n"),
		code + more
	].filter((part) => part !== "").join("\n\n");
}
function table(rows) {
	if (rows.length === 0) return "";
	const lines = rows.slice(0, MOST_ROWS).map((row) => {
		const marks = RUNGS.map((_, index) => row.status === "unknown" ? "❓" : COLOURED_MARKS[row.ladder[index]?.status ?? "skipped"]);
		const owner = row.status === "unknown" ? OWNER_NAMES.unknown : OWNER_NAMES[row.verdict.owner];
		return `| ${STATUS_MARKS[row.status]} | ${markdownCode(labelOf(row), 80)} | ${marks.join(" | ")} | ${owner} |`;
	});
	const left = rows.length - lines.length;
	return [
		`| | Runner | ${RUNGS.map((rung) => RUNG_NAMES[rung]).join(" | ")} | Owner |`,
		`| :-: | :-- |${" :-: |".repeat(RUNGS.length)} :-- |`,
		...lines,
		...left > 0 ? ["", `${left} more are in \`packet.json\`.`] : []
	].join("\n");
}

// src/packets/aggregate/terminal.ts
/** The fleet as a table runner × rung for a terminal, then the causes. */
function fleetText(result) {
	const labels = result.rows.map((row) => oneLine(labelOf(row), 60));
	const width = Math.max(6, ...labels.map((label) => label.length));
	const head = `${"".padEnd(width)}  ${RUNGS.map((rung) => RUNG_NAMES[rung].slice(0, 4).padEnd(4)).join(" ")}`;
	const lines = result.rows.map((row, index) => {
		const marks = RUNGS.map((_, at) => (row.status === "unknown" ? "?" : MARKS[row.ladder[at]?.status ?? "skipped"]).padEnd(4));
		const what = row.status === "unknown" ? row.because : row.status === "pass" ? "" : `${OWNER_NAMES[row.verdict.owner]} ${row.verdict.code}`;
		return `${(labels[index] ?? "").padEnd(width)}  ${marks.join(" ")} ${oneLine(what, 200)}`.trimEnd();
	});
	const causes = result.causes.flatMap((cause) => [
		"",
		`${ownerTitle(cause.verdict)} – ${tellRunners(cause, (name) => name)}`,
		`  ${cause.verdict.summary}`,
		...cause.verdict.doNext.map((order) => `  → ${order}`)
	]);
	return `${[...[
		headline(result),
		countsLine(result),
		"",
		head,
		...lines
	], ...causes.map(safeLine)].join("\n")}\n`;
}
function safeLine(line) {
	const indent = /^ */.exec(line)?.[0] ?? "";
	return indent + oneLine(line.slice(indent.length), 1e3);
}

// src/packets/aggregate/tell.ts
/** The runner keeps 10 annotations of each type for a step, and cuts messages. */
const MOST_ANNOTATIONS = 9;
const LONGEST_MESSAGE = 4096;
/** Everything that is told about a fleet: summary, one annotation for each cause, outputs, packet, page. */
function tellFleet(result, packet, view) {
	return [
		{
			kind: "terminal",
			text: fleetText(result)
		},
		{
			kind: "summary",
			markdown: fleetMarkdown(result, view)
		},
		...fleetAnnotations(result, view),
		...REPORTS.outputs(packet, view),
		...REPORTS.packet(packet, view),
		...REPORTS.html(packet, view)
	];
}
/** One for each distinct cause. */
function fleetAnnotations({ causes }, view) {
	const shown = causes.slice(0, MOST_ANNOTATIONS).map((cause) => {
		const { verdict, affected, failing } = cause;
		const lines = [
			verdict.summary,
			`Runners: ${tellRunners(cause, (name) => name)}`,
			...verdict.doNext.map((order) => `Next: ${order}`),
			...verdict.doNot,
			verdict.rule === "" ? "" : `More: ${findingUrl(view.docsUrl, verdict.rule)}`
		];
		return placed(failing ? "error" : "warning", `${ownerTitle(verdict)} · ${count(affected, "runner")}`, lines, view);
	});
	const more = causes.slice(MOST_ANNOTATIONS);
	if (more.length === 0) return shown;
	const level = more.some(({ failing }) => failing) ? "error" : "warning";
	const lines = more.map((cause) => `${ownerTitle(cause.verdict)}: ${tellRunners(cause, (name) => name)}`);
	return [...shown, placed(level, `and ${more.length} more causes`, lines, view)];
}
function placed(level, title, lines, view) {
	const message = lines.filter((line) => line !== "").map((line) => oneLine(line, 900));
	return {
		kind: "annotation",
		level,
		title: oneLine(title, 200),
		message: cut(message.join("\n"), LONGEST_MESSAGE),
		...view.step === void 0 ? {} : {
			file: oneLine(view.step.file, 300),
			line: view.step.line
		}
	};
}

export { aggregate, fleetPacket, readFolder, tellFleet };