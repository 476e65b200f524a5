import "./runtime.js";
import { D as judge, F as factsOf, H as lastAttempt, I as firstFailed, U as observation, V as lacksUsableResponse, W as observations, j as LAW_OF_SETTINGS, q as responseOf, r as failureFrom, u as fromInBetween } from "./judge.js";
import { A as given, D as entryOf, b as endpointFacts, j as hostAndPort, l as exactly, o as Secret, p as written, s as effectiveDepth, t as INPUTS, x as exitOf } from "./settings-inputs.js";
import { O as clientsOf, _ as withClient, a as anySpelling, c as firstFilled, d as precedenceNotes, f as CLIENT_RELEASES, i as runningPython, l as firstSet, m as hasFeature, n as isStrict, o as emptyNotes, p as changesOf, r as nameOf, s as filled, t as detectClient, u as nearMisses } from "./settings.js";
import { Nt as CLIENT_FACTS, S as all, Tt as tokenScopeOf, c as stamp, cn as createRedactor, fn as isVendorKey, gn as planted, i as exceptionChain, kt as resolved, l as withOffset, lt as IMDS, o as flat, ut as PUBLIC_CLOUD, wt as statusPageOf } from "./common.js";
import { C as failsJob, c as CLIENTS$1, t as VERSIONS } from "./model-words.js";
import { delimiter } from "node:path";
import { tmpdir } from "node:os";
import { BlockList, isIP } from "node:net";
import { setTimeout } from "node:timers/promises";
import { ADDRCONFIG, lookup } from "node:dns";

// src/run/side-by-side.ts
/** What routes of one run can differ in. The text of a key is compared, never shown. */
const TRAITS = {
	"base URL": ({ baseUrl }) => baseUrl,
	endpoint: ({ endpoint }) => endpoint,
	model: ({ model }) => model ?? "",
	client: ({ client }) => client,
	key: ({ apiKey }) => apiKey?.reveal() ?? "",
	"way of signing in": ({ azureAuth, azureScope }) => `${azureAuth ?? ""} ${azureScope ?? ""}`,
	organization: ({ organization }) => organization ?? "",
	project: ({ project }) => project ?? "",
	"api-version": ({ apiVersion }) => apiVersion ?? "",
	depth: ({ depth }) => depth
};
const SHOWN = /* @__PURE__ */ new Set([
	"base URL",
	"endpoint",
	"model",
	"client",
	"api-version",
	"depth"
]);
/**
* What several routes say together, in one sentence: the route that differs from one that works in a
* single thing shows where to look. Empty for one route, and where nothing follows.
*/
function sideBySide(probed, deciding) {
	if (probed.length < 2) return "";
	const passing = probed.filter(({ verdict }) => verdict.verdict === "pass");
	const others = probed.filter(({ verdict }) => verdict.verdict !== "pass");
	if (others.length === 0) return `${all(probed.length, "route")} pass.`;
	if (passing.length === 0) return others.every(({ verdict }) => verdict.code === deciding.verdict.code) ? `${all(others.length, "route")} end like this: look at what they share.` : `None of the ${String(others.length)} routes passes.`;
	return group(others, passing) ?? neighbour(deciding, passing) ?? "";
}
/** One thing that every failing route has and no passing one. */
function group(others, passing) {
	const [first] = others;
	if (first === void 0 || others.length < 2) return void 0;
	const apart = Object.entries(TRAITS).filter(([, trait]) => {
		const value = trait(first.routeRun.route);
		return others.every(({ routeRun }) => trait(routeRun.route) === value) && passing.every(({ routeRun }) => trait(routeRun.route) !== value);
	});
	const [only] = apart;
	if (only === void 0 || apart.length > 1) return void 0;
	const [name, trait] = only;
	const value = shown$1(name, trait(first.routeRun.route));
	return `${all(others.length, "route")} that do not pass share the ${name}${value}, and no passing route has it: look there.`;
}
/** A passing route that differs from the deciding one in a single thing. */
function neighbour(deciding, passing) {
	for (const other of passing) {
		const differing = Object.entries(TRAITS).filter(([, trait]) => trait(other.routeRun.route) !== trait(deciding.routeRun.route));
		const [only] = differing;
		if (only === void 0 || differing.length > 1) continue;
		const [name, trait] = only;
		const mine = shown$1(name, trait(deciding.routeRun.route));
		const theirs = shown$1(name, trait(other.routeRun.route));
		const values = mine === "" && theirs === "" ? "" : ` (${theirs.trim()} instead of ${mine.trim()})`;
		return `Route ${other.routeRun.route.name} passes and differs from ${deciding.routeRun.route.name} only in the ${name}${values}: look there.`;
	}
}
function shown$1(name, value) {
	if (!SHOWN.has(name)) return "";
	return ` ${value === "" ? "none" : value}`;
}

// src/egress/question.ts
/** The release that this client has; of Node ours, where nothing else is known. */
function releaseOf({ releases }, client) {
	return releases?.[client] ?? (client === "node" ? process.version : void 0);
}
/** Whether this client has the change; the newest release is meant where none is known. */
function has(question, client, change) {
	const changes = CLIENT_RELEASES[client].changes;
	const { since = [] } = changes[String(change)] ?? {};
	const before = changes[question.without ?? ""];
	if (before !== void 0 && hasFeature(since[0] ?? "", before.since)) return false;
	const release = releaseOf(question, client);
	return release === void 0 || hasFeature(release, since);
}

// src/egress/no-proxy.ts
/** reqwest and Deno's copy of it: domains with what is below them, as they are written, addresses and ranges. */
const REQWEST = {
	separator: /,/,
	star: "any-entry",
	matches: (entry, url) => withinRange(hostOf$1(url), entry) || isIP(hostOf$1(url)) === 0 && entry === entry.toLowerCase() && isOrEndsIn(url.hostname, entry.replace(/^\./, ""))
};
/** libcurl, also under PHP. */
const LIBCURL$1 = {
	separator: /,/,
	star: "whole-value",
	matches: (entry, url) => {
		const host = hostOf$1(url).replace(/\.$/, "");
		if (isIP(host) === 4) return inRange(host, entry);
		return isOrEndsIn(host, entry.replace(/\.$/, "").replace(/^\./, ""));
	}
};
/**
* Measured with Node 24.21 (undici 7.29), httpx 0.28, httpx2 2.13 and curl 7.88. `libcurl` reads
* IPv6 entries as text, which agrees with its versions before and after it learned IPv6 ranges.
*/
const NO_PROXY_DIALECTS = {
	node: {
		separator: /[,\s]/,
		star: "whole-value",
		matches: (entry, url) => {
			const withPort = /^(.+):(\d+)$/.exec(entry);
			if (withPort?.[2] !== void 0 && Number(withPort[2]) !== portOf(url)) return false;
			return isOrEndsIn(url.hostname, (withPort?.[1] ?? entry).replace(/^\*?\./, ""));
		}
	},
	python: {
		separator: /,/,
		star: "any-entry",
		matches: (entry, url) => {
			if (entry.includes("://")) return URL.canParse(entry) && new URL(entry).origin === url.origin;
			const literal = addressOf(entry.split("/", 1)[0] ?? "");
			if (literal !== void 0) return literal === url.hostname;
			if (entry.toLowerCase() === "localhost") return url.hostname === "localhost";
			const withPort = /^(.*):(\d+)$/.exec(entry);
			if (withPort?.[2] !== void 0 && withPort[2] !== url.port) return false;
			const host = withPort?.[1] ?? entry;
			return host.startsWith(".") ? endsIn(url.hostname, host.slice(1)) : isOrEndsIn(url.hostname, host);
		}
	},
	go: {
		separator: /,/,
		star: "any-entry",
		matches: (entry, url) => {
			const host = hostOf$1(url);
			if (isIP(host) !== 0 && withinRange(host, entry)) return true;
			const [name, port] = portApart(entry.toLowerCase());
			if (port !== void 0 && port !== portOf(url)) return false;
			const literal = name.replace(/^\[(.+)\]$/, "$1");
			if (isIP(literal) !== 0) return withinRange(host, literal);
			const suffix = name.replace(/^\*\./, ".");
			return suffix.startsWith(".") ? endsIn(host, suffix.slice(1)) : isOrEndsIn(host, suffix);
		}
	},
	bun: {
		separator: /[,\s]/,
		star: "any-entry",
		matches: (entry, url) => {
			if (isIP(hostOf$1(url)) !== 0 && withinRange(hostOf$1(url), entry)) return true;
			const [name, port] = portApart(entry);
			if (port !== void 0 && port !== portOf(url)) return false;
			return isOrEndsIn(hostOf$1(url), name.replace(/^\*?\./, "").replace(/\.$/, ""));
		}
	},
	deno: REQWEST,
	rust: REQWEST,
	java: {
		separator: /\|/,
		star: "any-entry",
		matches: (entry, url) => {
			const name = entry.toLowerCase();
			if (name.startsWith("*")) return url.hostname.endsWith(name.slice(1));
			if (name.endsWith("*")) return url.hostname.startsWith(name.slice(0, -1));
			return url.hostname === name;
		}
	},
	dotnet: {
		separator: /,/,
		star: "nowhere",
		matches: (entry, url) => entry.startsWith(".") ? isOrEndsIn(url.hostname, entry.slice(1)) : url.hostname === entry.toLowerCase()
	},
	ruby: {
		separator: /[,\s]/,
		star: "nowhere",
		matches: (entry, url) => {
			const [name, port] = portApart(entry);
			if (port !== void 0 && port !== portOf(url)) return false;
			const host = hostOf$1(url);
			if (isIP(host) !== 0 && withinRange(host, name)) return true;
			return name.startsWith(".") ? endsIn(host, name.slice(1)) : isOrEndsIn(host, name);
		}
	},
	php: LIBCURL$1,
	curl: LIBCURL$1
};
/** How this very release reads it. */
function noProxyDialect(client, question) {
	const newest = NO_PROXY_DIALECTS[client];
	if (client === "bun" && !has(question, client, "moreForms")) {
		const whole = has(question, client, "wholeNames");
		return {
			...newest,
			separator: /,/,
			matches: whole ? domainOf : textEndsIn
		};
	}
	if ((client === "curl" || client === "php") && !has(question, client, "commas")) return {
		...newest,
		separator: /[,\s]/
	};
	return newest;
}
/** The entries of the value, as written. */
function entriesOf(value, dialect) {
	return value.split(dialect.separator).map((entry) => entry.trim()).filter((entry) => entry !== "");
}
/** The entry that sends this URL past the proxy, as written. */
function bypassing(value, url, dialect) {
	if (value === "*" && dialect.star !== "nowhere") return "*";
	const entries = entriesOf(value, dialect);
	if (dialect.star === "any-entry" && entries.includes("*")) return "*";
	return entries.find((entry) => entry !== "*" && dialect.matches(entry, url));
}
/** Those whose reading people have in mind. */
const COMMON$1 = [
	"node",
	"python",
	"curl"
];
/** An entry that another client understands and this one does not. */
function misunderstood(value, url, client) {
	const found = COMMON$1.flatMap((other) => {
		const entry = other === client ? void 0 : bypassing(value, url, NO_PROXY_DIALECTS[other]);
		return entry === void 0 ? [] : [{
			entry,
			other
		}];
	});
	const [first] = found;
	if (first === void 0) return void 0;
	return {
		entry: first.entry,
		understoodBy: found.map((one) => one.other)
	};
}
function domainOf(entry, url) {
	return isOrEndsIn(hostOf$1(url), entry.replace(/^\./, ""));
}
function textEndsIn(entry, url) {
	return hostOf$1(url).endsWith(entry.replace(/^\./, ""));
}
/** `host` without its own suffix is the name itself or one below it; case does not count. */
function isOrEndsIn(host, suffix) {
	return suffix !== "" && (host === suffix.toLowerCase() || endsIn(host, suffix));
}
function endsIn(host, suffix) {
	return suffix !== "" && host.endsWith(`.${suffix.toLowerCase()}`);
}
/** Host without brackets. */
function hostOf$1(url) {
	return url.hostname.replace(/^\[(.+)\]$/, "$1");
}
/** `host:443` in two; an IPv6 address without brackets has no port. */
function portApart(entry) {
	const [, name, port] = /^([^:]*|\[.*\]):(\d+)$/.exec(entry) ?? [];
	return name === void 0 ? [entry, void 0] : [name, Number(port)];
}
/** An address literal against an address or a range of its family. */
function withinRange(host, entry) {
	const [network = "", length, ...more] = entry.split("/");
	const version = isIP(host);
	if (version === 0 || isIP(network) !== version || more.length > 0) return false;
	const longest = version === 4 ? 32 : 128;
	const bits = length === void 0 ? longest : /^\d{1,3}$/.test(length) ? Number(length) : -1;
	if (bits < 0 || bits > longest) return false;
	const range = new BlockList();
	range.addSubnet(network, bits, version === 4 ? "ipv4" : "ipv6");
	return range.check(host, version === 4 ? "ipv4" : "ipv6");
}
function portOf(url) {
	return url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
}
/** An address literal in the form URLs write it (IPv6 in brackets, shortened). */
function addressOf(text) {
	if (isIP(text) === 4) return text;
	const inUrl = `http://[${text}]`;
	return text.includes(":") && URL.canParse(inUrl) ? new URL(inUrl).hostname : void 0;
}
/** curl's `Curl_cidr4_match`: without a length, or with 0, the whole address must be the same. */
function inRange(host, entry) {
	const [network = "", length = "0"] = entry.split("/");
	const bits = Number.parseInt(length, 10);
	return bits === 0 ? network === host : withinRange(host, `${network}/${bits}`);
}

