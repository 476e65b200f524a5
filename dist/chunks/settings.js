import { a as CLIENTS, d as OCCASIONS, h as ROUTE_KINDS, s as DEPTHS } from "./model-words.js";
import { $ as checkApiVersion, B as readDuration, Dt as askSource, F as checkGiven, Ft as packetFolderProblems, G as parseUrl, H as readPathChecks, Ht as warning, I as checkInputs, J as OPENAI_BASE_URL, K as duration, L as readBoolean, Lt as fatal, Mt as absolute, Nt as inputPath, Ot as layered, Pt as packetFolder, Q as problemOf, R as readChoice, Rt as firstOf, U as readPercent, V as readOwners, Vt as show, W as parseOrigin, X as credentialsIn, Y as checkText, Z as printable, _t as plainHost, an as isHostOf, cn as vendorAt, ct as isInternalHost, dt as isPrivateHost, et as checkScope, gt as meantHost, ht as knownHost, kt as CLIENT_FACTS, ln as vendorOf, lt as isOpenaiHost, mt as kindOfHost, nt as readText, on as isVendorKey, pt as isWebPage, sn as keyShape, st as isAzureHost, tt as isAzureV1, ut as isOwnHost, xt as nearest, z as readCount, zt as holdsKey } from "./common.js";
import { D as entryOf, O as fields, R as withoutEndSlashes, a as isInputName, i as inputNamed, k as given, l as exactly, o as Secret, r as MISSING_KEY, s as effectiveDepth, t as INPUTS, v as CONVERSING, y as ENDPOINTS } from "./settings-inputs.js";
import { d as ALL_BASE_URL_VARIABLES, f as BASE_URL_VARIABLES, p as OTHER_VARIABLES } from "./application-sources.js";

// src/settings/client.ts
/** Harmless for Node's SDK, which trims its environment; Python and curl fail on them. */
const TRIMMED_BY_NODE = [
	"config.key_has_newline",
	"config.key_has_space",
	"config.base_url_whitespace"
];
/** The route and its problems once it is known which client sends the request. */
function withClient(settings, client, clientReason) {
	const problems = settings.problems.map((problem) => client !== "node" && TRIMMED_BY_NODE.includes(problem.code) ? {
		...problem,
		severity: "fatal"
	} : problem);
	const reason = clientReason + unmeasured(client);
	return {
		route: {
			...settings.route,
			client,
			clientReason: reason
		},
		problems
	};
}
/** The packet says where the rules of a client were read and not run. */
function unmeasured(client) {
	const { source, documented } = CLIENT_FACTS[client];
	if ("measuredWith" in source) return "";
	return `; its rules are by its documentation, not measured (${Object.entries(documented).map(([rule, page]) => `${rule}: ${page}`).join(", ")})`;
}

// src/settings/missing-key.ts
/** Events that run without secrets when a fork or Dependabot caused them. */
const FORK_EVENTS = [
	"pull_request",
	"pull_request_review",
	"pull_request_review_comment"
];
const DEPENDABOT_EVENTS = [
	...FORK_EVENTS,
	"push",
	"create",
	"deployment",
	"deployment_status"
];
/**
* Why this job cannot have the secrets of the repository, or nothing when it can.
* `pull_request_target`, `workflow_run` and `merge_group` do have them.
* Source: docs.github.com, "Events that trigger workflows" and "Dependabot on GitHub Actions".
*/
function noSecretsBecause(source) {
	const eventName = source.env["GITHUB_EVENT_NAME"] ?? "";
	if (DEPENDABOT_EVENTS.includes(eventName)) {
		const { login } = fields(fields(source.event)["sender"]);
		if ([source.env["GITHUB_ACTOR"], login].includes("dependabot[bot]")) return "GitHub gives no Actions secrets to runs that Dependabot started";
	}
	if (!FORK_EVENTS.includes(eventName)) return void 0;
	const { base, head } = fields(fields(source.event)["pull_request"]);
	const { full_name: home } = fields(fields(base)["repo"]);
	const { repo: fork } = fields(head);
	const { full_name: from } = fields(fork);
	if (typeof home === "string" && (fork === null || typeof from === "string" && from !== home)) return "GitHub gives no secrets to pull requests from forks";
}

// src/settings/misnamed.ts
/** The runner hands over every input of the step, also those that action.yml does not have. */
const INPUT_VARIABLE = /^INPUT_([A-Z0-9_-]+)$/;
/**
* Inputs of this step whose names were probably meant for others: `api_key`, `modle`. Nothing where
* our step stands in an action of somebody else, whose inputs may be in the environment as well.
*/
function misnamedInputs({ env, outputs }) {
	if (outputs !== true || isForeign(env)) return [];
	return Object.entries(env).flatMap(([variable, value]) => {
		const written = INPUT_VARIABLE.exec(variable)?.[1]?.toLowerCase();
		if (written === void 0 || (value ?? "").trim() === "" || isInputName(written)) return [];
		const meant = nearest(written.replace(/^openai[-_]/, ""), INPUTS.map(({ name }) => name));
		return meant === void 0 ? [] : [{
			written,
			meant
		}];
	});
}
/** A composite action runs its steps in its own folder and environment. */
function isForeign(env) {
	return (env["GITHUB_ACTION_PATH"] ?? "") !== "";
}
function misnamedProblems(source) {
	return misnamedInputs(source).map(({ written, meant }) => {
		const message = `The step has an input ${show(written)}, which this action does not have: it was not read.`;
		return warning("config.input_unknown", written, {
			message,
			fix: `Write ${meant} instead.`
		});
	});
}

