import "./runtime.js";
import { A as given, F as joined, L as ofTarget, N as isObject, g as seenBy } from "./settings-inputs.js";
import { $t as html, A as firstBadStep, B as withOrder, C as codeLine, D as destinationIn, E as decidingRoute, F as placeOf, I as provenUpTo, L as titleOf, M as ladderOf, N as marksOf, O as duration, P as ownerTitle, Qt as fenced, R as verdictMark, T as count, Zt as cut$1, _ as COLOURED_MARKS, _n as EXIT, a as provenance, b as OWNER_NAMES, d as lastOf, f as lineOf, g as CANCELLED_NOTE, h as timedOf, in as oneLine, j as firstSentence, k as findingUrl, m as servedTo, n as baselineLines, nn as markdown, on as plainText, p as listed, rn as markdownCode, s as packetWithoutRoutes, sn as withoutCommands, tn as linkTarget, u as attemptsOf, v as CRASH_NOTE, w as confidenceNote, x as RUNG_NAMES, y as MARKS, z as verdictWord } from "./common.js";
import { n as outputs, r as placed } from "./doors-shared.js";
import { C as failsJob, T as isWarning, t as VERSIONS, w as heightOf, y as RUNGS } from "./model-words.js";

// src/reports/annotations.ts
/** Characters of the sentence and of the order: the summary has the rest. */
const LONGEST_SENTENCE = 180;
const LONGEST_ORDER = 140;
/** One for each cause: routes that fail by the same rule and code share it. */
const annotations = (packet, view) => annotationsOf(packet, view);
function annotationsOf(packet, view) {
	const [first, ...others] = causesOf(packet, view).map((cause) => ({
		artifact: annotation(cause, packet, view),
		called: `${titleOf(cause.verdict)}: ${cause.routes.map((route) => route.name).join(", ")}`
	}));
	const all = [
		...first === void 0 ? [] : [first],
		...keysInBundle(packet),
		...others
	];
	const shown = all.slice(0, 9).map(({ artifact }) => artifact);
	const more = all.slice(9);
	if (more.length === 0) return shown;
	const level = more.some(({ artifact }) => artifact.level === "error") ? "error" : "warning";
	const lines = [`${more.length} more causes, in the job summary:`, ...more.map(({ called }) => oneLine(called, 300))];
	return [...shown, placed(level, `OpenAI preflight: and ${more.length} more`, lines, view)];
}
/** Each key that the front end holds, at its file and line: in the source where a map gives it. */
function keysInBundle(packet) {
	return packet.routes.flatMap(({ observations }) => observations).flatMap((one) => one.probe === "client-bundle" ? one.facts.hits ?? [] : []).filter(({ kind }) => kind === "key").map((hit) => {
		const { what, file, line, column } = hit;
		const built = `${file}:${line}:${column}`;
		const lines = [`The built front end holds a key (${what}) at ${built}: everybody who opens the page can use it.`, "Revoke it, create a new one, and keep that on the server only."];
		return {
			artifact: placed("error", `OpenAI preflight: key in the front end (${oneLine(what, 100)})`, lines, { step: hit.original ?? hit }),
			called: `key (${what}) at ${built}`
		};
	});
}
function causesOf(packet, view) {
	const byCause = /* @__PURE__ */ new Map();
	for (const route of packet.routes) for (const { level, verdict } of toldOf(route)) {
		const { rule, code, owner } = verdict;
		const id = JSON.stringify([
			rule,
			code,
			owner,
			level === "notice"
		]);
		const before = byCause.get(id);
		byCause.set(id, {
			level: before?.level === "error" ? "error" : level,
			verdict: before?.verdict ?? verdict,
			routes: [...before?.routes ?? [], route]
		});
	}
	if (byCause.size === 0 && packet.verdict.verdict !== "pass") return [{
		level: view.failing ? "error" : "warning",
		verdict: packet.verdict,
		routes: []
	}];
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	return [...byCause.values()].toSorted((a, b) => rank[a.level] - rank[b.level]);
}
/** What is told of one route: its failure; beside a pass each finding that is a warning. */
function toldOf({ verdict, failOn }) {
	if (verdict.verdict !== "pass") return [{
		level: failsJob(verdict, failOn) ? "error" : "warning",
		verdict
	}];
	const warnings = verdict.also.filter(isWarning);
	const also = verdict.also.filter((one) => !isWarning(one));
	return [...warnings.map((one) => ({
		level: "warning",
		verdict: {
			...verdict,
			...one,
			verdict: "fail",
			product: ""
		}
	})), ...also.length === 0 ? [] : [{
		level: "notice",
		verdict: {
			...verdict,
			also
		}
	}]];
}
function annotation(cause, packet, view) {
	const { verdict, routes, level } = cause;
	const [route] = routes;
	const alone = routes.length === 1 && packet.routes.length > 1 ? ` · ${route?.name ?? ""}` : "";
	const [remark, ...remarks] = verdict.verdict === "pass" ? verdict.also : [];
	const lines = [
		firstSentence(remark?.summary ?? verdict.summary, 180),
		remarks.length === 0 ? "" : `${remarks.length} more in the job summary.`,
		level === "warning" ? "A warning: it does not fail the job." : "",
		view.cancelled === true ? CANCELLED_NOTE : "",
		firstSentence(verdict.doNext[0] ?? "", 140),
		routes.length > 1 ? `Routes: ${cut$1(routes.map((one) => one.name).join(", "), 200)}` : "",
		verdict.rule === "" ? "" : `More: ${findingUrl(view.docsUrl, verdict.rule)}`
	];
	return placed(level, titleOf(verdict) + alone, lines, view);
}

// src/reports/proof.ts
/**
* How far this same path led, below the sentence of the verdict: each fact once and nothing that was
* not measured: `Reached: DNS resolved inside the container, TCP opened to 192.0.2.7 port 443. Stopped
* at: TLS, issuer Example Root. No request ID returned.` Plain text, not escaped.
*/
function proofOf(packet, route) {
	const steps = ladderOf(route.verdict);
	const stopped = steps.filter(({ status }) => status === "failed").map((step) => stoppedAt(step, route));
	const reached = steps.filter(({ status }) => status === "ok").map((step) => reachedBy(step, packet, route, stopped.join(" "))).filter((part) => part !== "");
	const sentences = [reached.length === 0 ? "" : `Reached: ${reached.join(", ")}`, stopped.length === 0 ? "" : `Stopped at: ${stopped.join(", ")}`];
	const { requestId: id, summary } = route.verdict;
	if (id === "") sentences.push("No request ID returned");
	else if (![summary, ...sentences].some((one) => one.includes(id))) sentences.push(`Request ID: ${id}`);
	const page = route.statusPage?.host === void 0 ? "" : statusPageText(route);
	sentences.push(page.charAt(0).toUpperCase() + page.slice(1));
	if (route.statusPage !== void 0 && "indicator" in route.statusPage) sentences.push(NO_JUDGE);
	return sentences.filter((one) => one !== "").map((one) => `${one.replace(/\.$/, "")}.`).join(" ");
}
const NO_JUDGE = "A green status page does not clear this route, and a red one does not prove it.";
/** `status page checked at 2026-05-06 22:40 +08:00: operational`; empty where it was not worth asking. */
function statusPageText({ statusPage: page }) {
	if (page === void 0) return "";
	const at = page.checkedAt === void 0 ? "" : ` at ${minuteOf(page.checkedAt)}`;
	if (!("indicator" in page)) return `status page not read${at}: ${page.because}`;
	const parts = page.components.slice(0, 3).map(({ name, status }) => `${name}: ${status}`);
	return `status page checked${at}: ${page.indicator === "none" ? "operational" : page.indicator}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`;
}
/** `2026-05-06T22:40:11.123+08:00` → `2026-05-06 22:40 +08:00` */
function minuteOf(iso) {
	return iso.replace(/^([\d-]+)T(\d+:\d+)[\d:.]*(.*)$/, "$1 $2 $3");
}
/** As a URL spells an address: IPv6 in brackets; a proxy may come without them. */
const ADDRESS = /^\d+(?:\.\d+){3}$|:/;
function stoppedAt(step, route) {
	const issuer = step.rung === "tls" ? issuerOf(observationsOf(step, route)) : "";
	const { code, summary } = route.verdict;
	const because = step.because === code || summary.includes(step.because) ? "" : ` (${step.because})`;
	return `${RUNG_NAMES[step.rung]}${issuer === "" ? because : `, issuer ${issuer}`}`;
}
function reachedBy(step, packet, route, stopped) {
	const seen = observationsOf(step, route);
	const place = placeOf(packet);
	switch (step.rung) {
		case "config": return "";
		case "dns": {
			const ofProxy = lastOf(seen, "lookup")?.facts.of === "proxy";
			const name = ofProxy ? route.egress.proxy?.host ?? "" : destinationIn(route.baseUrl).host;
			if (ADDRESS.test(name)) return "";
			return `DNS resolved ${ofProxy ? "the name of the proxy " : ""}${place}`;
		}
		case "tcp": {
			const { address, port, of } = lastOf(seen, "connect")?.facts ?? {};
			const proxy = of === "proxy" ? " to the proxy" : "";
			return `TCP opened${proxy}${address === void 0 ? "" : `${proxy === "" ? " to" : " at"} ${address} port ${port}`}`;
		}
		case "proxy": return "the proxy opened the tunnel";
		case "tls": {
			const issuer = issuerOf(seen);
			return `TLS verified for ${destinationIn(route.baseUrl).host}${issuer === "" ? "" : ` with issuer ${issuer}`}`;
		}
		case "http": {
			const status = route.verdict.httpStatus;
			return `an HTTP response came back${status === "" || stopped.includes(`HTTP ${status}`) ? "" : ` (status ${status})`}`;
		}
		case "auth": return "the credentials were accepted";
		case "request": return route.model === "" ? "the endpoint is known" : "the endpoint and the model are known";
		case "quota": return "the request was admitted";
		case "answer": return "a valid answer came back";
	}
}
/** Observations behind a step: those it cites, else those of its rung in the last attempt. */
function observationsOf(step, route) {
	const cited = route.observations.filter((one) => step.cites.includes(one.id));
	if (cited.length > 0) return cited;
	return route.observations.filter((one) => one.rung === step.rung && one.attempt === route.attempt);
}
function issuerOf(seen) {
	return servedTo(seen)[0]?.issuer ?? "";
}