// src/egress/proxy-url.ts
/** Sentences about a value never quote it: it may hold a password. */
function parseProxy({ name, value }, dialect) {
	const refused = (wrong, fix) => {
		return {
			usable: false,
			by: "client",
			because: `${wrong}, and ${dialect.client} fails on it before any packet is sent.`,
			fix
		};
	};
	const text = value.replaceAll(dialect.strips, "");
	if (/^\s|\s$/.test(text)) return refused(`The value of ${name} has a space or line break around it`, `Remove the spaces and line breaks around the value of ${name}.`);
	if (/^["']/.test(text)) return refused(`The value of ${name} is in quotes that are part of it`, `Remove the quotes around the value of ${name}.`);
	const written = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (written === void 0 && (dialect.schemeless === "refused" || text.includes("://"))) return refused(`The value of ${name} has no scheme`, `Put http:// in front of the value of ${name}.`);
	if (written !== void 0 && dialect.foreign.includes(written)) return {
		usable: false,
		by: "preflight",
		because: `${name} names a ${written} proxy, which ${dialect.client} speaks and this preflight does not.`,
		fix: `Use socks5h:// or http:// in ${name}, if the proxy offers it.`
	};
	const scheme = written === void 0 ? "http" : entryOf(dialect.schemes, written) ?? dialect.unknownScheme;
	if (scheme === void 0) return refused(`${name} names a proxy of a scheme that is not supported${written !== void 0 && written.length <= 10 ? ` (${written})` : ""}`, `Use a scheme that ${dialect.client} speaks in ${name}: ${Object.keys(dialect.schemes).join(", ")}.`);
	const rest = written === void 0 ? text : text.slice(written.length + 3);
	const url = URL.canParse(`proxy://${rest}`) ? new URL(`proxy://${rest}`) : void 0;
	if ((url === void 0 ? "" : url.pathname + url.search + url.hash).includes("@") || url === void 0 && rest.includes("@")) return refused(`The value of ${name} is not a URL: its user or password has characters that are not percent-encoded, or its port is not a number`, `Percent-encode the user and the password in ${name} (# is %23, / is %2F, @ is %40).`);
	if (url === void 0 || url.hostname === "" || url.port === "0") return refused(`The value of ${name} is not the URL of a proxy`, `Write ${name} as http://host:port.`);
	const username = decoded(url.username);
	const password = decoded(url.password);
	if ((username === void 0 || password === void 0) && dialect.badEscapes === "refused") return refused(`The user or password in ${name} has a % that starts no escape`, `Write % as %25 in the user and the password of ${name}.`);
	const hasCredentials = [url.username, url.password].filter((part) => part !== "").length >= (dialect.userAlone === "sent" ? 1 : 2);
	return {
		usable: true,
		hop: {
			scheme,
			host: hostOf(url),
			port: url.port === "" ? dialect.defaultPorts[scheme] : Number(url.port),
			source: name,
			hasCredentials
		},
		...hasCredentials && { credentials: {
			username: username ?? url.username,
			password: password ?? url.password
		} }
	};
}
/** The way clients for HTTP read a host (IDNA, lower case), without brackets. */
function hostOf(url) {
	const asWeb = `http://${url.hostname}`;
	return (URL.canParse(asWeb) ? new URL(asWeb).hostname : url.hostname.toLowerCase()).replace(/^\[(.+)\]$/, "$1");
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return;
	}
}

// src/egress/trust.ts
/** Where distributions keep all trusted roots in one file, the most common first. */
const BUNDLE_FILES = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
	"/etc/ssl/ca-bundle.pem",
	"/var/lib/ca-certificates/ca-bundle.pem",
	"/etc/ssl/cert.pem"
];
/** Variables about trust that one client made up for itself. */
const FOREIGN_TRUST = [
	"NODE_EXTRA_CA_CERTS",
	"REQUESTS_CA_BUNDLE",
	"CURL_CA_BUNDLE"
];
/** Bundles read so far: each client and each route of a run asks for the same one. */
const READ = /* @__PURE__ */ new Map();
/** Files of roots that are remembered. */
const MOST_READ = 16;
/** The certificates in a PEM text, one text each. Keys and comments are left out. */
function pemCertificates(text) {
	const known = READ.get(text);
	if (known !== void 0) return known;
	const found = [...text.matchAll(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g)].map(([pem]) => `${pem}\n`);
	if (READ.size < MOST_READ) READ.set(text, found);
	return found;
}
/** The texts to verify with, each once. */
function certificatesOf(stores) {
	return [...new Set(stores.flatMap((store) => store.certificates()))];
}
function bundledStore(question, source) {
	const roots = question.roots ?? processRoots;
	return {
		store: {
			store: "bundled",
			source
		},
		certificates: () => roots.bundled()
	};
}
/** What the operating system trusts: one file on Linux, its own interface elsewhere. */
function systemStore(question, source) {
	const roots = question.roots ?? processRoots;
	if (hasOwnStore(question)) return {
		store: {
			store: "system",
			source
		},
		certificates: () => roots.system()
	};
	const path = BUNDLE_FILES.find((file) => readCertificates(question, file).length > 0);
	return {
		store: path === void 0 ? {
			store: "system",
			source: `${source}; no system bundle was found here`
		} : {
			store: "system",
			source,
			path
		},
		certificates: () => path === void 0 ? [] : readCertificates(question, path)
	};
}
/** macOS and Windows keep their roots behind an interface of their own. */
function hasOwnStore({ platform }) {
	return platform === "darwin" || platform === "win32";
}
/** A file named by a variable. */
function fileStore(question, { name, value: path }, store) {
	const text = question.readFile(path);
	const problem = text === void 0 ? "names a file that cannot be read" : pemCertificates(text).length === 0 ? "names a file without a PEM certificate" : void 0;
	return {
		store: {
			store,
			source: name,
			path
		},
		certificates: () => readCertificates(question, path),
		...problem !== void 0 && { problem: `${name} ${problem}` }
	};
}
/** The file that this variable names, where it is filled. */
function fileIn(question, name, store = "file") {
	const found = filled(question, name);
	return found && fileStore(question, found, store);
}
/** A file that gives no certificate, as a note: `then` follows what is wrong with it. */
function badFile({ store: { source }, problem = "" }, then, otherwise = "") {
	return {
		variable: source,
		because: `${problem}${then}.`,
		fix: `Point ${source} to a PEM file that exists where this step runs${otherwise}.`
	};
}
/**
* Folders named by a variable, where it is filled. OpenSSL finds a certificate by the hash of its
* subject in the file name (`c_rehash`); Node's system store reads every file.
*/
function folderIn(question, variable, reads) {
	const { name, value } = filled(question, variable) ?? {};
	if (name === void 0 || value === void 0) return void 0;
	const folders = value.split(question.platform === "win32" ? ";" : ":").filter(Boolean);
	const named = (folder) => (question.listFolder?.(folder) ?? []).filter((file) => reads === "every-file" || /^[0-9a-f]{8}\.\d+$/i.test(file));
	const problem = question.listFolder !== void 0 && folders.every((folder) => named(folder).length === 0) ? `${name} names a folder without ${reads === "hashed-names" ? "hashed certificate names" : "files"}` : void 0;
	return {
		store: {
			store: "file",
			source: name,
			path: value
		},
		certificates: () => folders.flatMap((folder) => named(folder).flatMap((file) => readCertificates(question, `${folder}/${file}`))),
		...problem !== void 0 && { problem }
	};
}
/** What is wrong with a folder of certificates, as a note. */
function folderNotes(store) {
	if (store?.problem === void 0) return [];
	return [{
		variable: store.store.source,
		because: `${store.problem}, so it adds nothing.`,
		fix: `Run "openssl rehash" on the folder in ${store.store.source}, or name one PEM file in SSL_CERT_FILE.`
	}];
}
/** Variables about trust that other clients read and this one does not. */
function foreignTrust(variables, client, fix) {
	return variables.flatMap((found) => found === void 0 ? [] : [{
		variable: found.name,
		because: `${client} does not read ${found.name}.`,
		fix
	}]);
}
function readCertificates(question, path) {
	return pemCertificates(question.readFile(path) ?? "");
}
/** Loaded when a client needs them: settings that cannot work send nothing. */
const tls = () => process.getBuiltinModule("node:tls");
/** The roots this process can name. The only place that asks Node for them. */
const processRoots = {
	bundled: () => tls().getCACertificates("bundled"),
	system: () => tls().getCACertificates("system")
};
/** The store of the system, and the two variables of OpenSSL that Go, Rust, Ruby and .NET read too. */
function opensslTrust(client, rules, question) {
	const { name } = CLIENT_FACTS[client];
	const system = systemStore(question, `default of ${name}`);
	if (hasOwnStore(question)) return {
		stores: [system],
		notes: []
	};
	const file = fileIn(question, "SSL_CERT_FILE");
	const folder = folderIn(question, "SSL_CERT_DIR", rules.folder);
	const named = [file, folder].filter((one) => one !== void 0);
	const stores = [...named.length < (rules.variables === "each" ? 2 : 1) ? [system] : [], ...named];
	const notes = folderNotes(folder);
	if (file?.problem === void 0) return {
		stores,
		notes
	};
	const rescued = folder !== void 0 && folder.problem === void 0;
	if (rules.badFile === "passed-over" || rescued) return {
		stores,
		notes: [...notes, badFile(file, "", ", or remove it")]
	};
	return {
		stores,
		notes,
		unusable: {
			...badFile(file, `, and ${name} fails on it before any request is sent`, ", or remove it"),
			by: "client"
		}
	};
}