// src/settings/application.ts
/** Where nothing in the checkout calls a model API: what the SDK's own documentation starts with. */
const DEFAULT_ENDPOINT = "responses";
const NOTHING_READ = "default";
/** The endpoint family and the stream of the real request, and what the application says of both. */
function readCall(ask, base, checkout, reads) {
	const endpointAsked = readChoice(ask, "endpoint", ["auto", ...ENDPOINTS]);
	const streamAsked = readChoice(ask, "stream", [
		"auto",
		"true",
		"false"
	]);
	const decided = isDecided(ask, base.given);
	const application = decided ? void 0 : checkout;
	const found = reads.depth === "request" ? application?.() : void 0;
	const families = found?.families ?? [];
	const call = families.find(({ endpoint }) => endpoint === endpointAsked) ?? families[0];
	const endpoint = endpointAsked === "auto" ? call?.endpoint ?? DEFAULT_ENDPOINT : endpointAsked;
	const own = call?.endpoint === endpoint ? call : void 0;
	const stream = streamAsked === "auto" ? own?.stream === true : streamAsked === "true";
	const others = found?.families.filter((one) => one.endpoint !== endpoint) ?? [];
	return {
		endpoint,
		stream,
		told: {
			endpoint: {
				value: endpoint,
				from: fromOf(ask, "endpoint", own)
			},
			stream: {
				value: String(stream),
				from: fromOf(ask, "stream", own?.stream === void 0 ? void 0 : own)
			},
			baseUrl: {
				value: base.url,
				from: base.given.from === "default" ? NOTHING_READ : base.given.name
			},
			...given({ model: modelOf(own) }),
			others: others.map((one) => ({
				value: one.endpoint,
				from: placeOf(one)
			})),
			...given({
				timeout: timeoutOf(own),
				otherModels: otherModels(application, reads),
				limit: decided && checkout !== void 0 ? NOT_READ : found?.limit
			})
		},
		...given({ timeoutMs: own?.timeout?.ms }),
		problems: differingHost(ask, own, base)
	};
}
/** Why a checkout was not looked at: it takes up to 1.5 s, and nothing was left to it. */
const NOT_READ = "not read: endpoint, stream, base-url and client are set";
function isDecided(ask, base) {
	return [
		"endpoint",
		"stream",
		"client"
	].every((name) => {
		const given = ask.explicit(name)?.text.trim() ?? "auto";
		return given !== "" && given !== "auto";
	}) && (base.from === "input" || base.from === "file");
}
/**
* The route once more for each other family that the application calls, to the same host with the
* same key; nothing where an endpoint was set, or where no request is sent. A model is the one that
* was set, or a literal of that very call; a family without either stays listed in `others`.
*/
function withOtherFamilies(settings, ask, application) {
	const { route } = settings;
	const { application: told } = route;
	if (readChoice(ask, "endpoint", ["auto", ...ENDPOINTS]) !== "auto" || told === void 0 || effectiveDepth(route) !== "request") return [settings];
	const streamAsked = readChoice(ask, "stream", [
		"auto",
		"true",
		"false"
	]);
	const { applicationTimeoutMs: _other, pathChecks: _once, ...shared } = route;
	const sides = (application?.().families ?? []).flatMap((call) => {
		const { endpoint } = call;
		const model = modelFor(call, route);
		if (endpoint === route.endpoint || model === void 0) return [];
		const stream = streamAsked === "auto" ? call.stream === true : streamAsked === "true";
		const from = placeOf(call);
		return [{
			...settings,
			problems: settings.problems.filter(({ severity }) => severity === "fatal"),
			route: {
				...shared,
				name: endpoint,
				endpoint,
				stream,
				model,
				...given({ applicationTimeoutMs: call.timeout?.ms }),
				application: {
					endpoint: {
						value: endpoint,
						from
					},
					stream: {
						value: String(stream),
						from: streamAsked === "auto" ? call.stream === void 0 ? NOTHING_READ : from : "stream"
					},
					baseUrl: told.baseUrl,
					...given({ model: modelOf(call) }),
					others: [],
					...given({ timeout: timeoutOf(call) })
				}
			}
		}];
	});
	const probed = new Set(sides.map((side) => side.route.endpoint));
	const others = told.others.filter(({ value }) => !probed.has(value));
	return [{
		...settings,
		route: {
			...route,
			application: {
				...told,
				others
			}
		}
	}, ...sides];
}
function modelFor(call, { endpoint, model }) {
	if (CONVERSING.includes(endpoint) && CONVERSING.includes(call.endpoint)) return model;
	const written = call.model?.literal === true ? call.model.value : void 0;
	return written !== void 0 && /^[\w.:/@-]{1,128}$/.test(written) ? written : void 0;
}
function fromOf(ask, name, call) {
	const given = ask.explicit(name);
	if (given !== void 0 && given.text.trim() !== "auto") return given.name;
	return call === void 0 ? NOTHING_READ : placeOf(call);
}
function modelOf(call) {
	const { model } = call ?? {};
	return model && {
		value: plain(model.value),
		from: placeOf(model)
	};
}
function timeoutOf(call) {
	const { timeout } = call ?? {};
	return timeout && {
		value: exactly(timeout.ms),
		from: placeOf(timeout)
	};
}
function placeOf({ file, line }) {
	return plain(`${file}:${String(line)}`);
}
/** Models that are listed beside the one that is asked for. */
const MOST_MODELS = 10;
/** Names of models that stand in the calls of the checkout, besides the one that this route asks for. */
function otherModels(application, { depth, model }) {
	if (depth === "route") return void 0;
	const named = /* @__PURE__ */ new Map();
	for (const { model: told } of application?.().calls ?? []) {
		if (told?.literal !== true || told.value === model || !MODEL_NAME.test(told.value)) continue;
		const from = placeOf(told);
		if (!named.has(told.value)) named.set(told.value, {
			value: told.value,
			from
		});
	}
	return named.size === 0 ? void 0 : [...named.values()].slice(0, MOST_MODELS);
}
/** As APIs name models; a stranger's text may be anything. */
const MODEL_NAME = /^[\w][\w.:/@-]{1,99}$/;
/** Names and values of a checkout are a stranger's text. */
function plain(text) {
	return text.replaceAll(/[^\w.+:$@/ ()[\]-]/g, "?").slice(0, 120);
}
/** `settings.llm_base_url`, `builder.Configuration["Llm:Endpoint"]`: not a type, and no call. */
const HELD_ELSEWHERE = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$|\bConfiguration\[/;
/**
* A host that stands in the source is compared and told; it never decides where a key goes. Only the
* workflow and the environment do (SECURITY.md).
*/
function differingHost(ask, call, base) {
	const written = call?.baseUrl;
	if (written === void 0 || base.given.from === "input" || base.given.from === "file") return [];
	const { value, literal, env = "", fallback } = written;
	if (base.given.name === env) return [];
	const place = placeOf(written);
	const ours = URL.parse(base.url)?.host;
	if (ours === void 0) return [];
	if (!literal && env === "") {
		if (base.given.from !== "default" || !HELD_ELSEWHERE.test(value)) return [];
		const message = `${place} takes the base URL of its client from ${plain(value)}, which this run cannot read, and this run tests ${ours}: it may be another route than the application's.`;
		return [warning("config.base_url_differs", base.given.setting, {
			message,
			fix: "Set base-url to the address that the application calls."
		})];
	}
	const text = literal ? value : ask.variable(env)?.text;
	if (text === void 0) {
		if (fallback === true) return [];
		const message = `${place} takes the base URL of its client from ${env}, which is not set in this step; this run tests ${ours}: it may be another route than the application's.`;
		const fix = `Set ${env} in this step as in the deployed application, and base-url to the same address.`;
		return [warning("config.base_url_differs", base.given.setting, {
			message,
			fix
		})];
	}
	const theirs = URL.parse(text)?.host;
	if (theirs === void 0 || theirs === ours) return [];
	const message = literal ? `${place} gives its client the base URL of ${theirs}, and this run tests ${ours}: it may be another route than the application's.` : `${place} takes the base URL of its client from ${env}, which is ${theirs} here, and this run tests ${ours}: it is another route than the application's.`;
	const fix = literal ? `Set base-url to the address in ${place} if the deployed application uses it.` : `Set base-url to the value of ${env}.`;
	return [warning("config.base_url_differs", base.given.setting, {
		message,
		fix
	})];
}
/**
* The base URL in the environment, as the library of the application reads it, and a note for each
* variable that is set and that this library does not read.
*/
function baseUrlVariable(ask, application) {
	const set = ALL_BASE_URL_VARIABLES.flatMap((name) => ask.variable(name) ?? []);
	const read = set.length === 0 ? void 0 : application?.();
	const library = read?.library;
	const written = read?.families[0]?.baseUrl?.env;
	const reads = [
		...ALL_BASE_URL_VARIABLES.filter((name) => name === written),
		...read?.variables ?? [],
		...entryOf(BASE_URL_VARIABLES, library ?? "openai")?.variables ?? ["OPENAI_BASE_URL"]
	];
	const given = reads.flatMap((name) => ask.variable(name) ?? [])[0];
	return {
		given,
		problems: set.filter(({ name, text }) => !reads.includes(name) && text.trim() !== given?.text.trim()).map((one) => unreadNote(one, library, given))
	};
}
function unreadNote(unread, library, given) {
	const readers = Object.entries(BASE_URL_VARIABLES).flatMap(([name, { variables }]) => variables.includes(unread.name) ? [name] : []);
	const who = library ?? "the OpenAI SDK";
	const taken = given === void 0 ? "OpenAI's own address" : given.name;
	const message = `${unread.name} is set, and ${who} does not read it (${someOf(readers)}); this run tests ${taken}.`;
	const fix = `Set base-url to the address that the application calls, or remove ${unread.name} from this job.`;
	return warning("config.base_url_variable_unread", unread.setting, {
		message,
		fix
	});
}
/** The first of a list that would tire a reader: `langchain does`, `a, b, c and 2 others do`. */
function someOf(names) {
	const others = names.length - 3;
	if (others > 1) return `${names.slice(0, 3).join(", ")} and ${String(others)} others do`;
	return `${names.join(", ")} ${names.length === 1 ? "does" : "do"}`;
}
/** A variable that only some libraries read, where the application's is one of them. */
function variableOfLibrary(ask, application, name) {
	const given = ask.variable(name);
	const row = OTHER_VARIABLES.find((one) => one.name === name);
	if (given === void 0 || row?.followed !== true) return void 0;
	return row.libraries.includes(application?.().library ?? "") ? given : void 0;
}
/** Every variable of such a library that is set and that this run does not act on, with the reason. */
function otherVariableNotes(ask, application, route) {
	return OTHER_VARIABLES.flatMap(({ name, means, libraries, followed }) => {
		const given = ask.variable(name);
		if (given === void 0) return [];
		const library = application?.().library ?? "openai";
		if (!libraries.includes(library)) {
			const readers = libraries.length === 0 ? "no library known here does" : someOf(libraries);
			const message = `${name} is set, and ${library === "openai" ? "the OpenAI SDK" : library} does not read it (${readers}).`;
			const fix = `Remove ${name} from this job, or set the input of the same meaning (${means}).`;
			return [warning("config.variable_unread", given.setting, {
				message,
				fix
			})];
		}
		const agrees = name === "OPENAI_API_TYPE" && given.text.startsWith("azure") === (route === "azure");
		if (followed || agrees) return [];
		const message = `${name} is set, and ${library} reads it (${means}); this run does not.`;
		const fix = name === "OPENAI_PROXY" ? "Set HTTPS_PROXY of this step to the same proxy, so that the preflight takes the path of the application." : `Set base-url, route and api-key of this step to what ${library} makes of ${name}.`;
		return [warning("config.variable_not_followed", given.setting, {
			message,
			fix
		})];
	});
}

// src/settings/config-document.ts
/** Own words for the codes of the package: its messages quote the file, which may hold a key. */
const MEANING = {
	BAD_INDENT: "the indentation does not fit the lines around it",
	TAB_AS_INDENT: "a tab is used for indentation",
	DUPLICATE_KEY: "the same key appears here twice",
	MULTIPLE_DOCS: "the file holds several documents",
	MISSING_CHAR: "a closing quote, bracket or comma is missing",
	MULTILINE_IMPLICIT_KEY: "a key goes over several lines; a colon or quote is probably missing",
	BLOCK_AS_IMPLICIT_KEY: "a value begins where none is allowed; the text may need quotes",
	UNEXPECTED_TOKEN: "there is something here that does not belong here",
	BAD_ALIAS: "an alias is malformed"
};
function parseConfigDocument(text, file, yaml) {
	const lines = new yaml.LineCounter();
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
	};
	const broken = (offset, what, code) => ({ problem: fatal(code === "DUPLICATE_KEY" ? "config.file_duplicate_key" : "config.file_invalid", place(offset), {
		message: `The file is not valid YAML: ${what}.`,
		fix: `Fix ${place(offset)}.`
	}) });
	let document;
	let fault;
	try {
		document = yaml.parseDocument(text, {
			lineCounter: lines,
			prettyErrors: false,
			logLevel: "error",
			uniqueKeys: false
		});
		fault = firstFault(document, yaml);
	} catch {
		return broken(0, "it is nested too deeply", "DEPTH");
	}
	const error = document.errors[0];
	if (error !== void 0) return broken(error.pos[0], entryOf(MEANING, error.code) ?? "it cannot be read from here on", error.code);
	if (fault !== void 0) return broken(fault.offset, fault.wrong, fault.code);
	return view(document, place, yaml);
}
/** Each alias costs a walk through the file. */
const MOST_ALIASES = 200;
/** A thousand routes with every setting have fewer. */
const MOST_KEYS = 2e4;
function firstFault(document, { isScalar, visit }) {
	let aliases = 0;
	let keys = 0;
	let fault;
	visit(document, {
		Alias: (_, node) => {
			const offset = node.range?.[0] ?? 0;
			aliases += 1;
			if (aliases > MOST_ALIASES) fault = {
				offset,
				wrong: `it has more than ${MOST_ALIASES} aliases`,
				code: "BAD_ALIAS"
			};
			else if (node.resolve(document) === void 0) fault = {
				offset,
				wrong: "an alias (*name) has no anchor (&name) before it",
				code: "BAD_ALIAS"
			};
			return fault === void 0 ? void 0 : visit.BREAK;
		},
		Map: (_, { items, range }) => {
			keys += items.length;
			if (keys > MOST_KEYS) {
				const wrong = `it has more than ${MOST_KEYS} keys`;
				fault = {
					offset: range?.[0] ?? 0,
					wrong,
					code: "TOO_MANY"
				};
				return visit.BREAK;
			}
			const seen = /* @__PURE__ */ new Set();
			const twice = items.find(({ key }) => {
				if (!isScalar(key) || !seen.has(key.value)) {
					if (isScalar(key)) seen.add(key.value);
					return false;
				}
				return true;
			});
			if (twice === void 0 || !isScalar(twice.key)) return void 0;
			const wrong = entryOf(MEANING, "DUPLICATE_KEY") ?? "";
			fault = {
				offset: twice.key.range?.[0] ?? 0,
				wrong,
				code: "DUPLICATE_KEY"
			};
			return visit.BREAK;
		}
	});
	return fault;
}
function view(document, place, { isAlias, isMap, isScalar, isSeq }) {
	const isNode = (value) => isAlias(value) || isMap(value) || isScalar(value) || isSeq(value);
	const resolved = (node) => {
		if (!isAlias(node.value)) return node.value;
		return node.value.resolve(document) ?? null;
	};
	const offset = (node) => node.value?.range?.[0] ?? node.keyOffset;
	const child = (value, keyOffset) => ({
		value: isNode(value) ? value : null,
		keyOffset
	});
	return {
		root: {
			value: document.contents,
			keyOffset: 0
		},
		at: (node, part = "value") => place(part === "key" ? node.keyOffset : offset(node)),
		entries: (node) => {
			const value = resolved(node);
			if (value === null || isScalar(value) && value.value === null) return [];
			if (!isMap(value)) return void 0;
			return value.items.map((pair) => {
				const keyOffset = isNode(pair.key) ? pair.key.range?.[0] ?? 0 : offset(node);
				return {
					key: isScalar(pair.key) ? scalarText(pair.key) : "",
					node: child(pair.value, keyOffset)
				};
			});
		},
		items: (node) => {
			const value = resolved(node);
			if (!isSeq(value)) return void 0;
			return value.items.map((item) => child(item, isNode(item) ? item.range?.[0] ?? 0 : offset(node)));
		},
		text: (node) => {
			const value = resolved(node);
			if (value === null) return "";
			return isScalar(value) ? scalarText(value) : void 0;
		}
	};
}
/** Numbers and booleans as they are written: 2024-10 must not turn into 2014. */
function scalarText(scalar) {
	if (scalar.value === null) return "";
	if (typeof scalar.value === "string") return scalar.value;
	return scalar.source ?? JSON.stringify(scalar.value) ?? "";
}