// src/reports/environment.ts
/** Machine, versions and egress, for people. Plain text, not escaped; empty values are left out. */
function environmentRows(packet) {
	const { runtime, tool } = packet;
	const route = decidingRoute(packet);
	return [
		["Started", `${packet.startedAt} (${packet.timezone})`],
		["Machine", `${runtime.os} ${runtime.arch}${runtime.container ? ", container" : ""}`],
		[runtime.source.startsWith("inside") ? "Target" : "Runner", runtime.runnerKind === "none" ? runtime.runnerName : `${runtime.runnerName} (${runtime.runnerKind})`],
		["Region", runtime.region],
		["Evidence", runtime.source === "live" ? "measured here" : runtime.source],
		["Versions", `${tool.name} ${tool.version}, Node ${tool.node}, openai ${tool.openai}, undici ${tool.undici}`],
		...route === void 0 ? [] : routeRows(route)
	].filter(([, value]) => value.trim() !== "");
}
/** Settings of one route and its egress. */
function routeRows(route) {
	return [
		["Base URL", route.baseUrl],
		["Call", [
			route.endpoint,
			route.model || "no model given",
			`depth ${route.depth}`
		].join(", ")],
		["Application's call", applicationLine(route)],
		["Client", `${route.client} – ${route.clientReason}`],
		["Egress", wayOut(route.egress)],
		["Egress address", egressAddressText(route)],
		["Surroundings", surroundingsText(route)],
		["Status page", statusPageText(route).replace(/^status page /, "")],
		["Each client", clientPathsLine(route)],
		["Trust stores", route.egress.trust.map((one) => [
			one.store,
			one.source,
			one.path ?? ""
		].filter(Boolean).join(" ")).join(", ")],
		["Verification", route.egress.verifies ? "" : "switched off by the environment; the preflight verifies all the same"],
		...route.egress.unusable === void 0 ? [] : [noteRow(`${route.egress.unusable.variable} cannot be used`, route.egress.unusable)],
		...route.egress.ignored.map((one) => noteRow(`${one.variable} has no effect`, one))
	].filter(([, value]) => value.trim() !== "");
}
/** What of the call was read, and where; empty where every value is a default. */
function applicationLine({ application }) {
	if (application === void 0) return "";
	const { endpoint, stream, baseUrl, model, timeout, sdk, others, otherModels = [], limit } = application;
	const known = [
		["endpoint", endpoint],
		["stream", stream],
		["base URL", baseUrl],
		["model", model],
		["timeout", timeout],
		["library", sdk]
	].flatMap(([name, one]) => one === void 0 || one.from === "default" ? [] : [`${name} ${one.value} (${one.from})`]);
	const also = others.map(({ value, from }) => `${value} (${from})`);
	const models = otherModels.map(({ value, from }) => `${value} (${from})`);
	return [
		...known,
		...models.length === 0 ? [] : [`other models: ${models.join(", ")}`],
		...also.length === 0 ? [] : [`not probed: ${also.join(", ")}`],
		...limit === void 0 ? [] : [limit]
	].join("; ");
}
function noteRow(name, note) {
	return [name, `${note.because} ${note.fix}`];
}
/**
* Where each client would go and whether that leads there, in one line; empty when all take the same
* way: `node goes direct (works) · python and curl go through http://proxy:3128 (not known)`.
*/
function clientPathsLine({ clientPaths: paths = [] }) {
	if (new Set(paths.map(({ exit }) => exit)).size < 2) return "";
	return [...Map.groupBy(paths, ({ exit, works }) => `${exit} ${works}`).values()].map(groupOf).join(" · ");
}
/** Clients that go the same way, with the same result. */
function groupOf(group) {
	const clients = group.map(({ client }) => client).join(" and ");
	const go = group.length === 1 ? "goes" : "go";
	const [{ exit, reason, works } = {
		exit: "",
		reason: ""
	}] = group;
	if (exit === "none") return `${clients} cannot get out (${reason})`;
	const result = works === void 0 ? "not known" : works ? "works" : "does not work";
	return `${clients} ${go} ${exit === "direct" ? exit : `through ${exit}`} (${result})`;
}
/** Direct, or by which proxy, and why. */
function wayOut({ proxy, reason }) {
	return `${proxy === void 0 ? "direct" : `${proxy.scheme}://${proxy.host}:${proxy.port}${proxy.hasCredentials ? " with credentials" : ""}`} – ${reason}`;
}
/** `default route by tun0, MTU 1380; tunnels: tun0`; empty where nobody looked. */
function surroundingsText({ observations }) {
	const seen = observations.findLast((one) => one.probe === "surroundings");
	return seen === void 0 ? "" : lineOf(seen);
}
/** `203.0.113.7 (SG), seen by the edge SIN; NAT: this machine is 10.0.0.5`; empty where it was not asked. */
function egressAddressText({ egressAddress: seen, egress }) {
	if (seen === void 0) return "";
	if (!("address" in seen)) return `not known: ${seen.because}`;
	const { address, country, colo, localAddress = "", nat, pool = [] } = seen;
	return `${[
		`${address}${country === void 0 ? "" : ` (${country})`}${egress.proxy === void 0 ? "" : " of the proxy"}`,
		...colo === void 0 ? [] : [`seen by the edge ${colo}`],
		...pool.length === 0 ? [] : [`one of a pool: ${pool.join(" and ")}`]
	].join(", ")}${nat === true ? `; NAT: this machine is ${localAddress}` : ""}`;
}

// src/reports/layout.ts
/** Size of a text in UTF-8: what the limits of files and of the summary count. */
function bytesOf(text) {
	return new TextEncoder().encode(text).length;
}
/** Characters of a bar, each a whole column: GitHub keeps no runs of spaces. */
const BUSY = "█";
const IDLE = "░";
/**
* One line of a waterfall.
* @param total of the whole axis, milliseconds
*/
function bar(startedMs, elapsedMs, total, columns) {
	const column = (milliseconds) => total <= 0 ? 0 : Math.min(columns, Math.max(0, Math.round(milliseconds / total * columns)));
	const start = Math.min(columns - 1, column(startedMs));
	const end = Math.max(start + 1, column(startedMs + elapsedMs));
	return IDLE.repeat(start) + BUSY.repeat(end - start) + IDLE.repeat(columns - end);
}
/** A table of Markdown; nothing without rows. `more` stands below it. Cells are escaped already. */
function markdownTable(head, rows, more = "") {
	if (rows.length === 0) return "";
	const lines = rows.map((cells) => `| ${cells.join(" | ")} |`);
	return joined("\n", ...head, ...lines, more && `\n${more}`);
}
/** The parts that say something, with an empty line between them. */
function paragraphs(...parts) {
	return joined("\n\n", ...parts);
}
/**
* As many whole sections as fit, in their order of importance: a section that does not fit ends the
* text, and a sentence says so.
* @param limit of `measure`
*/
function fitting(sections, limit, measure, whereTheRestIs) {
	const parts = sections.filter((section) => section !== "");
	const whole = `${parts.join("\n\n")}\n`;
	if (measure(whole) <= limit) return whole;
	const rest = (left) => `\n\n_Cut here to stay within the size limit: ${left} more section${left === 1 ? "" : "s"} left out. ${whereTheRestIs}_\n`;
	const room = limit - measure(rest(parts.length));
	const kept = [];
	let used = 0;
	for (const section of parts) {
		used += measure(section) + 2;
		if (used > room) break;
		kept.push(section);
	}
	return kept.join("\n\n") + rest(parts.length - kept.length);
}

// src/reports/summary-ladder.ts
/** Columns of a bar: what a phone shows without scrolling. */
const COLUMNS = 24;
/** Rows of a table that a person still reads; the packet has all. */
const MOST_ROWS$1 = 60;
/** The ladder as a table: mark, rung, time, evidence. */
function ladderTable(route) {
	return markdownTable(["| | Rung | Time | Evidence |", "| :-: | :-- | --: | :-- |"], ladderOf(route.verdict).map((step) => [
		COLOURED_MARKS[step.status],
		step.status === "failed" ? `**${RUNG_NAMES[step.rung]}**` : RUNG_NAMES[step.rung],
		step.elapsedMs === void 0 ? "" : unbroken(step.elapsedMs),
		markdown(step.because)
	]));
}
/** All routes at a glance: one line for each, one column for each rung. */
function routeMatrix({ routes }) {
	const rows = routes.slice(0, MOST_ROWS$1).map(({ name, verdict }) => [
		markdownCode(name, 60),
		...ladderOf(verdict).map((step) => COLOURED_MARKS[step.status]),
		OWNER_NAMES[verdict.owner]
	]);
	const more = routes.length - rows.length;
	return markdownTable([`| Route | ${RUNGS.map((rung) => RUNG_NAMES[rung]).join(" | ")} | Owner |`, `| :-- |${" :-: |".repeat(RUNGS.length)} :-- |`], rows, more > 0 ? `${more} more routes are in \`packet.json\`.` : "");
}
/** When each observation began and how long it took, as bars. */
function waterfall(route) {
	const { timed, begin, end } = timedOf(route);
	return markdownTable([`| | Step | Start | ${unbroken(begin)} – ${unbroken(end)} | Time |`, "| :-: | :-- | --: | :-- | --: |"], timed.slice(0, MOST_ROWS$1).map((one) => [
		COLOURED_MARKS[one.status],
		markdownCode(one.id, 60),
		unbroken(one.startedMs),
		`<code>${bar(one.startedMs - begin, one.elapsedMs, end - begin, COLUMNS)}</code>`,
		unbroken(one.elapsedMs)
	]));
}
/** Every observation with its evidence. */
function observationTable$1({ observations }) {
	const more = observations.length - MOST_ROWS$1;
	return markdownTable(["| | Observation | Target | Evidence |", "| :-: | :-- | :-- | :-- |"], observations.slice(0, MOST_ROWS$1).map((one) => [
		COLOURED_MARKS[one.status],
		markdownCode(one.id, 60),
		markdownCode(one.target, 120),
		markdown(lineOf(one).slice(0, 600))
	]), more > 0 ? `${more} more observations are in \`packet.json\`.` : "");
}
/** One line for each attempt of the real request. */
function attemptTable$1(route) {
	return markdownTable(["| Attempt | Start | | What was seen |", "| --: | --: | :-: | :-- |"], attemptsOf(route, MOST_ROWS$1).map(({ number, startedMs, failed }) => [
		number,
		duration(startedMs),
		COLOURED_MARKS[failed === void 0 ? "ok" : "failed"],
		markdown(failed === void 0 ? "no failure" : lineOf(failed).slice(0, 300))
	]));
}
/** A narrow column would set the unit on a line of its own. */
function unbroken(milliseconds) {
	return duration(milliseconds).replaceAll(" ", "\xA0");
}

