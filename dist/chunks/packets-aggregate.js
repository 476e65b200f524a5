import { createRequire } from "node:module";
import "./runtime.js";
import { C as failsJob, w as heightOf, y as RUNGS } from "./model-words.js";
import { O as fatal, R as quotable, T as codeNote, _ as verdictWithoutRoute, k as fields } from "./settings-inputs.js";
import { C as codeLine, I as provenUpTo, L as titleOf, M as ladderOf, N as marksOf, P as ownerTitle, R as verdictMark, S as all, T as count, _ as COLOURED_MARKS, b as OWNER_NAMES, en as indentedLine, in as oneLine, j as firstSentence, k as findingUrl, nn as markdown, rn as markdownCode, x as RUNG_NAMES, y as MARKS, z as verdictWord } from "./common.js";
import { a as addressesSeen } from "./packets-compare.js";
import { a as REPORTS, c as bytesOf, d as paragraphs, l as fitting, u as markdownTable } from "./reports.js";
import { n as readPacket, t as MOST_PACKET_BYTES } from "./model-read.js";
import { r as placed } from "./doors-shared.js";
const { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync, statSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { lstat, stat } from "node:fs/promises";

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
		const why = row.status === "unknown" ? row.fix : "";
		const id = JSON.stringify([
			verdict.verdict,
			rule,
			code,
			responder,
			owner,
			why
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
const RUN_AGAIN = "Run the preflight on this runner again, with the version that is used here.";
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
	return unmeasured({
		code: row.missing ? "own.packet_missing" : "own.packet_unreadable",
		summary: row.missing ? "No packet came from this runner, so nothing is known about its route." : row.because,
		doNext: [row.fix],
		doNot: ["Do not take a missing packet for a route that works."]
	});
}
/** The verdict of what no packet tells of. */
function unmeasured(said) {
	return verdictWithoutRoute({
		verdict: "inconclusive",
		owner: "unknown",
		rule: "",
		...said
	});
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
/** Text of observations that is kept of routes that pass, and of the others. */
const MOST_PASSING = 2097152;
const MOST_OTHERS = 6291456;
/** The same, one packet after the other: of thousands only what is told of them stays in memory. */
function collector(failOn = FAIL_ON) {
	const rows = [];
	const redactions = /* @__PURE__ */ new Map();
	const present = /* @__PURE__ */ new Set();
	const room = evidenceRoom();
	return {
		add: (entry) => {
			present.add(entry.name);
			rows.push(...rowsOf(entry, failOn).map(room));
			for (const { what, where, count } of "packet" in entry ? entry.packet.redactions : []) {
				const id = JSON.stringify([what, where]);
				const sum = redactions.get(id) ?? {
					what,
					where,
					count: 0
				};
				sum.count += count;
				redactions.set(id, sum);
			}
		},
		result: (expected) => {
			const missing = [...new Set(expected)].filter((name) => !present.has(name));
			return resultOf([...rows, ...missing.map((name) => unknownRow(name, MISSING, failOn))], [...redactions.values()], failOn);
		}
	};
}
/** Of a runner of which nothing is known. */
function unknownRow(runner, { because, fix, missing = false }, failOn) {
	return {
		runner,
		route: "",
		status: "unknown",
		because,
		fix,
		missing,
		failing: failOn.includes("unknown")
	};
}
const MISSING = {
	because: "no packet came from this runner",
	fix: "Open the job of this runner: it was not started, was stopped, or did not upload its packet.json.",
	missing: true
};
function resultOf(unsorted, redactions, failOn) {
	const rows = unsorted.toSorted((a, b) => badness(a) - badness(b) || byName(a.runner, b.runner) || byName(a.route, b.route));
	const causes = causesOf(rows);
	const runners = new Set(rows.map(({ runner }) => runner)).size;
	const verdict = verdictOf(rows, causes, runners);
	const apart = rows.filter((row) => row.status !== "unknown" && row.apart === true).length;
	const told = ` The evidence of ${count(apart, "route")} is only in the packets of their runners.`;
	return {
		rows,
		causes,
		runners,
		counts: countsOf(rows),
		verdict: apart === 0 ? verdict : {
			...verdict,
			summary: verdict.summary + told
		},
		deciding: causes[0]?.runners[0] ?? "",
		failing: rows.some(({ failing }) => failing) || rows.length === 0 && failOn.includes("unknown"),
		redactions
	};
}
/**
* Keeps the evidence of a row while there is room for it; of the others one verdict stands for all
* that are alike, for thousands of packets in full would be one that nobody can read again.
*/
function evidenceRoom() {
	const left = {
		passing: MOST_PASSING,
		others: MOST_OTHERS
	};
	const alike = /* @__PURE__ */ new Map();
	return (row) => {
		if (row.status === "unknown" || row.from === void 0) return row;
		const share = row.status === "pass" ? "passing" : "others";
		if (left[share] > 0) left[share] -= JSON.stringify(row.from).length;
		if (left[share] > 0) return row;
		const { runner, route, status, failing, verdict } = row;
		const steps = row.ladder.map((step) => step.status).join(" ");
		const { rule, code, responder, owner, lastGood } = verdict;
		const id = JSON.stringify([
			status,
			rule,
			code,
			responder,
			owner,
			lastGood,
			steps
		]);
		const like = alike.get(id) ?? {
			verdict,
			ladder: row.ladder
		};
		alike.set(id, like);
		return {
			runner,
			route,
			status,
			failing,
			...like,
			apart: true
		};
	};
}
function rowsOf(entry, failOn) {
	const runner = entry.name;
	if ("problem" in entry) {
		const { message: because, fix } = entry.problem;
		return [unknownRow(runner, {
			because,
			fix
		}, failOn)];
	}
	const { routes, verdict } = entry.packet;
	const rows = routes.map((route) => ({
		runner,
		route: routes.length > 1 ? route.name : "",
		status: route.verdict.verdict,
		ladder: ladderOf(route.verdict),
		verdict: route.verdict,
		from: route,
		failing: failsJob(route.verdict, route.failOn)
	}));
	if (verdict.verdict === "pass") {
		const empty = {
			because: "It holds no route.",
			fix: RUN_AGAIN
		};
		return rows.length > 0 ? rows : [unknownRow(runner, empty, failOn)];
	}
	if (rows.some(({ status }) => status !== "pass")) return rows;
	return [...rows, {
		runner,
		route: "",
		status: verdict.verdict,
		ladder: ladderOf(verdict),
		verdict,
		failing: failsJob(verdict, failOn)
	}];
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
/** Whether those that fail leave by other public addresses than those that pass. */
function otherEgress(rows) {
	const addresses = (passing) => [...new Set(rows.flatMap((row) => row.status !== "unknown" && row.from !== void 0 && row.status === "pass" === passing ? addressesSeen(row.from) : []))];
	const [bad, good] = [addresses(false), addresses(true)];
	if (bad.length === 0 || good.length === 0 || bad.some((one) => good.includes(one))) return "";
	const told = (list) => `${list.slice(0, 3).join(", ")}${list.length > 3 ? ", …" : ""}`;
	return ` Runners that do not pass leave by other egress addresses (${told(bad)}) than those that pass (${told(good)}).`;
}
function verdictOf(rows, causes, runners) {
	const ladder = ladderOfAll(rows);
	const [worst, ...others] = causes;
	if (worst !== void 0) return {
		...worst.verdict,
		summary: `${worst.affected} of ${count(runners, "runner")}: ${worst.verdict.summary}${otherEgress(rows)}`,
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
		summary: `${runners === 1 ? "The one runner" : all(runners, "runner")} proved the path up to ${lastGood}.`,
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
	return unmeasured({
		code: "own.packet_missing",
		summary: "There is no packet to sum up, so nothing is known about any runner.",
		doNext: ["Download the packets of the runners into the folder that the input aggregate names."],
		doNot: ["Do not take an empty folder for routes that work."],
		ladder
	});
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

// src/packets/aggregate/read-folder.ts
const PACKET = "packet.json";
/** Names of the runners that must have sent a packet: a list of texts, or of objects with a `name`. */
const EXPECTED = "expected.json";
/**
* The fleet workflow names artifacts by attempt and position in its matrix (a target's own name may
* hold what no artifact may); by hand people write the target's name there. A re-run adds a second
* one for the same runner.
*/
const ARTIFACT = /^openai-preflight-(\d+)-(.+)$/;
/** What a run leaves beside its packet: nobody misses it here. */
const BESIDE = /* @__PURE__ */ new Set([
	"report.html",
	"escalation.md",
	"explanation.json"
]);
/**
* Every packet below the folder, named by the folder it lies in (the artifact), by its file, or by
* its own runner. Whatever could be one and cannot be read stays in the list as a problem, as does
* what a stop of `signal` left unread: a runner that is left out is never green. Links are not
* followed; pipes and devices are not opened.
*/
async function readFolder(folder, signal = new AbortController().signal) {
	const info = await stat(folder).catch(() => void 0);
	if (info === void 0 || !info.isDirectory()) return {
		status: "unusable",
		problem: problemOf("aggregate", info === void 0 ? `The folder "${folder}" does not exist.` : `"${folder}" is not a folder.`, DOWNLOAD)
	};
	const expected = await readExpected(folder);
	if ("problem" in expected) return {
		status: "unusable",
		problem: expected.problem
	};
	const passedOver = [];
	return {
		status: "read",
		entries: entriesOf(folder, expected.names, passedOver, signal),
		expected: expected.names,
		passedOver
	};
}
async function* entriesOf(folder, expected, passedOver, signal) {
	const taken = /* @__PURE__ */ new Set();
	const named = (wanted) => {
		const label = unused(wanted, taken);
		taken.add(label);
		return label;
	};
	const found = await walk(folder, passedOver, signal);
	for (const { path, message, fix } of found.refused) yield {
		name: named(path),
		problem: problemOf(path, `${path} ${message}`, fix)
	};
	const files = latestAttempts(found.files);
	let read = 0;
	for (const path of files) {
		if (signal.aborted) break;
		if (read++ % 16 === 0) await setImmediate();
		const content = contentOf(join(folder, path), path);
		if ("problem" in content) yield {
			name: named(nameOf(path, expected)),
			problem: content.problem
		};
		else if (isPacketFile(path) || mayBePacket(content.text)) {
			const result = readPacket(content.text, path);
			const own = "packet" in result ? result.packet.runtime.runnerName : "";
			const only = expected.length === 1 ? expected[0] ?? "" : own;
			yield {
				name: named(nameOf(path, expected) || only || "packet"),
				...result
			};
		} else passedOver.push(path);
	}
	const left = files.length - read;
	if (left === 0 && !found.stopped) return;
	const message = found.stopped ? "The time was up before all folders were searched; nothing is known about their packets." : `The time was up: ${left} of ${files.length} files were left unread.`;
	yield {
		name: named("left unread"),
		problem: problemOf("aggregate", message, "Set a longer deadline.")
	};
}
const DOWNLOAD = "Download the packets of the runners into the folder that aggregate names.";
const PERMIT = "Let the user that runs this read it.";
const REGULAR = "Copy the packet itself into the folder.";
/** The whole tree, however deep and wide; it has an end because no link is followed. */
async function walk(root, passedOver, signal) {
	const files = [];
	const refused = [];
	const waiting = [""];
	let searched = 0;
	for (let below = waiting.pop(); below !== void 0; below = waiting.pop()) {
		if (searched++ % 16 === 0) await setImmediate();
		if (signal.aborted) return {
			files: files.toSorted(),
			refused,
			stopped: true
		};
		try {
			for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
				const path = below === "" ? entry.name : `${below}/${entry.name}`;
				if (entry.isDirectory()) waiting.push(path);
				else if (entry.isSymbolicLink()) {
					if (!path.endsWith(".json") && leadsToFile(join(root, path))) passedOver.push(path);
					else refused.push({
						path,
						message: "is a link, which is not followed.",
						fix: REGULAR
					});
				} else if (path === EXPECTED || BESIDE.has(entry.name)) continue;
				else if (!entry.name.endsWith(".json")) passedOver.push(path);
				else if (entry.isFile()) files.push(path);
				else refused.push({
					path,
					message: "is not a regular file.",
					fix: REGULAR
				});
			}
		} catch (error) {
			const path = below === "" ? "." : below;
			refused.push({
				path,
				message: `cannot be searched${codeNote(error)}.`,
				fix: PERMIT
			});
		}
	}
	return {
		files: files.toSorted(),
		refused,
		stopped: false
	};
}
function leadsToFile(link) {
	try {
		return statSync(link).isFile();
	} catch {
		return false;
	}
}
/** Without what an earlier attempt of the same job left at the same place. */
function latestAttempts(files) {
	const newest = /* @__PURE__ */ new Map();
	for (const path of files) {
		const [, attempt, rest] = ARTIFACT.exec(path) ?? [];
		const key = rest === void 0 ? `/${path}` : rest;
		const before = newest.get(key);
		if (before === void 0 || Number(attempt) > before.attempt) newest.set(key, {
			attempt: Number(attempt),
			path
		});
	}
	return [...newest.values()].map(({ path }) => path);
}
/** What the path says of the runner: its artifact, its folder, its file. Empty for `packet.json` alone. */
function nameOf(path, expected) {
	const parts = path.split("/");
	const file = parts.pop() ?? "";
	const [first = "", ...deeper] = parts;
	const target = ARTIFACT.exec(first)?.[2];
	const position = target !== void 0 && /^\d+$/.test(target) ? expected[Number(target)] : void 0;
	return [...first === "" ? [] : [position ?? target ?? first, ...deeper], ...file === PACKET ? [] : [file.replace(/\.json$/, "")]].join("/");
}
function isPacketFile(path) {
	return path === PACKET || path.endsWith(`/${PACKET}`);
}
/** Of a file with a name of its own: half a packet still is one, another tool's JSON is not. */
function mayBePacket(text) {
	try {
		const value = JSON.parse(text.replace(/^\uFEFF/, ""));
		return fields(fields(value)["tool"])["name"] === "openai-preflight";
	} catch {
		return true;
	}
}
/**
* Never waits for a pipe and never reads a device, also when one took the file's place just now.
* Synchronous: for thousands of small files a third of the time and of the memory.
*/
function contentOf(path, source) {
	const told = (message, fix) => ({ problem: problemOf(source, `${source} ${message}`, fix) });
	const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
	let file;
	try {
		file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
		const info = fstatSync(file);
		if (!info.isFile()) return told("is not a regular file.", REGULAR);
		if (info.size > 16777216) return told("is larger than any packet.", REGULAR);
		return { text: readFileSync(file, "utf8") };
	} catch (error) {
		return told(`cannot be read${codeNote(error)}.`, PERMIT);
	} finally {
		if (file !== void 0) closeSync(file);
	}
}
function unused(name, taken) {
	let label = name;
	for (let number = 2; taken.has(label); number++) label = `${name} (${number})`;
	return label;
}
async function readExpected(folder) {
	const path = join(folder, EXPECTED);
	if (await lstat(path).catch(() => void 0) === void 0) return { names: [] };
	const content = contentOf(path, EXPECTED);
	if ("problem" in content) return content;
	const wrong = { problem: problemOf(EXPECTED, `${EXPECTED} is not a JSON list of names.`, "Write it as [\"eu-1\",\"us-1\"], or as the targets of the matrix: [{\"name\":\"eu-1\"}].") };
	let value;
	try {
		value = JSON.parse(content.text);
	} catch {
		return wrong;
	}
	if (!Array.isArray(value)) return wrong;
	const taken = /* @__PURE__ */ new Set();
	for (const one of value) {
		const name = typeof one === "string" ? one : fields(one)["name"];
		if (typeof name !== "string") return wrong;
		taken.add(unused(name, taken));
	}
	return { names: [...taken] };
}
function problemOf(setting, message, fix) {
	return fatal("config.input_aggregate_unusable", setting, {
		message,
		fix
	});
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
		`## ${markdown(headline(result))}`,
		markdown(result.verdict.summary),
		countsLine(result),
		...result.causes.slice(0, MOST_AT_TOP).map((cause) => causeMarkdown(cause, view)),
		table(result.rows),
		...result.causes.slice(MOST_AT_TOP).map((cause) => causeMarkdown(cause, view))
	];
	return fitting(sections.map((section) => marksOf(section, result.failing)), MOST_BYTES, bytesOf, "All of it is in packet.json.");
}
function causeMarkdown(cause, view) {
	const { verdict, affected } = cause;
	return paragraphs(`### ${markdown(ownerTitle(verdict))} – ${count(affected, "runner")}`, tellRunners(cause, (name) => markdownCode(name, 80)), markdown(verdict.summary), verdict.doNext.map((order, index) => `${index + 1}. ${markdown(order)}`).join("\n"), verdict.doNot.map((order) => `- ${markdown(order)}`).join("\n"), codeLine(verdict, view.docsUrl));
}
function table(all) {
	const rows = all.slice(0, MOST_ROWS).map((row) => [
		STATUS_MARKS[row.status],
		markdownCode(labelOf(row), 80),
		...RUNGS.map((_, index) => row.status === "unknown" ? "❓" : COLOURED_MARKS[row.ladder[index]?.status ?? "skipped"]),
		OWNER_NAMES[row.status === "unknown" ? "unknown" : row.verdict.owner]
	]);
	const left = all.length - rows.length;
	return markdownTable([`| | Runner | ${RUNGS.map((rung) => RUNG_NAMES[rung]).join(" | ")} | Owner |`, `| :-: | :-- |${" :-: |".repeat(RUNGS.length)} :-- |`], rows, left > 0 ? `${left} more are in the log of this step.` : "");
}
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
		`${oneLine(ownerTitle(cause.verdict))} – ${tellRunners(cause, (name) => name)}`,
		`  ${cause.verdict.summary}`,
		...cause.verdict.doNext.map((order) => `  → ${order}`)
	]);
	return `${[...[
		headline(result),
		countsLine(result),
		"",
		head,
		...lines
	], ...causes.map((line) => indentedLine(line, 1e3))].join("\n")}\n`;
}
/** Verdict, number of runners, owner. */
function headline({ verdict, runners, failing }) {
	const title = verdict.verdict === "pass" ? provenUpTo(verdict) : ownerTitle(verdict).replace(/^O/, "o");
	return `${verdictMark(verdict, failing)} ${verdictWord(verdict, failing)} – ${count(runners, "runner")}, ${title}`;
}
function countsLine({ counts }) {
	return [
		"pass",
		"fail",
		"inconclusive",
		"unknown"
	].map((status) => `${counts[status]} ${status}`).join(" · ");
}

// src/packets/aggregate/tell.ts
/**
* All packets as one, so that it can be stored, read again and compared: each route under the name
* of its runner. Runners without a packet, and those whose evidence found no room, have no route in
* it; the verdict speaks of them.
*/
function fleetPacket(result, here) {
	const routes = result.rows.flatMap((row) => {
		if (row.status === "unknown" || row.from === void 0) return [];
		return [{
			...row.from,
			name: labelOf(row)
		}];
	});
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
		redactions: result.redactions
	};
}
/** Packet and page. */
function fleetFiles(packet, view) {
	return [...REPORTS.packet(packet, view), ...REPORTS.html(packet, view)].filter((one) => one.kind === "file");
}
/** What is told of a fleet beside its files: text, summary, one annotation for each cause, outputs. */
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
		...REPORTS.outputs(packet, view).flatMap(quoted)
	];
}
/** A packet comes from another runner, and its sentences are not ours. */
function quoted(artifact) {
	if (artifact.kind === "file") return [];
	return [artifact.kind === "output" && artifact.name === "summary" ? {
		...artifact,
		value: quotable(artifact.value)
	} : artifact];
}
/** One for each distinct cause. */
function fleetAnnotations({ causes }, view) {
	const shown = causes.slice(0, 9).map((cause) => {
		const { verdict, affected, failing } = cause;
		const lines = [
			firstSentence(verdict.summary, 180),
			`Runners: ${tellRunners(cause, (name) => name)}`,
			firstSentence(verdict.doNext[0] ?? "", 140),
			verdict.rule === "" ? "" : `More: ${findingUrl(view.docsUrl, verdict.rule)}`
		];
		return placed(failing ? "error" : "warning", `${titleOf(verdict)} · ${count(affected, "runner")}`, lines, view);
	});
	const more = causes.slice(9);
	if (more.length === 0) return shown;
	const level = more.some(({ failing }) => failing) ? "error" : "warning";
	const lines = more.map((cause) => `${titleOf(cause.verdict)}: ${tellRunners(cause, (name) => name)}`);
	return [...shown, placed(level, `OpenAI preflight: and ${more.length} more causes`, lines, view)];
}

export { collector, fleetFiles, fleetPacket, readFolder, tellFleet };