// src/egress/declared.ts
/** How most clients read a proxy's URL. */
const PLAIN_URL = {
	foreign: [],
	defaultPorts: {
		http: 80,
		https: 443,
		socks5: 1080,
		socks5h: 1080
	},
	strips: /(?!)/g,
	badEscapes: "kept",
	userAlone: "sent"
};
/** The proxy variables of a client that reads both spellings, the lower case first. */
const BOTH_CASES = {
	https: ["https_proxy", "HTTPS_PROXY"],
	http: ["http_proxy", "HTTP_PROXY"],
	all: ["all_proxy", "ALL_PROXY"],
	no: ["no_proxy", "NO_PROXY"]
};
/** The same, the upper case first. */
const UPPER_CASE_FIRST = {
	https: ["HTTPS_PROXY", "https_proxy"],
	http: ["HTTP_PROXY", "http_proxy"],
	all: ["ALL_PROXY", "all_proxy"],
	no: ["NO_PROXY", "no_proxy"]
};
/** `ruled`: the rules, or what they are for the release that the question names. */
function declared(ruled) {
	return (question) => {
		const rules = typeof ruled === "function" ? ruled(question) : ruled;
		const { client, variables, choose = firstFilled } = rules;
		const { name, trust: trustOrder } = CLIENT_FACTS[client];
		const secure = question.url.protocol === "https:";
		const own = choose(question, secure ? variables.https : variables.http);
		const all = choose(question, variables.all);
		const noProxy = choose(question, variables.no);
		const dialect = {
			...PLAIN_URL,
			...rules.dialect,
			client: name
		};
		const wanted = own.chosen ?? all.chosen;
		const refused = wanted === void 0 ? void 0 : passedOver(wanted, dialect, rules);
		const chosen = refused === void 0 ? wanted : void 0;
		const past = rules.past?.(question.url);
		const decision = chosen !== void 0 && past !== void 0 ? { reason: past } : decide({
			client,
			question,
			dialect,
			chosen,
			noProxy: noProxy.chosen
		});
		const trust = typeof rules.trust === "function" ? rules.trust(question) : opensslTrust(client, rules.trust, question);
		const { firstFamily, firstAddressOnly } = rules.addresses?.(question) ?? {};
		const { proxy, credentials } = decision;
		const unusable = decision.unusable ?? trust.unusable;
		const usesSystem = trust.stores.some(({ store }) => store.store === "system");
		return {
			egress: {
				client,
				...given({ proxy: unusable === void 0 ? proxy : void 0 }),
				reason: decision.reason,
				...given({ unusable }),
				ignored: [
					...decision.notes ?? [],
					...[
						own,
						all,
						noProxy
					].flatMap(precedenceNotes),
					...refused === void 0 ? [] : [refused],
					...wanted === void 0 ? [...emptyNotes(question), ...unreadProxies(question, rules)] : [],
					...rules.notes?.(question) ?? [],
					...trust.notes,
					...foreignTrust(rules.unread.map((variable) => filled(question, variable)), name, trustOrder({
						authority: "it",
						certificate: "the extra root",
						bySystem: false,
						usesSystem
					})),
					...nearMisses(question, "upper-or-lower")
				],
				trust: trust.stores.map(({ store }) => store),
				verifies: true,
				addressTimeoutMs: rules.addressTimeoutMs,
				...given({ firstAddressOnly }),
				httpVersion: secure && rules.http2 ? "2" : "1.1"
			},
			...given({
				proxyCredentials: unusable === void 0 ? credentials : void 0,
				firstFamily,
				partialChain: rules.partialChain,
				proxyCa: trust.proxyStores && certificatesOf(trust.proxyStores)
			}),
			ca: certificatesOf(trust.stores)
		};
	};
}
/** What is wrong with a value that the client leaves out, going direct. */
function passedOver(variable, dialect, { passesOver }) {
	const parsed = parseProxy(variable, dialect);
	if (parsed.usable || parsed.by !== "client" || passesOver?.test(variable.value) !== true) return void 0;
	return {
		variable: variable.name,
		because: `${dialect.client} cannot read the value of ${variable.name} and goes on without it.`,
		fix: parsed.fix
	};
}
/** Proxy variables that are filled, that other clients would follow for this URL, and that act on nothing here. */
function unreadProxies(question, { client, variables }) {
	const secure = question.url.protocol === "https:";
	const read = /* @__PURE__ */ new Set([...secure ? variables.https : variables.http, ...variables.all]);
	const { https, http, all } = UPPER_CASE_FIRST;
	const meant = [...secure ? https : http, ...all];
	const { name, useProxy } = CLIENT_FACTS[client];
	return meant.flatMap((variable) => {
		const found = read.has(variable) ? void 0 : filled(question, variable);
		if (found === void 0) return [];
		const lower = variable.toLowerCase();
		const [because, fix] = read.has(lower) ? [`${name} reads this variable in lower case only.`, `Set ${lower} to the same value.`] : [`${name} does not read ${found.name} for ${question.url.protocol}//.`, useProxy(question.url.hostname)];
		return [{
			variable: found.name,
			because,
			fix
		}];
	});
}
/** Proxy or direct, once it is known which variables this client reads. */
function decide(asked) {
	const { client, question, dialect, chosen, noProxy } = asked;
	const { url } = question;
	for (const variable of asked.checked ?? []) {
		const parsed = parseProxy(variable, dialect);
		if (!parsed.usable) return refusal(variable, parsed);
	}
	if (chosen === void 0) return { reason: `No proxy variable is set that ${CLIENT_FACTS[client].name} uses for this URL.` };
	const entry = noProxy === void 0 ? void 0 : bypassing(noProxy.value, url, noProxyDialect(client, question));
	if (noProxy !== void 0 && entry !== void 0) return { reason: `${noProxy.name} has the entry ${shown(entry)}, which matches ${url.hostname}, so ${chosen.name} does not apply.` };
	const parsed = parseProxy(chosen, dialect);
	if (!parsed.usable) return refusal(chosen, parsed);
	const { hop, credentials } = parsed;
	const why = asked.because === void 0 ? "" : `, and ${asked.because}`;
	return {
		proxy: hop,
		...given({ credentials }),
		reason: `${chosen.name} names the proxy ${hostAndPort(hop.host, hop.port)}${why}.`,
		notes: noProxy === void 0 ? [] : misreadEntry(noProxy, url, client)
	};
}
function refusal({ name }, { by, because, fix }) {
	return {
		reason: because,
		unusable: {
			variable: name,
			because,
			fix,
			by
		}
	};
}
function misreadEntry(noProxy, url, client) {
	const found = misunderstood(noProxy.value, url, client);
	if (found === void 0) return [];
	const others = found.understoodBy.map((other) => CLIENT_FACTS[other].name).join(" and ");
	return [{
		variable: noProxy.name,
		because: `The entry ${shown(found.entry)} sends ${url.hostname} past the proxy for ${others}, but not for ${CLIENT_FACTS[client].name}.`,
		fix: `Write ${url.hostname} into ${noProxy.name}, between commas, which every client understands.`
	}];
}
/** An entry may be anything a person pasted. */
function shown(entry) {
	const text = entry.replaceAll(/[^\u0021-\u007e]/g, "?");
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

// src/egress/bun.ts
/** Bun's fetch, which reads proxy variables without being asked to, and Node's variables about roots. */
const bun = declared((question) => ({
	client: "bun",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			https: "https"
		}
	},
	variables: has(question, "bun", "moreForms") ? BOTH_CASES : {
		...BOTH_CASES,
		all: []
	},
	choose: has(question, "bun", "emptyPassedOver") ? firstFilled : firstSet,
	passesOver: /\s$/,
	trust: bunTrust,
	unread: [
		"CURL_CA_BUNDLE",
		"REQUESTS_CA_BUNDLE",
		...has(question, "bun", "opensslRoots") ? [] : ["SSL_CERT_FILE", "SSL_CERT_DIR"]
	],
	addressTimeoutMs: 250,
	http2: false
}));
/** Measured: SSL_CERT_FILE and SSL_CERT_DIR count without a switch, and a missing file is passed over. */
function bunTrust(question) {
	const system = filled(question, "NODE_USE_SYSTEM_CA");
	const openssl = has(question, "bun", "opensslRoots") || system?.value === "1";
	const folder = openssl ? folderIn(question, "SSL_CERT_DIR", "hashed-names") : void 0;
	const files = [fileIn(question, "NODE_EXTRA_CA_CERTS", "extra"), openssl ? fileIn(question, "SSL_CERT_FILE") : void 0].filter((one) => one !== void 0);
	return {
		stores: [
			bundledStore(question, "default of Bun"),
			...system?.value === "1" ? [systemStore(question, system.name)] : [],
			...files.filter(({ problem }) => problem === void 0),
			...folder === void 0 ? [] : [folder]
		],
		notes: [...folderNotes(folder), ...files.filter(({ problem }) => problem !== void 0).map((file) => badFile(file, "; Bun goes on without it", ", in the job's env"))]
	};
}

// src/egress/deno.ts
/** Deno's fetch over reqwest's matcher of its own; Mozilla's list unless DENO_TLS_CA_STORE says otherwise. */
const deno = declared({
	client: "deno",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			https: "https",
			socks5: "socks5h",
			socks5h: "socks5h"
		}
	},
	variables: UPPER_CASE_FIRST,
	passesOver: /(?:)/,
	trust: denoTrust,
	partialChain: true,
	unread: [
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		"CURL_CA_BUNDLE",
		"REQUESTS_CA_BUNDLE"
	],
	addressTimeoutMs: 300,
	http2: true
});
const NATIVE = {
	variables: "replaces",
	folder: "hashed-names",
	badFile: "passed-over"
};
function denoTrust(question) {
	const wish = filled(question, "DENO_TLS_CA_STORE");
	const stores = (wish?.value ?? "mozilla").split(",").flatMap((part) => {
		const source = wish === void 0 ? "default of Deno" : wish.name;
		if (part.trim() === "mozilla") return [bundledStore(question, source)];
		return part.trim() === "system" ? opensslTrust("deno", NATIVE, question).stores : [];
	});
	const extra = fileIn(question, "DENO_CERT", "extra") ?? (has(question, "deno", "extraRoots") ? fileIn(question, "NODE_EXTRA_CA_CERTS", "extra") : void 0);
	if (extra === void 0) return {
		stores,
		notes: []
	};
	if (extra.problem === void 0) return {
		stores: [...stores, extra],
		notes: []
	};
	return {
		stores,
		notes: [],
		unusable: {
			...badFile(extra, ", and Deno ends before any request is sent", ", or remove it"),
			by: "client"
		}
	};
}

