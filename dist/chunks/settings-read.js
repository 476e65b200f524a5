import { c as EXPIRY, p as OWNERS, r as BRANCHES } from "./model-words.js";
import { P as withoutEndSlashes, T as entryOf, c as PATH_CHECKS, i as inputNamed, o as Secret, t as INPUTS } from "./settings-inputs.js";
import "./redaction.js";
import { l as outputText } from "./redaction-neutralise.js";
import { a as holdsKey, c as warning, n as parseDuration, r as fatal, s as show } from "./settings-durations.js";
import { l as isPrivateHost } from "./knowledge-hosts.js";
import { n as nearest } from "./knowledge-distance.js";
import { isAbsolute, join, resolve } from "node:path";
import { platform } from "node:os";

// src/settings/ask.ts
/** The layers of a run without a config file. */
function askSource(source) {
	return layered((name) => {
		const text = source.input(name);
		if (text === void 0 || text.trim() === "" && name !== "fail-on") return void 0;
		const setting = source.label?.(name) ?? name;
		return {
			text,
			setting,
			name: setting,
			from: "input"
		};
	}, source.env);
}
/** Puts one layer before the variables of the environment and the defaults. */
function layered(explicit, env) {
	const variable = (name) => {
		const text = Object.hasOwn(env, name) ? env[name] : void 0;
		if (text === void 0 || text.trim() === "") return void 0;
		return {
			text,
			setting: name,
			name,
			from: "environment"
		};
	};
	return {
		explicit,
		variable,
		any: (name) => {
			const found = explicit(name);
			if (found !== void 0) return found;
			const input = inputNamed(name);
			for (const candidate of input.environment ?? []) {
				const set = variable(candidate);
				if (set !== void 0) return set;
			}
			if (input.default === void 0) return void 0;
			return {
				text: input.default,
				setting: name,
				name,
				from: "default"
			};
		}
	};
}