// src/settings/config-entries.ts
/** Settings that a route of the file may have, besides `api-key-env`. */
const ROUTE_SETTINGS = INPUTS.flatMap(({ name, perRoute }) => perRoute === true ? [name] : []);
const INLINE_KEY = /^(?:(?:openai|azure)[-_]?)*(?:api[-_]?key|key|token|secret|password|github-token|authorization)$/i;
/** The settings of `defaults:` or of one route. `where` names it in sentences. */
function readEntries(document, node, where) {
	const values = /* @__PURE__ */ new Map();
	const problems = [];
	const secrets = [];
	let keyVariable;
	const entries = node === void 0 ? [] : document.entries(node);
	if (entries === void 0 && node !== void 0) {
		const message = `${where} is not a map of settings.`;
		problems.push(fatal("config.file_value_invalid", document.at(node), {
			message,
			fix: "Write one setting on each line, for example model: your-model."
		}));
	}
	for (const { key, node } of entries ?? []) {
		if (key === "name") continue;
		if (INLINE_KEY.test(key)) {
			problems.push(inlineSecret(document, node, key, where));
			secrets.push(...secretIn(document, node, where));
		} else if (key === "api-key-env") {
			const variable = readVariable(document, node, where);
			if ("problem" in variable) {
				problems.push(variable.problem);
				secrets.push(...variable.secrets);
			} else keyVariable = variable.given;
		} else if (!isInputName(key) || inputNamed(key).perRoute !== true) {
			problems.push(unknownSetting(document, node, key, where));
			secrets.push(...secretIn(document, node, where));
		} else {
			const read = readValue(document, node, key);
			if ("problem" in read) problems.push(read.problem);
			else if (read.given !== void 0) values.set(key, read.given);
		}
	}
	const told = firstOf(problems);
	return {
		given: values,
		...given({ keyVariable }),
		problems: told,
		secrets
	};
}
function readValue(document, node, name) {
	const setting = document.at(node);
	const { kind } = inputNamed(name);
	const list = kind === "owners" || kind === "path-checks" ? listText(document, node) : void 0;
	const text = list ?? document.text(node);
	if (text === void 0) {
		const message = `${name} is a map or a list, and one value is expected.`;
		const fix = `Write ${name}: and the value on one line.`;
		return { problem: fatal("config.file_value_invalid", setting, {
			message,
			fix
		}) };
	}
	if (text.trim() === "" && list === void 0) return { given: void 0 };
	const given = {
		text,
		setting,
		name,
		from: "file"
	};
	const problem = checkGiven(name, given);
	return problem === void 0 ? { given } : { problem };
}
function listText(document, node) {
	const texts = document.items(node)?.map((item) => document.text(item));
	return texts === void 0 || texts.includes(void 0) ? void 0 : texts.join(", ");
}
function readVariable(document, node, where) {
	const text = document.text(node)?.trim() ?? "";
	const setting = document.at(node);
	if (holdsKey(text)) return {
		problem: inlineSecret(document, node, "api-key-env", where),
		secrets: secretIn(document, node, where)
	};
	if (/^[A-Za-z_]\w{0,127}$/.test(text)) return { given: {
		text,
		setting,
		name: "api-key-env",
		from: "file"
	} };
	return {
		problem: fatal("config.file_value_invalid", setting, {
			message: "api-key-env is not the name of a variable.",
			fix: "Write only the name, without $ and braces, for example api-key-env: GATEWAY_KEY."
		}),
		secrets: secretIn(document, node, where)
	};
}
function inlineSecret(document, node, key, where) {
	const message = `${where} has a key in the file itself (under ${key}); it is not used and not shown.`;
	return fatal("config.file_inline_secret", document.at(node), {
		message,
		fix: "Remove it, consider it known to everybody who can read the file, and write api-key-env: with the name of the variable that holds the new one."
	}, "auth");
}
function secretIn(document, node, where) {
	const text = document.text(node)?.trim() ?? "";
	return text.length < 6 ? [] : [new Secret(text, `config file, ${where}`)];
}
function unknownSetting(document, node, key, where) {
	const place = document.at(node, "key");
	const near = nearest(key, [
		...ROUTE_SETTINGS,
		"api-key-env",
		"name"
	]);
	if (isInputName(key)) {
		const message = `${key} belongs to the whole run, not to ${where}.`;
		return fatal("config.file_unknown_key", place, {
			message,
			fix: `Set ${key} as input or flag.`
		});
	}
	const message = `${show(key)} is not a setting of a route.`;
	const fix = near === void 0 ? `Use one of these: ${ROUTE_SETTINGS.join(", ")}, api-key-env.` : `Write ${near}.`;
	return fatal("config.file_unknown_key", place, {
		message,
		fix
	});
}

// src/settings/config-file.ts
/** A run of a thousand routes takes minutes of sockets; a file of them is far below 1 MiB. */
const MOST_ROUTES = 1e3;
const LARGEST = 1048576;
const NAME$1 = /^[A-Za-z0-9][\w .-]{0,63}$/;
/**
* Reads `defaults:` and `routes:` (a map by name, or a list of maps with `name`). Every problem
* has `file:line:column`. Never throws.
*
* @param file name of the file as the user wrote it
*/
function readConfigFile(text, file, yaml) {
	const none = (problem) => ({
		routes: [],
		problems: [problem],
		secrets: []
	});
	if (text.length > LARGEST) {
		const message = `${file} is larger than 1 MiB.`;
		return none(fatal("config.file_too_large", file, {
			message,
			fix: `Split ${file} by job.`
		}));
	}
	const document = parseConfigDocument(text, file, yaml);
	if ("problem" in document) return none(document.problem);
	const root = document.entries(document.root);
	if (root === void 0) {
		const fix = "Write a map with routes: and, if wanted, defaults: at the top level.";
		const message = `${file} does not hold a map at its top level.`;
		return none(fatal("config.file_invalid", document.at(document.root), {
			message,
			fix
		}));
	}
	const problems = firstOf(root.flatMap(({ key, node }) => unknownTopKey(document, key, node)));
	const defaultsNode = root.find(({ key }) => key === "defaults")?.node;
	const defaults = readEntries(document, defaultsNode, "defaults");
	const listed = namedRoutes(document, root.find(({ key }) => key === "routes")?.node);
	const routes = listed.routes.map(({ name, node }) => {
		const own = readEntries(document, node, `route ${name}`);
		const keyVariable = own.keyVariable ?? defaults.keyVariable;
		return {
			name,
			given: new Map([...defaults.given, ...own.given]),
			...given({ keyVariable }),
			problems: own.problems,
			secrets: own.secrets
		};
	});
	return {
		routes,
		problems: [
			...problems,
			...defaults.problems,
			...listed.problems
		],
		secrets: [...defaults.secrets, ...routes.flatMap((route) => route.secrets)]
	};
}
function unknownTopKey(document, key, node) {
	const known = ["defaults", "routes"];
	if (known.includes(key)) return [];
	const near = nearest(key, known);
	const message = `${show(key)} is not known at the top level of the file.`;
	const fix = near === void 0 ? "Put it under defaults: or under a route." : `Write ${near}.`;
	return [fatal("config.file_unknown_key", document.at(node, "key"), {
		message,
		fix
	})];
}
function namedRoutes(document, node) {
	const fix = "Write routes: with one entry for each route, for example direct: { model: your-model }.";
	const all = node === void 0 ? void 0 : byName(document, node) ?? byList(document, node);
	if (all === void 0 || all.routes.length + all.problems.length === 0) {
		const message = "The file names no routes.";
		const place = document.at(node ?? document.root);
		return {
			routes: [],
			problems: [fatal("config.file_no_routes", place, {
				message,
				fix
			})]
		};
	}
	const problems = [...all.problems];
	const refuse = (code, node, message, fix) => {
		problems.push(fatal(code, document.at(node, "key"), {
			message,
			fix
		}));
	};
	const routes = [];
	const seen = /* @__PURE__ */ new Set();
	for (const { name, node } of all.routes) if (!NAME$1.test(name)) refuse("config.file_name_invalid", node, `${show(name)} cannot be the name of a route.`, "Use up to 64 letters, digits, spaces, dots, hyphens and underscores.");
	else if (seen.has(name)) refuse("config.file_duplicate_key", node, `The route ${name} is in the file twice.`, "Give each route a name of its own.");
	else {
		seen.add(name);
		routes.push({
			name,
			node
		});
	}
	const extra = routes[MOST_ROUTES];
	if (extra !== void 0) {
		const message = `The file names ${routes.length} routes, and ${MOST_ROUTES} are the most.`;
		refuse("config.file_too_many_routes", extra.node, message, "Split the file by job.");
	}
	return {
		routes: routes.slice(0, MOST_ROUTES),
		problems
	};
}
function byName(document, node) {
	const entries = document.entries(node);
	return entries && {
		routes: entries.map(({ key, node }) => ({
			name: key,
			node
		})),
		problems: []
	};
}
function byList(document, node) {
	const items = document.items(node);
	if (items === void 0) return void 0;
	const problems = [];
	const routes = [];
	for (const item of items) {
		const nameNode = document.entries(item)?.find(({ key }) => key === "name")?.node;
		const name = nameNode === void 0 ? void 0 : document.text(nameNode);
		if (name === void 0) problems.push(fatal("config.file_name_missing", document.at(item), {
			message: "This entry of routes has no name.",
			fix: "Add name: to it."
		}));
		else routes.push({
			name,
			node: item
		});
	}
	return {
		routes,
		problems
	};
}

// src/settings/base-url-path.ts
/** Paths that the SDK adds itself. `/models` alone is the base of Azure AI inference. */
const ENDPOINT_PATH = /\/(?:chat\/completions|completions|responses|embeddings|moderations|messages|audio\/\w+|images\/\w+|files|batches|assistants|threads|v\d+\/models)(?:\/[^/]*)?$/;
const EXAMPLE_PATH = "/v1";
/** What is wrong with the path of a base URL, one problem at most. */
function checkPath(given, url) {
	const path = withoutEndSlashes(url.pathname);
	const kind = kindOfHost(url.hostname);
	const say = (code, wrong, mended) => {
		const fix = `Write ${show(`https://${url.host}${mended}`.replace("https:", url.protocol))}.`;
		return [fatal(code, given.setting, {
			message: `${given.name} ${wrong}.`,
			fix
		})];
	};
	const endpoint = ENDPOINT_PATH.exec(path);
	if (endpoint !== null) {
		const tail = endpoint[0].replace(/^\/v\d+/, "");
		const base = path.slice(0, path.length - tail.length);
		const mended = kind === "openai" ? EXAMPLE_PATH : base;
		return say("config.base_url_endpoint_path", `ends in ${show(tail)}, a path that the SDK adds itself`, mended);
	}
	const doubled = /(\/v\d+)(?:\1)+(?=\/|$)/.exec(path);
	if (doubled !== null) {
		const mended = path.replace(doubled[0], doubled[1] ?? "");
		return say("config.base_url_doubled_version", `has ${doubled[1]} twice in its path`, mended);
	}
	if (path.includes("//")) return say("config.base_url_path", "has an empty step (//) in its path", path.replaceAll(/\/{2,}/g, "/"));
	if (kind === "azure" && /^(?!.*\/openai\/v1$).*\/v1$/.test(path)) return say("config.base_url_path", `has the path ${show(path)}: Azure serves its v1 API under /openai/v1`, path.replace(/(?:\/openai)?\/v1$/, "/openai/v1"));
	if (kind !== "openai" || path === EXAMPLE_PATH) return [];
	return path === "" ? say("config.base_url_no_version", "has no /v1 after the host: OpenAI serves its API under /v1", EXAMPLE_PATH) : say("config.base_url_path", `has the path ${show(path)}: OpenAI serves its API under /v1`, EXAMPLE_PATH);
}