// src/egress/java.ts
/** Read by every JVM; the last is the launcher's alone. */
const OPTION_VARIABLES = [
	"_JAVA_OPTIONS",
	"JAVA_TOOL_OPTIONS",
	"JDK_JAVA_OPTIONS"
];
/** Debian's package ca-certificates-java keeps it in step with the system's store. */
const DEBIAN_CACERTS = "/etc/ssl/certs/java/cacerts";
const byProperties = declared({
	client: "java",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			socks5: "socks5h"
		}
	},
	variables: {
		https: ["https.proxyHost"],
		http: ["http.proxyHost"],
		all: [],
		no: ["http.nonProxyHosts"]
	},
	trust: javaTrust,
	unread: [
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		...FOREIGN_TRUST
	],
	notes: systemProxies,
	addressTimeoutMs: 0,
	addresses: javaAddresses,
	http2: true
});
/**
* openai-java over OkHttp, and the JDK's HttpClient: both ask `ProxySelector.getDefault()`, which
* reads system properties and no proxy variable. The properties come from the variables above; what
* the application's own command line sets cannot be seen here.
*/
const java = (question) => byProperties({
	...question,
	env: withProperties(question)
});
/** The properties stand beside the variables, under their own names; a host and its port are one value. */
function withProperties(question) {
	const found = properties(question);
	const proxy = (scheme) => {
		const host = found.get(`${scheme}.proxyHost`) ?? "";
		const port = found.get(`${scheme}.proxyPort`) ?? (scheme === "https" ? "443" : "80");
		return host === "" ? {} : { [`${scheme}.proxyHost`]: `http://${hostAndPort(host, port)}` };
	};
	const past = found.get("http.nonProxyHosts");
	const local = "localhost|127.*|[::1]|0.0.0.0|[::0]";
	return {
		...question.env,
		...proxy("http"),
		...proxy("https"),
		"http.nonProxyHosts": past === "" ? "" : [past, local].filter(Boolean).join("|")
	};
}
/** `-Dname=value` of the option variables, the strongest last. */
function properties(question) {
	const tokens = OPTION_VARIABLES.toReversed().flatMap((name) => filled(question, name)?.value ?? []).join(" ").match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
	return new Map(tokens.flatMap((token) => {
		const bare = token.replaceAll(/["']/g, "");
		const [, name, value] = /^-D([\w.]+)=(.*)$/s.exec(bare) ?? [];
		return name === void 0 || value === void 0 ? [] : [[name, value]];
	}));
}
/**
* Libraries over the JDK's own HttpClient, from and below a major version: Spring AI 1 by its RestClient,
* unless another HTTP client is on the class path (docs.spring.io, `ClientHttpRequestFactoryBuilder.detect`);
* LangChain4j since 1.0 (docs.langchain4j.dev/tutorials/customizable-http-client).
*/
const OVER_JDK = [[
	/^org\.springframework\.ai:/,
	1,
	2
], [
	/^dev\.langchain4j:langchain4j-open-ai$/,
	1,
	Infinity
]];
/**
* `InetAddress` puts IPv4 first unless told otherwise, for every client of the JVM. OkHttp, under
* openai-java, tries all addresses; the JDK's HttpClient only the first (measured with 17.0.15, whether
* it refuses or is silent).
*/
function javaAddresses(question) {
	const order = properties(question).get("java.net.preferIPv6Addresses");
	return {
		...order !== "system" && { firstFamily: order === "true" ? 6 : 4 },
		...given({ firstAddressOnly: jdkClient(question.installed) })
	};
}
function jdkClient(installed) {
	const said = installed?.sdks?.get("java")?.value;
	const [, name = "", major] = /^(\S+)(?: v?(\d+)\.)?/.exec(said ?? "") ?? [];
	const over = OVER_JDK.find(([library]) => library.test(name));
	if (said === void 0 && installed?.imports === "okhttp3") return void 0;
	if (said === void 0 && installed?.imports === "java.net.http") return {
		applies: "yes",
		because: "the JDK's HttpClient, which the application's call imports,"
	};
	if (said !== void 0 && over === void 0) return void 0;
	const [, from = 0, below = 0] = over ?? [];
	if (major === void 0) return {
		applies: "not known",
		because: "whether the application sends with the JDK's HttpClient"
	};
	return Number(major) < from || Number(major) >= below ? void 0 : {
		applies: "yes",
		because: `the JDK's HttpClient, under ${said},`
	};
}
/** A store of Java's own format is not read here: what stands in for it is said. */
function javaTrust(question) {
	const named = properties(question).get("javax.net.ssl.trustStore");
	const system = systemStore(question, `default of the JDK (${DEBIAN_CACERTS}, made from the system's store)`);
	const bundled = bundledStore(question, "default of the JDK (cacerts; Node's copy of Mozilla's list stands in)");
	if (named === void 0) return {
		stores: [filled(question, "JAVA_HOME") === void 0 && question.readFile(DEBIAN_CACERTS) !== void 0 ? system : bundled],
		notes: []
	};
	const name = "javax.net.ssl.trustStore";
	const standIns = [bundled, system].map((store) => ({
		...store,
		store: {
			...store.store,
			source: `${name}, which is not read here: this store stands in`
		}
	}));
	if (question.readFile(named) !== void 0) return {
		stores: standIns,
		notes: []
	};
	return {
		stores: standIns,
		notes: [{
			variable: name,
			because: `${name} names a file that cannot be read, and the JVM then trusts nobody.`,
			fix: `Point ${name} to a trust store that exists where this step runs.`
		}]
	};
}
function systemProxies(question) {
	if (properties(question).get("java.net.useSystemProxies") !== "true") return [];
	const variable = "java.net.useSystemProxies";
	return [{
		variable,
		because: `${variable} lets the JVM ask the desktop's proxy settings, which were not looked at.`,
		fix: CLIENT_FACTS.java.useProxy(question.url.hostname)
	}];
}

// src/egress/libcurl.ts
/** curl 7.88 and 8.23, measured; an HTTP proxy without a port is on 1080. */
const LIBCURL = {
	schemeless: "http",
	schemes: {
		http: "http",
		https: "https",
		socks5: "socks5",
		socks5h: "socks5h"
	},
	foreign: [
		"socks4",
		"socks4a",
		"socks"
	],
	defaultPorts: {
		http: 1080,
		https: 443,
		socks5: 1080,
		socks5h: 1080
	}
};
/** curl and what is built on libcurl. `~/.curlrc` is not read. */
const curl = declared({
	client: "curl",
	dialect: LIBCURL,
	variables: {
		...BOTH_CASES,
		http: ["http_proxy"]
	},
	trust: curlTrust,
	unread: ["NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE"],
	partialChain: true,
	addressTimeoutMs: 200,
	http2: true
});
/** CURL_CA_BUNDLE, else SSL_CERT_FILE and SSL_CERT_DIR, each in the place of its default. */
function curlTrust(question) {
	const bundle = fileIn(question, "CURL_CA_BUNDLE");
	const file = bundle ?? fileIn(question, "SSL_CERT_FILE");
	const folder = bundle === void 0 ? folderIn(question, "SSL_CERT_DIR", "hashed-names") : void 0;
	const system = systemStore(question, "default of curl");
	const debian = question.readFile("/etc/debian_version") !== void 0;
	const keepsSystem = file === void 0 || folder === void 0 && debian;
	const named = [file, folder].filter((one) => one !== void 0);
	const trust = {
		stores: [...keepsSystem ? [system] : [], ...named],
		notes: folderNotes(folder),
		proxyStores: [system]
	};
	const rescued = folder !== void 0 && !has(question, "curl", "missingFile");
	if (file?.problem === void 0 || rescued) return trust;
	const then = ", and curl ends with error 77 before any packet is sent";
	return {
		...trust,
		unusable: {
			...badFile(file, then),
			by: "client"
		}
	};
}
/**
* openai-php over Guzzle (by its source) and libcurl (measured). Guzzle hands HTTPS_PROXY and NO_PROXY on in upper case, libcurl
* reads both cases; of the variables about roots libcurl reads none, those are the curl tool's.
*/
const php = declared({
	client: "php",
	dialect: LIBCURL,
	variables: BOTH_CASES,
	trust: phpTrust,
	unread: [
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		...FOREIGN_TRUST
	],
	partialChain: true,
	addressTimeoutMs: 200,
	http2: true
});
/** php.ini of Debian, of the official images, of actions/setup-php; PHPRC names another one. */
const INI_FILES = [
	"/usr/local/etc/php/php.ini",
	"/etc/php.ini",
	"/usr/local/lib/php.ini"
];
function phpTrust(question) {
	const named = filled(question, "PHPRC")?.value;
	const versions = question.listFolder?.("/etc/php") ?? [];
	const files = [
		...named === void 0 ? [] : [named, `${named}/php.ini`],
		...INI_FILES,
		...versions.map((version) => `/etc/php/${version}/cli/php.ini`)
	];
	for (const setting of ["openssl.cafile", "curl.cainfo"]) for (const file of files) {
		const line = (question.readFile(file) ?? "").split("\n").find((one) => one.trimStart().startsWith(setting));
		const value = (line?.slice(line.indexOf("=") + 1).trim() ?? "").replaceAll(/^"|"$/g, "");
		if (value === "") continue;
		const store = fileStore(question, {
			name: setting,
			value
		}, "file");
		if (store.problem === void 0) return {
			stores: [store],
			notes: []
		};
		const bad = badFile(store, ", and libcurl ends with error 77 before any request is sent");
		const fix = `Point ${setting} in ${file} to a PEM file that exists where this step runs.`;
		return {
			stores: [store],
			notes: [],
			unusable: {
				...bad,
				fix,
				by: "client"
			}
		};
	}
	return {
		stores: [systemStore(question, "default of libcurl")],
		notes: []
	};
}

// src/egress/node.ts
/** `--network-family-autoselection-attempt-timeout`, milliseconds; Node raises less than 10 to 10. */
const ADDRESS_TIMEOUT_FLAG = "--network-family-autoselection-attempt-timeout";
/** `autoSelectFamilyAttemptTimeout` of Node 24. */
const ADDRESS_TIMEOUT_MS = 250;
/** undici 7.29 of Node 24.21: `new URL()`, and the name goes to a SOCKS5 proxy unresolved. */
const DIALECT$1 = {
	...PLAIN_URL,
	client: CLIENT_FACTS.node.name,
	schemeless: "refused",
	schemes: {
		http: "http",
		https: "https",
		socks5: "socks5h",
		socks: "socks5h"
	},
	strips: /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g,
	badEscapes: "refused",
	userAlone: "dropped"
};
/** Node's `fetch`, which the OpenAI Node SDK uses. */
const node = (question) => {
	const https = firstSet(question, ["https_proxy", "HTTPS_PROXY"]);
	const http = firstSet(question, ["http_proxy", "HTTP_PROXY"]);
	const noProxy = firstSet(question, ["no_proxy", "NO_PROXY"]);
	const asked = envProxy(question);
	const trust = nodeTrust(question);
	const chosen = question.url.protocol === "https:" ? https.chosen ?? http.chosen : http.chosen;
	const decision = asked.on === void 0 ? {
		reason: chosen === void 0 ? `No proxy variable is set that ${CLIENT_FACTS.node.name} could read.` : `${CLIENT_FACTS.node.name} ignores ${chosen.name} unless NODE_USE_ENV_PROXY is 1.`,
		notes: [https.chosen, http.chosen].flatMap((one) => one === void 0 ? [] : [ignoredByDefault(one.name, question)])
	} : decide({
		client: "node",
		question,
		dialect: DIALECT$1,
		chosen,
		checked: [https.chosen, http.chosen].flatMap((one) => one ?? []),
		noProxy: noProxy.chosen,
		because: `${asked.on} is set`
	});
	const all = filled(question, "ALL_PROXY") ?? filled(question, "all_proxy");
	const unusable = trust.conflict ?? decision.unusable;
	const timeout = Number(optionValue(nodeOptions(question), ADDRESS_TIMEOUT_FLAG));
	const ca = ownRoots(question, trust);
	return {
		egress: {
			client: "node",
			...given({ proxy: unusable === void 0 ? decision.proxy : void 0 }),
			reason: decision.reason,
			...unusable !== void 0 && { unusable: {
				by: "client",
				...unusable
			} },
			ignored: [
				...asked.notes,
				...decision.notes ?? [],
				...[
					https,
					http,
					noProxy
				].flatMap(precedenceNotes),
				...chosen === void 0 ? emptyNotes(question) : [],
				...all !== void 0 && chosen === void 0 ? [allProxyNote(all.name)] : [],
				...trust.notes,
				...nearMisses(question, "upper-or-lower")
			],
			trust: trust.stores.map(({ store }) => store),
			verifies: filled(question, "NODE_TLS_REJECT_UNAUTHORIZED")?.value !== "0",
			...given({ firstAddressOnly: firstAddressOnly(question) }),
			addressTimeoutMs: timeout > 0 ? Math.max(timeout, 10) : ADDRESS_TIMEOUT_MS,
			httpVersion: "1.1"
		},
		...given({
			proxyCredentials: unusable === void 0 ? decision.credentials : void 0,
			ca
		})
	};
};
function firstAddressOnly(question) {
	const off = "--no-network-family-autoselection";
	if (nodeOptions(question).includes(off)) return {
		applies: "yes",
		because: `Node.js with ${off}`
	};
	const release = question.releases?.node;
	if (release === void 0) return {
		applies: "not known",
		because: "whether the application runs on Node.js before 20"
	};
	return has(question, "node", "everyAddress") ? void 0 : {
		applies: "yes",
		because: `Node.js ${release.replace(/^v/, "")}`
	};
}
/** What makes fetch read proxy variables, as it is written; absent when nothing does. */
function envProxy(question) {
	if (nodeOptions(question).includes("--use-env-proxy") && has(question, "node", "environmentProxyFlag")) return {
		on: "--use-env-proxy",
		notes: []
	};
	const wish = filled(question, "NODE_USE_ENV_PROXY");
	if (wish === void 0) return { notes: [] };
	const understood = has(question, "node", "environmentProxy");
	if (wish.value === "1" && understood) return {
		on: "NODE_USE_ENV_PROXY",
		notes: []
	};
	if (wish.value === "0") return { notes: [] };
	return { notes: [notSwitchedOn(question, wish.name, understood ? void 0 : {
		since: "; it came with Node 24",
		fix: "Use Node 24 or later for the application."
	})] };
}
/** A switch that is set and not on: to another value than 1, or for a Node that does not know it yet. */
function notSwitchedOn(question, variable, unknown) {
	if (unknown === void 0) return {
		variable,
		because: `Only the value 1 switches ${variable} on.`,
		fix: `Set ${variable}: 1 in the job's env.`
	};
	return {
		variable,
		because: `Node ${releaseOf(question, "node")?.replace(/^v/, "")} does not read ${variable}${unknown.since}.`,
		fix: unknown.fix
	};
}
function ignoredByDefault(name, question) {
	const upgrade = has(question, "node", "environmentProxy") ? "" : "Use Node 24 or later and ";
	return {
		variable: name,
		because: `${name} is set, but ${CLIENT_FACTS.node.name} ignores it unless NODE_USE_ENV_PROXY is 1.`,
		fix: `${upgrade}${upgrade === "" ? "Set" : "set"} NODE_USE_ENV_PROXY: 1 in the job's env.`
	};
}
function allProxyNote(name) {
	return {
		variable: name,
		because: `${CLIENT_FACTS.node.name} never reads ${name}.`,
		fix: "Set HTTPS_PROXY to the same proxy, and NODE_USE_ENV_PROXY: 1, in the job's env."
	};
}
/**
* Nothing where this process trusts what the application trusts: Node read the same variables at
* start. Otherwise the application's stores.
*/
function ownRoots(question, trust) {
	const env = question.own?.env ?? question.env;
	const node = question.own?.node ?? process.version;
	const own = nodeTrust({
		...question,
		env,
		releases: { node }
	});
	if (JSON.stringify(own.stores.map(({ store }) => store)) === JSON.stringify(trust.stores.map(({ store }) => store))) return void 0;
	return certificatesOf(trust.stores);
}
/** The flags of NODE_OPTIONS, split the way Node splits them: blanks, double quotes, backslash in quotes. */
function nodeOptions(question) {
	return [...(filled(question, "NODE_OPTIONS")?.value ?? "").matchAll(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g)].map(([token]) => token.replaceAll(/"((?:\\.|[^"\\])*)"/g, (_, quoted) => quoted.replaceAll(/\\(.)/g, "$1")));
}
/** The value of `--flag=value` or `--flag value`, the last one given. */
function optionValue(options, flag) {
	const at = options.findLastIndex((token) => token === flag || token.startsWith(`${flag}=`));
	const token = options[at];
	if (token === void 0) return void 0;
	return token === flag ? options[at + 1] : token.slice(flag.length + 1);
}
/** What this Node trusts: read at process start, from NODE_OPTIONS and the environment. */
function nodeTrust(question) {
	const options = nodeOptions(question);
	const openssl = options.includes("--use-openssl-ca");
	const wish = filled(question, "NODE_USE_SYSTEM_CA");
	const understood = has(question, "node", "systemRoots");
	const byEnv = wish?.value === "1" && understood;
	const byFlag = options.includes("--use-system-ca");
	const system = byFlag || byEnv;
	const systemSource = byFlag ? "--use-system-ca" : "NODE_USE_SYSTEM_CA";
	const stores = [];
	if (openssl) stores.push(...opensslStores(question, "--use-openssl-ca", "hashed-names"));
	else stores.push(bundledStore(question, "default of Node"));
	if (system && !openssl) stores.push(...opensslStores(question, systemSource, "every-file"));
	const extra = fileIn(question, "NODE_EXTRA_CA_CERTS", "extra");
	if (extra !== void 0 && extra.problem === void 0) stores.push(extra);
	const notes = [];
	if (wish !== void 0 && !byEnv && wish.value !== "0") notes.push(notSwitchedOn(question, wish.name, understood ? void 0 : {
		since: " yet; it came with Node 24.6",
		fix: "Put --use-system-ca into NODE_OPTIONS in the job's env, or use Node 24.6 or later."
	}));
	if (extra?.problem !== void 0) notes.push(badFile(extra, "; Node goes on without it", ", in the job's env"));
	const unread = ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"];
	if (!openssl && !system) unread.unshift("SSL_CERT_FILE", "SSL_CERT_DIR");
	notes.push(...foreignTrust(unread.map((name) => filled(question, name)), "Node", "Set NODE_EXTRA_CA_CERTS to the PEM file of the extra root in the job's env."));
	if (!openssl || !system) return {
		stores,
		notes
	};
	return {
		stores,
		notes,
		conflict: {
			variable: byEnv ? "NODE_USE_SYSTEM_CA" : "NODE_OPTIONS",
			because: "Node ends at start when --use-openssl-ca and the system store are both asked for.",
			fix: "Remove --use-openssl-ca from NODE_OPTIONS, or stop asking for the system store."
		}
	};
}
/** The file and the folder that SSL_CERT_FILE and SSL_CERT_DIR replace, each by itself. */
function opensslStores(question, source, reads) {
	const system = systemStore(question, source);
	if (hasOwnStore(question) && reads === "every-file") return [system];
	const named = [fileIn(question, "SSL_CERT_FILE"), folderIn(question, "SSL_CERT_DIR", reads)].filter((one) => one !== void 0);
	return named.length < 2 ? [system, ...named] : named;
}

// src/egress/plain-clients.ts
const GO_SCHEMES = {
	http: "http",
	https: "https",
	socks5: "socks5h"
};
/** Hosts of this machine, which never go through a proxy. */
const pastLoopback = (client) => ({ hostname }) => hostname === "localhost" || /^127\.|^\[::1\]$/.test(hostname) ? `${client} never sends ${hostname} through a proxy.` : void 0;
/**
* Go's net/http (golang.org/x/net/http/httpproxy) and crypto/x509. Before 1.23 a scheme that it does not
* know was read as the host of an HTTP proxy, which no resolver knows.
*/
const go = declared((question) => ({
	client: "go",
	dialect: {
		schemeless: "http",
		...has(question, "go", "anyScheme") ? {
			schemes: {
				...GO_SCHEMES,
				socks5h: "socks5h"
			},
			unknownScheme: "http"
		} : { schemes: GO_SCHEMES },
		badEscapes: "refused"
	},
	variables: {
		...UPPER_CASE_FIRST,
		all: []
	},
	passesOver: /\s/,
	past: pastLoopback("Go"),
	trust: {
		variables: "each",
		folder: "every-file",
		badFile: "passed-over"
	},
	unread: FOREIGN_TRUST,
	partialChain: true,
	addressTimeoutMs: 300,
	http2: true
}));
/**
* .NET's HttpClient on Unix, by its source (HttpEnvironmentProxy.Unix.cs of .NET 8): a value that is
* no host is passed over. On Windows and macOS the system's proxy is asked where no variable is set.
*/
const dotnet = declared((question) => ({
	client: "dotnet",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			https: "https",
			...has(question, "dotnet", "socks") && {
				socks5: "socks5h",
				socks5h: "socks5h"
			}
		},
		foreign: has(question, "dotnet", "socks") ? ["socks4", "socks4a"] : [],
		defaultPorts: {
			http: 80,
			https: 443,
			socks5: 80,
			socks5h: 80
		}
	},
	variables: BOTH_CASES,
	passesOver: /(?:)/,
	trust: {
		variables: "each",
		folder: "every-file",
		badFile: "passed-over"
	},
	unread: FOREIGN_TRUST,
	addressTimeoutMs: 0,
	http2: false
}));
const HTTP_PROXY = ["http_proxy", "HTTP_PROXY"];
/**
* openai-ruby over Net::HTTP, which asks `URI::Generic#find_proxy` with the scheme http whatever the
* request is: only `http_proxy` counts, for https too, and only a plain HTTP proxy is spoken to.
*/
const ruby = declared((question) => ({
	client: "ruby",
	dialect: {
		schemeless: "refused",
		schemes: {
			http: "http",
			https: "http"
		}
	},
	variables: {
		https: HTTP_PROXY,
		http: HTTP_PROXY,
		all: [],
		no: BOTH_CASES.no
	},
	choose: firstSet,
	past: pastLoopback("Net::HTTP"),
	trust: {
		variables: "each",
		folder: "hashed-names",
		badFile: "passed-over"
	},
	unread: FOREIGN_TRUST,
	addressTimeoutMs: has(question, "ruby", "addressesTogether") ? 250 : 0,
	http2: false
}));
/**
* async-openai over reqwest and rustls-native-certs 0.8. A build with `webpki-roots` trusts Mozilla's list
* and reads no variable. Before hyper-util's `Matcher` a value was read as the URL standard reads it.
*/
const rust = declared((question) => ({
	client: "rust",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			https: "https",
			socks5: "socks5",
			socks5h: "socks5h"
		},
		foreign: ["socks4", "socks4a"],
		strips: has(question, "rust", "matcher") ? /(?!)/g : /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g
	},
	variables: UPPER_CASE_FIRST,
	choose: has(question, "rust", "matcher") ? firstSet : firstFilled,
	passesOver: /(?:)/,
	trust: {
		variables: "replaces",
		folder: "every-file",
		badFile: "fails-alone"
	},
	unread: FOREIGN_TRUST,
	partialChain: true,
	addressTimeoutMs: 300,
	http2: true
}));

