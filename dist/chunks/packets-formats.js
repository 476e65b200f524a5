import "./runtime.js";
import { $t as html, M as ladderOf, b as OWNER_NAMES, k as findingUrl, x as RUNG_NAMES } from "./common.js";

// src/packets/formats.ts
/** The verdict of every route, as one text. */
function formatted(packet, format, view) {
	return FORMATS[format](packet, view);
}
const FORMATS = {
	junit,
	sarif: (packet, view) => `${JSON.stringify(sarif(packet, view), void 0, 2)}\n`,
	prometheus,
	"otlp-json": (packet) => `${JSON.stringify(otlp(packet))}\n`
};
/** One suite for each route, one case for each rung: panels of tests show both. */
function junit({ routes, startedAt, verdict }) {
	const suites = routes.map((route) => {
		const steps = ladderOf(route.verdict);
		const failing = route.verdict.verdict !== "pass";
		const cases = steps.map((step) => {
			const deciding = failing && step.rung === route.verdict.firstBad;
			const { owner, code, summary, doNext } = route.verdict;
			const body = deciding ? element("failure", {
				type: code,
				message: `${OWNER_NAMES[owner]}: ${summary}`
			}, xml(doNext.join("\n"))) : step.status === "skipped" ? element("skipped", { message: step.because }) : "";
			const time = ((step.elapsedMs ?? 0) / 1e3).toFixed(3);
			return element("testcase", {
				classname: route.name,
				name: RUNG_NAMES[step.rung],
				time
			}, body);
		});
		if (failing && route.verdict.firstBad === "none") cases.push(verdictCase(route.name, route.verdict));
		return suiteOf(route.name, startedAt, cases);
	});
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "openai-preflight" }, (suites.length === 0 ? [suiteOf("run", startedAt, [verdictCase("run", verdict)])] : suites).join(""))}\n`;
}
function suiteOf(name, timestamp, cases) {
	const having = (part) => String(cases.filter((one) => one.includes(part)).length);
	return element("testsuite", {
		name,
		timestamp,
		tests: String(cases.length),
		failures: having("<failure"),
		skipped: having("<skipped")
	}, cases.join(""));
}
function verdictCase(classname, { verdict, code, summary }) {
	const body = verdict === "pass" ? "" : element("failure", {
		type: code,
		message: summary
	});
	return element("testcase", {
		classname,
		name: "Verdict"
	}, body);
}
function element(name, attributes, body = "") {
	return `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(value)}"`).join("")}>${body}</${name}>`;
}
/** Entities as HTML writes them; XML 1.0 takes no control characters in any form. */
function xml(text) {
	return html(text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " "));
}
/** SARIF 2.1.0: one result for each finding, on the line of the step where that is known. */
function sarif({ tool, routes, verdict }, { docsUrl, step }) {
	const found = (routes.length > 0 ? routes.map((route) => route.verdict) : [verdict]).flatMap((one) => [...one.verdict === "pass" ? [] : [{
		...one,
		level: one.verdict === "fail" ? "error" : "warning"
	}], ...one.also.map((also) => ({
		...also,
		level: "note"
	}))]);
	const ids = [...new Set(found.map(idOf))];
	const locations = step === void 0 ? [] : [{ physicalLocation: {
		artifactLocation: { uri: step.file },
		region: { startLine: step.line }
	} }];
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: tool.name,
				version: tool.version,
				rules: ids.map((id) => ({
					id,
					helpUri: findingUrl(docsUrl, id)
				}))
			} },
			results: found.map((one) => ({
				ruleId: idOf(one),
				level: one.level,
				message: { text: [one.summary, ...one.doNext].join("\n") },
				locations,
				partialFingerprints: { verdict: [
					idOf(one),
					one.code,
					one.owner
				].join(" ") }
			}))
		}]
	};
}
function idOf({ rule, code }) {
	return rule || code || "unknown/unexplained";
}
/** What is worth a series over time: both text forms below are made from it. */
function metricsOf({ routes, startedAt, elapsedMs }) {
	const each = (value) => routes.flatMap((route) => {
		const sample = value(route);
		return sample === void 0 ? [] : [{
			labels: labelsOf(route),
			value: sample
		}];
	});
	const alone = (value) => [{
		labels: {},
		value
	}];
	const metric = (name, unit, help, samples) => ({
		name: `openai_preflight_${name}`,
		help,
		unit,
		samples
	});
	return [
		metric("pass", "1", "1 when everything asked for was proven, else 0.", each(({ verdict }) => verdict.verdict === "pass" ? 1 : 0)),
		metric("verdict", "1", "Always 1; the labels say what was found.", routes.map((route) => {
			const { verdict, owner, branch, code, rung } = route.verdict;
			return {
				labels: {
					...labelsOf(route),
					verdict,
					owner,
					branch,
					code,
					rung
				},
				value: 1
			};
		})),
		metric("http_status", "1", "HTTP status of the deciding response.", each(({ verdict }) => verdict.httpStatus || void 0)),
		metric("rung_seconds", "s", "Time spent on a rung of the path.", routes.flatMap((route) => route.verdict.ladder.flatMap(({ rung, elapsedMs: spent }) => spent === void 0 ? [] : [{
			labels: {
				...labelsOf(route),
				rung
			},
			value: spent / 1e3
		}]))),
		metric("duration_seconds", "s", "Time of the whole run.", alone(elapsedMs / 1e3)),
		metric("start_time_seconds", "s", "When the run began, since the Unix epoch.", alone(Date.parse(startedAt) / 1e3 || 0))
	];
}
function labelsOf({ name, baseUrl, model }) {
	return {
		route: name,
		host: URL.parse(baseUrl)?.host ?? "",
		model
	};
}
/** Text exposition format 0.0.4, for the textfile collector of node_exporter. */
function prometheus(packet) {
	const escaped = (value) => value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n");
	return `${metricsOf(packet).flatMap(({ name, help, samples }) => [
		`# HELP ${name} ${help}`,
		`# TYPE ${name} gauge`,
		...samples.map(({ labels, value }) => {
			const list = Object.entries(labels).map(([key, one]) => `${key}="${escaped(one)}"`);
			return `${name}${list.length === 0 ? "" : `{${list.join(",")}}`} ${value}`;
		})
	]).join("\n")}\n`;
}
/** The body of `POST /v1/metrics`: OTLP 1.x as JSON, where 64-bit integers are texts. */
function otlp(packet) {
	const { tool, startedAt, runtime } = packet;
	const timeUnixNano = `${Date.parse(startedAt) || 0}000000`;
	const attributes = (labels) => Object.entries(labels).map(([key, stringValue]) => ({
		key,
		value: { stringValue }
	}));
	return { resourceMetrics: [{
		resource: { attributes: attributes({
			"service.name": tool.name,
			"service.version": tool.version,
			"os.type": runtime.os,
			"host.arch": runtime.arch,
			"host.name": runtime.runnerName
		}) },
		scopeMetrics: [{
			scope: {
				name: tool.name,
				version: tool.version
			},
			metrics: metricsOf(packet).map(({ name, help, unit, samples }) => ({
				name: name.replaceAll("_", ".").replace(/\.seconds$/, ""),
				description: help,
				unit,
				gauge: { dataPoints: samples.map(({ labels, value }) => ({
					attributes: attributes(labels),
					timeUnixNano,
					asDouble: value
				})) }
			}))
		}]
	}] };
}

export { formatted };