// src/settings/base-url.ts
/** Reads a base URL as the SDKs do, and says everything that is wrong with it. Never throws. */
function readBaseUrl(given) {
	const text = given.text.trim();
	const written = checkText(given, text);
	const url = written === void 0 && URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0) {
		const problem = written ?? problemOf(given, "config.base_url_invalid", "is not a URL", `Write it like ${"https://api.openai.com/v1"}.`);
		const secrets = holdsKey(text) ? [new Secret(text, given.name)] : credentialsIn(given, text);
		return {
			url: printable(text),
			host: "",
			path: "",
			problems: [problem],
			secrets
		};
	}
	const path = withoutEndSlashes(url.pathname);
	const clean = `${url.protocol}//${url.host}${path}`;
	return {
		url: clean,
		host: url.hostname,
		path,
		problems: [
			...checkPadding(given, text),
			...checkScheme(given, url),
			...checkHost(given, url),
			...checkExtras(given, url, clean),
			...checkPath(given, url)
		],
		secrets: secretsIn(given, url)
	};
}
/** Node's SDK trims its environment, Python and curl do not, see `withClient`. */
function checkPadding(given, text) {
	if (text === given.text) return [];
	const message = `${given.name} begins or ends with a space or line break: the Node SDK trims it, Python and curl call another address.`;
	return [warning("config.base_url_whitespace", given.setting, {
		message,
		fix: "Remove it from the stored value."
	})];
}
function checkScheme(given, url) {
	if (url.protocol === "http:" && !isPrivateHost(url.hostname)) {
		const wrong = `uses plain HTTP to ${knownHost(url.hostname) !== void 0 || isInternalHost(url.hostname) ? "the public host" : "a host whose name does not say that it is private,"} ${show(url.host)}: the key would travel in clear text, so nothing is sent`;
		const port = url.port === "" ? "" : `:${url.port}`;
		const fix = `Write ${show(`https://${url.hostname}${port}${withoutEndSlashes(url.pathname)}`)}, or a name that is private (loopback, .internal, .local, .svc).`;
		return [problemOf(given, "config.base_url_plain_http", wrong, fix)];
	}
	if (!(url.protocol === "https:" && url.port === "80" || url.protocol === "http:" && url.port === "443")) return [];
	const message = `${given.name} uses ${url.protocol.slice(0, -1)} on port ${url.port}, which is the port of the other scheme.`;
	const fix = `Remove :${url.port} from ${given.name}, or change the scheme.`;
	return [warning("config.base_url_port", given.setting, {
		message,
		fix
	})];
}
function checkHost(given, url) {
	const host = url.hostname;
	if (isWebPage(host)) {
		const fix = host.includes("azure") ? "Write the resource's own endpoint, for example https://NAME.openai.azure.com/openai/v1." : `Write ${OPENAI_BASE_URL}.`;
		return [problemOf(given, "config.base_url_host", `points to ${show(host)}, a web site and not the API`, fix)];
	}
	if (kindOfHost(host) === "openai" && url.port !== "") {
		const message = `${given.name} asks for port ${url.port} of ${show(host)}; OpenAI documents only 443.`;
		return [warning("config.base_url_port", given.setting, {
			message,
			fix: `Remove :${url.port}.`
		})];
	}
	const meant = meantHost(host);
	if (meant !== void 0) {
		const message = `${given.name} points to ${show(host)}, which is nearly, but not, ${meant}.`;
		const fix = `Write https://${meant} with its path if that was meant: the key goes to whoever owns this name.`;
		return [warning("config.base_url_host", given.setting, {
			message,
			fix
		})];
	}
	return [];
}
function checkExtras(given, url, clean) {
	const problems = [];
	if (url.username !== "" || url.password !== "") problems.push(problemOf(given, "config.base_url_credentials", "has a user name or password in it, which fetch refuses and logs show", `Write ${show(clean)} and pass the credentials as api-key.`));
	if (url.search !== "") {
		const version = url.searchParams.get("api-version");
		const wrong = "has a query (?…): most SDKs put the path after it, so the request goes elsewhere";
		const fix = version === null ? `Write ${show(clean)}.` : `Write it without the query, and api-version ${show(version)} into api-version.`;
		problems.push(problemOf(given, "config.base_url_query", wrong, fix));
	}
	if (url.hash !== "") problems.push(problemOf(given, "config.base_url_fragment", "has a fragment (#…): nothing after it is sent, including the path of the request", `Write ${show(clean)}.`));
	return problems;
}
function secretsIn(given, url) {
	const values = [
		url.password,
		decoded(url.password),
		url.username,
		decoded(url.username)
	];
	for (const [name, value] of url.searchParams) if (/key|token|sig|secret|code|pass|auth/i.test(name)) values.push(value);
	const worth = values.filter((value) => value.length >= 6);
	return [...new Set(worth)].map((value) => new Secret(value, `credentials in ${given.name}`));
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/settings/choose-base-url.ts
/**
* The base URL that the application's client would take: what is written for this run, then
* the variable that its library reads, then AZURE_OPENAI_ENDPOINT, then OpenAI's own.
*/
function chooseBaseUrl(ask, asked, application) {
	const explicit = ask.explicit("base-url");
	if (explicit !== void 0) return {
		given: explicit,
		azure: false,
		problems: []
	};
	const { given: plain, problems: unread } = baseUrlVariable(ask, application);
	const azure = ask.variable("AZURE_OPENAI_ENDPOINT") ?? variableOfLibrary(ask, application, "AZURE_API_BASE");
	if (plain !== void 0 && azure !== void 0) return {
		given: plain,
		azure: false,
		problems: [...unread, ...conflict(plain, azure, asked)]
	};
	if (plain !== void 0) return {
		given: plain,
		azure: false,
		problems: unread
	};
	if (azure !== void 0 && (asked === "auto" || asked === "azure")) return {
		given: azure,
		azure: true,
		problems: unread
	};
	const given = {
		text: OPENAI_BASE_URL,
		setting: "base-url",
		name: "base-url",
		from: "default"
	};
	if (asked === "auto" || asked === "openai") return {
		given,
		azure: false,
		problems: unread
	};
	const message = `The route is ${asked}, and there is no base URL: neither base-url nor a variable of the SDK is set.`;
	const fix = asked === "azure" ? "Set AZURE_OPENAI_ENDPOINT or base-url, for example https://NAME.openai.azure.com/openai/v1." : "Set base-url or OPENAI_BASE_URL to the address of the gateway.";
	return {
		given,
		azure: false,
		problems: [...unread, fatal("config.base_url_missing", "base-url", {
			message,
			fix
		})]
	};
}
/**
* `AzureOpenAI` takes OPENAI_BASE_URL too when it is set, and the plain client never looks at
* AZURE_OPENAI_ENDPOINT: with both, nobody can say which service is meant.
*/
function conflict(plain, azure, asked) {
	const host = hostOf(plain.text);
	if (host !== void 0 && host === hostOf(azure.text)) return [];
	const message = `${plain.name} and ${azure.name} are both set and name different services: which one is called depends on the class that the application uses.`;
	const fix = `Remove ${plain.name} or ${azure.name} from this job, or set base-url to the one that the application calls.`;
	const setting = `${plain.name}, ${azure.name}`;
	return asked === "openai" || asked === "gateway" ? [warning("config.conflict", setting, {
		message,
		fix
	})] : [fatal("config.conflict", setting, {
		message,
		fix
	})];
}
function hostOf(text) {
	return URL.canParse(text.trim()) ? new URL(text.trim()).host : void 0;
}
/** The kind that was asked for against what the host says. */
function checkKind(given, asked, host) {
	const actual = kindOfHost(host);
	if (given === void 0 || asked === "auto" || actual === "gateway" || actual === asked) return [];
	const message = `${given.name} is ${asked}, and the host of the base URL is ${actual === "openai" ? "OpenAI's" : "Azure's"} own.`;
	const fix = `Write route ${actual} or auto, or set base-url to the ${asked} that is meant.`;
	return [(asked === "gateway" ? warning : fatal)("config.conflict_route", given.setting, {
		message,
		fix
	})];
}

// src/settings/key-forms.ts
/** The value stands for a key that never got there. Keys of local servers (`EMPTY`, `ollama`) are none of these. */
const PLACEHOLDERS = [
	/^(?:undefined|null|nil|nan|\[object \w+\])$/i,
	/^None$/,
	/^<[^<>]*>$/,
	/^\[[^[\]"{}]*\]$/,
	/\byour[-_ ]?(?:own|open-?ai|azure|api|secret|real|actual|key|token)/i,
	/^(?:my|the)?[-_ ]?(?:azure_)?(?:open_?ai)?[-_ ]?api[-_ ]?key$/i,
	/^sk-(?:proj-)?(?:\.{2,}|…)$/,
	/(?:api[-_ ]?)?key[-_ ]?(?:goes[-_ ]?)?here\b/i,
	/^(?:insert|replace|change|paste|put|add|set)[-_ ]?(?:me|with|your|the|this|key|it)\b/i
];
/** Only on the vendors' own hosts: a local server may well accept them. */
const WEAK_PLACEHOLDERS = [
	/^(?:dummy|tests?|testing|example|sample|placeholder|fake|mock|secret|key|token|password|none|empty|n\/?a|todo|tbd|foo|bar|changeme)$/i,
	/^(?:sk-(?:proj-)?)?(.)\1{5,}$/,
	/^sk-(?:proj-)?(?:test|fake|dummy|example|sample|placeholder|mock|1234|abc123|abcdef)[\w-]{0,24}$/i
];
const UNEXPANDED = [
	/\$\{\{/,
	/^\$\{?[A-Za-z_]\w*(?::?[-?+=][^}]*)?\}?$/,
	/^\$env:\w+$/i,
	/^%\w+%$/,
	/^\{\{.*\}?\}?$/s,
	/^\$\(.*\)$/s,
	/^(?:op|vault|ref\+\w+|secretref|keyvault|awssm|gcpsm|arn:aws:(?:secretsmanager|ssm)):/i,
	/^@Microsoft\.KeyVault\(/i,
	/^projects\/[^/]+\/secrets\//,
	/^(?:process\.env\.|os\.environ|secrets\.|env\.)\S*$/
];
function isWeakPlaceholder(key) {
	return WEAK_PLACEHOLDERS.some((form) => form.test(key));
}
const isOneOf = (forms) => (key) => forms.some((form) => form.test(key));
const PUT_KEY = "Store the key itself as a secret and pass it on unchanged";
const NOT_ASCII = /[^\0-\x7f]/u;
const CONTROL = /[\0-\x1f\x7f]/;
const QUOTES = "\"'`“”‘’„«»";
/** In this order; the first that fits decides. The key has no blanks around it. */
const KEY_FORMS = [
	{
		code: "config.key_unexpanded",
		when: isOneOf(UNEXPANDED),
		wrong: "holds an unexpanded reference instead of a value",
		fix: "Pass the value, not its name: in a workflow ${{ secrets.NAME }} under env: or with:, in a shell \"$NAME\" in double quotes.",
		standIn: true
	},
	{
		code: "config.key_placeholder",
		when: isOneOf(PLACEHOLDERS),
		wrong: "holds a placeholder instead of a key",
		fix: `${PUT_KEY}; the value in place now is the text of an example or of an unset variable.`,
		standIn: true
	},
	{
		code: "config.key_masked",
		when: /\*{3,}|[•●]{2,}|^[\w-]{2,12}(?:\.{3}|…)\w{0,6}$/,
		wrong: "holds the masked or shortened copy of a key, as logs and web pages show it",
		fix: "Create a new key and store it where it is shown in full; a masked copy cannot be unmasked.",
		standIn: true
	},
	{
		code: "config.key_quoted",
		when: (key) => QUOTES.includes(key.charAt(0)) || QUOTES.includes(key.charAt(key.length - 1)),
		wrong: "has a quotation mark around it",
		fix: "Remove the quotation marks from the stored secret: the SDK sends them as part of the key."
	},
	{
		code: "config.key_has_bearer",
		when: /^(?:authorization\s*:\s*)?(?:bearer|basic)(?:\s|$)|^(?:x-)?(?:api-key|authorization)\s*:/i,
		wrong: "starts with the name of a header or scheme, which the SDK adds itself",
		fix: "Store only the key, without \"Authorization:\" and without \"Bearer \"."
	},
	{
		code: "config.key_is_assignment",
		when: /^(?:export\s+|set\s+)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*[=:]\s*[^=\s]/,
		wrong: "holds a whole line of a settings file (NAME=value)",
		fix: "Store only what follows the equals sign."
	},
	{
		code: "config.key_is_json",
		when: /^[[{]/,
		wrong: "holds JSON, not a key",
		fix: "Take the one field with the key out of the JSON and store only that."
	},
	{
		code: "config.key_is_url",
		when: /^[a-z][a-z0-9+.-]*:\/\//i,
		wrong: "holds a URL, not a key",
		fix: "Store the key here and put the address into base-url."
	},
	{
		code: "config.key_is_path",
		when: /^(?:~|\.{1,2})[/\\]\S|^[A-Za-z]:\\|^\/(?:run|var|etc|home|root|mnt|tmp|secrets?|vault|opt|usr)\/|^\/\S+\.(?:txt|key|json|env|pem)$/,
		wrong: "holds the path of a file, not a key",
		fix: "Read the file and pass its content."
	},
	{
		code: "config.key_is_pem",
		when: /-----BEGIN/,
		wrong: "holds a PEM block, not a key of an API",
		fix: `${PUT_KEY}; certificates and private keys belong elsewhere.`
	},
	{
		code: "config.key_is_prose",
		when: (key) => key.split(/\s+/).filter((word) => /^\p{L}{2,}[,.:;!?]?$/u.test(word)).length >= 3,
		wrong: "holds a sentence, not a key",
		fix: `${PUT_KEY}; a command that printed an error instead of the key is the usual cause.`
	},
	{
		code: "config.key_has_newline",
		when: /[\r\n\u2028\u2029]/,
		wrong: (key) => `has a line break after character ${key.search(/[\r\n\u2028\u2029]/)}`,
		fix: "Store the key as one line; two keys or a wrapped line cannot be sent in a header."
	},
	{
		code: "config.key_has_space",
		when: /[ \t]/,
		wrong: (key) => `has a space after character ${key.search(/[ \t]/)}`,
		fix: "Remove the space: a bearer token never holds one (RFC 6750 §2.1)."
	},
	{
		code: "config.key_not_ascii",
		when: NOT_ASCII,
		wrong: (key) => {
			const { 0: odd, index } = NOT_ASCII.exec(key) ?? {
				0: "",
				index: 0
			};
			return `has ${characterClass(odd)} after character ${index}, which no HTTP header can carry`;
		},
		fix: "Copy the key again from where it was created, not from a document, chat or PDF."
	},
	{
		code: "config.key_has_control_character",
		when: CONTROL,
		wrong: (key) => `has a control character after character ${key.search(CONTROL)}`,
		fix: "Store the key again as plain text."
	},
	{
		code: "config.key_base64",
		when: (key) => keyInBase64(key) !== void 0,
		wrong: "is the base64 form of a key, not the key",
		fix: "Decode it before it is used (kubectl shows secrets in base64: base64 --decode)."
	}
];
/** The form of a text that is no key, and what is wrong with it. */
function formOf(key) {
	const form = KEY_FORMS.find(({ when }) => when instanceof RegExp ? when.test(key) : when(key));
	if (form === void 0) return void 0;
	return {
		...form,
		wrong: typeof form.wrong === "string" ? form.wrong : form.wrong(key)
	};
}
/** The key that stands inside a base64 text, when there is one. */
function keyInBase64(text) {
	if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(text)) return void 0;
	const inner = Buffer.from(text, "base64").toString("latin1").trim();
	if (!/^[\x21-\x7e]{12,}$/.test(inner)) return void 0;
	return inner.startsWith("sk-") || vendorOf(inner) !== void 0 ? inner : void 0;
}
/** What a person would call the character, with its code point. */
function characterClass(character) {
	const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
	return `${[
		[/…/u, "an ellipsis"],
		[/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/u, "an invisible character"],
		[/\p{Zs}/u, "a non-breaking or wide space"],
		[/\p{Pd}/u, "a typographic dash"],
		[/[“”‘’„«»′″]/u, "a typographic quotation mark"],
		[/\ufffd/u, "a replacement character (the text was decoded wrongly)"],
		[/[\uff01-\uff5e]/u, "a full-width character"],
		[/\p{sc=Cyrillic}/u, "a Cyrillic letter"],
		[/\p{sc=Greek}/u, "a Greek letter"],
		[/\p{L}/u, "a letter outside ASCII"]
	].find(([form]) => form.test(character))?.[1] ?? "a character outside ASCII"} (${name})`;
}

// src/settings/key-checks.ts
/** Looks at a key that is there. The sentences hold its length and kind and no part of it. */
function checkKey(given, target) {
	const key = given.text.trim();
	const shape = keyShape(key, given.name);
	const form = formOf(key);
	const problems = [];
	if (form === void 0) {
		problems.push(...paddingProblem(given, target.client));
		const foreign = ownerProblem(given, key, target);
		if (foreign !== void 0) problems.push(foreign);
	} else problems.push(fatal(form.code, given.setting, say(given, shape, form.wrong, form.fix), "auth"));
	return {
		key: new Secret(key, given.name),
		shape,
		problems,
		secrets: secretForms(given, form?.standIn === true ? isVendorKey : () => true)
	};
}
function say(given, shape, wrong, fix) {
	const kind = shape.kind === "unknown" ? "" : `, kind ${shape.kind}`;
	return {
		message: `${given.name} ${wrong} (${shape.length} characters${kind}).`,
		fix
	};
}
/**
* Blanks around the key. Node's SDK trims what it reads from the environment and works; Python
* and curl send them and fail ("Illegal header value"). So it depends on the client, see
* `withClient`.
*/
function paddingProblem(given, client) {
	const padding = given.text.replace(given.text.trim(), "");
	if (padding === "") return [];
	const newline = /[\r\n]/.test(padding);
	const code = newline ? "config.key_has_newline" : "config.key_has_space";
	const what = newline ? "a line break" : "a space";
	const words = {
		message: `${given.name} has ${what} before or after the key (${given.text.trim().length} characters without it): the Node SDK trims it, Python and curl cannot send it.`,
		fix: `Store the key again without ${what} at its ends, for example with printf %s instead of echo.`
	};
	return [client === "python" || client === "curl" ? fatal(code, given.setting, words, "auth") : warning(code, given.setting, words, "auth")];
}
const called = ({ found }) => found?.called ?? "a key";
const serviceOf = ({ kind }) => kind === "openai" ? "OpenAI" : "Azure OpenAI";
const never = () => false;
const atOwnHost = ({ ownHost }) => ownHost;
const COPY_AGAIN = () => "Copy the key again in full from the page where it was created.";
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;
/** The first that holds is told. On a gateway only what its host itself says: many take the keys of others. */
const MISMATCHES = [
	{
		code: "config.key_placeholder",
		when: ({ ownHost, key }) => ownHost && isWeakPlaceholder(key),
		wrong: () => "holds a placeholder instead of a key",
		fix: () => "Store the real key; the value in place now is an example."
	},
	{
		code: "config.key_other_vendor",
		when: ({ kind, at, found, host }) => kind === "gateway" && at !== void 0 && found !== void 0 && at.kind !== found.kind && !isHostOf(found, host),
		wrong: (sent) => `is ${called(sent)}, and ${sent.host} takes other keys`,
		fix: ({ at }) => `Put ${at?.called ?? "its own key"} there, or set base-url to the service that the key belongs to.`
	},
	{
		code: "config.key_other_vendor",
		when: ({ kind, found }) => kind !== "gateway" && found?.takenBy === "other",
		wrong: (sent) => `is ${called(sent)}, and ${serviceOf(sent)} does not take it`,
		fix: (sent) => `Put a key of ${serviceOf(sent)} there, or set base-url to the service that the key belongs to.`
	},
	{
		code: "config.conflict_key",
		when: ({ kind, found }) => kind === "azure" && found?.takenBy === "openai",
		wrong: (sent) => `is ${called(sent)}, and the route is Azure`,
		fix: () => "Put a key of the Azure resource into AZURE_OPENAI_API_KEY (Azure portal → resource → Keys and Endpoint), or sign in with Entra ID.",
		sure: atOwnHost
	},
	{
		code: "config.conflict_key",
		when: ({ kind, found }) => kind === "openai" && found?.takenBy === "azure",
		wrong: (sent) => `is ${called(sent)}, and the route is OpenAI`,
		fix: () => "Put an OpenAI key (sk-…) into OPENAI_API_KEY, or set base-url to the Azure endpoint that this key belongs to.",
		sure: atOwnHost
	},
	{
		code: "config.key_is_admin",
		when: ({ kind, found }) => kind === "openai" && found?.kind === "openai-admin",
		wrong: () => "is an OpenAI admin key, which no model endpoint takes",
		fix: () => "Use a project key (sk-proj-…) or a service-account key: admin keys only reach the administration API."
	},
	{
		code: "config.key_malformed",
		when: ({ kind, key }) => kind !== "gateway" && !TOKEN.test(key),
		wrong: () => "has characters that no bearer token holds (RFC 6750 §2.1)",
		fix: COPY_AGAIN,
		sure: atOwnHost
	},
	{
		code: "config.key_malformed",
		when: ({ kind, ownHost, key }) => kind === "openai" && ownHost && !/^(?:sk-|sess-|ek_|eyJ)/.test(key),
		wrong: () => "does not begin like an OpenAI key (sk-…)",
		fix: COPY_AGAIN,
		sure: never
	},
	{
		code: "config.key_malformed",
		when: ({ kind, ownHost, key }) => kind === "openai" && ownHost && key.length < 20,
		wrong: () => "is shorter than any OpenAI key",
		fix: COPY_AGAIN,
		sure: never
	}
];
/** Does this key belong to the API it is going to? Only where that is known. */
function ownerProblem(given, key, target) {
	const sent = {
		...target,
		key,
		found: vendorOf(key),
		at: vendorAt(target.host)
	};
	const found = MISMATCHES.find(({ when }) => when(sent));
	if (found === void 0) return void 0;
	const words = say(given, keyShape(key, given.name), found.wrong(sent), found.fix(sent));
	return (found.sure?.(sent) === false ? warning : fatal)(found.code, given.setting, words, "auth");
}
/** The value, its lines, and the key inside quotes, headers or base64. */
function secretForms(given, secret) {
	const forms = /* @__PURE__ */ new Set();
	for (const line of [given.text, ...given.text.split(/[\r\n]+/)]) {
		const plain = line.trim();
		forms.add(plain);
		for (const word of plain.split(/[\s"'`“”‘’=:,;{}]+/)) if (word.length >= 16) forms.add(word);
		const inner = keyInBase64(plain);
		if (inner !== void 0) forms.add(inner);
	}
	return [...forms].filter((form) => form.length >= 6 && secret(form)).map((form) => new Secret(form, given.name));
}

// src/settings/key-home.ts
/**
* Events that run with the secrets of the repository although a stranger may have started them, and
* whose jobs may check a stranger's files out (docs.github.com, "Events that trigger workflows").
*/
const STRANGERS_EVENTS = /* @__PURE__ */ new Set([
	"pull_request_target",
	"workflow_run",
	"issue_comment",
	"issues",
	"discussion",
	"discussion_comment",
	"check_run",
	"check_suite",
	"status",
	"fork",
	"watch"
]);
/** Promise 1: whether a key may go to this destination. `run` asks for the inputs of the step itself. */
function keyHome(destination, run, env) {
	if (!destination.fromFile) return { belongs: true };
	const url = URL.parse(destination.baseUrl);
	if (url === null) return { belongs: false };
	const named = (names) => [run.explicit("base-url")?.text, ...names.map((name) => run.variable(name)?.text)].some((text) => text !== void 0 && URL.parse(text.trim())?.origin === url.origin);
	const secure = url.protocol === "https:";
	const openai = secure && isOpenaiHost(url.hostname);
	const home = named(["OPENAI_BASE_URL", "AZURE_OPENAI_ENDPOINT"]);
	const belongs = destination.kind === "azure" ? home || secure && isAzureHost(url.hostname) : destination.kind === "openai" ? openai || named(["OPENAI_BASE_URL"]) : named(["OPENAI_BASE_URL"]);
	const event = env["GITHUB_EVENT_NAME"] ?? "";
	if (openai || home || !STRANGERS_EVENTS.has(event)) return { belongs };
	if (isAllowed(url.hostname, run.explicit("allow-hosts")?.text ?? "")) return { belongs };
	return {
		belongs: false,
		closed: `Only a settings file of the checkout names ${url.hostname}, and ${event} runs with secrets for files that strangers may have written, so no key was sent: credentials, model and quota were not tested.`
	};
}
/** `llm.example.com`, or every name below `*.example.com`; between commas or blanks. */
function isAllowed(host, list) {
	const name = plainHost(host);
	return list.split(/[\s,]+/).map(plainHost).some((entry) => entry.startsWith("*.") ? name.endsWith(entry.slice(1)) : name === entry);
}
/**
* Whose variables these are by how they begin: of the runner, of clouds, of registries, of services
* that a job deploys to. Never those of a model API.
*/
const FOREIGN_BEGINNINGS = `
  ACTIONS_ GITHUB_ GH_ RUNNER_ INPUT_ CI_ GITLAB_ GL_ BITBUCKET_ BUILDKITE_ CIRCLE_ TRAVIS_ JENKINS_ SYSTEM_ACCESSTOKEN ENDPOINT_AUTH
  AWS_ ARM_ GOOGLE_ GCP_ GCLOUD_ CLOUDSDK_ FIREBASE_ OCI_ ALIBABA_ ALICLOUD_ DIGITALOCEAN_ LINODE_ HCLOUD_ IDENTITY_ MSI_
  CLOUDFLARE_ CF_ FLY_ VERCEL_ NETLIFY_ HEROKU_ RAILWAY_ RENDER_ SUPABASE_ EXPO_ APPLE_ APP_STORE_ FASTLANE_ MATCH_ ANDROID_
  NPM_ NODE_AUTH_ YARN_ PYPI_ TWINE_ POETRY_ UV_ CARGO_ NUGET_ MAVEN_ OSSRH_ SONATYPE_ GRADLE_ ORG_GRADLE_ GEM_ RUBYGEMS_
  BUNDLE_ COMPOSER_ HOMEBREW_ JFROG_ ARTIFACTORY_ NEXUS_ DOCKER REGISTRY_ QUAY_ GHCR_ HELM_ KUBE K8S_ ARGOCD_
  VAULT_ CONSUL_ NOMAD_ TF_ TFE_ PULUMI_ ANSIBLE_ DOPPLER_ OP_ BWS_ INFISICAL_ SOPS_ AGE_ SSH_ GPG_ SIGSTORE_ COSIGN_
  CODECOV_ SONAR_ SNYK_ SENTRY_ DD_ DATADOG_ NEW_RELIC_ HONEYCOMB_ GRAFANA_ PAGERDUTY_ SLACK_ DISCORD_ TELEGRAM_ TWILIO_
  SENDGRID_ MAILGUN_ SMTP_ STRIPE_ PAYPAL_ DATABASE_ DB_ PG POSTGRES MYSQL_ MARIADB_ MONGO REDIS_ ELASTIC_
  OPENAI_ADMIN_ OPENAI_WEBHOOK_
  AZURE_CLIENT_ AZURE_TENANT_ AZURE_CREDENTIAL AZURE_DEVOPS_ AZURE_STORAGE_ AZURE_AD_ AZURE_FEDERATED_ AZURE_PASSWORD
  AZURE_USERNAME AZURE_SUBSCRIPTION_`;
/** What a key of an API is never called, whoever it belongs to. */
const FOREIGN_ENDINGS = `
  PASSWORD PASSWD PASSPHRASE PWD PRIVATE_KEY SSH_KEY DEPLOY_KEY SIGNING_KEY ENCRYPTION_KEY MASTER_KEY_BASE SECRET_KEY_BASE
  HOST_KEY STORAGE_KEY CLIENT_SECRET JWT_SECRET COOKIE_SECRET SESSION_SECRET WEBHOOK_SECRET CERTIFICATE KEYSTORE KUBECONFIG
  DEPLOY_TOKEN REGISTRY_TOKEN REFRESH_TOKEN JOB_TOKEN _URL _URI _DSN CONNECTION_STRING`;
const anyOf = (words) => words.trim().split(/\s+/).join("|");
const FOREIGN = new RegExp(`^(?:${anyOf(FOREIGN_BEGINNINGS)})|(?:${anyOf(FOREIGN_ENDINGS)})$`, "i");
/**
* Variables of others that a model API of the same house takes, by the kind of its keys: GitHub Models
* the token of the job (docs.github.com/rest/models), Gemini and Bedrock the variables of their clouds.
*/
const TAKEN_AT_HOME = {
	github: /^(?:GITHUB|GH)_TOKEN$/,
	google: /^GOOGLE_API_KEY$/,
	"aws-bedrock": /^AWS_BEARER_TOKEN_BEDROCK$/,
	vercel: /^VERCEL_OIDC_TOKEN$/
};
/**
* `api-key-env` of a settings file may name this variable for a service at `baseUrl`: by its name,
* and by its value where the looks tell whose it is, and that it is none of a model API.
*/
function mayBeNamed(variable, value, baseUrl) {
	const url = URL.parse(baseUrl);
	const home = url?.protocol === "https:" ? vendorAt(url.hostname) : void 0;
	const owner = vendorOf(value.trim());
	if ((owner === void 0 || owner === home || isKeyOfModels(owner)) && !FOREIGN.test(variable)) return true;
	return entryOf(TAKEN_AT_HOME, home?.kind ?? "")?.test(variable) ?? false;
}
/** Gateways take keys of many vendors; no gateway takes a Slack token. */
function isKeyOfModels({ takenBy, hosts, what }) {
	return takenBy !== "other" || hosts.length > 0 && what === "api key";
}
/** A header name (RFC 9110 §5.1): with any other the SDK itself refuses to start. */
const NAME = /^[\w!#$%&'*+.^`|~-]{1,128}$/;
/**
* The SDK reads OPENAI_CUSTOM_HEADERS, one `Name: value` on each line, and adds them to every client
* it makes. In a run with several services they belong to the one that the SDK calls by default; the
* names are returned for every other host, so that none of them gets what may be a credential.
*/
function withheldHeaders(env, baseUrl) {
	const names = (env["OPENAI_CUSTOM_HEADERS"] ?? "").split("\n").filter((line) => line.includes(":")).map((line) => line.slice(0, line.indexOf(":")).trim()).filter((name) => NAME.test(name));
	const home = URL.parse(env["OPENAI_BASE_URL"]?.trim() || "https://api.openai.com/v1")?.origin;
	if (names.length === 0 || home === URL.parse(baseUrl)?.origin) return void 0;
	return names;
}

// src/settings/key.ts
/** The key of a route with everything that is wrong with it; none is needed for `depth: route`. */
function readKey(request) {
	const { kind } = request.target;
	const { belongs, closed } = request.home;
	if (closed !== void 0) return {
		...kind === "azure" ? { azureAuth: "key" } : {},
		problems: [],
		secrets: []
	};
	const { variable } = request;
	const value = (variable && request.ask.variable(variable.text)?.text) ?? "";
	if (variable !== void 0 && !mayBeNamed(variable.text, value, request.baseUrl)) return {
		problems: [foreignVariable(variable)],
		secrets: []
	};
	const given = chooseKey(request);
	const azure = (auth) => kind === "azure" ? { azureAuth: auth } : {};
	if (given === void 0) {
		if (kind === "azure" && request.variable === void 0 && belongs) {
			const azureCli = hasCliSession(request);
			if (entraHint(request.env) || azureCli || mayHaveIdentity(request)) return {
				azureAuth: "entra",
				...azureCli ? { azureCli } : {},
				problems: [],
				secrets: []
			};
		}
		return {
			...azure("key"),
			secrets: [],
			...missing(request)
		};
	}
	const checked = checkKey(given, request.target);
	if (request.depth === "route") {
		const problems = checked.problems.map((problem) => ({
			...problem,
			severity: "warning"
		}));
		return {
			...azure("key"),
			problems,
			secrets: checked.secrets
		};
	}
	return {
		...azure("key"),
		...checked
	};
}
function foreignVariable(variable) {
	const message = `api-key-env names ${variable.text}, a credential of the runner, of a cloud, of a registry or of another service: no file of the checkout may send it anywhere.`;
	return fatal("config.key_variable_refused", variable.setting, {
		message,
		fix: "Pass the key of the API under a name of its own, in a workflow with env: GATEWAY_KEY: ${{ secrets.GATEWAY_KEY }}, and write api-key-env: GATEWAY_KEY."
	});
}
function chooseKey(request) {
	const { ask, target, variable } = request;
	if (variable !== void 0) {
		const set = ask.variable(variable.text);
		return set === void 0 ? void 0 : {
			...set,
			setting: variable.setting
		};
	}
	const explicit = ask.explicit("api-key");
	if (explicit !== void 0) return explicit;
	if (!request.home.belongs) return void 0;
	if (target.kind !== "azure") return ask.variable("OPENAI_API_KEY");
	const key = request.ofLibrary ?? ask.variable("AZURE_OPENAI_API_KEY");
	if (key !== void 0 || !request.plainSdk) return key;
	const plain = ask.variable("OPENAI_API_KEY");
	return plain !== void 0 && vendorOf(plain.text.trim())?.takenBy === "openai" && entraHint(request.env) ? void 0 : plain;
}
/** Variables by which `DefaultAzureCredential` finds an identity. */
function entraHint(env) {
	const set = (name) => (env[name] ?? "").trim() !== "";
	if (usesDeveloperTool(env)) return false;
	return set("AZURE_TOKEN_CREDENTIALS") || set("IDENTITY_ENDPOINT") || set("MSI_ENDPOINT") || set("AZURE_CLIENT_ID") && [
		"AZURE_TENANT_ID",
		"AZURE_FEDERATED_TOKEN_FILE",
		"ACTIONS_ID_TOKEN_REQUEST_URL"
	].some(set);
}
/**
* A machine of one's own can have an identity without any variable: its metadata service is asked
* before anybody says that credentials are missing. A hosted runner has none.
*/
function mayHaveIdentity(request) {
	return request.env["RUNNER_ENVIRONMENT"] === "self-hosted" && mayBeAsked(request);
}
function mayBeAsked({ env, policy }) {
	return (policy.missingKey === "fail" || policy.missingKey === "auto") && policy.noSecrets === void 0 && !usesDeveloperTool(env);
}
/** `az login` or `azure/login` left a session (azure-cli-core, `_profile.py`): `az` is asked for the token. */
function hasCliSession(request) {
	const { AZURE_CONFIG_DIR: own = "", HOME: home = "" } = request.env;
	const folder = own.trim() === "" ? `${home}/.azure` : own;
	const profile = mayBeAsked(request) ? request.readFile(`${folder}/azureProfile.json`) : void 0;
	return /"subscriptions"\s*:\s*\[\s*\{/.test(profile ?? "");
}
/** AZURE_TOKEN_CREDENTIALS of `DefaultAzureCredential` names a tool whose session is not read here: all but `az`. */
function usesDeveloperTool(env) {
	const named = env["AZURE_TOKEN_CREDENTIALS"]?.trim() ?? "";
	return /^(?:(?:azuredevelopercli|azurepowershell|visualstudio\w*|interactivebrowser|broker)(?:credential)?)$/i.test(named);
}
function missing(request) {
	const { policy, depth } = request;
	if (depth === "route") return { problems: [] };
	const excused = policy.missingKey === "auto" && policy.noSecrets !== void 0;
	const limit = `${excused ? `${policy.noSecrets}, so there was no key` : "There was no key"}: credentials, model and quota were not tested.`;
	if (excused || policy.missingKey === "skip") return {
		limit,
		problems: []
	};
	const { setting, message, fix } = missingWords(request);
	return policy.missingKey === "warn" ? {
		limit,
		problems: [warning("config.key_missing", setting, {
			message,
			fix
		}, "auth")]
	} : { problems: [fatal("config.key_missing", setting, {
		message,
		fix
	}, "auth")] };
}
function missingWords(request) {
	const { variable, target } = request;
	if (variable !== void 0) {
		const message = `api-key-env names ${variable.text}, and that variable is unset or empty.`;
		const fix = `Set ${variable.text}, in a workflow with env: ${variable.text}: \${{ secrets.${variable.text} }}.`;
		return {
			setting: variable.setting,
			message,
			fix
		};
	}
	if (!request.home.belongs) return {
		setting: "api-key-env",
		message: "The route names no key, and its base URL is that of no API whose key is set: a settings file alone never decides where a key goes.",
		fix: "Add api-key-env with the name of the variable to this route."
	};
	const expected = expectedVariable(target.kind, request.plainSdk);
	const near = nearMiss(request.env, expected);
	const misnamed = misnamedInputs({
		env: request.env,
		...request.policy.step === true ? { outputs: true } : {}
	}).find(({ meant }) => meant === "api-key");
	if (misnamed !== void 0) {
		const written = show(misnamed.written);
		return {
			setting: "api-key",
			message: `There is no key: the step has an input ${written}, which this action does not have and did not read.`,
			fix: `Write api-key instead of ${written}.`
		};
	}
	if (target.kind === "azure") return azureWords(request, near);
	return {
		setting: expected,
		message: `There is no key: neither api-key nor ${expected} is set, or it is empty (a secret that does not exist is empty).${near === void 0 ? "" : ` ${near} is set, but the SDK does not read it for this route.`}`,
		fix: request.policy.step === true ? `Write with: api-key: \${{ secrets.${expected} }} in this step; check the name of the secret and that this job may read it.` : `Set ${expected}, in a workflow with env: ${expected}: \${{ secrets.${expected} }}; check the name of the secret and that this job may read it.`
	};
}
/** The ways to credentials that exist on Azure. */
function azureWords({ env, policy }, near) {
	const named = show(env["AZURE_TOKEN_CREDENTIALS"] ?? "");
	const signIn = usesDeveloperTool(env) ? `AZURE_TOKEN_CREDENTIALS is ${named}, a tool whose session the preflight does not read` : "nothing says how to sign in with Entra ID";
	const alone = (env["AZURE_CLIENT_ID"] ?? "").trim() === "" ? "" : " AZURE_CLIENT_ID is set alone.";
	const hint = near === void 0 ? "" : ` ${near} is set, and is not read for this route.`;
	const step = usesDeveloperTool(env) ? "or sign in with Entra ID, with another AZURE_TOKEN_CREDENTIALS or none in this step" : "or sign in with Entra ID";
	return {
		setting: "AZURE_OPENAI_API_KEY",
		message: `There are no credentials for Azure: neither api-key nor AZURE_OPENAI_API_KEY is set, or it is empty (a secret that does not exist is empty), and ${signIn}.${hint}${usesDeveloperTool(env) ? "" : alone}`,
		fix: `${policy.step === true ? "Write with: api-key" : "Set AZURE_OPENAI_API_KEY, in a workflow with env: AZURE_OPENAI_API_KEY"}: \${{ secrets.AZURE_OPENAI_API_KEY }}; ${step}: AZURE_CLIENT_ID and AZURE_TENANT_ID with AZURE_CLIENT_SECRET, with AZURE_CLIENT_CERTIFICATE_PATH, with AZURE_FEDERATED_TOKEN_FILE, or with permissions: id-token: write; azure/login before this step, whose session az gives a token of; or AZURE_TOKEN_CREDENTIALS: ManagedIdentityCredential on a machine with a managed identity.`
	};
}
function expectedVariable(kind, plainSdk) {
	return kind === "azure" && !plainSdk ? "AZURE_OPENAI_API_KEY" : "OPENAI_API_KEY";
}
/** A variable that was probably meant, by its name alone. */
function nearMiss(env, expected) {
	return Object.keys(env).find((name) => name !== expected && (env[name] ?? "").trim() !== "" && /^(?:AZURE_)?OPEN_?AI_?(?:API)?_?(?:KEY|TOKEN|SECRET)\s*$/i.test(name));
}

// src/settings/route.ts
/** One route with every default filled in and everything that is wrong with it. Never throws. */
function readRoute(request) {
	const { ask, env, policy } = request;
	const problems = [];
	const secrets = [];
	const keep = (part) => {
		problems.push(...part.problems);
		secrets.push(...part.secrets ?? []);
		return part;
	};
	const asked = readChoice(ask, "route", ["auto", ...ROUTE_KINDS]);
	const chosen = keep(chooseBaseUrl(ask, asked, request.application));
	const base = keep(readBaseUrl(chosen.given));
	const missing = chosen.problems.some(({ code }) => code === "config.base_url_missing");
	if (!missing) problems.push(...checkKind(ask.explicit("route"), asked, base.host));
	const kind = asked === "auto" ? chosen.azure ? "azure" : kindOfHost(base.host) : asked;
	const byLibrary = (name) => variableOfLibrary(ask, request.application, name);
	const givenVersion = ask.any("api-version") ?? (kind === "azure" ? byLibrary("AZURE_API_VERSION") : void 0);
	const version = keep(readText(givenVersion));
	const { apiVersion, problems: versionProblems } = checkApiVersion(givenVersion, version.value, {
		kind,
		baseUrl: base.url
	});
	if (!missing) problems.push(...versionProblems);
	const plainSdk = isAzureV1({ baseUrl: base.url });
	if (kind === "azure" && base.host !== "" && !plainSdk && givenVersion === void 0) problems.push(noApiVersion(chosen.given));
	problems.push(...otherVariableNotes(ask, request.application, kind));
	const givenModel = ask.any("model");
	const model = keep(readText(givenModel)).value ?? deploymentIn(base.path);
	const organization = scoped("organization");
	const project = scoped("project");
	const azureScope = keep(readText(ask.any("azure-scope"))).value;
	const depth = readChoice(ask, "depth", DEPTHS);
	const client = readChoice(ask, "client", ["auto", ...CLIENTS]);
	const fromFile = chosen.given.from === "file";
	const withheld = request.several || fromFile ? withheldHeaders(env, base.url) : void 0;
	const home = keyHome({
		kind,
		baseUrl: base.url,
		fromFile
	}, request.run, env);
	if (home.closed !== void 0) problems.push(closedHost(chosen.given, base.host, home.closed));
	const key = keep(readKey({
		ask,
		env,
		readFile: request.readFile,
		policy,
		target: {
			kind,
			host: base.host,
			ownHost: isOwnHost(base.host),
			client
		},
		plainSdk,
		depth,
		home,
		baseUrl: base.url,
		...given({
			ofLibrary: kind === "azure" ? byLibrary("AZURE_API_KEY") : void 0,
			variable: request.keyVariable
		})
	}));
	const times = {
		timeoutMs: readDuration(ask, "timeout"),
		waitUpToMs: readDuration(ask, "wait-up-to")
	};
	const pathChecks = readPathChecks(ask);
	problems.push(...checkTimes(times, request.deadlineMs, ask));
	problems.push(...checkRest(pathChecks, request.deadlineMs, ask));
	const limit = depthLimit(depth, home.closed ?? key.limit, model);
	const reads = effectiveDepth({
		depth,
		...given({ depthLimit: limit })
	});
	const call = keep(readCall(ask, {
		url: base.url,
		given: chosen.given
	}, request.application, {
		depth: reads,
		model
	}));
	return {
		settings: {
			route: {
				name: request.name,
				kind,
				baseUrl: base.url,
				endpoint: call.endpoint,
				stream: call.stream,
				application: call.told,
				...given({
					model,
					organization,
					project,
					apiVersion,
					azureAuth: key.azureAuth,
					azureCli: key.azureCli,
					azureScope
				}),
				depth,
				...given({
					depthLimit: limit,
					applicationTimeoutMs: call.timeoutMs
				}),
				...times,
				attempts: readCount(ask, "attempts"),
				failOn: readOwners(ask, "fail-on"),
				expiryWarningMs: readDuration(ask, "expiry-warning"),
				headroomWarning: readPercent(ask, "headroom-warning"),
				compareDirect: readBoolean(ask, "compare-direct"),
				...pathChecks.length === 0 ? {} : { pathChecks },
				...given({
					apiKey: key.key,
					withheldHeaders: withheld
				})
			},
			client,
			problems,
			...key.shape === void 0 ? {} : { keyShape: key.shape }
		},
		secrets
	};
	function scoped(name) {
		const named = name === "organization" ? byLibrary("OPENAI_ORGANIZATION") : void 0;
		const given = ask.any(name) ?? named;
		const { value } = keep(readText(given));
		if (given !== void 0 && value !== void 0) problems.push(...checkScope(name, given, value, kind));
		return value;
	}
}
/** The shallower of two reasons to stop early, when one is needed at all. */
function depthLimit(depth, noKey, model) {
	if (depth === "route") return void 0;
	if (noKey !== void 0) return {
		depth: "route",
		because: noKey
	};
	if (depth === "auth" || model !== void 0) return void 0;
	return {
		depth: "auth",
		because: "No model was given, so the quota was not tested."
	};
}
/** Deployment that stands in the path of a classic Azure base URL. */
function deploymentIn(path) {
	const name = /\/openai\/deployments\/([^/]+)/.exec(path)?.[1];
	return name === void 0 || name.includes("%") ? void 0 : name;
}
function closedHost(base, host, because) {
	const fix = `Set the input allow-hosts of this step to ${host} if the workflow means it to get the key.`;
	return warning("config.host_not_allowed", base.setting, {
		message: because,
		fix
	}, "auth");
}
function noApiVersion(base) {
	const message = `${base.name} is the classic endpoint of Azure, and no api-version is set: AzureOpenAI does not start without one.`;
	return fatal("config.api_version_missing", "api-version", {
		message,
		fix: "Set OPENAI_API_VERSION or api-version, for example 2024-10-21, or use the v1 endpoint: https://NAME.openai.azure.com/openai/v1."
	});
}
function checkTimes(times, deadlineMs, ask) {
	const problems = [];
	for (const [name, ms] of [["timeout", times.timeoutMs], ["wait-up-to", times.waitUpToMs]]) {
		const given = ask.explicit(name);
		if (given === void 0 || ms <= deadlineMs) continue;
		const message = `${given.name} is ${duration(ms)}, and the deadline of the whole run ends it after ${duration(deadlineMs)}.`;
		const fix = `Set deadline to more than ${duration(ms)}, or ${given.name} to less than ${duration(deadlineMs)}.`;
		problems.push(warning("config.conflict_deadline", given.setting, {
			message,
			fix
		}));
	}
	return problems;
}
/** A connection cannot rest longer than the whole run may take. */
function checkRest(checks, deadlineMs, ask) {
	const restMs = checks.find(({ kind }) => kind === "idle")?.restMs;
	const given = ask.explicit("path-checks");
	if (given === void 0 || restMs === void 0 || restMs < deadlineMs) return [];
	const message = `${given.name} lets a connection rest for ${duration(restMs)}, and the deadline of the whole run ends it after ${duration(deadlineMs)}.`;
	const fix = `Set deadline to at least ${duration(restMs + 3e4)}, or shorten idle.`;
	return [warning("config.conflict_deadline", given.setting, {
		message,
		fix
	})];
}

// src/settings/routes.ts
const NAME_OF_THE_ONLY_ROUTE = "default";
/** What the run says of each route. */
function shared({ source, ask, policy, deadlineMs }) {
	const { env, readFile } = source;
	return {
		env,
		readFile,
		policy,
		deadlineMs,
		run: ask,
		...given({ application: source.application })
	};
}
/** The one route of a run without a config file. */
function singleRoute(run) {
	const { source, ask } = run;
	const read = readRoute({
		...shared(run),
		name: NAME_OF_THE_ONLY_ROUTE,
		ask,
		several: false
	});
	return {
		routes: withOtherFamilies(read.settings, ask, source.application),
		problems: [],
		secrets: read.secrets
	};
}
/** The routes of the config file, each with its own problems. */
function configRoutes(run) {
	const { source, ask, yaml } = run;
	const given = ask.explicit("config");
	const file = given?.text.trim() ?? "";
	const text = source.readFile(absolute(source, file));
	if (given === void 0 || text === void 0) {
		const message = `${given?.name ?? "config"} names ${file}, and there is no such file to read.`;
		const fix = `Check out the repository before this step, or fix the path; it starts from ${source.workspace}.`;
		return {
			routes: [],
			problems: [fatal("config.file_unreadable", given?.setting ?? "config", {
				message,
				fix
			})],
			secrets: []
		};
	}
	if (yaml === void 0) throw new TypeError("a config file is named and no YAML was loaded");
	const config = readConfigFile(text, file, yaml);
	const several = config.routes.length > 1;
	const read = config.routes.map((route) => fileRoute(run, route, several));
	return {
		routes: read.map(({ settings }) => settings),
		problems: [...config.problems, ...unusedInputs(ask)],
		secrets: [...config.secrets, ...read.flatMap(({ secrets }) => secrets)]
	};
}
/** Inputs that name one service say nothing about the services of a file. */
const ONE_SERVICE = [
	"api-key",
	"base-url",
	"route"
];
function fileRoute(run, file, several) {
	const ask = layered((name) => file.given.get(name) ?? (ONE_SERVICE.includes(name) ? void 0 : run.ask.explicit(name)), run.source.env);
	const { name, keyVariable } = file;
	const read = readRoute({
		...shared(run),
		name,
		ask,
		several,
		...given({ keyVariable })
	});
	const problems = [...file.problems, ...read.settings.problems];
	return {
		...read,
		settings: {
			...read.settings,
			problems
		}
	};
}
function unusedInputs(ask) {
	return ONE_SERVICE.flatMap((name) => {
		const given = ask.explicit(name);
		if (given === void 0 || given.text === inputNamed(name).default) return [];
		const message = `${given.name} is set together with a config file and is not used: the file names the services.`;
		const fix = name === "api-key" ? `Remove ${given.name} and write api-key-env: with the name of a variable to the route.` : `Remove ${given.name} and write ${name}: to the route.`;
		return [warning("config.conflict_config", given.setting, {
			message,
			fix
		})];
	});
}

// src/settings/surrounding-secrets.ts
/** Variables of SDKs and of the runner that hold secrets, whether this run uses them or not. */
const VARIABLES = [
	"OPENAI_API_KEY",
	"AZURE_OPENAI_API_KEY",
	"OPENAI_ADMIN_KEY",
	"OPENAI_WEBHOOK_SECRET",
	"AZURE_OPENAI_AD_TOKEN",
	"AZURE_CLIENT_SECRET",
	"AZURE_CLIENT_CERTIFICATE_PASSWORD",
	"IDENTITY_HEADER",
	"MSI_SECRET",
	"ACTIONS_ID_TOKEN_REQUEST_TOKEN",
	"ACTIONS_RUNTIME_TOKEN",
	"GITHUB_TOKEN",
	"GH_TOKEN"
];
/** Shorter values are words like `true`; masking them would shred every text. */
const SHORTEST = 12;
/** Secrets in the environment that a server or a log could give back to us. */
function knownSecrets(env) {
	const secrets = [];
	for (const name of VARIABLES) {
		const value = env[name]?.trim() ?? "";
		if (value.length >= SHORTEST && !/[\s$<>*]/.test(value)) secrets.push(new Secret(value, name));
	}
	for (const line of (env["OPENAI_CUSTOM_HEADERS"] ?? "").split("\n")) {
		const value = line.slice(line.indexOf(":") + 1).trim();
		if (value.length >= SHORTEST) secrets.push(new Secret(value, "OPENAI_CUSTOM_HEADERS"));
	}
	return secrets;
}

// src/settings/settings.ts
/** Reads no file, so that it cannot be kept waiting. Never throws. */
function readLimits(source) {
	const ask = askSource(source);
	return {
		deadlineMs: readDuration(ask, "deadline"),
		failOn: readOwners(ask, "fail-on"),
		...given({ packetDir: packetFolder(source, ask) })
	};
}
/**
* Reads and checks every setting. Never throws on what people set: what is wrong is data.
* @param yaml what `yamlFor` gave for this source
*/
function readSettings(source, yaml) {
	const ask = askSource(source);
	const problems = [
		...checkInputs(ask),
		...misnamedProblems(source),
		...packetFolderProblems(source, ask)
	];
	const missingKey = readChoice(ask, "missing-key", MISSING_KEY);
	const noSecrets = missingKey === "auto" ? noSecretsBecause(source) : void 0;
	const limits = readLimits(source);
	const { deadlineMs } = limits;
	const run = {
		source,
		ask,
		policy: {
			missingKey,
			...given({ noSecrets }),
			...source.outputs === true ? { step: true } : {}
		},
		deadlineMs,
		...given({ yaml })
	};
	const read = ask.explicit("config") === void 0 ? singleRoute(run) : configRoutes(run);
	problems.push(...read.problems);
	const token = ask.explicit("github-token");
	const githubToken = token === void 0 || token.text.startsWith("${{") ? void 0 : new Secret(token.text.trim(), token.name);
	const secrets = [...read.secrets, ...knownSecrets(source.env)];
	if (githubToken !== void 0) secrets.push(githubToken);
	const control = controlUrl(ask);
	secrets.push(...control?.secrets ?? []);
	return {
		...limits,
		routes: read.routes,
		missingKey,
		comment: readChoice(ask, "comment", OCCASIONS),
		egressAddress: readChoice(ask, "egress-address", OCCASIONS),
		checkRun: readBoolean(ask, "check-run"),
		...given({
			githubToken,
			log: inputPath(source, ask, "log"),
			inside: ask.explicit("inside")?.text.trim() || void 0,
			aggregate: inputPath(source, ask, "aggregate"),
			clientBundle: inputPath(source, ask, "client-bundle"),
			browserOrigin: origin(ask),
			controlUrl: control?.url
		}),
		...baselineOf(source, ask),
		verbose: isVerbose(source),
		problems,
		secrets: distinct(secrets)
	};
}
const LAST_GREEN = /^last-green(?::([\w.-]{1,100}))?$/;
/** A file, or the artifact of an earlier run; without a job there is no name to take. */
function baselineOf(source, ask) {
	const asked = LAST_GREEN.exec(ask.explicit("baseline")?.text.trim() ?? "");
	if (asked === null) return given({ baseline: inputPath(source, ask, "baseline") });
	const job = (source.env["GITHUB_JOB"] ?? "").replaceAll(/[^\w.-]/g, "");
	return { lastGreen: asked[1] ?? `openai-preflight-${job}` };
}
function origin(ask) {
	const given = ask.explicit("browser-origin");
	const parsed = given === void 0 ? void 0 : parseOrigin(given.text);
	return parsed !== void 0 && "value" in parsed ? parsed.value : void 0;
}
/** Where it may be asked, and what in it nobody may see. */
function controlUrl(ask) {
	const given = ask.any("control-url");
	if (given === void 0) return void 0;
	const parsed = parseUrl(given.text);
	return "value" in parsed ? {
		url: parsed.value,
		secrets: []
	} : { secrets: credentialsIn(given, given.text) };
}
/** Step debug of the runner, or `--verbose`. */
function isVerbose(source) {
	return source.env["ACTIONS_STEP_DEBUG"] === "true" || source.env["RUNNER_DEBUG"] === "1" || source.input("verbose") === "true";
}
function distinct(secrets) {
	const seen = /* @__PURE__ */ new Map();
	for (const secret of secrets) if (!seen.has(secret.reveal())) seen.set(secret.reveal(), secret);
	return [...seen.values()].map((value) => ({
		value,
		what: value.source
	}));
}

export { readSettings as n, withClient as r, readLimits as t };