// src/egress/python-trust.ts
/** First major version of openai-python whose default is the trust store of the operating system. */
const SYSTEM_STORE_SINCE = 3;
/**
* `create_ssl_context` of httpx and httpx2: SSL_CERT_FILE alone, else SSL_CERT_DIR alone, else the
* default of the version. Nothing is added to anything.
*/
function pythonTrust(question, installed, version) {
	const notes = foreignTrust([
		"REQUESTS_CA_BUNDLE",
		"CURL_CA_BUNDLE",
		"NODE_EXTRA_CA_CERTS"
	].map((name) => filled(question, name)), CLIENT_FACTS.python.name, "Set SSL_CERT_FILE to a PEM file with the public roots and the extra root in the job's env.");
	const file = fileIn(question, "SSL_CERT_FILE");
	const folder = folderIn(question, "SSL_CERT_DIR", "hashed-names");
	const strict = file !== void 0 || folder !== void 0 || bringsCertifi(version) ? strictness(question, installed) : {};
	if (file !== void 0) {
		const trust = {
			stores: [file],
			notes,
			...strict
		};
		if (file.problem === void 0) return trust;
		const then = ", and the constructor of the OpenAI client fails on it before any packet is sent";
		return {
			...trust,
			unusable: {
				...badFile(file, then, ", or remove it"),
				by: "client"
			}
		};
	}
	if (folder !== void 0) return {
		stores: [folder],
		notes: [...notes, ...folderNotes(folder)],
		...strict
	};
	return {
		stores: [defaultStore(question, installed, version)],
		notes,
		...strict
	};
}
function bringsCertifi(version) {
	return Number.parseInt(version ?? "", 10) < SYSTEM_STORE_SINCE;
}
/** First httpx that takes `ssl.create_default_context`; before, it made a context of its own. */
const DEFAULT_CONTEXT_SINCE = [0, 28];
/**
* Python's default context sets VERIFY_X509_STRICT from 3.13 on (measured with 3.13.0 and 3.13.5,
* OpenSSL 3.0 and 3.5).
*/
function strictness(question, installed) {
	const home = installed.find(({ names }) => names.includes("openai"));
	const [major = 0, minor = 0] = ((home === void 0 ? void 0 : versionIn$1(home, "httpx")) ?? question.installed?.httpx ?? "1").split(".").map(Number);
	if (major === DEFAULT_CONTEXT_SINCE[0] && minor < DEFAULT_CONTEXT_SINCE[1]) return {};
	const python = runningPython(question);
	if (python === void 0) return { strict: {
		applies: "not known",
		because: "which Python runs the application"
	} };
	return isStrict(python) ? { strict: {
		applies: "yes",
		because: nameOf(python)
	} } : {};
}
function defaultStore(question, installed, version) {
	if (Number.isNaN(Number.parseInt(version ?? "", 10))) return systemStore(question, "default of openai-python 3 or later (version not known)");
	return bringsCertifi(version) ? certifiStore(question, installed, `certifi, default of openai-python ${version}`) : systemStore(question, `default of openai-python ${version}`);
}
function certifiStore(question, installed, source) {
	const home = installed.find(({ names }) => names.includes("certifi"));
	if (home === void 0) return bundledStore(question, `${source}; not found here, Node's copy of Mozilla's list stands in`);
	const path = `${home.folder}/certifi/cacert.pem`;
	if (question.readFile(path) === void 0) return systemStore(question, `${source}, which points to the system's list`);
	const { certificates } = fileStore(question, {
		name: source,
		value: path
	}, "file");
	if (!home.ofCheckout) return {
		store: {
			store: "file",
			source,
			path
		},
		certificates
	};
	return {
		store: {
			store: "file",
			source: `${source}, as far as Node or the system trusts it too`,
			path
		},
		certificates: () => trustedElsewhere(question, certificates())
	};
}
/**
* A list in the checkout is a stranger's: whoever can commit one would decide whom the key is sent
* to. Only what Node or this machine trusts as well counts.
*/
function trustedElsewhere(question, certificates) {
	const body = (pem) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, "");
	const stores = [bundledStore(question, ""), systemStore(question, "")];
	const trusted = new Set(stores.flatMap((store) => store.certificates()).map(body));
	return certificates.filter((pem) => trusted.has(body(pem)));
}
/** Variables that name the root of a Python environment: venv, conda, actions/setup-python. */
const PREFIX_VARIABLES = [
	"VIRTUAL_ENV",
	"CONDA_PREFIX",
	"pythonLocation",
	"Python3_ROOT_DIR"
];
const WORKSPACE_FOLDERS = [
	".venv",
	"venv",
	"env"
];
const COMMON_PREFIXES = [
	"/opt/venv",
	"/usr/local",
	"/usr"
];
/** Folders of installed Python packages, the most specific first; empty when folders cannot be read. */
function sitePackages(question) {
	const workspace = filled(question, "GITHUB_WORKSPACE")?.value ?? ".";
	const named = PREFIX_VARIABLES.flatMap((name) => filled(question, name)?.value ?? []);
	const ofCheckout = new Set(WORKSPACE_FOLDERS.map((folder) => `${workspace}/${folder}`));
	for (const prefix of named) ofCheckout.delete(prefix);
	const prefixes = [
		...named,
		...ofCheckout,
		...question.platform === "win32" ? [] : COMMON_PREFIXES
	];
	return [...new Set(prefixes)].flatMap((prefix) => candidates(question, prefix).flatMap((folder) => {
		const names = question.listFolder?.(folder);
		return names === void 0 ? [] : [{
			folder,
			names,
			ofCheckout: ofCheckout.has(prefix)
		}];
	}));
}
/** Version of a package by its `<name>-<version>.dist-info` folder. */
function versionIn$1({ names }, name) {
	return names.map((entry) => /^(.+)-([^-]+)\.dist-info$/.exec(entry)).find((part) => part?.[1]?.toLowerCase() === name)?.[2];
}
function candidates(question, prefix) {
	if (question.platform === "win32") return [`${prefix}/Lib/site-packages`];
	return (question.listFolder?.(`${prefix}/lib`) ?? []).filter((name) => /^python3(\.\d+)?$/.test(name)).flatMap((name) => [`${prefix}/lib/${name}/site-packages`, `${prefix}/lib/${name}/dist-packages`]);
}