// src/settings/text-checks.ts
/** A template or shell variable that nothing has replaced by its value. */
function unexpanded(text) {
	return /\$\{|\$\(|\{\{|^\$\w+|\/\/\$\w+|%[A-Z_][A-Z0-9_]{2,}%/.test(text);
}
/** Model, organization, project, api-version: sent in a header, path or body, so one clean line. */
function readText(given) {
	const value = given?.text.trim() ?? "";
	if (given === void 0 || value === "") return {
		problems: [],
		secrets: []
	};
	const problem = (wrong, fix, code) => fatal(code, given.setting, {
		message: `${given.name} ${wrong}.`,
		fix
	});
	if (unexpanded(value)) return {
		problems: [problem(`holds a reference that nothing has replaced: ${show(value)}`, "Pass the value of the variable, not its name.", "config.value_unexpanded")],
		secrets: []
	};
	if (holdsKey(value)) return {
		problems: [problem("holds a key", `Put the key into api-key, and remove it from ${given.name}; consider it known to whoever reads this setting.`, "config.value_is_key")],
		secrets: [new Secret(value, given.name)]
	};
	if (/[\0-\x1f\x7f]/.test(value)) return {
		problems: [problem(`has a line break or control character inside: ${show(value)}`, "Write it on one line.", "config.value_malformed")],
		secrets: []
	};
	return {
		value,
		problems: [],
		secrets: []
	};
}
const SCOPES = {
	organization: {
		form: /^org-[A-Za-z0-9]+$/,
		begins: "org-",
		called: "an organization id",
		where: "Settings → Organization → General"
	},
	project: {
		form: /^proj_[A-Za-z0-9]+$/,
		begins: "proj_",
		called: "a project id",
		where: "Settings → Project → General"
	}
};
/** Ids that certainly are something else: of the other setting, of another vendor, or a display name. */
const FOREIGN = [
	[/^org[-_]/, "an organization id"],
	[/^proj[-_]/, "a project id"],
	[/^asst_|^user-|^ft:|^file-/, "the id of another OpenAI object"],
	[/^wrkspc_/, "an Anthropic workspace id"],
	[/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, "a UUID, as Anthropic and Azure use them"],
	[/@/, "a mail address"],
	[/\s/, "a display name"]
];
/** Is it an id that the API of this route can know? */
function checkScope(name, given, value, kind) {
	const scope = SCOPES[name];
	if (kind === "azure") {
		if (given.from === "environment") return [];
		const message = `${given.name} is set, and Azure knows no OpenAI ${name}.`;
		const fix = `Remove ${given.name} from this route, or set base-url to the OpenAI API.`;
		return [warning("config.conflict_scope", given.setting, {
			message,
			fix
		})];
	}
	if (kind !== "openai" || scope.form.test(value)) return [];
	const fix = `Write the id from platform.openai.com (${scope.where}): it begins with ${scope.begins}.`;
	const foreign = FOREIGN.find(([form, what]) => form.test(value) && what !== scope.called)?.[1];
	if (foreign !== void 0) {
		const message = `${given.name} is ${show(value)}, ${foreign} and not ${scope.called}.`;
		return [fatal(`config.${name}_malformed`, given.setting, {
			message,
			fix
		}, "auth")];
	}
	const message = `${given.name} is ${show(value)}, which does not begin with ${scope.begins}.`;
	return [warning(`config.${name}_malformed`, given.setting, {
		message,
		fix
	}, "auth")];
}
const VERSION = /^\d{4}-(\d{2})-(\d{2})(?:-preview)?$/;
/** The classic Azure endpoint wants a version, the v1 endpoint and OpenAI take none. */
function checkApiVersion(given, value, route) {
	if (given === void 0 || value === void 0) return { problems: [] };
	if (route.kind !== "azure" || isAzureV1(route)) {
		if (route.kind === "gateway" && given.from === "environment") return { problems: [] };
		const why = route.kind === "azure" ? "the v1 endpoint of Azure refuses the api-version parameter" : `the ${route.kind === "openai" ? "OpenAI API" : "gateway"} takes no api-version`;
		const message = `${given.name} is set, and ${why}; it is not sent.`;
		const fix = `Remove ${given.name} from this job${route.kind === "azure" ? "" : ", or set base-url to the Azure endpoint that it was meant for"}.`;
		return { problems: [warning("config.conflict_api_version", given.setting, {
			message,
			fix
		})] };
	}
	const [, month, day] = VERSION.exec(value) ?? [];
	if (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31) return {
		apiVersion: value,
		problems: []
	};
	const message = `${given.name} is ${show(value)}, which is not a version of the Azure API.`;
	return { problems: [fatal("config.api_version_malformed", given.setting, {
		message,
		fix: "Write it as YYYY-MM-DD or YYYY-MM-DD-preview, for example 2024-10-21."
	})] };
}
/** The GA endpoint of Azure, spoken with the plain SDK: `…/openai/v1`. */
function isAzureV1(route) {
	return route.baseUrl.endsWith("/v1");
}

// src/settings/base-url-text.ts
const OPENAI_BASE_URL = "https://api.openai.com/v1";
function problemOf(given, code, wrong, fix) {
	return fatal(code, given.setting, {
		message: `${given.name} ${wrong}.`,
		fix
	});
}
/** What makes it no URL at all, most telling first. */
function checkText(given, text) {
	const say = (code, wrong, fix) => problemOf(given, code, wrong, fix);
	if (holdsKey(text) && !text.includes("://")) return say("config.base_url_invalid", "holds a key", `Put the key into api-key and a URL like ${OPENAI_BASE_URL} here.`);
	if (unexpanded(text)) return say("config.base_url_unexpanded", `holds a reference that nothing has replaced: ${show(printable(text))}`, "Pass the value of the variable, not its name.");
	if (/^["'`“‘]|["'`”’]$/.test(text)) return say("config.base_url_quoted", "has a quotation mark around it", "Remove the quotation marks.");
	if (/^(?:undefined|null|none|nan|\[object \w+\])$/i.test(text) || /[<>]/.test(text) || /\/\/your[-_.]/i.test(text)) return say("config.base_url_placeholder", `is a placeholder: ${show(printable(text))}`, `Write the real address, for example ${OPENAI_BASE_URL}.`);
	if (text.includes("***")) return say("config.base_url_masked", "is the masked copy of a URL", "Write the address itself; keep it in a variable, not in a secret.");
	if (/\s/.test(text)) return say("config.base_url_invalid", "contains a space or line break", "Write one URL on one line, without spaces.");
	if (text.includes("\\")) return say("config.base_url_invalid", "has a backslash in it", "Write it with slashes (/).");
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (scheme === void 0) return schemeProblem(given, text);
	if (scheme !== "https" && scheme !== "http") return say("config.base_url_scheme", `uses the scheme ${show(scheme)}`, "Use https://.");
	const port = /^[^/]*\/\/[^/?#]*:(\d+)(?:[/?#]|$)/.exec(text)?.[1];
	if (port !== void 0 && (Number(port) < 1 || Number(port) > 65535)) return say("config.base_url_port", `has the port ${port.slice(0, 12)}, which does not exist`, "Use a port from 1 to 65535, or none for 443.");
}
function schemeProblem(given, text) {
	const words = /^(?:[a-z]+:?\/{0,2})?(.*)$/i.exec(text)?.[1] ?? text;
	if (/^https?(?::\/?|\/\/)(?!\/)/i.test(text)) return problemOf(given, "config.base_url_invalid", "has a scheme that is misspelt", "Begin it with https:// (a colon and two slashes).");
	const bare = text.replace(/^\/+/, "");
	const host = URL.canParse(`https://${bare}`) && words !== "" ? new URL(`https://${bare}`) : void 0;
	const fix = host === void 0 || host.username !== "" || host.hostname === "" ? `Write it with scheme and host, for example ${OPENAI_BASE_URL}.` : `Write ${isPrivateHost(host.hostname) ? "http:// or https://" : "https://"} before it: ${show(`https://${host.host}${withoutEndSlashes(host.pathname)}`)}.`;
	return problemOf(given, "config.base_url_no_scheme", `has no scheme: ${show(printable(text))}`, fix);
}
/** Of a text that is no URL: what stands between the scheme and an @. */
function credentialsIn(given, text) {
	const place = userinfoOf(text);
	return (place === void 0 ? "" : text.slice(...place)).split(":").filter((part) => part.length >= 6).map((part) => new Secret(part, `credentials in ${given.name}`));
}
/** The text without anything that may be a credential. */
function printable(text) {
	if (holdsKey(text)) return "";
	const [start, end] = userinfoOf(text) ?? [0, -1];
	return `${text.slice(0, start)}${text.slice(end + 1)}`.replace(/[?#].*$/s, "");
}
/** First and last offset of the credentials: to the last @ before the path, else to the first. */
function userinfoOf(text) {
	const first = text.indexOf("@");
	if (first < 0) return void 0;
	const scheme = text.lastIndexOf("//", first);
	const start = scheme < 0 ? 0 : scheme + 2;
	const slash = text.indexOf("/", start);
	const last = text.lastIndexOf("@", slash < 0 ? text.length : slash);
	return [start, Math.max(first, last)];
}

// src/settings/paths.ts
function absolute(source, path) {
	return isAbsolute(path) ? path : resolve(source.workspace, path);
}
/** The absolute path that an input names; `-` stays what it is. */
function inputPath(source, ask, name) {
	const text = ask.explicit(name)?.text.trim();
	return text === void 0 || text === "-" ? text : absolute(source, text);
}
/**
* Where packet and report go: the folder that was asked for, else one below that of the runner;
* nothing outside of a runner, and where an output could not hold the path.
*/
function packetFolder(source, ask) {
	const runner = source.env["RUNNER_TEMP"];
	return [inputPath(source, ask, "packet-dir"), runner === void 0 || runner === "" ? void 0 : join(runner, "openai-preflight")].find((path) => path !== void 0 && isShown(source, path));
}
/** A path that an output would have to change leads nowhere. */
function packetFolderProblems(source, ask) {
	const path = inputPath(source, ask, "packet-dir");
	if (path === void 0 || isShown(source, path)) return [];
	return [fatal("config.input_invalid", "packet-dir", {
		message: `packet-dir leads to a path that the outputs packet and report cannot hold: ${show(path)}.`,
		fix: "Name a folder without quotes, $, backticks, backslashes, line breaks and runs of spaces; this run writes to the default folder."
	})];
}
function isShown({ outputs }, path) {
	const plain = platform() === "win32" ? path.replaceAll("\\", "/") : path;
	return outputs !== true || outputText(plain) === plain;
}

// src/settings/path-checks.ts
const UNITS = {
	"": 1,
	b: 1,
	k: 1024,
	m: 1048576
};
/** No API takes a larger body in one request. */
const LARGEST_BODY = 20971520;
const SMALLEST_BODY = 1024;
/** No load balancer keeps a silent connection longer. */
const LONGEST_REST_MS = 36e5;
const FIX = "Write stream, body=SIZE, idle=TIME or websocket, separated by commas, for example stream, body=200KB, idle=60s.";
/** `stream, body=200KB, idle=60s, websocket`: each once, in the order of the model; nothing is the empty list. */
function parsePathChecks(text) {
	const found = /* @__PURE__ */ new Map();
	const words = text.toLowerCase().replaceAll(/(?<!\s)\s*=\s*/g, "=").replaceAll(/(\d)\s+(?=[kmbsh])/g, "$1");
	for (const word of words.split(/[\s,]+/).filter((one) => one !== "")) {
		const [name = "", value, ...rest] = word.split("=");
		const kind = PATH_CHECKS.find((one) => one === name);
		if (kind === void 0) {
			const near = nearest(name, PATH_CHECKS);
			return {
				word: name,
				wrong: "names no path check",
				fix: near === void 0 ? FIX : `Write ${near} instead.`
			};
		}
		if (found.has(kind)) return {
			wrong: `names ${kind} twice`,
			fix: `Write ${kind} once.`
		};
		const read = rest.length > 0 ? noValue(kind) : valueOf(kind, value);
		if ("wrong" in read) return read;
		found.set(kind, {
			kind,
			...read.value
		});
	}
	return { value: PATH_CHECKS.flatMap((kind) => found.get(kind) ?? []) };
}
function valueOf(kind, value) {
	if (kind === "body") {
		const bytes = bytesIn(value ?? "");
		if (bytes !== void 0 && bytes >= SMALLEST_BODY && bytes <= LARGEST_BODY) return { value: { bytes } };
		return {
			wrong: "gives body no size from 1KB to 20MB",
			fix: "Write the size of the largest request of the application, for example body=200KB."
		};
	}
	if (kind === "idle") {
		if (value === void 0 || value === "") return {
			wrong: "gives idle no time",
			fix: "Write how long the application leaves a connection idle, for example idle=60s."
		};
		const rest = parseDuration(value, {
			minMs: 1e3,
			maxMs: LONGEST_REST_MS
		});
		return "value" in rest ? { value: { restMs: rest.value } } : {
			...rest,
			word: `${kind}=${value}`
		};
	}
	return value === void 0 ? { value: {} } : noValue(kind);
}
function noValue(kind) {
	return {
		wrong: `gives ${kind} a value that it does not take`,
		fix: FIX
	};
}
/** Bytes of `200KB`, `1MB`, `4096`; 1 KB is 1024 bytes. */
function bytesIn(text) {
	const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(b|k|m)?(?:i?b)?$/.exec(text) ?? [];
	return amount === void 0 ? void 0 : Math.round(Number(amount) * (entryOf(UNITS, unit ?? "") ?? 1));
}

// src/settings/values.ts
const YES = [
	"true",
	"yes",
	"on",
	"1"
];
const NO = [
	"false",
	"no",
	"off",
	"0"
];
function parseBoolean(text) {
	const word = text.trim().toLowerCase();
	if (YES.includes(word)) return { value: true };
	if (NO.includes(word)) return { value: false };
	return {
		wrong: "is neither true nor false",
		fix: "Write true or false."
	};
}
function parseCount(text, range) {
	const count = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : NaN;
	if (count >= range.min && count <= range.max) return { value: count };
	const bounds = `a whole number from ${range.min} to ${range.max}`;
	return {
		wrong: `is not ${bounds}`,
		fix: `Write ${bounds}.`
	};
}
function parseChoice(text, choices) {
	const word = text.trim().toLowerCase();
	const value = choices.find((choice) => choice === word);
	if (value !== void 0) return { value };
	const near = nearest(word, choices);
	return {
		wrong: "has no such value",
		fix: near === void 0 ? `Write one of ${choices.join(", ")}.` : `Write ${near}.`
	};
}
/** Words between commas, semicolons or blanks, without empty ones. */
function parseList(text) {
	return text.split(/[\s,;]+/).filter((word) => word !== "");
}
/** A share of a whole, written in percent: `5%`; gives 0.05. */
function parsePercent(text) {
	const percent = /^(\d{1,3}(?:\.\d{1,6})?) ?%?$/.exec(text.trim())?.[1];
	if (percent !== void 0 && Number(percent) <= 100) return { value: Number(percent) / 100 };
	return {
		wrong: "is not a share in percent",
		fix: "Write a share from 0% to 100%, for example 5%."
	};
}
const GATES = [.../* @__PURE__ */ new Set([
	...BRANCHES,
	...OWNERS,
	EXPIRY
])].filter((gate) => gate !== "none");
/** Owners and branches that fail the job; `none` or nothing is the empty list. */
function parseOwners(text) {
	const words = parseList(text.toLowerCase());
	if (words.length === 1 && words[0] === "none") return { value: [] };
	const known = /* @__PURE__ */ new Set();
	for (const word of words) {
		const gate = GATES.find((name) => name === word);
		if (gate === void 0) {
			const near = nearest(word, GATES);
			return {
				word,
				wrong: "names something that is neither an owner nor a branch",
				fix: near === void 0 ? `Use these words, or none alone: ${GATES.join(", ")}.` : `Write ${near} instead.`
			};
		}
		known.add(gate);
	}
	return { value: [...known] };
}
function parseOrigin(text) {
	const origin = text.trim().replace(/\/$/, "").toLowerCase();
	const fix = "Write scheme and host without a path, for example https://app.example.com.";
	if (!/^https?:\/\/[^/?#@\\\s]+$/.test(origin) || !URL.canParse(origin)) return {
		wrong: "is not an origin",
		fix
	};
	return { value: new URL(origin).origin };
}
/** A URL without anything that may be a secret: neither credentials nor a query. */
function parseUrl(text) {
	const trimmed = text.trim();
	const url = /^https?:\/\/[^\s\\]+$/i.test(trimmed) ? URL.parse(trimmed) : null;
	const fix = "Write scheme and host, for example https://api.github.com.";
	if (url === null) return {
		wrong: "is not an http or https URL",
		fix
	};
	if (url.username !== "" || url.password !== "") return {
		wrong: "has a user name or password in it, and it is asked without credentials",
		fix
	};
	if (url.search !== "" || url.hash !== "") return {
		wrong: "has a query or a fragment in it",
		fix
	};
	return { value: url.href };
}
/** Tries the value against its row; what it was read as is of no interest here. */
function checkValue(input, text) {
	switch (input.kind) {
		case "boolean": return parseBoolean(text);
		case "count": return parseCount(text, input.range);
		case "choice": return parseChoice(text, input.choices);
		case "duration": return parseDuration(text, input.range);
		case "path-checks": return parsePathChecks(text);
		case "percent": return parsePercent(text);
		case "owners": return parseOwners(text);
		case "origin": return parseOrigin(text);
		case "url": return parseUrl(text);
		case "text":
		case "path":
		case "secret": return { value: text };
	}
}

// src/settings/read.ts
/**
* Typed readers. A value that cannot be read gives the default: `checkInputs` (for inputs) and
* the config file (for its own values) have reported it already, and nothing will be sent.
*/
function read(ask, name, parse) {
	for (const text of [ask.any(name)?.text, inputNamed(name).default]) {
		const parsed = text === void 0 ? void 0 : parse(text);
		if (parsed !== void 0 && "value" in parsed) return parsed.value;
	}
	throw new TypeError(`the input ${name} has no usable default`);
}
function readChoice(ask, name, choices) {
	return read(ask, name, (text) => parseChoice(text, choices));
}
/** Milliseconds. */
function readDuration(ask, name) {
	const input = inputNamed(name);
	const range = input.kind === "duration" ? input.range : {
		minMs: 0,
		maxMs: Infinity
	};
	return read(ask, name, (text) => parseDuration(text, range));
}
function readCount(ask, name) {
	const input = inputNamed(name);
	const range = input.kind === "count" ? input.range : {
		min: 0,
		max: Infinity
	};
	return read(ask, name, (text) => parseCount(text, range));
}
/** A share from 0 to 1. */
function readPercent(ask, name) {
	return read(ask, name, parsePercent);
}
function readBoolean(ask, name) {
	return read(ask, name, parseBoolean);
}
function readOwners(ask, name) {
	return read(ask, name, parseOwners);
}
function readPathChecks(ask) {
	const given = ask.any("path-checks");
	const parsed = given === void 0 ? void 0 : parsePathChecks(given.text);
	return parsed !== void 0 && "value" in parsed ? parsed.value : [];
}
/** One value against its row of the table. */
function checkGiven(name, given) {
	const input = inputNamed(name);
	const parsed = checkValue(input, given.text);
	if ("value" in parsed) return void 0;
	const text = input.kind === "url" ? printable(given.text) : given.text;
	const message = `${given.name} ${parsed.wrong}: ${show(parsed.word ?? text)}.`;
	const code = given.from === "file" ? "config.file_value_invalid" : "config.input_invalid";
	return fatal(code, given.setting, {
		message,
		fix: parsed.fix
	});
}
/** Every input that was given, against its row, once for the whole run. */
function checkInputs(ask) {
	const problems = [];
	for (const { name } of INPUTS) {
		const given = ask.explicit(name);
		if (given === void 0) continue;
		const problem = checkGiven(name, given);
		if (problem !== void 0) problems.push(problem);
		if (name === "fail-on" && given.text.trim() === "") {
			const message = `${given.name} is empty, so nothing fails the job.`;
			problems.push(warning("config.fail_on_empty", given.setting, {
				message,
				fix: "Write none to say that this is meant, or remove the setting for the default."
			}));
		}
	}
	return problems;
}

export { isAzureV1 as C, layered as E, checkScope as S, askSource as T, checkText as _, readCount as a, problemOf as b, readPathChecks as c, parseUrl as d, absolute as f, OPENAI_BASE_URL as g, packetFolderProblems as h, readChoice as i, readPercent as l, packetFolder as m, checkInputs as n, readDuration as o, inputPath as p, readBoolean as r, readOwners as s, checkGiven as t, parseOrigin as u, credentialsIn as v, readText as w, checkApiVersion as x, printable as y };