// src/reports/summary.ts
/** GitHub takes 1 MiB for a step and shows 20 steps; we keep to a fifth, whatever happened. */
const MOST_BYTES$1 = 204800;
/** The job summary. */
const summary = (packet, view) => [{
	kind: "summary",
	markdown: summaryText(packet, view)
}];
/**
* The summary as GitHub Markdown, most important first.
* @param limit in bytes of UTF-8
* @param titled whether verdict and owner stand above it already, as the title of a check run does
*/
function summaryText(packet, view, limit = MOST_BYTES$1, titled = false) {
	const deciding = decidingRoute(packet);
	const several = packet.routes.length > 1;
	const others = packet.routes.filter((route) => route !== deciding);
	const sections = [
		titled ? "" : headline(packet.verdict, view.failing),
		notes(view),
		markdown(packet.verdict.summary),
		several ? routeMatrix(packet) : "",
		several && deciding !== void 0 ? `### ${markdownCode(deciding.name, 80)}` : "",
		deciding === void 0 ? "" : provenFrom(packet, deciding),
		orders$1(packet.verdict, view),
		warningsSection(packet, view),
		deciding === void 0 ? "" : ladderTable(deciding),
		baselineSection(view),
		...deciding === void 0 ? [] : details(deciding),
		...others.map((route) => otherRoute$1(packet, route, view)),
		folded("Environment", environmentTable(packet)),
		folded("What was removed", redactionTable(packet)),
		crashSection(view),
		footer$2(packet)
	];
	return fitting(sections.map((section) => marksOf(section, view.failing)), limit, bytesOf, "All of it is in packet.json and report.html.");
}
/** First line: verdict and owner. */
function headline(verdict, fails) {
	if (verdict.verdict === "pass") return `## ✅ Pass – owner: none, ${provenUpTo(verdict)}`;
	const title = ownerTitle(verdict);
	return `## ${verdictMark(verdict, fails)} ${verdictWord(verdict, fails)} – ${markdown(title.charAt(0).toLowerCase() + title.slice(1))}`;
}
function notes(view) {
	return paragraphs(view.cancelled === true ? `> [!WARNING]\n> ${CANCELLED_NOTE}` : "", view.crash === void 0 ? "" : `> [!CAUTION]\n> ${CRASH_NOTE} [Report it](${linkTarget(view.crash.issueUrl)}).`);
}
/** Empty for a pass: its ladder says all of it. */
function provenFrom(packet, route) {
	return route.verdict.verdict === "pass" ? "" : markdown(proofOf(packet, route));
}
function orders$1(verdict, view) {
	return paragraphs(list("What to do next", verdict.doNext, (index) => `${index + 1}.`), list("What not to do", verdict.doNot, () => "-"), codeLine(verdict, view.docsUrl));
}
/** A list with a heading in bold; empty without entries. */
function list(label, texts, mark) {
	if (texts.length === 0) return "";
	return [
		`**${label}**`,
		"",
		...texts.map((text, index) => `${mark(index)} ${markdown(text)}`)
	].join("\n");
}
function details(route) {
	return [
		folded("Timings", waterfall(route)),
		folded(`Attempts (${route.attempt})`, attemptTable$1(route)),
		folded("Also seen", list("Does not decide", route.verdict.also.filter((one) => !isWarning(one)).map(withOrder), () => "-")),
		folded("All observations", observationTable$1(route))
	];
}
function otherRoute$1(packet, route, view) {
	return folded(`${verdictMark(route.verdict, failsJob(route.verdict, route.failOn))} ${markdownCode(route.name, 80)} – ${markdown(ownerTitle(route.verdict))}`, paragraphs(markdown(route.verdict.summary), provenFrom(packet, route), orders$1(route.verdict, view), ladderTable(route), waterfall(route)));
}
/** What works today and ends soon, or what a path check met: each with what to do. */
function warningsSection({ routes }, view) {
	const several = routes.length > 1;
	const lines = routes.flatMap(({ name, verdict }) => verdict.also.filter(isWarning).map((one) => {
		const whose = several ? `${markdownCode(name, 80)}: ` : "";
		const link = `[what this means](${linkTarget(findingUrl(view.docsUrl, one.rule))})`;
		return `- ⚠️ ${whose}${markdown(withOrder(one))} ${link}`;
	}));
	return lines.length === 0 ? "" : [
		"**Warnings**",
		"",
		...lines
	].join("\n");
}
function baselineSection(view) {
	const lines = baselineLines(view);
	if (view.baseline === void 0 || lines.length === 0) return "";
	if (view.baseline.changes.length === 0) return list("Compared with the earlier run", lines, () => "-");
	const rows = view.baseline.changes.map((one) => [
		markdown(one.what),
		markdownCode(one.before),
		markdownCode(one.now)
	]);
	return paragraphs(`**Changed since the earlier run of ${markdown(view.baseline.startedAt)}**`, markdownTable(["| What | Before | Now |", "| :-- | :-- | :-- |"], rows));
}
function environmentTable(packet) {
	const rows = environmentRows(packet).map((row) => row.map((cell) => markdown(cell)));
	return markdownTable(["| | |", "| :-- | :-- |"], rows);
}
function redactionTable({ redactions }) {
	return markdownTable(["| What | Where | Times |", "| :-- | :-- | --: |"], redactions.slice(0, 60).map((one) => [
		markdown(one.what),
		markdownCode(one.where, 120),
		one.count
	]));
}
function crashSection(view) {
	return view.crash === void 0 ? "" : folded("Stack", fenced(view.crash.stack.slice(0, 8e3), "text"));
}
function footer$2(packet) {
	const { tool } = packet;
	return `<sub>${markdown(`${tool.name} ${tool.version} · ${packet.startedAt} · ${duration(packet.elapsedMs)}`)}</sub>`;
}
/** Folded until it is asked for; empty without content. The title must be escaped already. */
function folded(title, content) {
	return content === "" ? "" : `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

// src/reports/check-run.ts
/** GitHub takes 65535 characters; bytes are never fewer. */
const MOST_BYTES = 65e3;
/** The same, as a check run. */
const checkRun = (packet, view) => [{
	kind: "check-run",
	conclusion: conclusionOf(packet.verdict.verdict === "pass", view),
	title: oneLine(checkTitle(packet, view), 250),
	summary: summaryText(packet, view, MOST_BYTES, true),
	annotations: annotationsOf(packet, view).filter((one) => one.file !== void 0)
}];
function checkTitle({ verdict }, view) {
	const title = ownerTitle(verdict);
	return view.failing || verdict.verdict === "pass" ? title : `${verdictWord(verdict, false)} – ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
function conclusionOf(pass, view) {
	if (view.cancelled === true) return "cancelled";
	if (pass) return "success";
	return view.failing ? "failure" : "neutral";
}

// src/reports/comment.ts
/** GitHub takes 65536; the rest is room for its own counting. */
const MOST_CHARACTERS$1 = 65e3;
/** The sticky comment: one for each key, updated in place. */
const comment = (packet, view) => {
	const marker = commentMarker(view.commentKey ?? "default");
	const resolved = packet.verdict.verdict === "pass";
	const sections = resolved ? passed(packet) : found(packet, view);
	return [{
		kind: "comment",
		marker,
		markdown: fitting([
			marker,
			...sections,
			footer$1(packet, view)
		].map((one) => marksOf(one, view.failing)), MOST_CHARACTERS$1, (text) => text.length, "All of it is in the job summary."),
		resolved
	}];
};
/** Invisible first line of the comment. */
function commentMarker(key) {
	return `<!-- openai-preflight:${key.replaceAll(/[^\w./:-]+/g, "-").replaceAll("--", "-").slice(0, 120)} -->`;
}
function passed(packet) {
	return [
		`## ✅ The OpenAI route works – ${provenUpTo(packet.verdict)}`,
		markdown(packet.verdict.summary),
		packet.routes.length > 1 ? routeMatrix(packet) : ""
	];
}
function found(packet, view) {
	const route = decidingRoute(packet);
	const { verdict } = packet;
	return [
		headline(verdict, view.failing),
		markdown(verdict.summary),
		route === void 0 ? "" : markdown(proofOf(packet, route)),
		list("What to do next", verdict.doNext, (index) => `${index + 1}.`),
		list("What not to do", verdict.doNot, () => "-"),
		codeLine(verdict, view.docsUrl),
		packet.routes.length > 1 ? routeMatrix(packet) : "",
		route === void 0 ? "" : `<details><summary>The ladder</summary>\n\n${ladderTable(route)}\n\n</details>`
	];
}
function footer$1(packet, view) {
	const run = view.runUrl === void 0 ? "" : ` · [job summary](${linkTarget(view.runUrl)})`;
	return `<sub>${markdown(oneLine(`${packet.tool.name} ${packet.tool.version} · ${packet.startedAt}`))}${run}</sub>`;
}

// src/reports/orders.ts
/** Orders of our own rules that begin like this are for whoever runs the network, a proxy or the service. */
const OF_OTHERS = /^(?:or )?(?:exempt|allow|let|open|relieve|route|send the traffic|find the|renew the certificate on|switch off response buffering|raise the (?:limit on request bodies|time that it allows)|ask (?:the network team|the operator of|whoever runs))\b/i;
/** … except these, which only the application's owner can carry out. */
const OF_THE_OWNER = /^(?:or )?(?:let the application|open \S+ from this runner|ask the operator of \S+ for|open an azure support)\b/i;
/** Whom an order names besides its reader, who is that very one in a letter. */
const ADDRESSED = /^(?:let|ask) (?:the network team|the operator of (?:API Management|what (?:answers at|is in front of) \S+|\S+)|whoever runs .{1,120}?) (?=to |[a-z])/i;
/** Orders with two halves for two readers: `Allow it on the proxy; if it speaks TLS, write https:// …`. */
const HALVES = /; (?=if )|, or (?=correct |send a |name a )/;
/** Each order, or half of one, to its reader: those of others as they are said to them. */
function sorted(orders) {
	const parts = orders.flatMap((order) => order.split(HALVES).map((part) => sentence(part.replace(/^or /i, ""))));
	const isOthers = (part) => OF_OTHERS.test(part) && !OF_THE_OWNER.test(part);
	return {
		others: parts.filter(isOthers).map(saidTo),
		own: parts.filter((part) => !isOthers(part))
	};
}
/** `Ask the operator of llm.example.com which rule refuses it.` → `Tell us which rule refuses it.` */
function saidTo(order) {
	const rest = order.replace(ADDRESSED, "").replace(/^to |(?<=, and )to /g, "");
	if (rest === order) return order;
	return sentence(/^(?:whether|which|whose|why|how|at which)\b/.test(rest) ? `tell us ${rest.replace(/\bthey\b/g, "you")}` : rest);
}
function sentence(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}

// src/reports/repeat.ts
const KEY_IN = {
	openai: "OPENAI_API_KEY",
	azure: "AZURE_OPENAI_API_KEY (or the sign-in to Entra)",
	gateway: "OPENAI_API_KEY"
};
/** The variables that the command reads: a proxy and its switches, a file of roots, secrets. */
function asInTheJob(route, depth) {
	const { reason, trust } = route.egress;
	const named = [reason, ...trust.map(({ source }) => source)].join(" ");
	const names = /* @__PURE__ */ new Set([
		...depth === "route" ? [] : [KEY_IN[route.kind]],
		...Object.values(route.repeat ?? {}).flatMap((value) => VARIABLE.exec(value)?.[1] ?? []),
		...named.match(/\b(?:[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|[a-z]{2,5}_proxy)\b/g) ?? []
	]);
	return names.size === 0 ? "" : `, with ${[...names].join(", ")} as the job has ${names.size === 1 ? "it" : "them"}`;
}
/** A value that the packet does not keep, by the variable that holds it. */
const VARIABLE = /^\$([A-Z_]+)$/;
/** The one command; what could be read as something else by a shell stays in the environment. */
function command(route, depth, runtime) {
	const words = ["npx openai-preflight"];
	const say = (name, value, variable) => {
		const kept = /^[ -~]{1,300}$/.test(value) && !/['$]|\[removed/.test(value);
		const quoted = /^[\w.,:/=@%+-]+$/.test(value) ? value : `'${value}'`;
		words.push(`--${name}`, kept ? quoted : `"$${variable}"`);
	};
	const bundle = route.observations.find(({ probe }) => probe === "client-bundle")?.target;
	if (runtime?.source.startsWith("inside:") === true) say("inside", runtime.runnerName, "INSIDE");
	say("base-url", route.baseUrl, BASE_IN[route.kind]);
	words.push(`--route ${route.kind} --client ${route.client} --depth ${depth}`);
	if (depth === "request") {
		words.push(`--endpoint ${route.endpoint}`);
		say("model", route.model, "OPENAI_MODEL");
	}
	if (bundle !== void 0) say("client-bundle", bundle, "CLIENT_BUNDLE");
	for (const [name, value] of Object.entries(route.repeat ?? {})) if (depth === "request" || !OF_THE_REQUEST.has(name)) say(name, value, VARIABLE.exec(value)?.[1] ?? name.toUpperCase().replaceAll("-", "_"));
	return words.join(" ");
}
const BASE_IN = {
	openai: "OPENAI_BASE_URL",
	azure: "AZURE_OPENAI_ENDPOINT",
	gateway: "OPENAI_BASE_URL"
};
/** Without the request itself these say nothing. */
const OF_THE_REQUEST = /* @__PURE__ */ new Set(["stream", "path-checks"]);

// src/reports/letters.ts
/** Owners whose findings this reader can act on. */
const ACTS = {
	"Network team": ["connection-path"],
	"Vendor support": ["api-server", "route-provider"],
	"Application owner": [
		"auth",
		"client-app",
		"quota",
		"rate-limit",
		"request",
		"unknown"
	]
};
/** The letter about a route; of a run inside a target it speaks of that. */
function letterTo(reader, route, runtime) {
	const letter = fromHere(reader, route, runtime);
	if (runtime?.source.startsWith("inside") !== true) return letter;
	return {
		...letter,
		you: ofTarget(letter.you),
		asked: letter.asked.map(ofTarget)
	};
}
function fromHere(reader, route, runtime) {
	const { host } = destinationIn(route.baseUrl);
	const verified = (where, depth = route.depth) => ({
		verify: `${where}${asInTheJob(route, depth)}:`,
		command: command(route, depth, runtime)
	});
	const again = "We send the same request from the same machine again";
	const asked = (orders) => [...acts(reader, route) ? orders(route) : [], ...ordersBeside(reader, route)];
	switch (reader) {
		case "Network team": {
			const orders = asked(networkOrders);
			const ours = orders.length > 0 && (route.verdict.verdict === "pass" || !isBelowHttp(route));
			return {
				you: `You run the resolvers, firewalls, proxies and TLS inspection between this machine and ${host}.`,
				asked: orders,
				not: [],
				...ours ? verified(again) : verified("On the same machine, without a key", "route")
			};
		}
		case "Vendor support": return {
			you: `You run ${vendorOf(route)} at ${host}.`,
			asked: asked(vendorOrders),
			not: [],
			...verified(again)
		};
		case "Application owner": return {
			you: `You own the job and the application that call ${host}, with their settings and secrets.`,
			asked: applicationOrders(route),
			not: [...route.verdict.doNot, ...promptsOf(route)],
			...verified("In the same job, on the same runner")
		};
	}
}
function isBelowHttp({ verdict: { rung } }) {
	return rung !== "" && heightOf(rung) < heightOf("http");
}
/** On the path or at its end, and yet in the hands of whoever owns the job or its machine. */
const OF_THE_JOB = /* @__PURE__ */ new Set([
	"egress/proxy-ignored",
	"tcp/nothing-listens-here",
	"tcp/local-firewall",
	"tcp/local-limit",
	"tls/clock-wrong",
	"tls/ca-file-incomplete",
	"tls/trust-setting-ignored",
	"tls/strict"
]);
function acts(reader, { verdict }) {
	if (reader !== "Application owner" && OF_THE_JOB.has(verdict.rule)) return false;
	return ACTS[reader].includes(verdict.owner);
}
/** What stands beside a pass, because it ends soon or a path check met it: to those who act on its owner. */
function ordersBeside(reader, { verdict }) {
	return verdict.also.filter(isWarning).flatMap(({ owner, summary, doNext }) => {
		const { others, own } = sorted(doNext);
		const handed = !ACTS["Application owner"].includes(owner) && others.length > 0;
		const asked = handed ? reader === "Application owner" ? own : others : doNext;
		if (reader === "Application owner" && handed) return asked;
		return ACTS[reader].includes(owner) ? [`${summary} ${asked[0] ?? ""}`.trim()] : [];
	});
}
function vendorOf({ kind }) {
	return {
		openai: "the OpenAI API",
		azure: "Azure OpenAI",
		gateway: "the gateway"
	}[kind];
}
/** By the rung where the evidence changed: what a network team can change there. */
function networkOrders(route) {
	const { host, port } = destinationIn(route.baseUrl);
	const { proxy } = route.egress;
	const proxyName = proxy === void 0 ? "" : `${proxy.host}:${proxy.port}`;
	if (/country|region/.test(route.verdict.code)) return [`Send the traffic of this machine to ${host} out in a country that the API supports.`];
	const destination = `${host} port ${port} (TCP)`;
	const orders = {
		dns: proxyName === "" ? `Let this machine resolve ${host}, without a block page or sinkhole in its place.` : `Let this machine resolve what it needs to reach ${host} through the proxy ${proxyName}.`,
		tcp: proxyName === "" ? `Allow connections from this machine to ${destination}, and say which device refuses or drops them.` : `Allow connections from this machine to the proxy ${proxyName}.`,
		proxy: route.verdict.code === "proxy.auth_required" ? `Tell us the credentials with which the proxy ${proxyName} opens tunnels to ${destination}, or let this machine use it without.` : `Let the proxy ${proxyName} open tunnels from this machine to ${destination}, or tell us the rule that refuses them.`,
		tls: tlsOrder(host, route.verdict.code),
		http: `Find what answers, holds back or closes requests from this machine to ${host}, and let them pass unchanged.`
	};
	const { rung, doNext } = route.verdict;
	const { others } = sorted(doNext);
	if (others.length > 0 && !isBelowHttp(route)) return others;
	const order = (rung === "" ? void 0 : orders[rung]) ?? orders.http;
	return order === void 0 ? [] : [order];
}
/** By what was wrong with the handshake: a certificate that is in order needs no exemption. */
function tlsOrder(host, code) {
	switch (code) {
		case "tls.cert.date_invalid": return `Say which device serves the certificate for ${host} that is outside its dates (the row Certificate below), and renew it there; if none of yours does, tell us so.`;
		case "tls.cert.name_invalid": return `Say which device answers connections to ${host} with a certificate for other names, and let them reach ${host} itself.`;
		case "tls.version_or_cipher_mismatch": return `Let TLS 1.2 and 1.3 through from this machine to ${host}, or renew the device that speaks older versions only.`;
		case "tls.reset":
		case "tls.closed":
		case "tls.timed_out": return `Find the device that cuts or swallows the TLS handshake from this machine to ${host}, and let it pass.`;
		default: return `Exempt ${host} from TLS inspection for this machine, or send us the root certificate that the inspection signs with.`;
	}
}
function vendorOrders({ kind, verdict }) {
	return [
		...kind === "gateway" ? sorted(verdict.doNext).others : [],
		verdict.requestId === "" ? "Look for this request by its time, host and client request ID, and tell us whether it reached you." : `Look up the request ${verdict.requestId}, and tell us what it met on your side.`,
		"Tell us what has to change, on your side or in our resource, and when the request can be expected to work."
	];
}
/** There is always something: at least whom to hand the packet to. */
function applicationOrders(route) {
	const { verdict } = route;
	if (verdict.verdict === "pass") return [
		...["Network team", "Vendor support"].filter((reader) => ordersBeside(reader, route).length > 0).map((reader) => `Send the part "${reader}" to those who act on it.`),
		...ordersBeside("Application owner", route),
		"Keep this packet to compare with when the route fails."
	];
	const hand = ["Network team", "Vendor support"].find((reader) => acts(reader, route));
	if (hand !== void 0) {
		const own = hand === "Network team" || route.kind === "gateway" ? sorted(verdict.doNext).own : verdict.doNext;
		return [`Send the part "${hand}" to those who act on it.`, ...own];
	}
	return verdict.doNext.length > 0 ? verdict.doNext : ["Read the evidence below, and run the command again where the application runs."];
}
/** Findings of these owners that are about the text of a request, or may be. */
const OF_TEXT = ["request", "route-provider"];
/** … except where the address, the name of the model or the service itself was refused. */
const NOT_OF_TEXT = /^(?:config|dns|tcp|tls|proxy)\.|model_not|deployment|endpoint|invalid_url|hostname|resource|api_version|network|capacity|server_error|unavailable|timed_out|unreachable|overloaded/;
/** Where a server refused the request for what is in it, prompts may be what is wrong. */
function promptsOf({ verdict: { owner, code } }) {
	if (owner === "none" || owner === "unknown" || OF_TEXT.includes(owner) && !NOT_OF_TEXT.test(code)) return [];
	return ["Do not rewrite prompts: nothing here depends on their text."];
}

// src/reports/escalation.ts
/** Ticket systems take less than this. */
const MOST_CHARACTERS = 6e4;
/** Three texts to paste into a ticket: for the network team, the vendor's support, the application's owner. */
const escalation = (packet) => {
	const route = decidingRoute(packet);
	if (route === void 0) return [];
	const sections = [
		"# Escalation packet",
		"Copy the part for the team you write to. Nothing secret is in it; `packet.json` has every detail.",
		cut("Network team", packet, route, networkRows(packet, route)),
		cut("Vendor support", packet, route, vendorRows(packet, route)),
		cut("Application owner", packet, route, applicationRows(packet, route))
	];
	return [{
		kind: "file",
		name: "escalation.md",
		content: fitting(sections, MOST_CHARACTERS, (text) => text.length, "All of it is in packet.json.")
	}];
};
function cut(title, packet, route, rows) {
	const { verdict } = route;
	const letter = letterTo(title, route, packet.runtime);
	return paragraphs(`## ${title}`, markdown(letter.you), letter.asked.length === 0 ? "**Nothing is asked of you.** This is for your information." : list("What we ask of you", letter.asked, (index) => `${index + 1}.`), list("What not to do", letter.not, () => "-"), `**The evidence.** ${markdown(`${ownerTitle(verdict)}. ${verdict.summary}`)}`, `**From this same path.** ${markdown(proofOf(packet, route))}`, aligned(rows), `**How to verify.** ${markdown(letter.verify)}`, fenced(oneLine(letter.command), "sh"));
}
/** Names and values in two columns, as text: it is pasted into tickets that know no Markdown. */
function aligned(rows) {
	const shown = rows.filter(([, value]) => value !== "");
	const room = Math.min(32, Math.max(...shown.map(([name]) => name.length)));
	const lines = shown.map(([name, value]) => `${oneLine(name, 80).padEnd(room)}  ${oneLine(value, 600)}`);
	return fenced(lines.join("\n"), "text");
}
function networkRows(packet, route) {
	const { host, port } = destinationIn(route.baseUrl);
	const seen = route.observations;
	const [leaf] = servedTo(seen);
	const { address, of, localAddress } = lastOf(seen, "connect")?.facts ?? {};
	return [
		["Destination", `${host} port ${port} (TCP)`],
		["Addresses", listed(lastOf(seen, "lookup")?.facts.addresses)],
		["Connected to", joined(", ", address, of === "proxy" ? "the proxy" : "")],
		["From", localAddress ?? ""],
		["Egress address", egressAddressText(route)],
		["Egress", wayOut(route.egress)],
		["Proxy answer", proxyAnswer(lastOf(seen, "tunnel")?.facts)],
		["TLS", lastOf(seen, "handshake")?.facts.version ?? ""],
		["TLS issuer", leaf?.issuer ?? ""],
		["Certificate", joined(", SHA-256 ", leaf?.subject, leaf?.fingerprint256)],
		["Signs intercepted traffic", lastOf(seen, "served-chain")?.facts.interceptor ?? ""],
		["First bad evidence", firstBad(route)],
		...exceptionRows(route).slice(2),
		...timeRows(packet, route),
		["Machine", `${packet.runtime.runnerName} ${packet.runtime.os} ${packet.runtime.arch}${packet.runtime.container ? ", container" : ""}`.trim()]
	];
}
function vendorRows(packet, route) {
	const responses = seenBy(route.observations, "response").map(({ facts }) => facts);
	const response = lastOf(route.observations, "response")?.facts;
	const headers = response?.headers ?? {};
	const { type, code, param } = response?.body?.error ?? {};
	return [
		["Request IDs", unique(responses.map(({ requestId }) => requestId)) || "none returned"],
		["Client request IDs", unique(responses.map(({ clientRequestId }) => clientRequestId))],
		["Edge trace", headers["cf-ray"] ?? ""],
		["HTTP status", String(response?.status ?? "no response")],
		["Error", joined(", ", type, code, param)],
		["Processing time", withUnit(headers["openai-processing-ms"], "ms")],
		["Region", headers["x-ms-region"] ?? packet.runtime.region],
		["Call", `${response?.method ?? "POST"} ${response?.path ?? route.endpoint}`],
		["Host", destinationIn(route.baseUrl).host],
		["Model", route.model || "none given"],
		...exceptionRows(route),
		["Measured with", `openai ${packet.tool.openai}, Node ${packet.tool.node}`],
		...timeRows(packet, route)
	];
}
function applicationRows(packet, route) {
	const problems = lastOf(route.observations, "settings")?.facts.problems ?? [];
	return [
		...routeRows(route),
		["Versions", `openai ${packet.tool.openai}, undici ${packet.tool.undici}, Node ${packet.tool.node}, preflight ${packet.tool.version}`],
		["Settings", problems.map(({ setting, message, fix }) => `${setting}: ${message} ${fix}`).join(" · ")],
		["Code", `${route.verdict.code}${confidenceNote(route.verdict)}`],
		["First bad evidence", firstBad(route)],
		...exceptionRows(route),
		["Attempts", String(route.attempt)],
		...timeRows(packet, route)
	];
}
/** The failure as the application has it in its own log, so that nobody takes it for another one. */
function exceptionRows({ kind, client, application, exception, observations }) {
	const seen = lastOf(observations, "answer")?.facts.errorChain;
	const chain = exception?.chain ?? seen ?? [];
	const from = seen === void 0 && chain.length > 0 ? provenance(client, chain) : "";
	const words = [
		["status", exception?.hadStatus],
		["body", exception?.hadBody],
		["request ID", exception?.hadRequestId]
	].map(([what, had]) => `${what} ${had === true ? "yes" : "no"}`);
	return [
		["Route", kind],
		["Application SDK", application?.sdk === void 0 ? "" : `${application.sdk.value} (${application.sdk.from})`],
		["Error seen by the application", `${chain.join(" ← ")}${from === "" ? "" : ` (${from})`}`],
		["Came back", exception === void 0 ? "" : words.join(", ")]
	];
}
function timeRows(packet, route) {
	const last = route.observations.findLast((one) => one.status === "failed") ?? route.observations.at(-1);
	return [["Started", `${packet.startedAt} (${packet.timezone})`], ["Decided after", last === void 0 ? "" : duration(last.startedMs + last.elapsedMs)]];
}
function firstBad(route) {
	const step = firstBadStep(route.verdict);
	return step === void 0 ? "" : joined(": ", .../* @__PURE__ */ new Set([route.verdict.code, step.because]));
}
function proxyAnswer({ status, schemes = [] } = {}) {
	return joined(", offers ", withUnit(status, "", "HTTP"), schemes.join(", "));
}
function unique(values) {
	return joined(", ", ...new Set(values));
}
function withUnit(value, after, before = "") {
	return value === void 0 ? "" : `${before} ${value} ${after}`.trim();
}

// src/reports/html-details.ts
/** Template of HTML: interpolated texts and numbers are escaped, interpolated markup is not. */
function markup(strings, ...pieces) {
	return { markup: strings.map((text, index) => {
		const piece = pieces[index];
		return piece === void 0 ? text : text + rendered(piece);
	}).join("") };
}
const NOTHING = { markup: "" };
function rendered(piece) {
	if (typeof piece === "string") return html(piece);
	if (typeof piece === "number") return String(piece);
	return "markup" in piece ? piece.markup : piece.map((one) => one.markup).join("");
}
/** A table that scrolls by itself on a narrow screen; nothing without rows. */
function table(caption, columns, rows) {
	if (rows.length === 0) return NOTHING;
	return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows.map((cells) => {
		return markup`<tr>${cells.map((cell, index) => index === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`)}</tr>`;
	})}</tbody></table></div>`;
}
/** Names and values; nothing without any. */
function definitions(rows) {
	if (rows.length === 0) return NOTHING;
	return markup`<dl>${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
/** A section with a heading; nothing without content. */
function section(title, content, id) {
	if (content.markup === "") return NOTHING;
	return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}
/** Units of the drawing. */
const WIDTH = 760;
const LABELS = 170;
const ROW = 26;
const HEAD = 24;
/** More bars would not be read; the table below the drawing has all. */
const MOST_BARS = 80;
/** When each observation began and how long it took, drawn to scale. */
function waterfallDrawing(route) {
	const { timed: all, begin, end } = timedOf(route);
	const timed = all.slice(0, MOST_BARS);
	if (timed.length === 0) return NOTHING;
	const height = HEAD + timed.length * ROW + 6;
	const scale = (milliseconds) => rounded(LABELS + Math.max(0, milliseconds - begin) / (end - begin) * 520);
	const ticks = ticksBetween(begin, end).map((at) => markup`<line class="grid" x1="${scale(at)}" x2="${scale(at)}" y1="${18}" y2="${height}"/><text class="axis" x="${scale(at)}" y="12" text-anchor="middle">${duration(at)}</text>`);
	const bars = timed.map((one, index) => barOf(one, HEAD + index * ROW, scale));
	const told = `${timed.length} steps in ${duration(end - begin)}; the table of observations has the same in words.`;
	return markup`<div class="scroll" role="region" aria-label="Waterfall of the timings" tabindex="0"><svg class="waterfall" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${told}">${ticks}${bars}</svg></div>`;
}
function barOf(one, y, scale) {
	const start = scale(one.startedMs);
	const width = Math.max(3, rounded(scale(one.startedMs + one.elapsedMs) - start));
	const label = one.id.length > 20 ? `${one.id.slice(0, 19)}…` : one.id;
	return markup`<g><title>${one.id}: ${duration(one.elapsedMs)} from ${duration(one.startedMs)} on</title><text x="0" y="${y + 17}"><tspan class="${one.status}">${MARKS[one.status]}</tspan> ${label}</text><rect class="${one.status}" x="${start}" y="${y + 5}" width="${width}" height="${16}" rx="3"/><text class="time" x="${start + width + 6}" y="${y + 17}">${duration(one.elapsedMs)}</text></g>`;
}
/** Three to six round times. */
function ticksBetween(begin, end) {
	const rough = (end - begin) / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [
		1,
		2,
		5,
		10
	].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
	const first = Math.ceil(begin / step);
	const length = Math.floor(end / step) - first + 1;
	return Array.from({ length }, (_, index) => (first + index) * step);
}
function rounded(value) {
	return Math.round(value * 10) / 10;
}
/** Every observation, and its facts to unfold. */
function observationTable(route) {
	return table(`Observations of ${route.name}`, [
		"Observation",
		"Rung",
		"Target",
		"Start",
		"Time",
		"What was seen"
	], route.observations.map((one) => [
		markup`<span class="nowrap"><span class="mark ${one.status}" role="img" aria-label="${one.status}">${MARKS[one.status]}</span> <span class="mono">${one.id}</span></span>`,
		RUNG_NAMES[one.rung],
		markup`<span class="mono target">${one.target}</span>`,
		timeOf(one, one.startedMs),
		timeOf(one, one.elapsedMs),
		markup`${lineOf(one)}${factsOf(one)}`
	]));
}
function timeOf(one, milliseconds) {
	return one.status === "skipped" ? NOTHING : markup`<span class="nowrap">${duration(milliseconds)}</span>`;
}
function factsOf(one) {
	if (Object.keys(one.facts).length === 0) return NOTHING;
	return markup`<details><summary class="small">facts</summary>${factList(one.facts, 0)}</details>`;
}
/** Nested facts as nested lists, not deeper than a person follows. */
function factList(facts, depth) {
	return definitions(Object.entries(facts).map(([name, value]) => [name, factOf(value, depth)]));
}
function factOf(value, depth) {
	if (depth > 4) return markup`…`;
	if (Array.isArray(value)) {
		const items = value.map((one) => markup`<li>${factOf(one, depth + 1)}</li>`);
		return items.length === 0 ? markup`<span class="quiet">none</span>` : markup`<ul>${items}</ul>`;
	}
	if (isObject(value)) return factList(value, depth + 1);
	return markup`<span class="mono">${typeof value === "string" ? value : JSON.stringify(value) ?? ""}</span>`;
}
/** The certificates that the server, or whoever answered in its place, sent: leaf first. */
function certificateChain({ observations }) {
	const served = servedTo(observations);
	if (served.length === 0) return NOTHING;
	return markup`${served.map((one, index) => markup`<div class="certificate"><h3>${index === 0 ? "Leaf" : `Issuer ${index}`}${one.selfSigned ? " (self-signed)" : ""}</h3>${definitions([
		["Subject", one.subject],
		["Issuer", one.issuer],
		["Names", one.names.join(", ")],
		["Valid", `${one.validFrom} – ${one.validTo}`],
		["SHA-256", one.fingerprint256]
	].filter(([, value]) => value !== ""))}</div>`)}${table("Trust stores", [
		"Store",
		"Source",
		"Result"
	], (lastOf(observations, "served-chain")?.facts.trust ?? []).map(({ store, source, accepted, errno = "" }) => [
		store,
		source,
		accepted ? "accepts the chain" : `rejects it ${errno}`.trim()
	]))}`;
}
/** One row for each attempt of the real request; nothing when one was enough. */
function attemptTable(route) {
	return table("Attempts", [
		"Attempt",
		"Start",
		"What was seen"
	], attemptsOf(route, 100).map(({ number, startedMs, failed }) => [
		String(number),
		startedMs === Infinity ? "" : duration(startedMs),
		failed === void 0 ? "✓ no failure" : `✗ ${lineOf(failed)}`
	]));
}

// src/reports/html-style.ts
/**
* The one style sheet of the report. Text keeps at least 4.5:1 to its ground in both schemes
* (WCAG 2.2, 1.4.3); colour is never the only sign.
*/
const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --text: #1b1f24; --quiet: #57606a; --line: #d8dee4;
  --good: #1a7f37; --bad: #c4232d; --warn: #8a5a00; --link: #0b5cad;
  --good-ground: #e6f5ea; --bad-ground: #fdecec; --warn-ground: #fff5dc; --code: #eef1f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --card: #161b22; --text: #e6edf3; --quiet: #9aa5b1; --line: #30363d;
    --good: #4ac26b; --bad: #ff7b72; --warn: #e3b341; --link: #6cb6ff;
    --good-ground: #12261a; --bad-ground: #2d1517; --warn-ground: #2b2110; --code: #21262d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: clamp(1.4rem, 1.1rem + 1.6vw, 2rem); line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.1rem; margin: 0 0 .9rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
p { margin: .5rem 0; }
p, li { overflow-wrap: anywhere; }
a { color: var(--link); }
section, .verdict { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; margin: 0 0 1rem; }
.verdict { border-left: 6px solid var(--tone); background: var(--tone-ground); }
.verdict.pass { --tone: var(--good); --tone-ground: var(--good-ground); }
.verdict.fail { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.verdict.inconclusive { --tone: var(--warn); --tone-ground: var(--warn-ground); }
.eyebrow { margin: 0 0 .35rem; font-size: .8rem; font-weight: 700; letter-spacing: .06em; text-transform: uppercase; color: var(--tone); }
.lead { font-size: 1.08rem; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
code, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
code { background: var(--code); border-radius: 5px; padding: .1em .35em; }
pre { background: var(--code); border-radius: 8px; padding: .9rem; overflow-x: auto; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.advice { margin-bottom: 1rem; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.advice section { margin: 0; }
.advice h2 { margin-bottom: .4rem; }
.advice ol, .advice ul { margin: 0; padding-left: 1.3rem; }
.advice li { margin: .35rem 0; overflow-wrap: anywhere; }
.advice .do h2 { color: var(--good); }
.advice .dont h2 { color: var(--bad); }
.ladder { list-style: none; margin: 0; padding: 0; }
.ladder li { display: grid; grid-template-columns: 1.8rem 5.2rem 4.6rem 1fr; gap: .5rem; align-items: baseline; padding: .45rem .4rem; border-top: 1px solid var(--line); }
.ladder li:first-child { border-top: 0; }
.ladder li.failed { background: var(--bad-ground); border-radius: 8px; }
.ladder .time { text-align: right; font-variant-numeric: tabular-nums; color: var(--quiet); white-space: nowrap; }
.ladder .seen { overflow-wrap: anywhere; padding-left: .4rem; }
.mark { font-weight: 700; text-align: center; }
.ok .mark, .mark.ok { color: var(--good); }
.failed .mark, .mark.failed { color: var(--bad); }
.skipped .mark, .mark.skipped { color: var(--quiet); }
.skipped .name, .skipped .seen { color: var(--quiet); }
.name { font-weight: 600; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-top: 1px solid var(--line); overflow-wrap: break-word; }
thead th { border-top: 0; color: var(--quiet); font-size: .8rem; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
td .target { display: inline-block; min-width: 9rem; }
.nowrap { white-space: nowrap; font-variant-numeric: tabular-nums; }
.matrix td { text-align: center; }
.matrix td:last-child, .matrix th:last-child { text-align: left; }
.matrix thead th:not(:first-child, :last-child) { text-align: center; }
dl { margin: 0; display: grid; gap: .1rem; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .75rem; padding: .35rem 0; border-top: 1px solid var(--line); }
dl > div:first-child { border-top: 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
details > summary { cursor: pointer; font-weight: 600; padding: .2rem 0; }
details > details { margin-left: .5rem; }
.certificate { border-left: 3px solid var(--line); padding-left: .9rem; margin: .8rem 0; }
.waterfall { width: 100%; height: auto; display: block; }
.waterfall text { fill: var(--text); font: 13px system-ui, sans-serif; }
.waterfall .axis { fill: var(--quiet); font-size: 11px; }
.waterfall .grid { stroke: var(--line); stroke-width: 1; }
.waterfall .ok { fill: var(--good); }
.waterfall .failed { fill: var(--bad); }
.waterfall .time { font-variant-numeric: tabular-nums; }
.scroll .waterfall { min-width: 46rem; }
footer { color: var(--quiet); font-size: .875rem; padding: 0 .25rem; }
@media (max-width: 40rem) {
  main { padding: .75rem .6rem 3rem; }
  section, .verdict { padding: 1rem .85rem; border-radius: 10px; }
  .ladder li { grid-template-columns: 1.5rem 1fr auto; }
  .ladder .seen { grid-column: 2 / -1; padding-left: 0; font-size: .92rem; }
  dl > div { grid-template-columns: 1fr; gap: 0; }
}
@media print { body { background: #fff; } section, .verdict { break-inside: avoid; } }
`.trim();

// src/reports/html.ts
/** One file that reads by itself: no network, no script. */
const htmlReport = (packet, view) => [{
	kind: "file",
	name: "report.html",
	content: page(packet, view).markup
}];
/** Even if something got through the escaping, the browser would load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
function page(packet, view) {
	const deciding = decidingRoute(packet);
	const others = packet.routes.filter((route) => route !== deciding);
	const title = `${ownerTitle(packet.verdict)} · openai-preflight`;
	return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
${verdictCard(packet, deciding, view)}
${advice(packet.verdict)}
${packet.routes.length > 1 ? section("Routes", matrix(packet), "routes") : NOTHING}
${deciding === void 0 ? NOTHING : routeSections(deciding, packet.routes.length > 1)}
${section("Compared with the earlier run", baseline(view), "baseline")}
${otherRoutes(packet, others)}
${section("Environment", definitions(environmentRows(packet)), "environment")}
${section("Removed from this report", removed(packet), "removed")}
${view.crash === void 0 ? NOTHING : section("Stack", markup`<pre>${plainText(view.crash.stack)}</pre>`, "stack")}
</main>
</body>
</html>
`;
}
function verdictCard(packet, route, view) {
	const { verdict } = packet;
	const facts = [
		["Code", `${verdict.code}${confidenceNote(verdict)}`],
		["Responder", [verdict.responder, verdict.product].filter((one) => one !== "").join(", ")],
		["HTTP status", String(verdict.httpStatus)],
		["Retry may help", verdict.verdict === "pass" ? "" : verdict.retryable ? "yes" : "no"]
	];
	const more = verdict.rule === "" ? NOTHING : markup`<p><a href="${linkTarget(findingUrl(view.docsUrl, verdict.rule))}" rel="noreferrer">What this finding means</a></p>`;
	const notes = [...view.cancelled === true ? [CANCELLED_NOTE] : [], ...view.crash === void 0 ? [] : [CRASH_NOTE]].map((note) => markup`<p><strong>${note}</strong></p>`);
	return markup`<header class="verdict ${verdict.verdict}">
<p class="eyebrow">${verdictWord(verdict, view.failing)}${verdict.verdict === "pass" ? "" : ` · ${provenUpTo(verdict)}`}</p>
<h1>${ownerTitle(verdict)}</h1>
<p class="lead">${verdict.summary}</p>
${notes}
${route === void 0 || verdict.verdict === "pass" ? NOTHING : markup`<p class="small">${proofOf(packet, route)}</p>`}
${definitions(facts.filter(([, value]) => value !== "").map(([name, value]) => [name, markup`<span class="mono">${value}</span>`]))}
${more}
</header>`;
}
/** Our sentences set commands and settings in backticks. */
function withCode(text) {
	return text.split(/`([^`]+)`/).map((part, index) => index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`);
}
function advice(verdict) {
	const items = (texts) => texts.map((text) => markup`<li>${withCode(text)}</li>`);
	const parts = [verdict.doNext.length === 0 ? NOTHING : markup`<section class="do" aria-labelledby="do"><h2 id="do">What to do next</h2><ol>${items(verdict.doNext)}</ol></section>`, verdict.doNot.length === 0 ? NOTHING : markup`<section class="dont" aria-labelledby="dont"><h2 id="dont">What not to do</h2><ul>${items(verdict.doNot)}</ul></section>`];
	return parts.every((part) => part.markup === "") ? NOTHING : markup`<div class="advice">${parts}</div>`;
}
function routeSections(route, several) {
	const of = several ? ` of ${route.name}` : "";
	const also = route.verdict.also.map((one) => markup`<li>${withCode(withOrder(one))} <code>${one.code}</code></li>`);
	return markup`${section(`Ladder${of}`, ladder(route), "ladder")}
${section("Timings", waterfallDrawing(route), "timings")}
${section("Attempts", attemptTable(route), "attempts")}
${section("Also seen", also.length === 0 ? NOTHING : markup`<ul>${also}</ul>`, "also")}
${section("Certificate chain", certificateChain(route), "chain")}
${section("Observations", observationTable(route), "observations")}`;
}
function ladder(route) {
	return markup`<ol class="ladder">${ladderOf(route.verdict).map(rung)}</ol>`;
}
function rung(step) {
	const time = step.elapsedMs === void 0 ? "" : duration(step.elapsedMs);
	return markup`<li class="${step.status}"><span class="mark" role="img" aria-label="${step.status}">${MARKS[step.status]}</span><span class="name">${RUNG_NAMES[step.rung]}</span><span class="time">${time}</span><span class="seen">${step.because}</span></li>`;
}
/** UTF-16 units of routes in full, of routes in short, and rows of the table. */
const MOST_FULL = 14e5;
const MOST_SHORT = 7e5;
const MOST_ROWS = 1200;
/**
* The other routes: in full while there is room, those that did not pass first, then in short. A page
* of a thousand routes in full is 15 MB that no browser likes to open; packet.json has them all.
*/
function otherRoutes(packet, others) {
	const left = {
		full: MOST_FULL,
		short: MOST_SHORT
	};
	const told = /* @__PURE__ */ new Map();
	const byWeight = [...others.filter(({ verdict }) => verdict.verdict !== "pass"), ...others.filter(({ verdict }) => verdict.verdict === "pass")];
	for (const route of byWeight) {
		const full = left.full > 0 ? otherRoute(packet, route, others.indexOf(route)) : void 0;
		if (full !== void 0) left.full -= full.markup.length;
		if (full !== void 0 && left.full >= 0) told.set(route, full);
		else if (route.verdict.verdict !== "pass" && left.short > 0) {
			const short = shortRoute(route);
			left.short -= short.markup.length;
			if (left.short >= 0) told.set(route, short);
		}
	}
	const short = others.filter((route) => told.get(route)?.markup.startsWith("<details") === true);
	const silent = others.length - told.size;
	const inFull = others.flatMap((route) => short.includes(route) ? [] : told.get(route) ?? []);
	const inShort = short.flatMap((route) => told.get(route) ?? []);
	const limits = [
		short.length === 0 ? "" : `${count(short.length, "route")} in short.`,
		silent === 0 ? "" : `${count(silent, "route")} only in the table above.`,
		"packet.json has every observation."
	].filter((part) => part !== "");
	if (short.length + silent === 0) return markup`${inFull}`;
	return markup`${inFull}${section("More routes", markup`<p>${limits.join(" ")}</p>${inShort}`, "more")}`;
}
function shortRoute(route) {
	const { verdict } = route;
	const orders = verdict.doNext.map((order) => markup`<li>${withCode(order)}</li>`);
	const bad = firstBadStep(verdict);
	const seen = bad === void 0 ? "" : `${RUNG_NAMES[bad.rung]}: ${bad.because}`;
	return markup`<details><summary>${route.name}: ${ownerTitle(verdict)}</summary><p>${verdict.summary}</p><p class="small">${seen} <code>${verdict.code}</code></p><ol>${orders}</ol></details>`;
}
function matrix(packet) {
	const shown = [...packet.routes.filter(({ verdict }) => verdict.verdict !== "pass"), ...packet.routes.filter(({ verdict }) => verdict.verdict === "pass")].slice(0, MOST_ROWS);
	const kept = new Set(shown);
	const left = packet.routes.length - shown.length;
	const more = left === 0 ? NOTHING : markup`<p>${count(left, "more route")}: see packet.json.</p>`;
	const rows = packet.routes.filter((route) => kept.has(route)).map((route) => [
		route.name,
		...ladderOf(route.verdict).map((step) => markup`<span class="mark ${step.status}" role="img" aria-label="${step.status}">${MARKS[step.status]}</span>`),
		OWNER_NAMES[route.verdict.owner]
	]);
	return markup`<div class="matrix">${table("Routes and rungs", [
		"Route",
		...RUNGS.map((one) => RUNG_NAMES[one]),
		"Owner"
	], rows)}</div>${more}`;
}
function otherRoute(packet, route, index) {
	const content = markup`<p>${route.verdict.summary}</p><p class="small">${proofOf(packet, route)}</p>${ladder(route)}${waterfallDrawing(route)}<details><summary>Settings, observations, certificates</summary>${definitions(routeRows(route))}${observationTable(route)}${certificateChain(route)}</details>`;
	return section(`${route.name}: ${ownerTitle(route.verdict)}`, content, `route-${index + 1}`);
}
function baseline(view) {
	const rows = view.baseline?.changes.map((one) => [
		one.what,
		one.before || "none",
		one.now || "none"
	]) ?? [];
	if (rows.length > 0) return table("Changes", [
		"What",
		"Before",
		"Now"
	], rows);
	const lines = baselineLines(view);
	return lines.length === 0 ? NOTHING : markup`${lines.map((line) => markup`<p>${line}</p>`)}`;
}
function removed(packet) {
	const rows = packet.redactions.map((one) => [
		one.what,
		markup`<span class="mono">${one.where}</span>`,
		String(one.count)
	]);
	return table("Removed secrets", [
		"What",
		"Where",
		"Times"
	], rows);
}

// src/reports/packet.ts
/** The packet as text; reading it back gives the same packet. */
const packetFile = (packet) => [{
	kind: "file",
	name: "packet.json",
	content: piecesOf(packet)
}];
/** Names in the order in which a person reads a packet; all others follow in alphabetical order. */
const READING_ORDER = `
  schemaVersion tool startedAt timezone elapsedMs runtime
  name version node openai undici os arch container
  kind baseUrl endpoint model client clientReason depth keyFingerprint failOn attempts
  id probe verdict owner confidence branch rung target attempt status code because startedMs
  rule responder product httpStatus requestId retryable summary lastGood firstBad doNext doNot
  cites also ladder route egress clientPaths statusPage egressAddress facts at observations routes redactions
`.trim().split(/\s+/);
const RANK = new Map(READING_ORDER.map((name, index) => [name, index]));
/** Control, bidirectional and invisible characters that JSON leaves as they are. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** Indented JSON with one order of keys for equal packets; only visible characters. */
function packetText(packet) {
	return [...piecesOf(packet)].join("");
}
/** One route after the other, made when it is asked for: a thousand of them are 23 MB. */
function piecesOf({ routes, ...others }) {
	return { *[Symbol.iterator]() {
		const key = "\n  \"routes\": [";
		const [before = "", after = ""] = indented({
			...others,
			routes: []
		}).split(`${key}]`);
		yield `${before}${key}`;
		for (const [index, route] of routes.entries()) yield `${index === 0 ? "" : ","}\n${indented(route)}`.replaceAll("\n", "\n    ");
		yield `${routes.length === 0 ? "" : "\n  "}]${after}\n`;
	} };
}
function indented(value) {
	return JSON.stringify(ordered(value), void 0, 2).replaceAll(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function ordered(value) {
	if (Array.isArray(value)) return value.map(ordered);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b))).map(([name, one]) => [name, ordered(one)]));
}
function rankOf(name) {
	return RANK.get(name) ?? READING_ORDER.length;
}

// src/reports/terminal-text.ts
const DEFAULT_STYLE = {
	width: 80,
	colour: false
};
const COLOURS = {
	bold: 1,
	dim: 2,
	red: 31,
	green: 32,
	yellow: 33,
	cyan: 36
};
/** Select Graphic Rendition (ECMA-48 §8.3.117), only when asked for. */
function painted(text, colour, style) {
	return style.colour && text !== "" ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}
/** Takes two columns: CJK, Hangul, full-width forms, emoji. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const PLAIN = /^[ -~]*$/;
/** Columns that a text takes. */
function columnsOf(text) {
	if (PLAIN.test(text)) return text.length;
	let columns = 0;
	for (const character of text) columns += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
	return columns;
}
/**
* Lines of at most `width` columns, broken at spaces. A word longer than a line stands alone,
* whole: addresses and ids are to be copied.
*/
function wrapped(text, width) {
	if (columnsOf(text) <= width) return [text];
	const lines = [];
	let line = "";
	let columns = 0;
	for (const word of text.split(" ")) {
		const more = columnsOf(word);
		if (line === "") {
			line = word;
			columns = more;
		} else if (columns + 1 + more > width) {
			lines.push(line);
			line = word;
			columns = more;
		} else {
			line += ` ${word}`;
			columns += 1 + more;
		}
	}
	return [...lines, line];
}
/** Wrapped text with `first` in front of the first line and the same room in front of the others. */
function hanging(first, text, style) {
	const room = columnsOf(first);
	return wrapped(text, Math.max(20, style.width - room)).map((line, index) => ((index === 0 ? first : " ".repeat(room)) + line).trimEnd()).join("\n");
}

// src/reports/terminal-live.ts
const STATUS_COLOURS = {
	ok: "green",
	failed: "red",
	skipped: "dim"
};
/**
* One rung of the ladder, without a line end: `  ✓ dns       12 ms  api.openai.com → 192.0.2.7`.
* @param fails the job: a finding that does not is a warning
*/
function rungLine(step, style, fails = true) {
	const isWarning = step.status === "failed" && !fails;
	const mark = isWarning ? "!" : MARKS[step.status];
	const time = step.elapsedMs === void 0 ? "" : duration(step.elapsedMs);
	const head = `  ${mark} ${step.rung.padEnd(8)}${time.padStart(8)}  `;
	const line = hanging(head, oneLine(step.because, 400), style);
	if (step.status === "skipped") return painted(line, "dim", style);
	return line.replace(mark, painted(mark, isWarning ? "yellow" : STATUS_COLOURS[step.status], style));
}
/** The line of a rung at the moment when it is proven, or fails, before anything is judged. */
function provenLine(observation, style) {
	return rungLine({
		...observation,
		because: lineOf(observation)
	}, style);
}

// src/reports/terminal.ts
/** The ladder of each route, one owner sentence, what to do and what not to do. */
const terminal = (packet, view) => [view.terminal?.folds === true ? foldedText(packet, view, view.terminal) : {
	kind: "terminal",
	text: terminalText(packet, view)
}];
/** The owner and what to do, then the ladder to open. */
function foldedText(packet, view, style) {
	const { routes, verdict } = packet;
	const several = routes.length > 1;
	const [only] = routes;
	const answer = several || only === void 0 ? verdict : only.verdict;
	const route = several ? verdict.route : "";
	const answered = paragraphs(verdictText(answer, route, style, view.failing), baselineText(view, style), footer(packet, view, style));
	const ladders = routes.map((one) => routeText(one, several ? "short" : "none", style));
	return {
		kind: "terminal",
		text: withoutCommands(`${answered}\n`),
		...ladders.length === 0 ? {} : { folded: {
			title: several ? `Ladders of ${count(routes.length, "route")}` : "Ladder",
			text: withoutCommands(`${paragraphs(...ladders)}\n`)
		} }
	};
}
function terminalText(packet, view) {
	const style = view.terminal ?? DEFAULT_STYLE;
	const several = packet.routes.length > 1;
	const whole = paragraphs(...packet.routes.map((route) => routeText(route, several ? "short" : "whole", style)), several || packet.routes.length === 0 ? verdictText(packet.verdict, several ? packet.verdict.route : "", style, view.failing) : "", baselineText(view, style), footer(packet, view, style));
	return withoutCommands(`${whole}\n`);
}
/** @param extent of the verdict below the ladder; in short it is one of several, with its name */
function routeText(route, extent, style) {
	const what = [
		extent === "short" ? route.name : "",
		route.baseUrl,
		route.endpoint,
		route.model || "no model",
		`${route.client} client`
	];
	const head = hanging("", oneLine(what.filter((part) => part !== "").join(" · "), 400), style);
	const fails = failsJob(route.verdict, route.failOn);
	const ladder = ladderOf(route.verdict).map((step) => rungLine(step, style, fails));
	const tries = route.attempt > 1 ? [`  ${count(route.attempt, "attempt")}`] : [];
	const line = clientPathsLine(route);
	const ways = line === "" ? [] : [hanging("  ", `Each client: ${oneLine(line, 400)}`, style)];
	const told = extent === "whole" ? ["", verdictText(route.verdict, "", style, fails)] : [];
	const short = extent === "short" ? [hanging("  ", oneLine(`${ownerTitle(route.verdict)}. ${route.verdict.summary}`), style)] : [];
	return [
		painted(head, "bold", style),
		"",
		...ladder,
		...ways,
		...tries,
		...short,
		...told
	].join("\n");
}
function verdictText(verdict, route, style, fails) {
	const passed = verdict.verdict === "pass";
	const warns = !passed && !fails;
	const mark = warns ? "!" : {
		pass: "✓",
		fail: "✗",
		inconclusive: "?"
	}[verdict.verdict];
	const colour = passed ? "green" : fails && verdict.verdict === "fail" ? "red" : "yellow";
	const title = [
		warns ? `${mark} ${verdictWord(verdict, fails)}. ` : `${mark} `,
		ownerTitle(verdict),
		verdict.code === "" ? "" : ` (${verdict.code}${confidenceNote(verdict)})`,
		route === "" ? "" : ` on ${oneLine(route, 80)}`,
		passed ? "" : `, ${provenUpTo(verdict)}`
	];
	return [
		painted(hanging("", oneLine(title.join(""), 400), style), colour, style),
		hanging("  ", oneLine(verdict.summary), style),
		...orders("What to do next", verdict.doNext, style),
		...orders("What not to do", verdict.doNot, style),
		...orders("Warnings", verdict.also.filter(isWarning).map(withOrder), style),
		...orders("Also seen", verdict.also.filter((one) => !isWarning(one)).map(withOrder), style)
	].join("\n");
}
function orders(label, texts, style) {
	if (texts.length === 0) return [];
	const lines = texts.map((text, index) => hanging(`  ${label === "What to do next" ? `${index + 1}.` : "–"} `, oneLine(text), style));
	return [
		"",
		`  ${painted(label, "bold", style)}`,
		...lines
	];
}
function baselineText(view, style) {
	const lines = baselineLines(view);
	if (lines.length === 0) return "";
	return [painted("Compared with the earlier run", "bold", style), ...lines.map((line) => hanging("  – ", oneLine(line), style))].join("\n");
}
function footer(packet, view, style) {
	const removed = packet.redactions.reduce((sum, one) => sum + one.count, 0);
	const tool = `${packet.tool.name} ${packet.tool.version} · ${duration(packet.elapsedMs)}${removed === 0 ? "" : ` · ${count(removed, "secret")} removed`}`;
	return [...[
		view.cancelled === true ? "Cancelled: this is what was seen until then." : "",
		view.crash === void 0 ? "" : `This is a defect of openai-preflight, not of the route. Please report it: ${view.crash.issueUrl}`,
		view.paths?.packet === void 0 ? "" : `Packet: ${view.paths.packet}`,
		view.paths?.report === void 0 ? "" : `Report: ${view.paths.report}`
	].filter((line) => line !== "").map((line) => hanging("", oneLine(line, Math.max(400, columnsOf(line))), style)), painted(hanging("", oneLine(tool), style), "dim", style)].join("\n");
}

// src/reports/index.ts
/** Every report. To add one: one file, one line here; the contract suite runs over all. */
const REPORTS = {
	terminal,
	annotations,
	outputs,
	summary,
	packet: packetFile,
	html: htmlReport,
	escalation,
	comment,
	"check-run": checkRun
};
/** Written before the others are made: what they say of files is then true. */
const FILE_REPORTS = [
	"packet",
	"html",
	"escalation"
];

// src/doors/run-reports.ts
const ISSUES = "https://github.com/openai-preflight/openai-preflight/issues/new";
/** Ten frames of a stack; it goes into a link. */
const LONGEST_STACK = 4e3;
/** A packet as every report tells it. A defect in one of them costs that one, not the verdict. */
function runReportsOf(packet, view, rest) {
	const isFile = (id) => FILE_REPORTS.some((one) => one === id);
	const broken = [];
	const artifactsOf = (id, seen) => {
		try {
			return REPORTS[id](packet, seen);
		} catch (error) {
			const name = error instanceof Error ? error.constructor.name : typeof error;
			broken.push(`The report ${id} could not be made (${name}); this is a defect of our own.`);
			return [];
		}
	};
	const ids = Object.keys(REPORTS).filter((id) => id in REPORTS);
	const files = ids.filter(isFile).flatMap((id) => artifactsOf(id, view));
	return {
		...rest,
		packet,
		files: files.filter((artifact) => artifact.kind === "file"),
		artifacts: (paths) => ids.filter((id) => !isFile(id)).flatMap((id) => artifactsOf(id, {
			...view,
			paths
		})).filter((artifact) => artifact.kind !== "file"),
		get notices() {
			return [...rest.notices, ...broken];
		}
	};
}
/** The paths that reports and outputs name. */
function pathsOf({ paths }) {
	const [packet, report] = [paths.get("packet.json"), paths.get("report.html")];
	return { ...given({
		packet,
		report
	}) };
}
/** A defect of our own, told as ours: inconclusive, owner unknown, never a broken route. */
function crashReports(error, redactor, runtime, view) {
	const packet = packetWithoutRoutes({
		verdict: "inconclusive",
		owner: "unknown",
		code: "own.crash",
		rule: "own/crash",
		summary: "openai-preflight itself failed before it had a verdict; this says nothing about your route.",
		doNext: ["Report the defect with the link in the summary; the stack in it holds no secret."],
		doNot: ["Do not read this as a broken route."]
	}, runtime);
	const crash = crashView(error, redactor);
	return {
		...runReportsOf(packet, {
			...view,
			crash
		}, {
			exitCode: EXIT.defect,
			notices: []
		}),
		crash
	};
}
/** The scrubbed stack and a link that opens an issue with it. */
function crashView(error, redactor) {
	const plain = (error instanceof Error ? error.stack ?? error.message : String(error)).replace(/(?<![^\s(])\(?(?:file:\/\/)?\/[^\s):]*\/(?=[\w.-]{1,200}:\d)/g, "");
	const stack = redactor.text(plain, "stack").slice(0, LONGEST_STACK);
	const url = new URL(ISSUES);
	url.searchParams.set("title", `Crash: ${stack.split("\n")[0]?.slice(0, 80) ?? ""}`);
	url.searchParams.set("body", `Version ${VERSIONS.version}, Node ${VERSIONS.node}\n\n${stack.slice(0, 1500)}`);
	return {
		stack,
		issueUrl: url.href
	};
}
/**
* A log, or a folder of packets, that cannot be read: told like any other setting that cannot work,
* so that a step has its outputs in this case, too.
*/
function unusableReports({ code = "config.file_unreadable", message, fix }, runtime, view) {
	return runReportsOf(packetWithoutRoutes({
		verdict: "fail",
		owner: "request",
		rung: "config",
		firstBad: "config",
		code,
		rule: "",
		summary: message,
		doNext: [fix]
	}, runtime), view, {
		exitCode: EXIT.usage,
		notices: []
	});
}

export { REPORTS as a, bytesOf as c, paragraphs as d, unusableReports as i, fitting as l, pathsOf as n, provenLine as o, runReportsOf as r, packetText as s, crashReports as t, markdownTable as u };