// src/egress/python.ts
/** httpx 0.28 and httpx2; a SOCKS proxy gets the name unresolved, also with `socks5`. */
const DIALECT = {
	...PLAIN_URL,
	client: CLIENT_FACTS.python.name,
	schemeless: "http",
	schemes: {
		http: "http",
		https: "https",
		socks5: "socks5h",
		socks5h: "socks5h"
	},
	strips: /(?<! ) +$/g
};
/** openai-python over httpx (below 3) and httpx2 (3 and later). */
const python = (question) => {
	const installed = sitePackages(question);
	const version = question.installed?.pythonOpenai ?? installed.flatMap((folder) => versionIn$1(folder, "openai") ?? []).at(0);
	const http = anySpelling(question, "http_proxy");
	const https = anySpelling(question, "https_proxy");
	const all = anySpelling(question, "all_proxy");
	const noProxy = anySpelling(question, "no_proxy");
	const chosen = (question.url.protocol === "https:" ? https : http).chosen ?? all.chosen;
	const everything = allBypassed(noProxy.chosen, question.url);
	const checked = everything ? [] : [
		http,
		https,
		all
	].flatMap((choice) => choice.chosen ?? []);
	const decision = decide({
		client: "python",
		question,
		dialect: DIALECT,
		chosen,
		checked,
		noProxy: noProxy.chosen
	});
	const socks = checked.filter((one) => /^socks5h?:\/\//i.test(one.value));
	const trust = pythonTrust(question, installed, version);
	const unusable = decision.unusable ?? (everything ? void 0 : badEntry(noProxy.chosen)) ?? missingSocks(socks, installed) ?? trust.unusable;
	return {
		egress: {
			client: "python",
			...given({ proxy: unusable === void 0 ? decision.proxy : void 0 }),
			reason: reasonOf(decision, question),
			...given({ unusable }),
			ignored: [
				...decision.notes ?? [],
				...[
					https,
					http,
					all,
					noProxy
				].flatMap(precedenceNotes),
				...chosen === void 0 ? emptyNotes(question) : [],
				...trust.notes,
				...nearMisses(question, "any")
			],
			trust: trust.stores.map(({ store }) => store),
			...given({ strict: trust.strict }),
			verifies: true,
			addressTimeoutMs: 0,
			httpVersion: "1.1"
		},
		...given({ proxyCredentials: unusable === void 0 ? decision.credentials : void 0 }),
		ca: certificatesOf(trust.stores),
		...trust.strict?.applies === "yes" && { partialChain: true }
	};
};
/** Python asks the system for a proxy where the environment names none; that was not looked at. */
function reasonOf(decision, question) {
	if (!hasOwnStore(question) || decision.proxy !== void 0 || decision.unusable !== void 0) return decision.reason;
	return `${decision.reason} The proxy settings of the system, which Python reads as well, were not looked at.`;
}
function allBypassed(noProxy, url) {
	return noProxy !== void 0 && bypassing(noProxy.value, url, NO_PROXY_DIALECTS.python) === "*";
}
/** httpx reads each entry as a URL; IPv6 in brackets or with a prefix length is none to it. */
function badEntry(noProxy) {
	if (noProxy === void 0) return void 0;
	if (!entriesOf(noProxy.value, NO_PROXY_DIALECTS.python).some((entry) => !entry.includes("://") && /^\[.*\]|^[^:]*:[^:]*:.*\//.test(entry))) return void 0;
	return {
		variable: noProxy.name,
		because: `${noProxy.name} has an IPv6 entry in brackets or with a prefix length, on which the constructor of the OpenAI client fails (httpx.InvalidURL).`,
		fix: `Write IPv6 entries of ${noProxy.name} as plain addresses, or remove them.`,
		by: "client"
	};
}
/** SOCKS needs a package of its own. Unknown while no installed packages can be seen. */
function missingSocks(socks, installed) {
	const [first] = socks;
	const home = installed.find(({ names }) => names.includes("openai"));
	if (first === void 0 || home === void 0 || home.names.includes("socksio")) return void 0;
	return {
		variable: first.name,
		because: `${first.name} names a SOCKS proxy and the package socksio is not installed, so the constructor of the OpenAI client fails (ImportError).`,
		fix: `Install httpx[socks] (httpx2[socks] for openai 3 and later), or use http:// in ${first.name}.`,
		by: "client"
	};
}

// src/egress/index.ts
/** Every client of the model; a contract test runs over all of them. */
const CLIENTS = {
	node,
	bun,
	deno,
	python,
	go,
	java,
	dotnet,
	ruby,
	php,
	rust,
	curl
};
/**
* How this client gets out, and why. Opens no socket and never throws. Where its release is not known and
* would change the answer, the newest is meant and the plan says which rule that is.
*/
function wayOut(client, question) {
	const plan = CLIENTS[client](question);
	if (question.releases?.[client] !== void 0) return plan;
	const assumes = changesOf(client).filter(([name]) => !sameRules(plan, CLIENTS[client]({
		...question,
		without: name
	}))).map(([, { since, what, source }]) => `since ${CLIENT_RELEASES[client].of} ${since.join(" and ")} it ${what} (${source})`);
	return assumes.length === 0 ? plan : {
		...plan,
		egress: {
			...plan.egress,
			assumes
		}
	};
}
/** Same proxy and same roots: how addresses are dialled is told where one of them fails. */
function sameRules(a, b) {
	const rules = ({ egress: { proxy, unusable, trust } }) => JSON.stringify([
		proxy,
		unusable,
		trust
	]);
	return rules(a) === rules(b);
}
/** Those that people compare with, whatever the application is written in. */
const COMMON = [
	"node",
	"python",
	"curl"
];
/** The way of each of these clients and of the common ones, in the order of the model. */
function allClientPaths(question, clients = []) {
	return CLIENTS$1.filter((client) => COMMON.includes(client) || clients.includes(client)).map((client) => wayOut(client, question));
}
/**
* Both take the same path: same proxy, or both direct, or both unable. What each trusts is another
* question, answered on the served chain.
*/
function samePath(a, b) {
	return pathOf(a) === pathOf(b);
}
/**
* The way this client does not take: direct where it takes a proxy, the proxy that the environment
* names where it goes direct or fails. `undefined` when there is no other.
*/
function otherWay(client, question) {
	const own = wayOut(client, question);
	const { proxy: _proxy, reason: _reason, unusable: _unusable, ...same } = own.egress;
	const { egress: _egress, proxyCredentials: _own, ...roots } = own;
	if (own.egress.proxy !== void 0) return {
		egress: {
			...same,
			reason: "The same request without the proxy."
		},
		...roots
	};
	const named = {
		...question,
		env: withoutNoProxy(question.env)
	};
	const other = [
		wayOut(client, {
			...named,
			env: {
				...named.env,
				NODE_USE_ENV_PROXY: "1"
			}
		}),
		curl(named),
		python(named)
	].find((plan) => plan.egress.proxy !== void 0);
	if (other?.egress.proxy === void 0) return void 0;
	return {
		egress: {
			...same,
			proxy: other.egress.proxy,
			reason: other.egress.reason
		},
		...given({ proxyCredentials: other.proxyCredentials }),
		...roots
	};
}
function pathOf({ egress, proxyCredentials }) {
	if (egress.unusable !== void 0) return "unusable";
	if (egress.proxy === void 0) return "direct";
	const { scheme, host, port } = egress.proxy;
	return JSON.stringify([
		scheme,
		host,
		port,
		proxyCredentials ?? null
	]);
}
function withoutNoProxy(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !/^no_proxy$/i.test(name)));
}

// src/run/route-run.ts
/** What every probe of a routeRun is given. */
function sharedBy({ routeRun, world }) {
	return {
		route: routeRun.route,
		plan: routeRun.plan,
		network: world.network,
		signal: world.signal,
		now: world.now
	};
}
function evidenceOf(routeRun, observations) {
	const { apiKey: _secret, ...route } = routeRun.route;
	const { plan, startedAtMs } = routeRun;
	return {
		route,
		egress: plan.egress,
		source: "live",
		observations,
		...given({ startedAtMs })
	};
}
/** A fatal setting was found, or the client itself would fail on its environment: no packet is sent. */
function blocked({ before, plan }) {
	return plan.egress.unusable !== void 0 || before.some(({ probe, outcome }) => probe === "settings" && outcome.status === "failed");
}
/** What is known of a route that cannot be asked: its settings decide, and nothing is sent. */
function blockedResult(routeRun, law) {
	const { before } = routeRun;
	return {
		routeRun,
		observations: before,
		verdict: judge(evidenceOf(routeRun, before), law),
		attempts: 0
	};
}

// src/run/client-paths.ts
/** The way of each client, and which of them were seen to work; nothing where only one is known. */
function clientPathsOf(result) {
	const { clients } = result.routeRun;
	if (clients === void 0) return {};
	return { clientPaths: clients.paths.map((plan) => {
		const { client, reason, unusable } = plan.egress;
		const works = worksFor(plan, clients.paths, result);
		return {
			client,
			exit: exitOf(plan.egress),
			reason: unusable?.because ?? reason,
			...given({ works })
		};
	}) };
}
function worksFor(plan, paths, result) {
	const { routeRun } = result;
	const exit = exitOf(plan.egress);
	if (samePath(plan, routeRun.plan)) return ownWorks(result);
	if (![routeRun.plan, ...paths].filter(({ egress }) => exitOf(egress) === exit).every((other) => samePath(plan, other))) return void 0;
	const asked = observations(evidenceOf(routeRun, result.observations), "other-way").findLast(({ target, outcome }) => target === exit && outcome.status !== "skipped");
	if (asked === void 0) return void 0;
	if (asked.outcome.status === "failed") return asked.outcome.failure.code.startsWith("tls.cert.") ? void 0 : false;
	if (asked.outcome.status !== "ok") return void 0;
	return !fromInBetween(asked.outcome.facts.status ?? 200);
}
const ON_THE_WAY = /* @__PURE__ */ new Set([
	"dns",
	"tcp",
	"proxy",
	"tls",
	"http"
]);
/** Of the way that the real request took: did it lead to the host itself? */
function ownWorks({ routeRun, observations: seen, verdict, attempts }) {
	if (attempts === 0) return void 0;
	const { verdict: kind, responder, firstBad } = verdict;
	if (responder === "proxy" || responder === "interceptor") return false;
	if (responseOf(evidenceOf(routeRun, seen)) !== void 0) return responder === "unknown" || responder === "" ? void 0 : true;
	const ofTrust = verdict.code.startsWith("tls.cert.");
	return kind === "fail" && ON_THE_WAY.has(firstBad) && !ofTrust ? false : void 0;
}

// src/run/exception.ts
/**
* The failure as the application meets it: the exception of its own SDK, and what came back with it.
* Absent after a pass, and where nothing was sent.
*/
function exceptionSeen({ routeRun, observations, verdict }) {
	const evidence = evidenceOf(routeRun, observations);
	const response = responseOf(evidence);
	const answered = observation(evidence, "answer");
	if (verdict.verdict === "pass" || lastAttempt(evidence) === 0) return {};
	if (answered?.outcome.status === "ok") return {};
	const failed = firstFailed(evidence);
	const broke = failed?.probe === "answer" ? void 0 : failed?.outcome.failure;
	const { client, application } = routeRun.route;
	const tunnel = failed?.probe === "tunnel" ? factsOf(failed)?.status : void 0;
	const status = response?.facts.status;
	const thrown = factsOf(answered)?.errorChain;
	const ours = evidence.source === "inside" || [
		"node",
		"bun",
		"deno"
	].includes(client);
	return { exception: {
		chain: (thrown !== void 0 && !ours ? [] : thrown) ?? [...exceptionChain({
			client,
			...given({
				sdkVersion: versionIn(application?.sdk?.value),
				status,
				code: broke?.code,
				errno: broke?.errno,
				proxyStatus: tunnel
			})
		})],
		hadStatus: status !== void 0,
		hadBody: (response?.facts.body.bytes ?? 0) > 0,
		hadRequestId: response?.facts.requestId !== void 0
	} };
}
/** `3.22.1` of `openai 3.22.1` and of `openai>=3.22.1`. */
function versionIn(sdk) {
	return /\d+(?:\.\d+)*/.exec(sdk ?? "")?.[0];
}

// src/run/witnesses.ts
/** Said of the page of a service, whenever the request was sent and no usable response came. */
function statusPageSeen({ routeRun, observations }, run) {
	const evidence = evidenceOf(routeRun, observations);
	if (lastAttempt(evidence) === 0 || !lacksUsableResponse(evidence)) return {};
	const host = URL.parse(routeRun.route.baseUrl)?.hostname ?? "";
	const known = statusPageOf(host);
	if (known?.form === "people") {
		const because = `${known.url} is written for people: open it in a browser`;
		return { statusPage: {
			host: new URL(known.url).host,
			because
		} };
	}
	if (known === void 0) return { statusPage: { because: "no status page is known for this host" } };
	const seen = observation(evidence, "status-page");
	if (seen === void 0) return { statusPage: { because: run.source.startsWith("inside") ? "it is not asked from inside the target" : "no time was left for it" } };
	const ended = seen.startedMs + seen.elapsedMs;
	const checkedAt = withOffset(new Date(run.startedAt.getTime() + ended));
	const facts = factsOf(seen);
	if (seen.outcome.status === "ok") {
		const { indicator, components } = seen.outcome.facts;
		return { statusPage: {
			host: seen.target,
			checkedAt,
			indicator,
			components
		} };
	}
	const because = seen.outcome.status === "skipped" ? seen.outcome.because : facts?.because ?? seen.outcome.failure.code;
	return { statusPage: {
		host: seen.target,
		...given({ checkedAt: seen.outcome.status === "failed" ? checkedAt : void 0 }),
		because
	} };
}
/** What the edge of the API saw of this egress, or why it was not asked. */
function egressAddressSeen({ routeRun, observations }) {
	const seen = observation(evidenceOf(routeRun, observations), "egress-address");
	if (seen === void 0) return {};
	const { outcome } = seen;
	switch (outcome.status) {
		case "ok": return { egressAddress: outcome.facts };
		case "skipped": return { egressAddress: { because: outcome.because } };
		case "failed": return { egressAddress: { because: outcome.failure.detail ?? outcome.failure.code } };
	}
}

// src/run/packet.ts
/**
* Compared between packets of one team, useless to anybody else: 48 bits of a keyed hash. Empty for
* a key without the shape of a vendor, which may be short or a word.
*/
const FINGERPRINT_SALT = "openai-preflight packet 1";
function fingerprint(secret) {
	const key = secret?.reveal() ?? "";
	if (!isVendorKey(key)) return "";
	const { createHmac } = process.getBuiltinModule("node:crypto");
	return createHmac("sha256", FINGERPRINT_SALT).update(key).digest("hex").slice(0, 12);
}
/** Everything known about a run, with the secrets taken out: the one thing that reports are made from. */
function buildPacket(run) {
	const routes = run.results.map((result) => {
		const { route, plan } = result.routeRun;
		return {
			name: route.name,
			kind: route.kind,
			baseUrl: route.baseUrl,
			endpoint: route.endpoint,
			...given({ application: route.application }),
			model: route.model ?? "",
			client: route.client,
			clientReason: route.clientReason,
			depth: effectiveDepth(route),
			...given({ repeat: repeatOf(result.routeRun) }),
			keyFingerprint: fingerprint(route.apiKey),
			failOn: [...route.failOn],
			attempts: route.attempts,
			attempt: result.attempts,
			egress: plan.egress,
			...clientPathsOf(result),
			observations: result.observations.map(flat),
			...statusPageSeen(result, {
				startedAt: run.startedAt,
				source: run.runtime.source
			}),
			...egressAddressSeen(result),
			...exceptionSeen(result),
			verdict: result.verdict
		};
	});
	const bare = {
		schemaVersion: 1,
		...stamp(run.runtime, run.startedAt, run.elapsedMs),
		routes,
		verdict: ofTheRun(run.results)
	};
	return {
		...run.redactor.deep(bare, "packet"),
		redactions: run.redactor.list()
	};
}
const DEFAULTS = new Map(INPUTS.map((input) => [input.name, "default" in input ? input.default : void 0]));
/** The inputs that send this very request again, besides those that have a field of their own. */
function repeatOf({ route, browserOrigin, deadlineMs = 0 }) {
	const { endpoint, stream = false, pathChecks = [], apiVersion, azureScope } = route;
	const all = {
		stream: endpointFacts(endpoint).streamed === void 0 ? void 0 : String(stream),
		"path-checks": pathChecks.map(written).join(","),
		"api-version": apiVersion,
		"azure-scope": azureScope,
		organization: route.organization === void 0 ? void 0 : "$OPENAI_ORG_ID",
		project: route.project === void 0 ? void 0 : "$OPENAI_PROJECT_ID",
		timeout: route.timeoutMs === 0 ? "" : exactly(route.timeoutMs),
		deadline: deadlineMs === 0 ? "" : exactly(deadlineMs),
		"browser-origin": browserOrigin,
		"expiry-warning": days(route.expiryWarningMs),
		"headroom-warning": percent(route.headroomWarning)
	};
	const told = Object.entries(all).flatMap(([name, value]) => value === void 0 || value === "" || value === DEFAULTS.get(name) ? [] : [[name, value]]);
	return told.length === 0 ? void 0 : Object.fromEntries(told);
}
function days(ms) {
	if (ms === void 0 || ms % 864e5 !== 0) return ms === void 0 ? ms : exactly(ms);
	return ms === 0 ? "0" : `${ms / 864e5}d`;
}
function percent(share) {
	return share === void 0 ? share : `${Number((share * 100).toFixed(3))}%`;
}
/**
* The verdict of the route that decides – one that fails the job before other failures, before an
* open question, before a pass – with what the routes say together.
*/
function ofTheRun(results) {
	const worst = results.find((one) => one.verdict.verdict === "fail" && gates(one)) ?? results.find(gates) ?? results.find(({ verdict }) => verdict.verdict === "fail") ?? results.find(({ verdict }) => verdict.verdict === "inconclusive") ?? results[0];
	if (worst === void 0) throw new Error("a packet needs at least one route");
	const together = sideBySide(results, worst);
	const { summary } = worst.verdict;
	return {
		...worst.verdict,
		summary: together === "" ? summary : `${summary} ${together}`,
		route: worst.routeRun.route.name
	};
}
function gates({ routeRun, verdict }) {
	return failsJob(verdict, routeRun.route.failOn);
}

// src/probes/entra/sign-in.ts
/**
* The credential that `@azure/identity` finds in this environment, in the order of its
* `DefaultAzureCredential`; the job's own OIDC token stands where the workload's file stands.
*/
function chooseSignIn(env, route) {
	const value = (name) => {
		const text = env[name] ?? "";
		return text.trim() === "" ? void 0 : text;
	};
	const may = allowedBy(value("AZURE_TOKEN_CREDENTIALS"));
	const service = urlOf(value("IDENTITY_ENDPOINT") ?? value("MSI_ENDPOINT"));
	const tenantId = value("AZURE_TENANT_ID");
	const clientId = value("AZURE_CLIENT_ID");
	const common = {
		...given({
			tenantId,
			clientId
		}),
		authority: urlOf(value("AZURE_AUTHORITY_HOST")) ?? new URL(`https://${PUBLIC_CLOUD.authority}`),
		identityService: "none",
		scope: route.azureScope ?? tokenScopeOf(route.baseUrl),
		padded: CREDENTIALS.filter((name) => value(name) !== value(name)?.trim())
	};
	if (may.cli === "alone") return {
		...common,
		method: "azure-cli",
		environment: env
	};
	if (tenantId !== void 0 && clientId !== void 0) {
		const secret = value("AZURE_CLIENT_SECRET");
		if (secret !== void 0 && may.environment) {
			const clientSecret = new Secret(secret, "AZURE_CLIENT_SECRET");
			return {
				...common,
				method: "client-secret",
				clientSecret
			};
		}
		const certificatePath = value("AZURE_CLIENT_CERTIFICATE_PATH");
		if (certificatePath !== void 0 && may.environment) return {
			...common,
			method: "client-certificate",
			certificatePath
		};
		const tokenFile = value("AZURE_FEDERATED_TOKEN_FILE");
		if (tokenFile !== void 0 && may.workload) return {
			...common,
			method: "workload-identity",
			tokenFile
		};
		const url = urlOf(value("ACTIONS_ID_TOKEN_REQUEST_URL"));
		const token = value("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
		if (url !== void 0 && token !== void 0 && may.workload) {
			const job = {
				url,
				token: new Secret(token, "ACTIONS_ID_TOKEN_REQUEST_TOKEN")
			};
			return {
				...common,
				method: "job-token",
				job
			};
		}
		if (route.azureCli === true && may.cli !== "no") return {
			...common,
			method: "azure-cli",
			environment: env
		};
		if (value("RUNNER_ENVIRONMENT") === "github-hosted" && may.workload) return {
			...common,
			method: "job-token"
		};
	}
	if (route.azureCli === true && may.cli !== "no" && service === void 0) return {
		...common,
		method: "azure-cli",
		environment: env
	};
	if (!may.machine) return {
		...common,
		method: may.environment ? "client-secret" : "job-token"
	};
	return {
		...common,
		method: "managed-identity",
		authority: service ?? urlOf(value("AZURE_POD_IDENTITY_AUTHORITY_HOST")) ?? new URL(`http://${"169.254.169.254"}`),
		identityService: service === void 0 ? "imds" : "identity-endpoint"
	};
}
/** Variables whose value is sent as a credential. */
const CREDENTIALS = [
	"AZURE_TENANT_ID",
	"AZURE_CLIENT_ID",
	"AZURE_CLIENT_SECRET"
];
/**
* What AZURE_TOKEN_CREDENTIALS leaves of the chain of `DefaultAzureCredential`
* (learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains).
*/
function allowedBy(named) {
	const word = named?.trim().toLowerCase().replace(/credential$/, "");
	const only = (one) => word === one;
	return only("environment") || only("workloadidentity") || only("managedidentity") ? {
		environment: only("environment"),
		workload: only("workloadidentity"),
		machine: only("managedidentity"),
		cli: "no"
	} : {
		environment: true,
		workload: true,
		machine: true,
		cli: only("dev") || only("azurecli") ? "alone" : only("prod") ? "no" : "last"
	};
}
function urlOf(text) {
	if (text === void 0) return void 0;
	return URL.parse(text) ?? URL.parse(`https://${text}`) ?? void 0;
}

// src/knowledge/started-programs.ts
/**
* Folders of PATH whose programs are the machine's: absolute, and outside of the checkout, where they are a
* stranger's. A checkout that is the root of a drive is none.
* @param checkout absolute
*/
function outside(searchPath, checkout, windows = false) {
	const plain = (folder) => `${windows ? folder.replaceAll("\\", "/").toLowerCase() : folder}/`.replaceAll(/\/+/g, "/");
	const own = plain(checkout);
	return searchPath.split(windows ? ";" : ":").filter((folder) => {
		const place = plain(folder);
		return (windows ? /^[a-z]:[/\\]/i : /^\//).test(folder) && !place.includes("/../") && (/^(?:[a-z]:)?\/$/.test(own) || !place.startsWith(own));
	});
}
/** What the programs that are started see of the environment: no key of another service is among it. */
const SEES = {
	/** The command of Azure, a script around Python. */
	az: /^(?:PATH|HOME|USERPROFILE|LANG|LC_\w+|TMPDIR|TE?MP|XDG_\w+|PYTHON\w*|AZURE_CONFIG_DIR|AZURE_CORE_\w+|(?:https?|all|no)_proxy|REQUESTS_CA_BUNDLE|SSL_CERT_\w+|CURL_CA_BUNDLE)$/i,
	/** A runtime that says its version; a version manager chooses it. */
	runtime: /^(?:HOME|PATHEXT|SYSTEMROOT|USERPROFILE|(?:PYENV|RBENV|ASDF|MISE)_[A-Z_]+)$/i,
	/** The prefix of `inside`, a command of the user's own; the inputs of the step are none of its business. */
	prefix: /^(?!INPUT_)/i
};
/** The environment of a program that is started. */
function environmentOf(program, env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => SEES[program].test(name)));
}

// src/run/releases.ts
/** Programs that say the release that `CLIENT_RELEASES` means. A release of reqwest stands in Cargo.lock. */
const SAYS = {
	node: [
		"node",
		["--version"],
		/^v([\d.]+)/
	],
	bun: [
		"bun",
		["--version"],
		/^([\d.]+)/
	],
	deno: [
		"deno",
		["--version"],
		/^deno ([\d.]+)/
	],
	python: [
		"python3",
		["--version"],
		/^Python ([\d.]+)/
	],
	go: [
		"go",
		["version"],
		/\bgo(\d[\d.]*)/
	],
	dotnet: [
		"dotnet",
		["--list-runtimes"],
		/^Microsoft\.NETCore\.App ([\d.]+)/m
	],
	ruby: [
		"ruby",
		["--version"],
		/^ruby ([\d.]+)/
	],
	php: [
		"php",
		["-r", "echo curl_version()[\"version\"];"],
		/^([\d.]+)/
	],
	curl: [
		"curl",
		["--version"],
		/\blibcurl\/([\d.]+)/
	]
};
/** Milliseconds for one answer; a shim of pyenv needs a tenth of it. */
const MOST_WAIT_MS = 2e3;
/** Of the deadline: a short one is not spent on this. */
const WAIT_SHARE = .1;
/** Characters of one answer. */
const MOST_ANSWER = 16384;
/**
* The releases of these clients as PATH of the application has them, where a rule depends on the release.
* Started without a shell, outside the checkout, and never from it: what lies there is a stranger's.
* A program that is not there, is slow or says something else leaves its release unknown.
*/
async function releasesHere(clients, order) {
	const asked = [...new Set(clients)].filter((client) => changesOf(client).length > 0);
	const told = await Promise.all(asked.map(async (client) => [client, await releaseHere(client, order)]));
	return Object.fromEntries(told.filter(([, release]) => release !== void 0));
}
async function releaseHere(client, { environment, workspace, settings, signal }) {
	if (client === "node" && !RUNNERS_NODE.test(process.execPath)) return process.version;
	const [program, args, release] = SAYS[client] ?? [];
	const [, folders = ""] = Object.entries(environment).find(([name]) => /^path$/i.test(name)) ?? [];
	const path = outside(folders, workspace, process.platform === "win32").join(delimiter);
	if (program === void 0 || args === void 0 || path === "") return void 0;
	const options = {
		cwd: tmpdir(),
		env: {
			...environmentOf("runtime", environment),
			PATH: path,
			GOTOOLCHAIN: "local",
			DOTNET_NOLOGO: "1"
		},
		timeout: Math.min(MOST_WAIT_MS, settings.deadlineMs * WAIT_SHARE),
		maxBuffer: MOST_ANSWER,
		killSignal: "SIGKILL",
		windowsHide: true,
		signal
	};
	const { execFile } = process.getBuiltinModule("node:child_process");
	return new Promise((done) => {
		execFile(program, args, options, (_, said) => done(release?.exec(said)?.[1])).stdin?.end();
	});
}
const RUNNERS_NODE = /[/\\]externals[/\\]node\d+[/\\]/;

// src/run/prepare.ts
const DEFAULT_BASE_URL = "https://api.openai.com/v1";
/** The settings → routes that can be run: each with its client, and the way that this client takes. */
async function prepare(order, startedAtMs) {
	const { routes } = order.settings;
	const asked = routes.length > 0 ? routes : [noRoute()];
	const read = detectClient(order.checkout(), foundCall(asked));
	const found = asked.some(({ client }) => client === "auto" || client === "python") ? read : {
		...read,
		client: "node",
		reason: "",
		known: true,
		clients: []
	};
	const clients = asked.map(({ client }) => client === "auto" ? found.client : client);
	const here = {
		found,
		releases: {
			...await releasesHere(clients, order),
			...given({ rust: found.reqwest })
		},
		sameRoots: oneListForTheSame()
	};
	const reading = {
		...order,
		readFile: remembering(order.readFile),
		listFolder: remembering(order.listFolder)
	};
	const known = /* @__PURE__ */ new Map();
	const waysOf = (client, url) => {
		const id = `${client} ${url.origin}`;
		const ways = known.get(id) ?? waysFrom(client, url, reading, here);
		known.set(id, ways);
		return ways;
	};
	return asked.map((one) => ({
		...routeRunOf(one, reading, found, waysOf),
		startedAtMs
	}));
}
function waysFrom(client, url, order, here) {
	const { found, releases, sameRoots } = here;
	const question = {
		url,
		env: order.environment,
		readFile: order.readFile,
		listFolder: order.listFolder,
		platform: process.platform,
		installed: found,
		releases
	};
	const withOurs = (plan) => {
		const { ca, proxyCa } = withRoots(plan, order.extraRoots);
		return {
			...plan,
			...ca === void 0 ? {} : { ca: sameRoots(ca) },
			...proxyCa === void 0 ? {} : { proxyCa: sameRoots(proxyCa) }
		};
	};
	const wayTo = (to) => withOurs(wayOut(client, {
		...question,
		url: to
	}));
	const paths = allClientPaths(question, [client, ...found.clients]).map(withOurs);
	const other = otherWay(client, question);
	return {
		plan: paths.find(({ egress }) => egress.client === client) ?? wayTo(url),
		paths,
		otherWays: [...other === void 0 ? [] : [withOurs(other)], ...paths.filter(({ egress }) => egress.client !== client)],
		wayTo
	};
}
/** The file of the application's own call; `src/ask.ts:4` says where its endpoint was read. */
function foundCall(asked) {
	const file = asked.map(({ route }) => route.application?.endpoint.from ?? "").map((from) => /^(.+):\d+$/.exec(from)?.[1]).find((one) => one !== void 0);
	return file === void 0 ? void 0 : {
		file,
		clients: clientsOf(file)
	};
}
/** A route as asked for → a route with its client, its way out, and what is wrong with its settings. */
function routeRunOf(asked, order, found, waysOf) {
	const { route: bare, problems: own } = withClient(asked, asked.client === "auto" ? found.client : asked.client, asked.client === "auto" ? found.reason : `set by client: ${asked.client}`);
	const route = withLibrary(bare, found);
	const problems = [...order.settings.problems, ...own];
	const url = URL.parse(route.baseUrl) ?? new URL(DEFAULT_BASE_URL);
	const { plan, paths, otherWays, wayTo } = waysOf(route.client, url);
	const isFirst = asked === order.settings.routes[0];
	const { browserOrigin, deadlineMs } = order.settings;
	return {
		route,
		plan,
		otherWays,
		clients: {
			paths,
			chosen: asked.client !== "auto",
			known: asked.client !== "auto" || found.known
		},
		wayTo,
		...route.azureAuth === "entra" && effectiveDepth(route) !== "route" ? { signIn: chooseSignIn(order.environment, route) } : {},
		before: [settingsObservation(route, asked, problems), ...isFirst ? order.before ?? [] : []],
		deadlineMs,
		...given({ browserOrigin })
	};
}
/** What the application sends its requests with, where the checkout says it. */
function withLibrary(route, { sdks }) {
	const sdk = sdks.get(route.client);
	if (route.application === void 0 || sdk === void 0) return route;
	return {
		...route,
		application: {
			...route.application,
			sdk
		}
	};
}
/** What is wrong with the settings, as an observation: the first of a route. */
function settingsObservation({ name, baseUrl }, { keyShape }, problems) {
	const facts = {
		problems,
		...given({ key: keyShape })
	};
	const fatal = problems.find(({ severity }) => severity === "fatal");
	return {
		id: "settings",
		probe: "settings",
		rung: "config",
		route: name,
		target: baseUrl,
		attempt: 0,
		startedMs: 0,
		elapsedMs: 0,
		outcome: fatal === void 0 ? {
			status: "ok",
			facts
		} : {
			status: "failed",
			failure: { code: fatal.code },
			facts
		}
	};
}
/** Stands in for the routes of a settings file that could not be read: the problems need a place. */
function noRoute() {
	return {
		route: {
			name: "settings",
			kind: "openai",
			baseUrl: DEFAULT_BASE_URL,
			endpoint: "responses",
			depth: "route",
			timeoutMs: 0,
			attempts: 1,
			waitUpToMs: 0,
			failOn: [
				"route",
				"auth",
				"quota",
				"client",
				"unknown"
			],
			compareDirect: false
		},
		client: "node",
		problems: []
	};
}
/** Trust bundles and package folders are read once for all clients and routes, not once for each. */
function remembering(read) {
	const known = /* @__PURE__ */ new Map();
	return (path) => {
		if (!known.has(path)) known.set(path, read(path));
		return known.get(path);
	};
}
function withRoots(plan, extra) {
	return extra === void 0 ? plan : {
		...plan,
		ca: [...plan.ca ?? [], ...extra]
	};
}
/**
* Lists that hold the same are one list, whatever the origin they were read for: a TLS context is made
* for a list, so 200 hosts would make 600 of them.
*/
function oneListForTheSame() {
	const numbers = /* @__PURE__ */ new Map();
	const lists = /* @__PURE__ */ new Map();
	return (roots) => {
		const id = roots.map((pem) => {
			const number = numbers.get(pem) ?? numbers.size;
			numbers.set(pem, number);
			return number;
		}).join(" ");
		const known = lists.get(id) ?? roots;
		lists.set(id, known);
		return known;
	};
}

// src/wire/stopped.ts
/**
* Thrown through undici and the SDK when a rung has failed and has already been observed.
* It has no `code` of its own: undici reconnects for ever on a connector error that says
* UND_ERR_SOCKET or UND_ERR_INFO (lib/dispatcher/client.js, onError).
*/
var Stopped = class extends Error {
	layer;
	constructor(layer, cause) {
		super(`stopped at ${layer}`, { cause });
		this.name = "Stopped";
		this.layer = layer;
	}
};
/** An attempt whose clock ran out; `code` as libuv spells it, so that rows of the failure table fit. */
var RanOut = class extends Error {
	code = "ETIMEDOUT";
};
/** The promise, or a `RanOut` as soon as the signal aborts. The promise itself goes on unheard. */
function untilAborted(promise, signal) {
	return new Promise((done, fail) => {
		if (signal.aborted) fail(new RanOut("aborted before it began"));
		const abort = () => fail(new RanOut("aborted"));
		signal.addEventListener("abort", abort, { once: true });
		promise.then(done, fail).finally(() => signal.removeEventListener("abort", abort));
	});
}

// src/wire/lookup.ts
/**
* getaddrinfo with the hints that `net.connect` uses: without ADDRCONFIG a v6-only name on a
* v4-only host would resolve here and fail in the application. Cannot be cancelled: a caller
* that gives up leaves a libuv thread behind (libuv#364), see `leave` in src/doors/start.ts.
*/
const systemResolve = (host) => new Promise((done, fail) => {
	const hints = process.platform === "win32" ? 0 : ADDRCONFIG;
	lookup(host, {
		all: true,
		hints,
		order: "verbatim"
	}, (error, addresses) => {
		if (error) fail(error);
		else done(addresses.map(({ address }) => resolved(address)));
	});
});
/** The same answers with the addresses of one family first, as the JDK sorts them. */
function inOrder(resolve, first) {
	if (first === void 0) return resolve;
	return async (host) => {
		return (await resolve(host)).toSorted((a, b) => Number(b.family === first) - Number(a.family === first));
	};
}
/** A name with more is nobody's API: the rest would only swell the packet. */
const MOST_ADDRESSES = 64;
/** The `lookup` observation. Throws `Stopped` when the name has no address. */
async function lookUp(question) {
	const { host, of, recorder } = question;
	const observation = recorder.begin("lookup", host);
	if (isIP(host) !== 0) {
		const addresses = [resolved(host)];
		observation.ok({
			host,
			resolver: "literal",
			addresses,
			of
		});
		return addresses;
	}
	try {
		const addresses = (await untilAborted(question.resolve(host), question.signal)).slice(0, MOST_ADDRESSES);
		observation.ok({
			host,
			resolver: "getaddrinfo",
			addresses,
			of
		});
		return addresses;
	} catch (error) {
		observation.failed(failureFrom(error, "dns"), {
			host,
			resolver: "getaddrinfo",
			of
		});
		throw new Stopped("dns", error);
	}
}

// src/run/world.ts
/** The world of one run, which learns secrets on its way, and what takes all of them out again. */
function worldOf(order) {
	const { settings, signal, directBaseUrl, listen, jobToken } = order;
	const origin = performance.now();
	const secrets = planted(settings.secrets);
	const redactors = [createRedactor([...secrets], { shapes: false })];
	return {
		world: {
			network: {
				resolve: order.resolve ?? systemResolve,
				clock: () => performance.now() - origin,
				clean: (received) => redactors.reduce((text, one) => one.text(text, "headers"), received)
			},
			now: Date.now,
			signal,
			sdk: `openai@${VERSIONS.openai}`,
			pause: async (milliseconds, until) => {
				await setTimeout(milliseconds, void 0, { signal: until }).catch(() => {});
			},
			egressAddress: settings.egressAddress,
			conceal: (value, what) => {
				order.mask?.(value);
				secrets.push({
					value,
					what
				});
				redactors.push(createRedactor([{
					value,
					what
				}], { shapes: false }));
			},
			...given({
				controlUrl: settings.controlUrl,
				directBaseUrl,
				listen,
				jobToken
			})
		},
		redactorFor: (results) => createRedactor([...secrets, ...proxyPasswords(results)]),
		heard: () => redactors.flatMap((one) => one.list())
	};
}
function proxyPasswords(results) {
	return results.flatMap(({ routeRun }) => [routeRun.plan, ...routeRun.otherWays]).flatMap(({ proxyCredentials }) => proxyCredentials ?? []).map(({ password }) => ({
		value: password,
		what: "proxy password"
	}));
}

// src/run/preflight.ts
/** The end of a run may not need all of the deadline: this much is kept for writing the reports. */
const REPORTING_MS = 250;
/** … and this much more for each route: a thousand of them make 18 MB of page (measured: 3 s). */
const REPORTING_A_ROUTE_MS = 3;
/**
* The story: settings → routes → the way out → the real request → (only after a failure)
* investigations → the judge → a packet with nothing secret in it. Reports are made from the packet.
*/
async function preflight(order) {
	const { settings, runtime, startedMs = 0 } = order;
	const preparingMs = performance.now();
	const routeRuns = await prepare(order, Date.now());
	const probes = routeRuns.every(blocked) ? void 0 : await loadProbes();
	const spentMs = startedMs + performance.now() - preparingMs;
	const startedAt = /* @__PURE__ */ new Date();
	const { world, redactorFor, heard } = worldOf(order);
	const leftMs = timeFor(routeRuns.length, settings) - spentMs;
	const results = probes === void 0 ? await blockedResults(routeRuns, order) : await probes.runRoutes(routeRuns, world, leftMs);
	const elapsedMs = world.network.clock() + startedMs;
	const redactor = redactorFor(results);
	const packet = buildPacket({
		results,
		startedAt,
		elapsedMs,
		runtime,
		redactor
	});
	return {
		...packet,
		redactions: [...heard(), ...packet.redactions]
	};
}
/** The probes with the SDK and TLS: 2 MB that wrong settings have no use for. */
const loadProbes = () => import("./run.js");
/** Nothing was sent: only what was seen beside the road asks for more rules than those of the settings. */
async function blockedResults(routeRuns, { before = [] }) {
	const law = before.length === 0 ? LAW_OF_SETTINGS : (await import("./rules-entry.js")).LAW;
	return routeRuns.map((one) => blockedResult(one, law));
}
/** Milliseconds of the deadline in which routes are asked; the rest is for writing. */
function timeFor(routes, { deadlineMs }) {
	return deadlineMs - Math.min(REPORTING_MS + REPORTING_A_ROUTE_MS * routes, deadlineMs / 2);
}

export { wayOut as _, RanOut as a, settingsObservation as c, FINGERPRINT_SALT as d, buildPacket as f, sharedBy as g, evidenceOf as h, systemResolve as i, environmentOf as l, blockedResult as m, inOrder as n, Stopped as o, blocked as p, lookUp as r, untilAborted as s, preflight as t, outside as u };