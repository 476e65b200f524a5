import "./runtime-rolldown-runtime.js";
import { D as CANCELLED, F as fields, I as optional, O as OUT_OF_TIME, R as exitOf, S as effectiveDepth, _ as ASKED_INSTEAD, d as createRedactor, f as entryOf, j as failsJob, k as PROBE_RUNG, m as Secret, v as CLIENTS$1 } from "./model.js";
import { t as CLIENT_FACTS } from "./knowledge-clients.js";
import { C as distance, S as scopeOf, b as isAddress, i as PUBLIC_CLOUD, l as isOpenaiHost, n as IMDS, v as statusPageOf, y as tokenScopeOf } from "./knowledge-hosts.js";
import { A as factsOf, C as describeBody, E as fromInBetween, F as observation, I as observations, L as requestChain, M as isProbe, N as lacksUsableResponse, O as interceptorOf, P as lastAttempt, R as responseOf, _ as flatten, a as resolved, b as judge, c as untilAborted, d as saidByHeaders, f as limitsOf, g as failureFrom, h as errnoOf, i as hostAndPort, j as firstFailed, m as classOf, n as openTunnel, o as RanOut, p as headersOfInterest, s as Stopped, t as basicCredentials, u as redirectTarget, v as layerOf, y as timedOut } from "./rules.js";
import { n as corsQuestion, r as readCors, t as corsOutcome } from "./browser-cors.js";
import { i as APIError, n as OpenAI, t as AzureOpenAI } from "./openai.js";
import { n as import_api_request, t as import_agent } from "./wire-undici.js";
import { t as limitTime } from "./wire-time-limit.js";
import { a as vendorOf } from "./knowledge-credentials.js";
import { i as VERSIONS, n as stamp, r as withOffset, t as flat } from "./run-settings.js";
import { s as withClient } from "./settings.js";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import tls, { connect, rootCertificates } from "node:tls";
import { BlockList, connect as connect$1, isIP } from "node:net";
import zlib, { constants as constants$1, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { AsyncLocalStorage } from "node:async_hooks";
import { X509Certificate, createHmac, randomUUID } from "node:crypto";
import { ADDRCONFIG, lookup } from "node:dns";
import { access, constants as constants$2, readFile } from "node:fs/promises";
import { Resolver, getServers } from "node:dns/promises";

// src/egress/near-miss.ts
/** Names that decide the way out of some client. */
const MEANT = [
	"HTTPS_PROXY",
	"HTTP_PROXY",
	"NO_PROXY",
	"ALL_PROXY",
	"NODE_USE_ENV_PROXY",
	"NODE_EXTRA_CA_CERTS",
	"NODE_USE_SYSTEM_CA",
	"NODE_TLS_REJECT_UNAUTHORIZED",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR",
	"CURL_CA_BUNDLE",
	"REQUESTS_CA_BUNDLE"
];
/** Real variables of other programs that only look alike. */
const REAL = /* @__PURE__ */ new Set([
	...MEANT,
	"FTP_PROXY",
	"FTPS_PROXY",
	"SFTP_PROXY",
	"TCP_PROXY",
	"WS_PROXY",
	"WSS_PROXY",
	"GOPROXY",
	"GONOPROXY",
	"GO_PROXY",
	"PIP_PROXY",
	"NPM_PROXY",
	"SOCKS_PROXY",
	"RSYNC_PROXY",
	"HTTP2_PROXY"
]);
/** Shorter names are alike too often for two slips. */
const TWO_SLIPS_FROM = 12;
/**
* Misspelt names, by edit distance, word order and case. Of the values only counts that there is one.
* `proxyCase`: how the client reads the case of proxy variables (Python takes any).
*/
function nearMisses({ env, platform }, proxyCase) {
	return Object.entries(env).flatMap(([name, value]) => {
		if (value === void 0 || value === "") return [];
		const meant = meantBy(name) ?? (platform === "win32" ? void 0 : wrongCaseOf(name, proxyCase));
		if (meant === void 0) return [];
		return [{
			variable: name,
			because: `This client does not read ${name}; it looks like a misspelt ${meant}.`,
			fix: `Rename ${name} to ${meant}.`
		}];
	});
}
function wrongCaseOf(name, proxyCase) {
	const meant = MEANT.find((one) => one === name.toUpperCase());
	if (meant === void 0 || meant === name) return void 0;
	if (/^(HTTPS?|NO|ALL)_PROXY$/.test(meant) && (proxyCase === "any" || name === name.toLowerCase())) return void 0;
	return meant;
}
/** Answers given: the same names are asked about for each client and each route of a run. */
const ASKED = /* @__PURE__ */ new Map();
const MOST_ASKED = 1e4;
/** The name that was probably meant, `undefined` when the name is right or is about something else. */
function meantBy(name) {
	if (ASKED.has(name)) return ASKED.get(name);
	const meant = search(name.toUpperCase());
	if (ASKED.size < MOST_ASKED) ASKED.set(name, meant);
	return meant;
}
const FORMS = MEANT.map((meant) => ({
	meant,
	letters: squeezed(meant),
	words: sortedWords(meant)
}));
function search(name) {
	if (REAL.has(name)) return void 0;
	const own = squeezed(name);
	const ownWords = sortedWords(name);
	const exact = FORMS.find(({ letters, words }) => letters === own || words === ownWords);
	if (exact !== void 0) return exact.meant;
	return FORMS.map(({ meant, letters }) => ({
		meant,
		slips: distance(own, letters, 2),
		most: letters.length >= TWO_SLIPS_FROM ? 2 : 1
	})).filter(({ slips, most }) => slips <= most).sort((a, b) => a.slips - b.slips).at(0)?.meant;
}
function squeezed(name) {
	return name.replaceAll(/[^A-Z0-9]/g, "");
}
function sortedWords(name) {
	return name.split(/[^A-Z0-9]+/).filter(Boolean).sort().join("_");
}

// src/egress/proxy-url.ts
/** Sentences about a value never quote it: it may hold a password. */
function parseProxy({ name, value }, dialect) {
	const refused = (because, fix) => ({
		usable: false,
		by: "client",
		because: `${because}, and ${dialect.client} fails on it before any packet is sent.`,
		fix
	});
	const text = value.replaceAll(dialect.strips, "");
	if (/^\s|\s$/.test(text)) return refused(`The value of ${name} has blanks or a line break around it`, `Remove the blanks and the line break around the value of ${name}.`);
	if (/^["']/.test(text)) return refused(`The value of ${name} is in quotes that are part of it`, `Remove the quotes around the value of ${name}.`);
	const written = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (written === void 0 && (dialect.schemeless === "refused" || text.includes("://"))) return refused(`The value of ${name} has no scheme`, `Put http:// in front of the value of ${name}.`);
	if (written !== void 0 && dialect.foreign.includes(written)) return {
		usable: false,
		by: "preflight",
		because: `${name} names a ${written} proxy, which ${dialect.client} speaks and this preflight does not.`,
		fix: `Use socks5h:// or http:// in ${name}, if the proxy offers it.`
	};
	const scheme = written === void 0 ? "http" : spoken(written, dialect);
	if (scheme === void 0) return refused(`${name} names a proxy of a scheme that is not supported${written !== void 0 && written.length <= 10 ? ` (${written})` : ""}`, `Use a scheme that ${dialect.client} speaks in ${name}: ${Object.keys(dialect.schemes).join(", ")}.`);
	const rest = written === void 0 ? text : text.slice(written.length + 3);
	const url = URL.canParse(`proxy://${rest}`) ? new URL(`proxy://${rest}`) : void 0;
	if ((url === void 0 ? "" : url.pathname + url.search + url.hash).includes("@") || url === void 0 && rest.includes("@")) return refused(`The value of ${name} is not a URL: its user or password has characters that are not percent-encoded, or its port is not a number`, `Percent-encode the user and the password in ${name} (# is %23, / is %2F, @ is %40).`);
	if (url === void 0 || url.hostname === "" || url.port === "0") return refused(`The value of ${name} is not the URL of a proxy`, `Write ${name} as http://host:port.`);
	const username = decoded(url.username);
	const password = decoded(url.password);
	if ((username === void 0 || password === void 0) && dialect.badEscapes === "refused") return refused(`The user or password in ${name} has a % that starts no escape`, `Write % as %25 in the user and the password of ${name}.`);
	const hasCredentials = dialect.userAlone === "sent" ? url.username !== "" || url.password !== "" : url.username !== "" && url.password !== "";
	return {
		usable: true,
		hop: {
			scheme,
			host: hostOf$1(url),
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
function spoken(written, { schemes }) {
	return Object.hasOwn(schemes, written) ? schemes[written] : void 0;
}
/** The way clients for HTTP read a host (IDNA, lower case), without brackets. */
function hostOf$1(url) {
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

// src/egress/roots.ts
/** The roots this process can name. The only place that asks Node for them. */
const processRoots = {
	bundled: () => tls.getCACertificates("bundled"),
	system: () => tls.getCACertificates("system")
};

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
const READ$1 = /* @__PURE__ */ new Map();
const MOST_READ = 16;
/** The certificates in a PEM text, one text each. Keys and comments are left out. */
function pemCertificates(text) {
	const known = READ$1.get(text);
	if (known !== void 0) return known;
	const found = [...text.matchAll(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g)].map(([pem]) => `${pem}\n`);
	if (READ$1.size < MOST_READ) READ$1.set(text, found);
	return found;
}
/** The texts to verify with, each once. */
function certificatesOf$1(stores) {
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
	if (question.platform === "darwin" || question.platform === "win32") return {
		store: {
			store: "system",
			source
		},
		certificates: () => roots.system()
	};
	const path = BUNDLE_FILES.find((file) => readCertificates(question, file).length > 0);
	if (path === void 0) return {
		store: {
			store: "system",
			source: `${source}; no system bundle was found here`
		},
		certificates: () => []
	};
	return {
		store: {
			store: "system",
			source,
			path
		},
		certificates: () => readCertificates(question, path)
	};
}
/** A file named by a variable. `problem` when it gives no certificate. */
function fileStore(question, { name, value: path }, store) {
	const problem = fileProblem(question, path);
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
/**
* Folders named by a variable. OpenSSL finds a certificate by the hash of its subject in the file
* name (`c_rehash`); Node's system store reads every file.
*/
function folderStore(question, { name, value }, reads) {
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
function fileProblem(question, path) {
	const text = question.readFile(path);
	if (text === void 0) return "names a file that cannot be read";
	return pemCertificates(text).length === 0 ? "names a file without a PEM certificate" : void 0;
}

// src/egress/variables.ts
/** The variable with exactly this name; on Windows names are the same in any case. */
function variable({ env, platform }, name) {
	const value = env[name];
	if (value !== void 0) return {
		name,
		value
	};
	if (platform !== "win32") return void 0;
	return anyCase({ env }, name).at(0);
}
/** The variable when it is set and not empty. */
function filled(from, name) {
	const found = variable(from, name);
	return found !== void 0 && found.value !== "" ? found : void 0;
}
/** Node: the first spelling that is set wins, also when it is empty (`??`). */
function firstSet(from, names) {
	const [winner, ...rest] = spelt(from, names);
	const losers = rest.filter((other) => other.value !== "");
	if (winner === void 0) return { losers };
	return winner.value === "" ? {
		emptied: winner,
		losers
	} : {
		chosen: winner,
		losers
	};
}
/** curl: the first spelling that is set and not empty wins. */
function firstFilled(from, names) {
	const [chosen, ...losers] = spelt(from, names).filter((one) => one.value !== "");
	return chosen === void 0 ? { losers } : {
		chosen,
		losers
	};
}
/**
* Python's `urllib.request.getproxies_environment`: any case counts, a name that ends in lower-case
* `_proxy` wins, and an empty one of those removes the proxy.
*/
function anySpelling(from, name) {
	const all = anyCase(from, name);
	const suffix = name.slice(name.lastIndexOf("_"));
	const winner = all.findLast((one) => one.name.endsWith(suffix)) ?? all.findLast((one) => one.value !== "");
	const losers = all.filter((one) => one !== winner && one.value !== "");
	if (winner === void 0) return { losers };
	return winner.value === "" ? {
		emptied: winner,
		losers
	} : {
		chosen: winner,
		losers
	};
}
/** Says which spellings lose, where that changes anything. */
function precedenceNotes({ chosen, emptied, losers }) {
	const winner = chosen ?? emptied;
	if (winner === void 0) return [];
	return losers.filter((loser) => loser.value !== winner.value).map((loser) => ({
		variable: loser.name,
		because: emptied === void 0 ? `${winner.name} is set to another value and wins.` : `${winner.name} is set but empty, and wins.`,
		fix: emptied === void 0 ? `Give ${winner.name} and ${loser.name} the same value.` : `Remove the empty ${winner.name}.`
	}));
}
/** Proxy variables that are there without a value: what an unset secret gives. */
function emptyNotes(from) {
	return [
		"HTTPS_PROXY",
		"https_proxy",
		"ALL_PROXY",
		"all_proxy"
	].flatMap((name) => variable(from, name) ?? []).filter(({ value }) => value === "").map(({ name }) => ({
		variable: name,
		because: `${name} is set but empty, which counts as not set.`,
		fix: `Give ${name} the URL of the proxy, or remove it; a secret that is not there is empty.`
	}));
}
function spelt(from, names) {
	const found = names.flatMap((name) => variable(from, name) ?? []);
	return found.filter((one, at) => found.findIndex((other) => other.name === one.name) === at);
}
function anyCase({ env }, name) {
	const wanted = name.toLowerCase();
	return Object.entries(env).flatMap(([key, value]) => value !== void 0 && key.toLowerCase() === wanted ? [{
		name: key,
		value
	}] : []);
}

// src/egress/no-proxy.ts
/** reqwest and what was taken from it: domains with what is below them, addresses and ranges. */
const REQWEST = {
	separator: /,/,
	star: "any-entry",
	matches: (entry, url) => withinRange(hostOf(url), entry) || isIP(hostOf(url)) === 0 && isOrEndsIn(url.hostname, entry.replace(/^\./, ""))
};
/** libcurl, also under PHP. */
const LIBCURL = {
	separator: /[,\s]/,
	star: "whole-value",
	matches: (entry, url) => {
		const host = hostOf(url).replace(/\.$/, "");
		if (ipv4Number(host) !== void 0) return inRange(host, entry);
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
			const host = hostOf(url);
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
			if (isIP(hostOf(url)) !== 0 && withinRange(hostOf(url), entry)) return true;
			const [name, port] = portApart(entry);
			if (port !== void 0 && port !== portOf(url)) return false;
			return isOrEndsIn(hostOf(url), name.replace(/^\*?\./, "").replace(/\.$/, ""));
		}
	},
	deno: {
		...REQWEST,
		matches: (entry, url) => (isIP(entry) !== 0 || entry === entry.toLowerCase()) && REQWEST.matches(entry, url)
	},
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
			const host = hostOf(url);
			if (isIP(host) !== 0 && withinRange(host, name)) return true;
			return name.startsWith(".") ? endsIn(host, name.slice(1)) : isOrEndsIn(host, name);
		}
	},
	php: LIBCURL,
	curl: LIBCURL
};
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
/** `host` without its own suffix is the name itself or one below it; case does not count. */
function isOrEndsIn(host, suffix) {
	return suffix !== "" && (host === suffix.toLowerCase() || endsIn(host, suffix));
}
function endsIn(host, suffix) {
	return suffix !== "" && host.endsWith(`.${suffix.toLowerCase()}`);
}
/** Host without brackets. */
function hostOf(url) {
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
	if (ipv4Number(text) !== void 0) return text;
	const inUrl = `http://[${text}]`;
	return text.includes(":") && URL.canParse(inUrl) ? new URL(inUrl).hostname : void 0;
}
/** curl's `Curl_cidr4_match`: without a length, or with 0, the whole address must be the same. */
function inRange(host, entry) {
	const [network = "", length] = entry.split("/");
	const bits = length === void 0 ? 0 : Number.parseInt(length, 10);
	const asked = ipv4Number(host);
	const base = ipv4Number(network);
	if (asked === void 0 || base === void 0 || !(bits >= 0 && bits <= 32)) return false;
	const ignored = bits === 0 ? 1 : 2 ** (32 - bits);
	return Math.floor(asked / ignored) === Math.floor(base / ignored);
}
function ipv4Number(text) {
	if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return void 0;
	const octets = text.split(".").map(Number);
	if (octets.some((octet) => octet > 255)) return void 0;
	return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

// src/egress/way.ts
/** Proxy or direct, once it is known which variables this client reads. */
function decide$1(given) {
	const { client, url, dialect, chosen, noProxy } = given;
	for (const variable of given.checked) {
		const parsed = parseProxy(variable, dialect);
		if (!parsed.usable) return refusal(variable, parsed);
	}
	if (chosen === void 0) return { reason: `No proxy variable is set that ${CLIENT_FACTS[client].name} uses for this URL.` };
	const entry = noProxy === void 0 ? void 0 : bypassing(noProxy.value, url, NO_PROXY_DIALECTS[client]);
	if (noProxy !== void 0 && entry !== void 0) return { reason: `${noProxy.name} has the entry ${shown$1(entry)}, which matches ${url.hostname}, so ${chosen.name} does not apply.` };
	const parsed = parseProxy(chosen, dialect);
	if (!parsed.usable) return refusal(chosen, parsed);
	const { hop, credentials } = parsed;
	const why = given.because === void 0 ? "" : `, and ${given.because}`;
	return {
		proxy: hop,
		...credentials !== void 0 && { credentials },
		reason: `${chosen.name} names the proxy ${addressed(hop)}${why}.`,
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
		because: `The entry ${shown$1(found.entry)} sends ${url.hostname} past the proxy for ${others}, but not for ${CLIENT_FACTS[client].name}.`,
		fix: `Write ${url.hostname} into ${noProxy.name}, between commas, which every client understands.`
	}];
}
function addressed({ host, port }) {
	return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
/** An entry may be anything a person pasted. */
function shown$1(entry) {
	const text = entry.replaceAll(/[^\u0021-\u007e]/g, "?");
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

// src/egress/declared.ts
/** How most clients read a proxy's URL: each scheme has its port, and nothing is taken away or put right. */
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
function declared(rules) {
	const { client, variables, choose } = rules;
	const { name, trust: trustOrder } = CLIENT_FACTS[client];
	return (question) => {
		const secure = question.url.protocol === "https:";
		const own = choose(question, secure ? variables.https : variables.http);
		const all = choose(question, variables.all);
		const noProxy = choose(question, variables.no);
		const dialect = {
			...rules.dialect,
			client: name
		};
		const wanted = own.chosen ?? all.chosen;
		const refused = wanted === void 0 ? void 0 : passedOver(wanted, dialect, rules);
		const chosen = refused === void 0 ? wanted : void 0;
		const past = rules.past?.(question.url);
		const decision = chosen !== void 0 && past !== void 0 ? { reason: past } : decide$1({
			client,
			url: question.url,
			dialect,
			chosen,
			checked: [],
			noProxy: noProxy.chosen
		});
		const trust = rules.trust(question);
		const unusable = ("unusable" in decision ? decision.unusable : void 0) ?? trust.unusable;
		const proxy = "proxy" in decision ? decision.proxy : void 0;
		const credentials = "credentials" in decision ? decision.credentials : void 0;
		const usesSystem = trust.stores.some(({ store }) => store.store === "system");
		return {
			egress: {
				client,
				...unusable === void 0 && proxy !== void 0 && { proxy },
				reason: decision.reason,
				...unusable !== void 0 && { unusable },
				ignored: [
					..."notes" in decision ? decision.notes ?? [] : [],
					...[
						own,
						all,
						noProxy
					].flatMap(precedenceNotes),
					...refused === void 0 ? [] : [refused],
					...wanted === void 0 ? emptyNotes(question) : [],
					...wanted === void 0 ? unreadProxies(question, rules) : [],
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
				httpVersion: secure && rules.http2 ? "2" : "1.1"
			},
			...unusable === void 0 && credentials !== void 0 && { proxyCredentials: credentials },
			ca: certificatesOf$1(trust.stores),
			...rules.partialChain === true && { partialChain: true },
			...trust.proxyStores !== void 0 && { proxyCa: certificatesOf$1(trust.proxyStores) }
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
	const meant = secure ? [
		"HTTPS_PROXY",
		"https_proxy",
		"ALL_PROXY",
		"all_proxy"
	] : [
		"HTTP_PROXY",
		"http_proxy",
		"ALL_PROXY",
		"all_proxy"
	];
	const { name, useProxy } = CLIENT_FACTS[client];
	return meant.flatMap((variable) => {
		const found = read.has(variable) ? void 0 : filled(question, variable);
		if (found === void 0) return [];
		const lower = variable.toLowerCase();
		return [read.has(lower) ? {
			variable: found.name,
			because: `${name} reads this variable in lower case only.`,
			fix: `Set ${lower} to the same value.`
		} : {
			variable: found.name,
			because: `${name} does not read ${found.name} for ${question.url.protocol}//.`,
			fix: useProxy(question.url.hostname)
		}];
	});
}

// src/egress/bun.ts
/** Bun's fetch, which reads proxy variables without being asked to, and Node's variables about roots. */
const bun = declared({
	client: "bun",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			https: "https"
		},
		...PLAIN_URL
	},
	variables: {
		https: ["https_proxy", "HTTPS_PROXY"],
		http: ["http_proxy", "HTTP_PROXY"],
		all: ["all_proxy", "ALL_PROXY"],
		no: ["no_proxy", "NO_PROXY"]
	},
	choose: firstFilled,
	passesOver: /\s$/,
	trust: bunTrust,
	unread: ["CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"],
	addressTimeoutMs: 250,
	http2: false
});
/** Measured: SSL_CERT_FILE and SSL_CERT_DIR count without a switch, and a missing file is passed over. */
function bunTrust(question) {
	const system = filled(question, "NODE_USE_SYSTEM_CA");
	const extra = filled(question, "NODE_EXTRA_CA_CERTS");
	const file = filled(question, "SSL_CERT_FILE");
	const folder = filled(question, "SSL_CERT_DIR");
	const hashed = folder === void 0 ? void 0 : folderStore(question, folder, "hashed-names");
	const files = [extra, file].flatMap((one) => {
		if (one === void 0) return [];
		return fileStore(question, one, one === extra ? "extra" : "file");
	});
	return {
		stores: [
			bundledStore(question, "default of Bun"),
			...system?.value === "1" ? [systemStore(question, system.name)] : [],
			...files.filter(({ problem }) => problem === void 0),
			...hashed === void 0 ? [] : [hashed]
		],
		notes: [...folderNotes(hashed), ...files.flatMap(({ store, problem }) => problem === void 0 ? [] : [{
			variable: store.source,
			because: `${problem}; Bun goes on without it.`,
			fix: `Point ${store.source} to a PEM file that exists where this step runs, in the job's env.`
		}])]
	};
}

// src/egress/curl.ts
/** curl 7.88, measured; an HTTP proxy without a port is on 1080. */
const CURL_DIALECT = {
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
	},
	strips: /(?!)/g,
	badEscapes: "kept",
	userAlone: "sent"
};
/** curl and what is built on libcurl. `~/.curlrc` is not read. */
const curl = declared({
	client: "curl",
	dialect: CURL_DIALECT,
	variables: {
		https: ["https_proxy", "HTTPS_PROXY"],
		http: ["http_proxy"],
		all: ["all_proxy", "ALL_PROXY"],
		no: ["no_proxy", "NO_PROXY"]
	},
	choose: firstFilled,
	trust: curlTrust,
	unread: ["NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE"],
	partialChain: true,
	addressTimeoutMs: 200,
	http2: true
});
/** CURL_CA_BUNDLE, else SSL_CERT_FILE and SSL_CERT_DIR, each in the place of its default. */
function curlTrust(question) {
	const bundle = filled(question, "CURL_CA_BUNDLE");
	const fileVariable = bundle ?? filled(question, "SSL_CERT_FILE");
	const folderVariable = bundle === void 0 ? filled(question, "SSL_CERT_DIR") : void 0;
	const file = fileVariable === void 0 ? void 0 : fileStore(question, fileVariable, "file");
	const folder = folderVariable === void 0 ? void 0 : folderStore(question, folderVariable, "hashed-names");
	const debian = question.readFile("/etc/debian_version") !== void 0;
	const stores = [
		...file === void 0 || folder === void 0 && debian ? [systemStore(question, "default of curl")] : [],
		...file === void 0 ? [] : [file],
		...folder === void 0 ? [] : [folder]
	];
	const notes = folderNotes(folder);
	const proxyStores = [systemStore(question, "default of curl")];
	if (file?.problem === void 0 || folder !== void 0) return {
		stores,
		notes,
		proxyStores
	};
	return {
		stores,
		notes,
		proxyStores,
		unusable: {
			variable: file.store.source,
			because: `${file.problem}, and curl ends with error 77 before any packet is sent.`,
			fix: `Point ${file.store.source} to a PEM file that exists where this step runs.`,
			by: "client"
		}
	};
}

// src/egress/openssl-trust.ts
/** The store of the system, and the two variables of OpenSSL that Go, Rust, Ruby and .NET read too. */
function opensslTrust(question, rules) {
	const source = `default of ${CLIENT_FACTS[rules.client].name}`;
	if (question.platform === "darwin" || question.platform === "win32") return {
		stores: [systemStore(question, source)],
		notes: []
	};
	const fileVariable = filled(question, "SSL_CERT_FILE");
	const folderVariable = filled(question, "SSL_CERT_DIR");
	const file = fileVariable === void 0 ? void 0 : fileStore(question, fileVariable, "file");
	const folder = folderVariable === void 0 ? void 0 : folderStore(question, folderVariable, rules.folder);
	const stores = [
		...(rules.variables === "each" ? file === void 0 || folder === void 0 : file === void 0 && folder === void 0) ? [systemStore(question, source)] : [],
		...file === void 0 ? [] : [file],
		...folder === void 0 ? [] : [folder]
	];
	const notes = folderNotes(folder);
	if (file?.problem === void 0) return {
		stores,
		notes
	};
	const { store, problem } = file;
	const fix = `Point ${store.source} to a PEM file that exists where this step runs, or remove it.`;
	if (rules.badFile === "passed-over") return {
		stores,
		notes: [...notes, {
			variable: store.source,
			because: `${problem}.`,
			fix
		}]
	};
	return {
		stores,
		notes,
		unusable: {
			variable: store.source,
			because: `${problem}, and ${CLIENT_FACTS[rules.client].name} fails on it before any request is sent.`,
			fix,
			by: "client"
		}
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
		},
		...PLAIN_URL
	},
	variables: {
		https: ["HTTPS_PROXY", "https_proxy"],
		http: ["HTTP_PROXY", "http_proxy"],
		all: ["ALL_PROXY", "all_proxy"],
		no: ["NO_PROXY", "no_proxy"]
	},
	choose: firstFilled,
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
	client: "deno",
	variables: "replaces",
	folder: "hashed-names",
	badFile: "passed-over"
};
function denoTrust(question) {
	const wish = filled(question, "DENO_TLS_CA_STORE");
	const stores = (wish?.value ?? "mozilla").split(",").flatMap((part) => {
		const source = wish === void 0 ? "default of Deno" : wish.name;
		if (part.trim() === "mozilla") return [bundledStore(question, source)];
		return part.trim() === "system" ? opensslTrust(question, NATIVE).stores : [];
	});
	const named = filled(question, "DENO_CERT") ?? filled(question, "NODE_EXTRA_CA_CERTS");
	const extra = named === void 0 ? void 0 : fileStore(question, named, "extra");
	if (extra?.problem === void 0) return {
		stores: extra === void 0 ? stores : [...stores, extra],
		notes: []
	};
	return {
		stores,
		notes: [],
		unusable: {
			variable: extra.store.source,
			because: `${extra.problem}, and Deno ends before any request is sent.`,
			fix: `Point ${extra.store.source} to a PEM file that exists where this step runs, or remove it.`,
			by: "client"
		}
	};
}

// src/egress/dotnet.ts
/**
* .NET's HttpClient on Unix, by its source (HttpEnvironmentProxy.Unix.cs of .NET 8): a value that is
* no host is passed over. On Windows and macOS the system's proxy is asked where no variable is set.
*/
const dotnet = declared({
	client: "dotnet",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			https: "https",
			socks5: "socks5h",
			socks5h: "socks5h"
		},
		foreign: ["socks4", "socks4a"],
		defaultPorts: {
			http: 80,
			https: 443,
			socks5: 80,
			socks5h: 80
		},
		strips: /(?!)/g,
		badEscapes: "kept",
		userAlone: "sent"
	},
	variables: {
		https: ["https_proxy", "HTTPS_PROXY"],
		http: ["http_proxy", "HTTP_PROXY"],
		all: ["all_proxy", "ALL_PROXY"],
		no: ["no_proxy", "NO_PROXY"]
	},
	choose: firstFilled,
	passesOver: /(?:)/,
	trust: (question) => opensslTrust(question, {
		client: "dotnet",
		variables: "each",
		folder: "every-file",
		badFile: "passed-over"
	}),
	unread: FOREIGN_TRUST,
	addressTimeoutMs: 0,
	http2: false
});

// src/egress/go.ts
/**
* Go's net/http (golang.org/x/net/http/httpproxy) and crypto/x509. A scheme that it does not know is
* read as the host of an HTTP proxy, so it fails there and not at start. `socks5h` came with Go 1.23.
*/
const go = declared({
	client: "go",
	dialect: {
		schemeless: "http",
		schemes: {
			http: "http",
			https: "https",
			socks5: "socks5h",
			socks5h: "socks5h"
		},
		foreign: [],
		defaultPorts: {
			http: 80,
			https: 443,
			socks5: 1080,
			socks5h: 1080
		},
		strips: /(?!)/g,
		badEscapes: "refused",
		userAlone: "sent"
	},
	variables: {
		https: ["HTTPS_PROXY", "https_proxy"],
		http: ["HTTP_PROXY", "http_proxy"],
		all: [],
		no: ["NO_PROXY", "no_proxy"]
	},
	choose: firstFilled,
	passesOver: /\s/,
	past: (url) => url.hostname === "localhost" || /^127\.|^\[::1\]$/.test(url.hostname) ? `Go never sends ${url.hostname} through a proxy.` : void 0,
	trust: (question) => opensslTrust(question, {
		client: "go",
		variables: "each",
		folder: "every-file",
		badFile: "passed-over"
	}),
	unread: FOREIGN_TRUST,
	partialChain: true,
	addressTimeoutMs: 300,
	http2: true
});

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
		},
		...PLAIN_URL
	},
	variables: {
		https: ["https.proxyHost"],
		http: ["http.proxyHost"],
		all: [],
		no: ["http.nonProxyHosts"]
	},
	choose: firstFilled,
	trust: javaTrust,
	unread: [
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		...FOREIGN_TRUST
	],
	notes: systemProxies,
	addressTimeoutMs: 0,
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
		return host === "" ? {} : { [`${scheme}.proxyHost`]: `http://${host.includes(":") ? `[${host}]` : host}:${port}` };
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

// src/egress/node-options.ts
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
/** Whether a Node version is at least one of the releases a feature came with (`24.6`, `22.19`). */
function hasFeature(version, since) {
	const [major, minor] = numbers(version);
	const releases = since.map(numbers);
	const newest = Math.max(...releases.map(([release]) => release));
	return releases.some(([release, from]) => major === release ? minor >= from : release === newest && major > release);
}
function numbers(version) {
	const [, major = "0", minor = "0"] = /^v?(\d+)(?:\.(\d+))?/.exec(version) ?? [];
	return [Number(major), Number(minor)];
}

// src/egress/node-trust.ts
/** Node releases whose `NODE_USE_SYSTEM_CA=1` has an effect (nodejs/node#59276). */
const SYSTEM_CA_BY_ENV = ["24.6", "22.19"];
/** What this Node trusts: read at process start, from NODE_OPTIONS and the environment. */
function nodeTrust(question, version) {
	const options = nodeOptions(question);
	const openssl = options.includes("--use-openssl-ca");
	const wish = filled(question, "NODE_USE_SYSTEM_CA");
	const understood = hasFeature(version, SYSTEM_CA_BY_ENV);
	const byEnv = wish?.value === "1" && understood;
	const system = options.includes("--use-system-ca") || byEnv;
	const systemSource = options.includes("--use-system-ca") ? "--use-system-ca" : "NODE_USE_SYSTEM_CA";
	const stores = [];
	if (openssl) stores.push(...opensslStores(question, "--use-openssl-ca", "hashed-names"));
	else stores.push(bundledStore(question, "default of Node"));
	if (system && !openssl) stores.push(...opensslStores(question, systemSource, "every-file"));
	const extra = filled(question, "NODE_EXTRA_CA_CERTS");
	const extraStore = extra === void 0 ? void 0 : fileStore(question, extra, "extra");
	if (extraStore !== void 0 && extraStore.problem === void 0) stores.push(extraStore);
	const notes = [];
	if (wish !== void 0 && !byEnv && wish.value !== "0") notes.push({
		variable: wish.name,
		because: understood ? `Only the value 1 switches ${wish.name} on.` : `Node ${version.replace(/^v/, "")} does not read ${wish.name} yet; it came with Node 24.6.`,
		fix: understood ? `Set ${wish.name}: 1 in the job's env.` : "Put --use-system-ca into NODE_OPTIONS in the job's env, or use Node 24.6 or later."
	});
	if (extraStore?.problem !== void 0 && extra !== void 0) notes.push({
		variable: extra.name,
		because: `${extraStore.problem}; Node goes on without it.`,
		fix: `Point ${extra.name} to a PEM file that exists where this step runs, in the job's env.`
	});
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
	const file = filled(question, "SSL_CERT_FILE");
	const folder = filled(question, "SSL_CERT_DIR");
	if ((question.platform === "darwin" || question.platform === "win32") && reads === "every-file") return [systemStore(question, source)];
	return [
		...file === void 0 || folder === void 0 ? [systemStore(question, source)] : [],
		...file === void 0 ? [] : [fileStore(question, file, "file")],
		...folder === void 0 ? [] : [folderStore(question, folder, reads)]
	];
}

// src/egress/node.ts
/** Node releases whose fetch reads proxy variables when asked to. */
const ENV_PROXY = ["24.0", "22.21"];
const ENV_PROXY_FLAG = ["24.5", "22.21"];
/** `--network-family-autoselection-attempt-timeout`, milliseconds; Node raises less than 10 to 10. */
const ADDRESS_TIMEOUT_FLAG = "--network-family-autoselection-attempt-timeout";
const ADDRESS_TIMEOUT_MS = 250;
/** undici 7.29 of Node 24.21: `new URL()`, and the name goes to a SOCKS5 proxy unresolved. */
const DIALECT$1 = {
	client: CLIENT_FACTS.node.name,
	schemeless: "refused",
	schemes: {
		http: "http",
		https: "https",
		socks5: "socks5h",
		socks: "socks5h"
	},
	foreign: [],
	defaultPorts: {
		http: 80,
		https: 443,
		socks5: 1080,
		socks5h: 1080
	},
	strips: /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g,
	badEscapes: "refused",
	userAlone: "dropped"
};
/** Node's `fetch`, which the OpenAI Node SDK uses. */
const node = (question) => {
	const version = question.nodeVersion ?? process.version;
	const https = firstSet(question, ["https_proxy", "HTTPS_PROXY"]);
	const http = firstSet(question, ["http_proxy", "HTTP_PROXY"]);
	const noProxy = firstSet(question, ["no_proxy", "NO_PROXY"]);
	const asked = envProxy(question, version);
	const trust = nodeTrust(question, version);
	const chosen = question.url.protocol === "https:" ? https.chosen ?? http.chosen : http.chosen;
	const decision = asked.on === void 0 ? {
		reason: chosen === void 0 ? `No proxy variable is set that ${CLIENT_FACTS.node.name} could read.` : `${CLIENT_FACTS.node.name} ignores ${chosen.name} unless NODE_USE_ENV_PROXY is 1.`,
		notes: [https.chosen, http.chosen].flatMap((one) => one === void 0 ? [] : [ignoredByDefault(one.name, version)])
	} : decide$1({
		client: "node",
		url: question.url,
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
			...unusable === void 0 && decision.proxy !== void 0 && { proxy: decision.proxy },
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
			addressTimeoutMs: timeout > 0 ? Math.max(timeout, 10) : ADDRESS_TIMEOUT_MS,
			httpVersion: "1.1"
		},
		...unusable === void 0 && decision.credentials !== void 0 && { proxyCredentials: decision.credentials },
		...ca !== void 0 && { ca }
	};
};
/** What makes fetch read proxy variables, as it is written; absent when nothing does. */
function envProxy(question, version) {
	if (nodeOptions(question).includes("--use-env-proxy") && hasFeature(version, ENV_PROXY_FLAG)) return {
		on: "--use-env-proxy",
		notes: []
	};
	const wish = filled(question, "NODE_USE_ENV_PROXY");
	if (wish === void 0) return { notes: [] };
	const understood = hasFeature(version, ENV_PROXY);
	if (wish.value === "1" && understood) return {
		on: "NODE_USE_ENV_PROXY",
		notes: []
	};
	if (wish.value === "0") return { notes: [] };
	return { notes: [{
		variable: wish.name,
		because: understood ? `Only the value 1 switches ${wish.name} on.` : `Node ${version.replace(/^v/, "")} does not read ${wish.name}; it came with Node 24.`,
		fix: understood ? `Set ${wish.name}: 1 in the job's env.` : "Use Node 24 or later for the application."
	}] };
}
function ignoredByDefault(name, version) {
	const upgrade = hasFeature(version, ENV_PROXY) ? "" : "Use Node 24 or later and ";
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
	const own = nodeTrust({
		...question,
		env
	}, question.own?.nodeVersion ?? process.version);
	if (JSON.stringify(own.stores.map(({ store }) => store)) === JSON.stringify(trust.stores.map(({ store }) => store))) return void 0;
	return certificatesOf$1(trust.stores);
}

// src/egress/php.ts
/**
* openai-php over Guzzle (by its source) and libcurl (measured). Guzzle hands HTTPS_PROXY and NO_PROXY on in upper case, libcurl
* reads both cases; of the variables about roots libcurl reads none, those are the curl tool's.
*/
const php = declared({
	client: "php",
	dialect: CURL_DIALECT,
	variables: {
		https: ["https_proxy", "HTTPS_PROXY"],
		http: ["http_proxy", "HTTP_PROXY"],
		all: ["all_proxy", "ALL_PROXY"],
		no: ["no_proxy", "NO_PROXY"]
	},
	choose: firstFilled,
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
		const value = line?.slice(line.indexOf("=") + 1).trim().replaceAll(/^"|"$/g, "") ?? "";
		if (value === "") continue;
		const store = fileStore(question, {
			name: setting,
			value
		}, "file");
		if (store.problem === void 0) return {
			stores: [store],
			notes: []
		};
		return {
			stores: [store],
			notes: [],
			unusable: {
				variable: setting,
				because: `${store.problem}, and libcurl ends with error 77 before any request is sent.`,
				fix: `Point ${setting} in ${file} to a PEM file that exists where this step runs.`,
				by: "client"
			}
		};
	}
	return {
		stores: [systemStore(question, "default of libcurl")],
		notes: []
	};
}

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
	const file = filled(question, "SSL_CERT_FILE");
	const folder = filled(question, "SSL_CERT_DIR");
	if (file !== void 0) {
		const store = fileStore(question, file, "file");
		if (store.problem === void 0) return {
			stores: [store],
			notes
		};
		return {
			stores: [store],
			notes,
			unusable: {
				variable: file.name,
				because: `${store.problem}, and the constructor of the OpenAI client fails on it before any packet is sent.`,
				fix: `Point ${file.name} to a PEM file that exists where this step runs, or remove it.`,
				by: "client"
			}
		};
	}
	if (folder !== void 0) {
		const store = folderStore(question, folder, "hashed-names");
		return {
			stores: [store],
			notes: [...notes, ...folderNotes(store)]
		};
	}
	return {
		stores: [defaultStore(question, installed, version)],
		notes
	};
}
function defaultStore(question, installed, version) {
	const major = Number.parseInt(version ?? "", 10);
	if (Number.isNaN(major)) return systemStore(question, "default of openai-python 3 or later (version not known)");
	return major >= SYSTEM_STORE_SINCE ? systemStore(question, `default of openai-python ${version}`) : certifiStore(question, installed, `certifi, default of openai-python ${version}`);
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

// src/egress/site-packages.ts
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
function versionIn({ names }, name) {
	return names.map((entry) => /^(.+)-([^-]+)\.dist-info$/.exec(entry)).find((part) => part?.[1]?.toLowerCase() === name)?.[2];
}
function candidates(question, prefix) {
	if (question.platform === "win32") return [`${prefix}/Lib/site-packages`];
	return (question.listFolder?.(`${prefix}/lib`) ?? []).filter((name) => /^python3(\.\d+)?$/.test(name)).flatMap((name) => [`${prefix}/lib/${name}/site-packages`, `${prefix}/lib/${name}/dist-packages`]);
}

// src/egress/python.ts
/** httpx 0.28 and httpx2; a SOCKS proxy gets the name unresolved, also with `socks5`. */
const DIALECT = {
	client: CLIENT_FACTS.python.name,
	schemeless: "http",
	schemes: {
		http: "http",
		https: "https",
		socks5: "socks5h",
		socks5h: "socks5h"
	},
	foreign: [],
	defaultPorts: {
		http: 80,
		https: 443,
		socks5: 1080,
		socks5h: 1080
	},
	strips: / +$/g,
	badEscapes: "kept",
	userAlone: "sent"
};
/** openai-python over httpx (below 3) and httpx2 (3 and later). */
const python = (question) => {
	const installed = sitePackages(question);
	const version = question.installed?.pythonOpenai ?? installed.flatMap((folder) => versionIn(folder, "openai") ?? []).at(0);
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
	const decision = decide$1({
		client: "python",
		url: question.url,
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
			...unusable === void 0 && decision.proxy !== void 0 && { proxy: decision.proxy },
			reason: reasonOf$1(decision, question),
			...unusable !== void 0 && { unusable },
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
			verifies: true,
			addressTimeoutMs: 0,
			httpVersion: "1.1"
		},
		...unusable === void 0 && decision.credentials !== void 0 && { proxyCredentials: decision.credentials },
		ca: certificatesOf$1(trust.stores)
	};
};
/** Python asks the system for a proxy where the environment names none; that was not looked at. */
function reasonOf$1(decision, { platform }) {
	if (!(platform === "darwin" || platform === "win32") || decision.proxy !== void 0 || decision.unusable !== void 0) return decision.reason;
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

// src/egress/ruby.ts
/**
* openai-ruby over Net::HTTP, which asks `URI::Generic#find_proxy` with the scheme http whatever the
* request is: only `http_proxy` counts, for https too, and only a plain HTTP proxy is spoken to.
*/
const ruby = declared({
	client: "ruby",
	dialect: {
		schemeless: "refused",
		schemes: {
			http: "http",
			https: "http"
		},
		...PLAIN_URL
	},
	variables: {
		https: ["http_proxy", "HTTP_PROXY"],
		http: ["http_proxy", "HTTP_PROXY"],
		all: [],
		no: ["no_proxy", "NO_PROXY"]
	},
	choose: firstSet,
	past: (url) => url.hostname === "localhost" || /^127\.|^\[::1\]$/.test(url.hostname) ? `Net::HTTP never sends ${url.hostname} through a proxy.` : void 0,
	trust: (question) => opensslTrust(question, {
		client: "ruby",
		variables: "each",
		folder: "hashed-names",
		badFile: "passed-over"
	}),
	unread: FOREIGN_TRUST,
	addressTimeoutMs: 0,
	http2: false
});

// src/egress/rust.ts
/**
* async-openai over reqwest, by the source of hyper-util's `Matcher` (reqwest 0.12.14 and later) and
* of rustls-native-certs. A build with `webpki-roots` trusts Mozilla's list and reads no variable.
*/
const rust = declared({
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
		defaultPorts: {
			http: 80,
			https: 443,
			socks5: 1080,
			socks5h: 1080
		},
		strips: /(?!)/g,
		badEscapes: "kept",
		userAlone: "sent"
	},
	variables: {
		https: ["HTTPS_PROXY", "https_proxy"],
		http: ["HTTP_PROXY", "http_proxy"],
		all: ["ALL_PROXY", "all_proxy"],
		no: ["NO_PROXY", "no_proxy"]
	},
	choose: firstSet,
	passesOver: /(?:)/,
	trust: (question) => opensslTrust(question, {
		client: "rust",
		variables: "replaces",
		folder: "hashed-names",
		badFile: "fails"
	}),
	unread: FOREIGN_TRUST,
	partialChain: true,
	addressTimeoutMs: 300,
	http2: true
});

// src/egress/manifest.ts
/** A value of parsed JSON, when it is an object. */
function record(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
function parsedJson(text) {
	return record(JSON.parse(text.replace(/^\uFEFF/, "")));
}
/** Characters: nobody writes a dependency on a longer line, and no pattern meets a longer text. */
const LONGEST_LINE = 1e3;
/**
* The lines of a stranger's file, without what ends them; a line that no person wrote is empty. One
* pass, and every pattern of the readers sees one short line: the time is linear in the file.
*/
function* linesOf(text) {
	for (let from = 0; from < text.length;) {
		const end = text.indexOf("\n", from);
		const to = end === -1 ? text.length : end;
		const line = to - from > LONGEST_LINE ? "" : text.slice(from, to);
		yield line.endsWith("\r") ? line.slice(0, -1) : line;
		from = to + 1;
	}
}
/** What `read` finds on each line. */
function eachLine(text, read) {
	const found = [];
	for (const line of linesOf(text)) found.push(...read(line));
	return found;
}
/**
* Lock files that write the name of a package on one line and its version on a later one: the first
* pattern captures the name, the second the version of the name before it.
*/
function namedAbove(text, name, version) {
	const found = [];
	let above;
	for (const line of linesOf(text)) {
		const own = name(line);
		if (own !== void 0) above = own;
		const said = above === void 0 ? void 0 : version.exec(line)?.[1];
		if (above === void 0 || said === void 0) continue;
		found.push([above, said]);
		above = void 0;
	}
	return found;
}

// src/egress/language-manifests.ts
/** Libraries of the API by the ecosystem that names them; the vendor's own come first. */
const LIBRARIES = {
	go: {
		sdks: [
			"github.com/openai/openai-go",
			"github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai",
			"github.com/sashabaranov/go-openai"
		],
		related: ["github.com/tmc/langchaingo", "github.com/cloudwego/eino-ext/components/model/openai"]
	},
	java: {
		sdks: [
			"com.openai:openai-java",
			"com.openai:openai-java-core",
			"com.openai:openai-java-client-okhttp",
			"com.azure:azure-ai-openai"
		],
		related: [
			"org.springframework.ai:spring-ai-openai",
			"org.springframework.ai:spring-ai-starter-model-openai",
			"org.springframework.ai:spring-ai-starter-model-azure-openai",
			"dev.langchain4j:langchain4j-open-ai",
			"dev.langchain4j:langchain4j-azure-open-ai"
		]
	},
	dotnet: {
		sdks: ["OpenAI", "Azure.AI.OpenAI"],
		related: [
			"Microsoft.Extensions.AI.OpenAI",
			"Microsoft.SemanticKernel",
			"Microsoft.SemanticKernel.Connectors.OpenAI",
			"Microsoft.Agents.AI.OpenAI",
			"Betalgo.Ranul.OpenAI"
		]
	},
	ruby: {
		sdks: ["openai", "ruby-openai"],
		related: [
			"langchainrb",
			"ruby_llm",
			"raix"
		]
	},
	php: {
		sdks: ["openai-php/client"],
		related: [
			"openai-php/laravel",
			"openai-php/symfony",
			"prism-php/prism",
			"neuron-core/neuron-ai"
		]
	},
	rust: {
		sdks: ["async-openai", "openai-api-rs"],
		related: [
			"rig-core",
			"genai",
			"langchain-rust"
		]
	}
};
/** The vendor's own libraries of every language here. */
const LANGUAGE_SDKS = Object.values(LIBRARIES).flatMap(({ sdks }) => sdks);
/** In any case → as the table writes it: NuGet and Go modules are found whatever the case. */
const KNOWN$1 = {
	go: names("go"),
	java: names("java"),
	dotnet: names("dotnet"),
	ruby: names("ruby"),
	php: names("php"),
	rust: names("rust")
};
const LANGUAGE_READERS = [
	{
		client: "go",
		in: "manifest",
		file: /(^|\/)go\.mod$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => {
			const [, path = "", version] = /^\s*(?:require\s+)?([\w.~/-]+) (v[\w.+-]+)(?!.*\/\/ indirect)/.exec(line) ?? [];
			return one("go", path.replace(/\/v\d+$/, ""), version);
		})
	},
	{
		client: "java",
		in: "manifest",
		file: /(^|\/)pom\.xml$/,
		speaks: true,
		read: mavenDependencies
	},
	{
		client: "java",
		in: "manifest",
		file: /(^|\/)(build\.gradle(\.kts)?|[\w.-]+\.versions\.toml|gradle\.lockfile)$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => [...line.matchAll(/([\w.-]+:[\w.-]+)(?::([\w.-]+))?/g)].flatMap(([, name, version]) => one("java", name, version)))
	},
	{
		client: "dotnet",
		in: "manifest",
		file: /(^|\/)([^/]+\.(cs|fs|vb)proj|Directory\.(Packages|Build)\.(props|targets))$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => {
			const [, name] = /<Package(?:Reference|Version)\s[^>]*Include="([\w.-]+)"/i.exec(line) ?? [];
			return one("dotnet", name, /\sVersion="([^"]+)"/i.exec(line)?.[1]);
		})
	},
	{
		client: "dotnet",
		in: "lock",
		file: /(^|\/)packages\.lock\.json$/,
		speaks: true,
		read: (text) => namedAbove(text, (line) => {
			const [, name] = /^\s+"([\w.-]+)": \{/.exec(line) ?? [];
			return name === void 0 ? void 0 : known$3("dotnet", name) ?? "";
		}, /^\s+"resolved": "([^"]+)"/).filter(([name]) => name !== "")
	},
	{
		client: "ruby",
		in: "manifest",
		file: /(^|\/)(Gemfile|gems\.rb|[^/]+\.gemspec)$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => {
			const [, name, version] = /^\s*(?:gem|\w+\.add_(?:runtime_)?dependency)[ (]+["']([\w-]+)["'](?:, *["']([^"']+)["'])?/.exec(line) ?? [];
			return one("ruby", name, version);
		})
	},
	{
		client: "ruby",
		in: "lock",
		file: /(^|\/)(Gemfile|gems)\.(lock|locked)$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => {
			const [, name, version] = /^ {4}([\w-]+) \(([\w.-]+)\)$/.exec(line) ?? [];
			return one("ruby", name, version);
		})
	},
	{
		client: "php",
		in: "manifest",
		file: /(^|\/)composer\.json$/,
		speaks: true,
		read: (text) => {
			const json = parsedJson(text);
			return ["require", "require-dev"].flatMap((section) => Object.entries(record(json[section])).flatMap(([name, version]) => one("php", name, textOf(version))));
		}
	},
	{
		client: "php",
		in: "lock",
		file: /(^|\/)composer\.lock$/,
		speaks: true,
		read: (text) => {
			const json = parsedJson(text);
			return ["packages", "packages-dev"].flatMap((section) => [json[section]].flat().flatMap((entry) => {
				const { name, version } = record(entry);
				return one("php", textOf(name), textOf(version));
			}));
		}
	},
	{
		client: "rust",
		in: "manifest",
		file: /(^|\/)Cargo\.toml$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => {
			const [, name, value = ""] = /^(?:\[[\w.'()-]*dependencies\.([\w-]+)\]|([\w-]+)(?:\.\w+)? *= *(.*))/.exec(line)?.filter((part) => part !== void 0) ?? [];
			const [, bare, inTable] = /^"([^"]*)"|\bversion *= *"([^"]*)"/.exec(value) ?? [];
			return one("rust", name, bare ?? inTable);
		})
	},
	{
		client: "rust",
		in: "lock",
		file: /(^|\/)Cargo\.lock$/,
		speaks: true,
		read: (text) => namedAbove(text, (line) => {
			const [, name] = /^name = "([\w-]+)"/.exec(line) ?? [];
			return name === void 0 ? void 0 : known$3("rust", name) ?? "";
		}, /^version = "([^"]+)"/).filter(([name]) => name !== "")
	}
];
/** Elements of a `<dependency>` stand on one line or on many: the last group, artifact and version. */
function mavenDependencies(text) {
	const found = [];
	const said = {
		groupId: "",
		artifactId: "",
		version: ""
	};
	const parts = text.split("<");
	for (const part of parts) {
		const end = part.indexOf(">");
		if (end === -1 || end > 40) continue;
		const tag = part.slice(0, end);
		if (tag === "dependency") Object.assign(said, {
			groupId: "",
			artifactId: "",
			version: ""
		});
		else if (tag === "groupId" || tag === "artifactId" || tag === "version") said[tag] = part.slice(end + 1, end + 101).trim();
		else if (tag === "/dependency") found.push(...one("java", `${said.groupId}:${said.artifactId}`, said.version));
	}
	return found;
}
function names(language) {
	const { sdks, related } = LIBRARIES[language];
	return new Map([...sdks, ...related].map((name) => [name.toLowerCase(), name]));
}
function known$3(language, name) {
	return KNOWN$1[language].get(name.toLowerCase());
}
function one(language, name, version) {
	const found = name === void 0 ? void 0 : known$3(language, name);
	return found === void 0 ? [] : [[found, (version ?? "").replaceAll(/\s/g, "")]];
}

// src/egress/node-manifests.ts
/** The vendor's own SDKs: an application that lists one sends its requests with it. */
const NODE_SDKS = [
	"openai",
	"@azure/openai",
	"@openai/openai"
];
/** Packages that send requests to the API, with `openai` or with fetch of their own. */
const NODE_RELATED = [
	"@openai/agents",
	"ai",
	"@ai-sdk/openai",
	"@ai-sdk/azure",
	"langchain",
	"@langchain/openai",
	"llamaindex",
	"@llamaindex/openai"
];
const NAMES$1 = [...NODE_SDKS, ...NODE_RELATED];
const KNOWN = new Set(NAMES$1);
const NODE_READERS = [
	{
		client: "node",
		in: "manifest",
		file: /(^|\/)package\.json$/,
		read: packageJson
	},
	{
		client: "node",
		in: "lock",
		file: /(^|\/)(package-lock|npm-shrinkwrap)\.json$/,
		read: packageLock
	},
	{
		client: "node",
		in: "lock",
		file: /(^|\/)yarn\.lock$/,
		read: (text) => namedAbove(text, (line) => /^\S/.test(line) ? known$2(/^"?(@?[^@"]+)@/.exec(line)?.[1]) ?? "" : void 0, /^\s+version:? "?([^"\s]+)/).filter(([name]) => name !== "")
	},
	{
		client: "node",
		in: "lock",
		file: /(^|\/)pnpm-lock\.yaml$/,
		read: (text) => eachLine(text, (line) => {
			const [, name, version = ""] = /^\s+['"]?\/?(@?[^@:'"\s]+)[@/](\d[^:('"\s]*)/.exec(line) ?? [];
			return pair(name, version);
		})
	},
	{
		client: "bun",
		in: "lock",
		file: /(^|\/)bun\.lock$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => {
			const [, name, version = ""] = /^\s+"[^"]+": \["(@?[^@"]+)@([^"]+)"/.exec(line) ?? [];
			return pair(name, version);
		})
	},
	{
		client: "bun",
		in: "lock",
		file: /(^|\/)(bun\.lockb|bunfig\.toml)$/,
		speaks: true,
		read: none
	},
	{
		client: "deno",
		in: "manifest",
		file: /(^|\/)(deno\.jsonc?|import_map\.json)$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => [...line.matchAll(/"(?:npm|jsr):\/?(@?[^@"]+)(?:@([^"/]*))?[^"]*"/g)].flatMap(([, name, version = ""]) => pair(name, version)))
	},
	{
		client: "deno",
		in: "lock",
		file: /(^|\/)deno\.lock$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => {
			const [, name, version = ""] = /^\s+"(@?[^@":]+)@(\d[^"_]*)[^"]*": \{/.exec(line) ?? [];
			return pair(name, version);
		})
	}
];
/** Which runtime a folder of packages belongs to, by what lies beside the manifest. */
const RUNTIME_MARKS = [
	["node", /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/],
	["bun", /^(bun\.lockb?|bunfig\.toml)$/],
	["deno", /^deno\.(jsonc?|lock)$/]
];
function packageJson(text) {
	const json = parsedJson(text);
	const listed = new Map([
		"dependencies",
		"optionalDependencies",
		"devDependencies",
		"peerDependencies"
	].toReversed().flatMap((section) => Object.entries(record(json[section]))));
	return NAMES$1.flatMap((name) => listed.has(name) ? [[name, textOf(listed.get(name))]] : []);
}
function packageLock(text) {
	const json = parsedJson(text);
	const packages = Object.entries(record(json["packages"]));
	const old = record(json["dependencies"]);
	return NAMES$1.flatMap((name) => {
		const found = (packages.find(([path]) => path === `node_modules/${name}`) ?? packages.find(([path]) => path.endsWith(`/node_modules/${name}`)))?.[1] ?? (Object.hasOwn(old, name) ? old[name] : void 0);
		return found === void 0 ? [] : [[name, textOf(record(found)["version"])]];
	});
}
function known$2(name) {
	return name !== void 0 && KNOWN.has(name) ? name : void 0;
}
function pair(name, version) {
	return name !== void 0 && KNOWN.has(name) ? [[name, version]] : [];
}
function none() {
	return [];
}

// src/egress/python-manifests.ts
const PYTHON_SDKS = ["openai"];
/** Packages that send requests to the API through openai-python or httpx. */
const PYTHON_RELATED = [
	"openai-agents",
	"langchain",
	"langchain-openai",
	"llama-index",
	"llama-index-llms-openai",
	"litellm",
	"pydantic-ai",
	"instructor",
	"semantic-kernel"
];
const NAMES = /* @__PURE__ */ new Set([...PYTHON_SDKS, ...PYTHON_RELATED]);
/** PEP 508: name, extras, version specifiers; one `=` is conda's. */
const REQUIREMENT = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:[=<>!~]=?=?\s*[\w.*+!-]+\s*,?\s*)*)/;
const PYTHON_READERS = [
	{
		client: "python",
		in: "manifest",
		file: /(^|\/)(requirements[^/]*|requirements\/[^/]+)\.(txt|in)$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => requirement(line.trim()))
	},
	{
		client: "python",
		in: "manifest",
		file: /(^|\/)environment\.ya?ml$/,
		read: (text) => eachLine(text, (line) => requirement(/^\s*-\s+(\S.*)$/.exec(line)?.[1] ?? ""))
	},
	{
		client: "python",
		in: "manifest",
		file: /(^|\/)setup\.(py|cfg)$/,
		speaks: true,
		read: (text) => eachLine(text, (line) => /^\s*name\s*=/.test(line) ? [] : [...requirement(line.trim()), ...quoted(line)])
	},
	{
		client: "python",
		in: "manifest",
		file: /(^|\/)(pyproject\.toml|Pipfile)$/,
		speaks: true,
		read: toml
	},
	{
		client: "python",
		in: "lock",
		file: /(^|\/)(poetry|uv|pdm)\.lock$/,
		read: (text) => namedAbove(text, (line) => /^name = "([^"]+)"/.exec(line)?.[1], /^version = "([^"]+)"/).flatMap(([name, version]) => known$1(name, version))
	},
	{
		client: "python",
		in: "lock",
		file: /(^|\/)Pipfile\.lock$/,
		read: (text) => {
			const json = parsedJson(text);
			const packages = {
				...record(json["develop"]),
				...record(json["default"])
			};
			return Object.entries(packages).flatMap(([name, entry]) => known$1(name, textOf(record(entry)["version"]).replace(/^==/, "")));
		}
	}
];
/** Tables whose keys are package names: poetry and Pipfile. */
const TABLES_BY_KEY = /^(tool\.poetry\..*dependencies|tool\.poetry\.dependencies|(dev-)?packages)$/;
/** Tables whose values are lists of requirements. */
const TABLES_OF_LISTS = /^(project\.optional-dependencies|dependency-groups|tool\.(uv|pdm)(\..+)?)$/;
/** As much TOML as a list of dependencies needs: tables, keys, quoted strings. */
function toml(text) {
	const found = [];
	let table = "";
	let key = "";
	for (const line of linesOf(text)) {
		const trimmed = line.trim();
		const heading = headingOf(trimmed);
		if (heading !== void 0) {
			table = heading;
			key = "";
			continue;
		}
		if (trimmed.startsWith("#")) continue;
		const assigned = /^["']?([\w.-]+)["']?\s*=\s*(.*)$/.exec(trimmed);
		if (assigned?.[1] !== void 0) key = assigned[1];
		const value = assigned?.[2] ?? "";
		if (TABLES_BY_KEY.test(table)) {
			const version = /^["']([^"']*)["']/.exec(value) ?? /version\s*=\s*["']([^"']*)["']/.exec(value);
			if (assigned !== null) found.push(...known$1(key, version?.[1] ?? ""));
		} else if (TABLES_OF_LISTS.test(table) || table === "project" && key === "dependencies") found.push(...quoted(assigned === null ? line : value));
	}
	return found;
}
/** `[a.b]` and `[[a.b]]`; not a list of strings. */
function headingOf(line) {
	return (/^\[{1,2}([^\]["']+)\]{1,2}\s*(#.*)?$/.exec(line)?.[1])?.trim();
}
function quoted(line) {
	return [...line.matchAll(/"([^"]*)"|'([^']*)'/g)].flatMap(([, double, single]) => requirement(double ?? single ?? ""));
}
function requirement(text) {
	const [, name = "", version = ""] = REQUIREMENT.exec(text) ?? [];
	const rest = text.slice((REQUIREMENT.exec(text)?.[0] ?? "").length).trim();
	if (rest !== "" && !/^[;#)@\\,"'-]/.test(rest)) return [];
	return known$1(name, version);
}
function known$1(name, version) {
	const normal = name.toLowerCase().replaceAll(/[-_.]+/g, "-");
	return NAMES.has(normal) ? [[normal, version.replaceAll(/\s+|,\s*$/g, "")]] : [];
}
/**
* A version that stands for what a specifier installs: the pinned one, or the newest major below an
* upper bound. `undefined` when nothing bounds it, because then the newest release is installed.
*/
function versionOf(specifier) {
	const exact = /^(?:={1,3}|~=|\^|~)?\s*v?(\d+(?:\.\d+)*)(?:\.\*)?$/.exec(specifier)?.[1];
	if (exact !== void 0) return exact;
	const parts = specifier.split(",");
	const pinned = parts.map((part) => /^(?:={1,3}|~=|\^)(\d+(?:\.\d+)*)/.exec(part)?.[1]);
	const upper = parts.map((part) => /^<=?(\d+)((?:\.\d+)*)/.exec(part)).find((part) => part !== null);
	const found = pinned.find((version) => version !== void 0);
	if (found !== void 0) return found;
	const major = upper?.[1];
	if (major === void 0) return void 0;
	return upper?.[0].startsWith("<=") === false && /^[.0]*$/.test(upper[2] ?? "") ? String(Math.max(0, Number(major) - 1)) : major;
}

// src/egress/detect.ts
const READERS = [
	...NODE_READERS,
	...PYTHON_READERS,
	...LANGUAGE_READERS
];
const SDKS = /* @__PURE__ */ new Set([
	...NODE_SDKS,
	...PYTHON_SDKS,
	...LANGUAGE_SDKS
]);
/** What others wrote, or what tools installed, says nothing about the application. */
const NOT_THE_APPLICATION = /(^|\/)(node_modules|site-packages|vendor|third_party|\.git|\.venv|venv)\//;
/** Of one client: the manifests of a monorepo in one language do not hide another language. */
const MOST_FILES = 40;
/** Characters of one file; lock files of large repositories are a few million. */
const MOST_TEXT = 16777216;
/** Characters of all of them. */
const MOST_TEXT_TOGETHER = 67108864;
/** The client whose rules decide the way out, by what the checkout depends on. Never throws. */
function detectClient(checkout) {
	const { mentions, unread } = mentionsIn(checkout);
	const version = pythonOpenai(mentions);
	const known = version === void 0 ? {} : { pythonOpenai: version };
	const limit = unread === 0 ? "" : `; ${unread} more manifests were not read`;
	const [best, ...others] = CLIENTS$1.flatMap((client) => strongest(mentions, client) ?? []).sort(compare);
	if (best === void 0) return {
		client: "node",
		reason: `nothing in the checkout names a client${limit}`,
		known: false,
		clients: []
	};
	const rivals = others.filter((other) => rank(other) <= Math.max(rank(best), RELATED));
	const choice = rivals.length === 0 ? "" : ` and ${rivals.map((other) => told(mentions, other)).join(" and ")}; ${best.client} is taken, set client to choose`;
	return {
		client: best.client,
		reason: `${told(mentions, best)}${choice}${limit}`,
		known: true,
		clients: [best, ...rivals].map(({ client }) => client),
		...known
	};
}
function mentionsIn(checkout) {
	const manifests = checkout.files.flatMap((path) => {
		const reader = NOT_THE_APPLICATION.test(path) ? void 0 : READERS.find(({ file }) => file.test(path));
		return reader === void 0 ? [] : [{
			path,
			reader
		}];
	}).sort((a, b) => depth(a.path) - depth(b.path));
	const asked = /* @__PURE__ */ new Map();
	let characters = 0;
	let unread = 0;
	const mentions = [];
	for (const { path, reader } of manifests) {
		const count = asked.get(reader.client) ?? 0;
		asked.set(reader.client, count + 1);
		const text = count < MOST_FILES ? textIn(checkout, path) : void 0;
		const fits = text !== void 0 && text.length + characters <= MOST_TEXT_TOGETHER;
		if (count >= MOST_FILES || text !== void 0 && (!fits || text.length > MOST_TEXT)) {
			unread += 1;
			continue;
		}
		if (text === void 0) continue;
		characters += text.length;
		mentions.push(...mentionsOf(path, reader, text, checkout.files));
	}
	return {
		mentions,
		unread
	};
}
function textIn(checkout, path) {
	try {
		return checkout.readFile(path);
	} catch {
		return;
	}
}
function mentionsOf(path, reader, text, files) {
	const client = runtimeOf(reader.client, path, files);
	const named = read(reader, text).map(([name, version]) => ({
		client,
		path,
		package: name,
		version,
		in: reader.in
	}));
	if (named.length > 0 || reader.speaks !== true) return named;
	return [{
		client,
		path,
		package: "",
		version: "",
		in: "language"
	}];
}
function read(reader, text) {
	try {
		return reader.read(text);
	} catch {
		return [];
	}
}
/** `package.json` belongs to Bun or Deno where their own files lie beside it and no lock file of Node's. */
function runtimeOf(client, path, files) {
	if (client !== "node" && client !== "bun" && client !== "deno") return client;
	const folders = path.split("/").slice(0, -1);
	for (let up = folders.length; up >= 0; up -= 1) {
		const folder = folders.slice(0, up).map((name) => `${name}/`).join("");
		const names = files.filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes("/")).map((file) => file.slice(folder.length));
		const mark = RUNTIME_MARKS.find(([, file]) => names.some((name) => file.test(name)));
		if (mark !== void 0) return mark[0];
	}
	return client;
}
/** Built on the SDK, or with fetch of its own. */
const RELATED = 2;
/** Asked for by its own name, then installed under its own name, then something built on it, then only the language. */
function rank(mention) {
	if (mention.in === "language") return 3;
	if (!SDKS.has(mention.package)) return RELATED;
	return mention.in === "manifest" ? 0 : 1;
}
function compare(a, b) {
	return rank(a) - rank(b) || depth(a.path) - depth(b.path);
}
function strongest(mentions, client) {
	return mentions.filter((mention) => mention.client === client).sort(compare).at(0);
}
/** The lock file is quoted where there is one: it knows the version. */
function told(mentions, best) {
	if (best.in === "language") return `${printable$1(best.path)} is there and lists no OpenAI library`;
	const { path, package: name, version } = mentions.find((one) => one.client === best.client && one.in === "lock" && one.package === best.package) ?? best;
	const glue = /^([=<>!]|~=)/.test(version) || version === "" ? "" : " ";
	return `${printable$1(path)} lists ${name}${glue}${printable$1(version)}`;
}
function pythonOpenai(mentions) {
	const own = mentions.filter(({ client, package: name }) => client === "python" && name === "openai");
	return own.find((mention) => mention.in === "lock")?.version ?? own.map(({ version }) => versionOf(version)).find((one) => one !== void 0);
}
/** Files of a pull request are a stranger's text. */
function printable$1(text) {
	return text.replaceAll(/[^\w.+*^~<>=!,|: /@-]/g, "?").slice(0, 120);
}
function depth(path) {
	return path.split("/").length;
}

// src/egress/index.ts
/** One line for each client; a contract test runs over all of them. */
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
/** How this client gets out, and why. Opens no socket and never throws. */
function wayOut(client, question) {
	return CLIENTS[client](question);
}
/** Those that people compare with, whatever the application is written in. */
const COMMON = [
	"node",
	"python",
	"curl"
];
/** The way of each of these clients and of the common ones, in the order of the model. */
function allWays(question, clients = []) {
	return CLIENTS$1.filter((client) => COMMON.includes(client) || clients.includes(client)).map((client) => CLIENTS[client](question));
}
/**
* Both take the same path: same proxy, or both direct, or both unable. What each trusts is another
* question, answered on the served chain.
*/
function sameWay(a, b) {
	return pathOf(a) === pathOf(b);
}
/**
* The way this client does not take: direct where it takes a proxy, the proxy that the environment
* names where it goes direct or fails. `undefined` when there is no other.
*/
function otherWay$1(client, question) {
	const own = wayOut(client, question);
	const { egress } = own;
	const same = {
		client,
		ignored: egress.ignored,
		trust: egress.trust,
		verifies: egress.verifies,
		addressTimeoutMs: egress.addressTimeoutMs,
		httpVersion: egress.httpVersion
	};
	const { egress: _egress, proxyCredentials: _own, ...roots } = own;
	if (egress.proxy !== void 0) return {
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
		...other.proxyCredentials !== void 0 && { proxyCredentials: other.proxyCredentials },
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
	return {
		route,
		egress: routeRun.plan.egress,
		source: "live",
		observations
	};
}

// src/routes/calls.ts
/** The smallest prompt; never taken from the application. */
const PROMPT = "ping";
/** The least that the Responses API accepts; reasoning models need a limit, not a length of 1. */
const FEWEST_TOKENS = 16;
/** Every endpoint family, one entry each. What a call costs stands in the README. */
const FAMILIES = {
	responses: {
		ask: async (client, model) => responseAnswer(await client.responses.create(response(model))),
		stream: async (client, model) => {
			let last;
			for await (const event of await client.responses.create({
				...response(model),
				stream: true
			})) if (event.type === "response.completed" || event.type === "response.incomplete") last = event.response;
			return responseAnswer(last);
		}
	},
	"chat-completions": {
		ask: async (client, model) => {
			const answer = await client.chat.completions.create(chat(model));
			const { choices } = fields(answer);
			const first = Array.isArray(choices) ? choices[0] : void 0;
			const finish = fields(first)["finish_reason"];
			return {
				valid: typeof first === "object" && first !== null,
				finish: word(finish)
			};
		},
		stream: async (client, model) => {
			let finish = "";
			for await (const chunk of await client.chat.completions.create({
				...chat(model),
				stream: true
			})) {
				const { choices } = fields(chunk);
				const first = Array.isArray(choices) ? choices[0] : void 0;
				finish = word(fields(first)["finish_reason"]) || finish;
			}
			return {
				valid: finish !== "",
				finish
			};
		}
	},
	embeddings: { ask: async (client, model) => {
		const answer = await client.embeddings.create({
			model,
			input: PROMPT
		});
		const { data } = fields(answer);
		const first = Array.isArray(data) ? data[0] : void 0;
		const vector = fields(first)["embedding"];
		return {
			valid: Array.isArray(vector) && vector.length > 0,
			finish: "completed"
		};
	} },
	moderations: { ask: async (client, model) => {
		const answer = await client.moderations.create({
			model,
			input: PROMPT
		});
		const { results } = fields(answer);
		return {
			valid: Array.isArray(results) && results.length > 0,
			finish: "completed"
		};
	} },
	"audio-transcriptions": { ask: async (client, model) => {
		const file = new File([silence()], "silence.wav", { type: "audio/wav" });
		const { text } = fields(await client.audio.transcriptions.create({
			model,
			file
		}));
		return {
			valid: typeof text === "string",
			finish: "completed"
		};
	} }
};
/** The call of a route, streamed where the application streams and the family can. */
function callOf({ endpoint, stream }) {
	const family = FAMILIES[endpoint];
	return (stream === true ? family.stream : void 0) ?? family.ask;
}
function response(model) {
	return {
		model,
		input: PROMPT,
		max_output_tokens: FEWEST_TOKENS,
		store: false
	};
}
function chat(model) {
	return {
		model,
		messages: [{
			role: "user",
			content: PROMPT
		}],
		max_completion_tokens: FEWEST_TOKENS
	};
}
function responseAnswer(answer) {
	const { object, status, incomplete_details: cut } = fields(answer);
	const reason = fields(cut)["reason"];
	const finish = status === "incomplete" && typeof reason === "string" ? `incomplete:${reason}` : status;
	return {
		valid: object === "response" && (finish === "completed" || finish === "incomplete:max_output_tokens"),
		finish: word(finish)
	};
}
/** A quarter of a second of silence as WAV: 8 kHz, 8 bit, mono; the API wants at least 0.1 s. */
function silence() {
	const samples = 2e3;
	const wav = Buffer.alloc(2044, 128);
	wav.write("RIFF", 0);
	wav.writeUInt32LE(2036, 4);
	wav.write("WAVEfmt ", 8);
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20);
	wav.writeUInt16LE(1, 22);
	wav.writeUInt32LE(8e3, 24);
	wav.writeUInt32LE(8e3, 28);
	wav.writeUInt16LE(1, 32);
	wav.writeUInt16LE(8, 34);
	wav.write("data", 36);
	wav.writeUInt32LE(samples, 40);
	return new Uint8Array(wav);
}
/** A list of models as OpenAI sends it; a longer one than is read still begins like one. */
function isModelList({ status, body }) {
	if (status !== 200 || body.shape !== "json" || body.error !== void 0) return false;
	return body.object === "list" || body.keys?.includes("data") === true || body.truncated;
}
function word(value) {
	return typeof value === "string" && /^[\w:.-]{1,64}$/.test(value) ? value : "";
}

// src/routes/openai.ts
/** Headers of ours; `null` takes one away that the SDK found in the environment. */
function ownHeaders(route, asking) {
	const withheld = route.withheldHeaders?.map((name) => [name, null]) ?? [];
	return {
		...Object.fromEntries(withheld),
		"X-Client-Request-Id": asking.clientRequestId
	};
}
/** What every client of the SDK is given, so that it makes one try, on our connection, as this route. */
function clientOptions(route, asking) {
	return {
		organization: route.organization ?? null,
		project: route.project ?? null,
		maxRetries: 0,
		timeout: asking.timeoutMs,
		fetch: asking.fetch,
		logLevel: "off",
		adminAPIKey: null,
		defaultHeaders: ownHeaders(route, asking)
	};
}
/** The plain SDK client, as the application makes it, without retries of its own. */
function plainClient(route, asking) {
	return new OpenAI({
		apiKey: asking.token ?? route.apiKey?.reveal() ?? "",
		baseURL: route.baseUrl,
		...clientOptions(route, asking)
	});
}
/** `GET {base}/models` without credentials: 401 with the API's own evidence proves the route. */
function modelsUrl(route) {
	const url = new URL(route.baseUrl);
	url.pathname = `${url.pathname.replace(/\/+$/, "")}/models`;
	return url;
}
const openai = {
	kind: "openai",
	keylessUrl: modelsUrl,
	askAuth: async (route, asking) => {
		await plainClient(route, asking).models.list().asResponse();
	},
	askRequest: (route, asking) => callOf(route)(plainClient(route, asking), route.model ?? "")
};

// src/routes/azure.ts
/** The v1 endpoint takes the plain client; everything else is the classic one with `api-version`. */
function isV1(route) {
	return /\/openai\/v1\/?$/.test(new URL(route.baseUrl).pathname);
}
/**
* Where the classic client begins its paths: `/openai` of the resource. A base URL may be bare, may
* name `/openai` or a deployment behind it; a gateway in front of Azure may have a prefix of its own.
*/
function classicBase(route) {
	const url = new URL(route.baseUrl);
	url.pathname = `${url.pathname.replace(/\/openai(\/.*)?$/, "").replace(/\/+$/, "")}/openai`;
	return url.href;
}
/** The deployment that the base URL names is called, whatever the model is. */
function deploymentOf(route) {
	const named = /\/openai\/deployments\/([^/]+)/.exec(new URL(route.baseUrl).pathname)?.[1];
	return named === void 0 ? route.model : decodeURIComponent(named);
}
function classicClient(route, asking) {
	const deployment = deploymentOf(route);
	return new AzureOpenAI({
		baseURL: classicBase(route),
		apiVersion: route.apiVersion ?? "",
		...asking.token === void 0 ? { apiKey: route.apiKey?.reveal() ?? "" } : {
			apiKey: "",
			azureADTokenProvider: asking.token
		},
		...deployment === void 0 ? {} : { deployment },
		...clientOptions(route, asking)
	});
}
const azure = {
	kind: "azure",
	keylessUrl: (route) => {
		if (isV1(route)) return modelsUrl(route);
		const url = new URL(`${classicBase(route)}/models`);
		if (route.apiVersion !== void 0) url.searchParams.set("api-version", route.apiVersion);
		return url;
	},
	askAuth: async (route, asking) => {
		await (isV1(route) ? plainClient(route, asking) : classicClient(route, asking)).models.list().asResponse();
	},
	askRequest: (route, asking) => {
		const client = isV1(route) ? plainClient(route, asking) : classicClient(route, asking);
		return callOf(route)(client, route.model ?? "");
	}
};

// src/routes/gateway.ts
/** A gateway speaks the same protocol on another host; who answers is for the responders to tell. */
const gateway = {
	...openai,
	kind: "gateway"
};

// src/routes/index.ts
/** Every kind of route, one line each. */
const ROUTE_KINDS_BY_NAME = {
	openai,
	azure,
	gateway
};

// src/wire/body.ts
/** Bodies are read up to here, after decoding: enough for an error object, too little to hurt. */
const MOST_BODY_BYTES = 65536;
const DECODERS = {
	gzip: createGunzip,
	"x-gzip": createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress,
	zstd: () => zlib.createZstdDecompress({ params: { [constants$1.ZSTD_d_windowLogMax]: 23 } })
};
/**
* Reads a body to its end or to the limit, decoding it on the way (RFC 9110 §8.4). Never rejects.
* A bomb costs one chunk of the decoder, because the stream is destroyed at the limit.
*/
async function readBody(body, contentEncoding) {
	const encodings = contentEncoding.split(",").map((name) => name.trim().toLowerCase()).filter((name) => name !== "" && name !== "identity");
	const chunks = [];
	let length = 0;
	let stream = body;
	const streams = [body];
	let upstreamError;
	for (const name of encodings.slice(-2).toReversed()) {
		const decoder = entryOf(DECODERS, name)?.();
		if (decoder === void 0) break;
		stream.on("error", (error) => {
			upstreamError ??= error;
			decoder.emit("error", error);
		});
		stream = stream.pipe(decoder);
		streams.push(stream);
	}
	try {
		for await (const chunk of stream) {
			const bytes = Buffer.from(chunk);
			const room = MOST_BODY_BYTES - length;
			if (bytes.length > room) {
				chunks.push(bytes.subarray(0, room));
				return {
					bytes: Buffer.concat(chunks),
					truncated: true
				};
			}
			chunks.push(bytes);
			length += bytes.length;
		}
		return {
			bytes: Buffer.concat(chunks),
			truncated: false
		};
	} catch (error) {
		return {
			bytes: Buffer.concat(chunks),
			truncated: false,
			error: upstreamError ?? error
		};
	} finally {
		for (const used of streams) {
			used.on("error", () => {});
			if ("destroy" in used && typeof used.destroy === "function") used.destroy();
		}
	}
}

// src/wire/exchange.ts
/** The same origin may send the client on; a loop may not send it on for ever (Fetch: 20). */
const MOST_REDIRECTS = 3;
/**
* HTTP exchanges on a traced agent: each notes one observation with what came back, reads at most
* 64 KiB, follows redirects within the origin only, and throws `Stopped` when no response came
* or its body broke.
*/
function createExchanger(options) {
	let onOpen;
	let httpVersion;
	let lastWords;
	return {
		opened: (version) => {
			httpVersion = version;
			onOpen?.();
		},
		broken: (error) => {
			lastWords ??= error;
		},
		send: async (question) => {
			let url = question.url;
			let method = question.method;
			let body = question.body;
			for (let hop = 0;; hop += 1) {
				const last = hop === MOST_REDIRECTS;
				const answer = await once({
					...question,
					url,
					method,
					...body ? { body } : {}
				}, last);
				const next = sameOriginTarget(answer, url);
				if (next === void 0) return answer;
				if (hop === MOST_REDIRECTS) throw new Stopped("http", /* @__PURE__ */ new Error("redirect loop"));
				if (answer.status === 303 || answer.status < 303 && method === "POST") {
					method = "GET";
					body = void 0;
				}
				url = next;
			}
		}
	};
	async function once(question, last) {
		const { method, url, authenticated } = question;
		const target = `${method} ${url.pathname}`;
		const { recorder, probe, signal } = options;
		const slot = {};
		const begin = () => slot.observation ??= recorder.begin(probe, target);
		let sentMs = options.now();
		const sending = new AbortController();
		const abort = () => sending.abort(signal.reason);
		const sent = () => {
			if (signal.aborted) abort();
			else signal.addEventListener("abort", abort, { once: true });
			begin();
		};
		onOpen = () => {
			sentMs = options.now();
			sent();
		};
		if (httpVersion !== void 0) sent();
		try {
			const response = await import_api_request.default.call(options.agent(), {
				origin: url.origin,
				path: `${url.pathname}${url.search}`,
				method,
				headers: { ...question.headers },
				...question.body === void 0 ? {} : { body: question.body },
				signal: sending.signal
			});
			const firstByteMs = options.now() - sentMs;
			const headers = new Headers();
			const heard = new Headers();
			const received = [];
			for (const [name, value] of Object.entries(response.headers)) {
				const values = [value].flat().filter((each) => each !== void 0);
				const clean = values.map((each) => recorder.clean(each));
				for (const each of values) append(headers, name, each);
				for (const each of clean) append(heard, name, each);
				received.push([name, clean]);
			}
			const read = await readBody(response.body, headers.get("content-encoding") ?? "");
			const complete = read.error === void 0;
			const picked = headersOfInterest(received);
			const facts = {
				method,
				path: url.pathname,
				status: response.statusCode,
				httpVersion: httpVersion ?? "1.1",
				headers: picked,
				body: describeBody(read.bytes, {
					contentType: headers.get("content-type") ?? "",
					truncated: read.truncated,
					complete
				}),
				authenticated,
				firstByteMs: Math.max(0, Math.round(firstByteMs)),
				...optional("clientRequestId", question.headers["x-client-request-id"]),
				...optional("limits", limitsOf(picked, options.now())),
				...saidByHeaders(reading(heard), response.statusCode, url, options.now())
			};
			if (!complete) {
				begin().failed(brokenBody(read.error, signal), facts);
				throw new Stopped("http", read.error);
			}
			if (last && redirectTarget(reading(headers), response.statusCode, url)?.origin === url.origin) begin().failed({ code: "http.response.redirect_loop" }, facts);
			else begin().ok(facts);
			return {
				status: response.statusCode,
				headers,
				bytes: read.bytes,
				facts
			};
		} catch (error) {
			if (error instanceof Stopped) throw error;
			const failure = signal.aborted ? timedOut("http") : failureFrom(lastWords ?? error, "http");
			begin().failed(failure, {
				method,
				path: url.pathname,
				authenticated
			});
			throw new Stopped("http", error);
		} finally {
			onOpen = void 0;
			signal.removeEventListener("abort", abort);
		}
	}
}
/** A transfer that ended before its announced end, for whatever reason, is incomplete. */
function brokenBody(error, signal) {
	if (signal.aborted) return {
		code: "http.body_timed_out",
		errno: "TIMEOUT"
	};
	const failure = failureFrom(error, "http");
	return failure.code === "http.closed" || failure.code === "http.reset" ? {
		...failure,
		code: "http.body_incomplete"
	} : failure;
}
/** A header whose name or value the Fetch standard forbids is left out, not fatal. */
function append(headers, name, value) {
	try {
		headers.append(name, value);
	} catch {}
}
function sameOriginTarget(answer, from) {
	const target = redirectTarget(reading(answer.headers), answer.status, from);
	return target?.origin === from.origin ? target : void 0;
}
function reading(headers) {
	return (name) => headers.get(name) ?? void 0;
}

// src/wire/recorder.ts
/** Collects the observations of one route. Ids are unique within the route: `handshake`, `handshake#2`. */
function createRecorder(options) {
	const done = [];
	const open = /* @__PURE__ */ new Set();
	const counts = options.counts ?? /* @__PURE__ */ new Map();
	function begin(probe, target, { rung = PROBE_RUNG[probe], soFar } = {}) {
		const startedMs = options.clock();
		const attempt = options.attempt();
		const count = (counts.get(probe) ?? 0) + 1;
		counts.set(probe, count);
		options.listen?.({
			kind: "begin",
			rung,
			target,
			atMs: startedMs
		});
		const as = (outcome) => ({
			id: count === 1 ? probe : `${probe}#${count}`,
			probe,
			rung,
			route: options.route,
			target,
			attempt,
			startedMs: round(startedMs),
			elapsedMs: round(options.clock() - startedMs),
			outcome
		});
		const end = (outcome) => {
			if (!open.delete(entry)) return;
			const observation = as(outcome);
			if (!isKnown(observation)) return;
			done.push(observation);
			options.listen?.({
				kind: "end",
				observation
			});
		};
		const foreseen = (failure) => as({
			status: "failed",
			failure,
			...optional("facts", soFar)
		});
		const entry = {
			probe,
			rung,
			foreseen,
			end
		};
		open.add(entry);
		return {
			ok: (facts) => end({
				status: "ok",
				facts
			}),
			failed: (failure, facts) => end({
				status: "failed",
				failure,
				...facts === void 0 ? {} : { facts }
			}),
			skipped: (because) => end({
				status: "skipped",
				because
			}),
			isOpen: () => open.has(entry)
		};
	}
	return {
		begin,
		clean: options.clean ?? ((received) => received),
		skip: (probe, target, because) => begin(probe, target).skipped(because),
		endOpen: (ending) => {
			for (const entry of open) entry.end(ending(entry.rung, entry.probe));
		},
		list: () => done,
		foresee: (failure) => [...done, ...[...open].map(({ rung, foreseen }) => foreseen(failure(rung))).filter(isKnown)]
	};
}
/** `begin` ties the probe to its facts; the compiler cannot carry that through the union. */
function isKnown(observation) {
	return Object.hasOwn(PROBE_RUNG, observation.probe);
}
function round(milliseconds) {
	return Math.round(milliseconds * 10) / 10;
}

// src/wire/budget.ts
/**
* Most bytes that a peer may send on one connection, 1 MiB: heads and 64 KiB of body are far below.
* undici bounds header fields and nothing else: a reason phrase, chunk extensions or early hints go
* on as fast as the line carries them (measured: 330 MB in 0.8 s).
*/
const MOST_INCOMING_BYTES = 1048576;
/** HTTP/2 reads below the stream, where only a count can be asked for. */
const LOOK_EVERY_MS = 20;
/** Destroys the socket with an error when more has come than any answer needs. */
function boundIncoming(socket) {
	const before = socket.bytesRead;
	const stop = () => {
		socket.destroy(Object.assign(/* @__PURE__ */ new Error("too much was sent"), { code: "UND_ERR_HEADERS_OVERFLOW" }));
	};
	if ("alpnProtocol" in socket && socket.alpnProtocol === "h2") {
		const timer = setInterval(() => {
			if (socket.bytesRead - before > MOST_INCOMING_BYTES) stop();
		}, LOOK_EVERY_MS);
		timer.unref();
		socket.once("close", () => clearInterval(timer));
		return;
	}
	let total = 0;
	socket.on("data", (chunk) => {
		total += chunk.length;
		if (total > MOST_INCOMING_BYTES) stop();
	});
}

// src/wire/connect.ts
/** The `connect` observation: every address attempt. Throws `Stopped` when none opened. */
async function openConnection(question) {
	const { host, port, of } = question;
	const attempts = [];
	const soFar = {
		host,
		port,
		attempts,
		of
	};
	const observation = question.recorder.begin("connect", hostAndPort(host, port), { soFar });
	try {
		const socket = await dial(question, attempts);
		const { remoteAddress, remoteFamily, localAddress } = socket;
		observation.ok({
			host,
			port,
			attempts,
			of,
			...remoteAddress === void 0 ? {} : { address: remoteAddress },
			family: remoteFamily === "IPv6" ? 6 : 4,
			...localAddress === void 0 ? {} : { localAddress }
		});
		return socket;
	} catch (error) {
		observation.failed(failureFrom(error, "tcp"), soFar);
		throw new Stopped("tcp", error);
	}
}
/** Opens a TCP connection as the client would, noting every address it tried. */
async function dial(question, attempts) {
	if (question.addressTimeoutMs > 0 || question.addresses.length < 2) return dialTogether(question, attempts);
	let last;
	for (const address of question.addresses) try {
		return await dialTogether({
			...question,
			addresses: [address]
		}, attempts);
	} catch (error) {
		last = error;
		if (question.signal.aborted) break;
	}
	throw last;
}
function dialTogether(question, attempts) {
	const { host, port, addresses, addressTimeoutMs, clock, signal } = question;
	return new Promise((done, fail) => {
		const began = /* @__PURE__ */ new Map();
		const note = (address, status, error) => {
			const startedMs = began.get(address);
			if (startedMs === void 0) return;
			began.delete(address);
			const failure = error === void 0 ? void 0 : failureFrom(error, "tcp");
			attempts.push({
				address,
				family: address.includes(":") ? 6 : 4,
				port,
				status,
				...failure === void 0 ? {} : { code: failure.code },
				...failure?.errno === void 0 ? {} : { errno: failure.errno },
				elapsedMs: Math.round((clock() - startedMs) * 10) / 10
			});
		};
		const socket = connect$1({
			host,
			port,
			noDelay: true,
			autoSelectFamily: addresses.length > 1 && addressTimeoutMs > 0,
			autoSelectFamilyAttemptTimeout: Math.max(10, addressTimeoutMs),
			lookup: (_host, options, answer) => {
				process.nextTick(() => {
					const first = addresses[0];
					if (first === void 0) answer(/* @__PURE__ */ new Error("no address"), "", 4);
					else if (options.all === true) answer(null, [...addresses]);
					else answer(null, first.address, first.family);
				});
			}
		});
		const settle = (error) => {
			signal.removeEventListener("abort", abort);
			socket.off("error", settle);
			if (error === void 0) {
				for (const address of began.keys()) note(address, address === socket.remoteAddress ? "ok" : "abandoned");
				done(socket);
				return;
			}
			for (const address of began.keys()) note(address, "failed", error);
			socket.on("error", () => {});
			socket.destroy();
			fail(error);
		};
		const abort = () => settle(new RanOut(`no answer from ${host}`));
		socket.on("connectionAttempt", (address) => began.set(address, clock()));
		socket.on("connectionAttemptFailed", (address, _port, _family, error) => note(address, "failed", error));
		socket.on("connectionAttemptTimeout", (address) => note(address, "abandoned"));
		socket.once("connect", () => settle(void 0));
		socket.once("error", settle);
		signal.addEventListener("abort", abort, { once: true });
		if (signal.aborted) abort();
	});
}

// src/wire/certificate.ts
const LONGEST_CHAIN = 10;
const MOST_NAMES = 10;
/** The chain that the peer served, leaf first; empty when there is none. */
function servedChain(socket) {
	return certificatesOf(socket).map(describeCertificate);
}
function certificatesOf(socket) {
	const chain = [];
	let next = socket.getPeerCertificate(true);
	const seen = /* @__PURE__ */ new Set();
	while (next?.fingerprint256 !== void 0 && chain.length < LONGEST_CHAIN) {
		if (seen.has(next.fingerprint256)) break;
		seen.add(next.fingerprint256);
		chain.push(next);
		next = next.issuerCertificate;
	}
	return chain;
}
/**
* Whether a verified chain leads to none of the public roots that Node carries (Mozilla's list). A
* cross-signed root is sent as an intermediate below a root that may be gone from the list: it is
* known by its name and key (6 ms for all roots, and only where no certificate is itself one).
*/
function endsInPrivateRoot(socket) {
	const served = certificatesOf(socket).map(({ raw }) => raw);
	if (served.length === 0 || served.some((raw) => publicRoots().has(raw.toString("base64")))) return false;
	const chain = served.map((raw) => new X509Certificate(raw));
	return !rootCertificates.map((pem) => new X509Certificate(pem)).some((root) => chain.some((one) => one.subject === root.subject && one.publicKey.equals(root.publicKey)));
}
let known;
/** DER in base64: the PEM texts without their frame. */
function publicRoots() {
	known ??= new Set(rootCertificates.map((pem) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, "")));
	return known;
}
function describeCertificate(certificate) {
	const subject = distinguishedName(certificate.subject);
	const issuer = distinguishedName(certificate.issuer);
	return {
		subject,
		issuer,
		validFrom: isoDate(certificate.valid_from),
		validTo: isoDate(certificate.valid_to),
		names: (certificate.subjectaltname ?? "").split(", ").filter((name) => name !== "").slice(0, MOST_NAMES).map(clean),
		fingerprint256: certificate.fingerprint256.replaceAll(":", "").slice(0, 16).toLowerCase(),
		selfSigned: subject === issuer
	};
}
/** `CN=…, O=…, C=…` from what Node parsed (RFC 4514 order is not kept, the parts are). */
function distinguishedName(name) {
	const parts = [];
	for (const key of [
		"CN",
		"OU",
		"O",
		"C"
	]) {
		const value = name?.[key];
		if (value !== void 0) parts.push(`${key}=${clean([value].flat().join("+"))}`);
	}
	return parts.join(", ");
}
function clean(text) {
	return text.replace(/[^\x20-\x7e\u00a0-\u024f]/g, "?").slice(0, 120);
}
function isoDate(text) {
	const time = Date.parse(text);
	return Number.isNaN(time) ? "" : new Date(time).toISOString();
}

// src/wire/handshake.ts
/**
* TLS over an open connection, verified. The `handshake` observation; throws `Stopped`.
* Verification is always on, whatever NODE_TLS_REJECT_UNAUTHORIZED says: a key must not
* travel over a connection whose other end is not known.
*/
async function shakeHands(question) {
	const { socket, servername, of, ca, partialChain, alpn, recorder, signal } = question;
	const rung = of === "proxy" ? "proxy" : "tls";
	const soFar = {
		servername,
		of,
		verified: false
	};
	const observation = recorder.begin("handshake", servername, {
		rung,
		soFar
	});
	try {
		const secure = await secureSocket({
			socket,
			...isIP(servername) === 0 ? { servername } : { host: servername },
			ALPNProtocols: [...alpn],
			rejectUnauthorized: true,
			...ca === void 0 ? {} : { ca: [...ca] },
			allowPartialTrustChain: partialChain === true,
			signal
		});
		const root = endsInPrivateRoot(secure) ? { privateRoot: true } : {};
		observation.ok({
			...agreed(secure),
			servername,
			of,
			verified: true,
			...root
		});
		return secure;
	} catch (error) {
		socket.destroy();
		observation.failed(failureFrom(error, of === "proxy" ? "proxy" : "tls"), soFar);
		throw new Stopped(of === "proxy" ? "proxy" : "tls", error);
	}
}
/** What both sides agreed on, and the chain. */
function agreed(secure) {
	const version = secure.getProtocol();
	return {
		...version === null ? {} : { version },
		cipher: secure.getCipher().name,
		...typeof secure.alpnProtocol === "string" ? { alpn: secure.alpnProtocol } : {},
		chain: servedChain(secure)
	};
}
/** `tls.connect` as a promise that ends with the signal. */
function secureSocket(options) {
	const { signal, ...rest } = options;
	return new Promise((done, fail) => {
		const secure = connect(rest);
		const settle = (error) => {
			signal.removeEventListener("abort", abort);
			secure.off("error", settle);
			if (error === void 0) return done(secure);
			secure.on("error", () => {});
			secure.destroy();
			fail(error);
		};
		const abort = () => settle(new RanOut("no end of the handshake"));
		secure.once("secureConnect", () => settle(void 0));
		secure.once("error", settle);
		signal.addEventListener("abort", abort, { once: true });
		if (signal.aborted) abort();
	});
}

// src/wire/lookup.ts
/**
* getaddrinfo with the hints that `net.connect` uses: without ADDRCONFIG a v6-only name on a
* v4-only host would resolve here and fail in the application. Cannot be cancelled: a caller
* that gives up leaves a libuv thread behind (libuv#364), see `leave` in src/doors/leave.ts.
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
/** Host of a URL as sockets want it: without the brackets of an IPv6 literal. */
function bareHost(hostname) {
	return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
/** A name with more is nobody's API: the rest would only swell the packet. */
const MOST_ADDRESSES$2 = 64;
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
		const addresses = (await untilAborted(question.resolve(host), question.signal)).slice(0, MOST_ADDRESSES$2);
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

// src/wire/socks.ts
/** Reply codes of RFC 1928 §6 in the words of RFC 9209. */
const REPLY_CODES = {
	1: "proxy.internal_error",
	2: "proxy.denied",
	3: "proxy.destination_unavailable",
	4: "proxy.destination_unavailable",
	5: "proxy.connection_refused",
	6: "proxy.connection_timeout",
	7: "proxy.http_error",
	8: "proxy.http_error"
};
const NO_AUTHENTICATION = 0;
const USERNAME_PASSWORD = 2;
const NONE_ACCEPTABLE = 255;
var SocksRefusal = class extends Error {
	answer;
	reply;
	constructor(answer, reply) {
		super(answer);
		this.answer = answer;
		this.reply = reply;
	}
};
/**
* SOCKS5 (RFC 1928, RFC 1929) on a connection to the proxy. The name is resolved by the proxy when
* `address` is absent (`socks5h`), otherwise the given address is asked for. Throws `Stopped`.
*/
async function openSocks(question) {
	const { socket, proxy, credentials, host, port, signal } = question;
	const observation = question.recorder.begin("tunnel", hostAndPort(host, port));
	const facts = {
		proxy: hostAndPort(proxy.host, proxy.port),
		scheme: proxy.scheme,
		target: hostAndPort(question.address ?? host, port),
		headers: {},
		schemes: [],
		credentialsSent: credentials !== void 0
	};
	const reader = byteReader(socket, signal);
	try {
		const methods = credentials === void 0 ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, USERNAME_PASSWORD];
		socket.write(Uint8Array.of(5, methods.length, ...methods));
		const [version, method] = await reader.take(2);
		if (version !== 5) throw new SocksRefusal("proxy.response_invalid");
		if (method === USERNAME_PASSWORD && credentials !== void 0) await signIn(socket, reader, credentials);
		else if (method === NONE_ACCEPTABLE || method !== NO_AUTHENTICATION) throw new SocksRefusal("proxy.auth_required");
		socket.write(connectRequest(question.address ?? host, port));
		const [, reply = 1, , kind] = await reader.take(4);
		if (reply !== 0) throw new SocksRefusal(entryOf(REPLY_CODES, reply) ?? "proxy.http_error", reply);
		await reader.take((kind === 4 ? 16 : kind === 3 ? (await reader.take(1))[0] ?? 0 : 4) + 2);
		reader.release();
		observation.ok({
			...facts,
			reply: 0
		});
		return socket;
	} catch (error) {
		reader.release();
		socket.destroy();
		if (error instanceof SocksRefusal) {
			const reply = error.reply === void 0 ? {} : { reply: error.reply };
			observation.failed({ code: error.answer }, {
				...facts,
				...reply
			});
		} else observation.failed(failureFrom(error, "proxy"), facts);
		throw new Stopped("proxy", error);
	}
}
async function signIn(socket, reader, { username, password }) {
	const name = Buffer.from(username).subarray(0, 255);
	const secret = Buffer.from(password).subarray(0, 255);
	socket.write(Buffer.concat([
		Buffer.of(1, name.length),
		name,
		Buffer.of(secret.length),
		secret
	]));
	const [, status] = await reader.take(2);
	if (status !== 0) throw new SocksRefusal("proxy.auth_required");
}
function connectRequest(host, port) {
	return Buffer.concat([
		Buffer.of(5, 1, 0),
		destination(host),
		Buffer.of(port >> 8, port & 255)
	]);
}
function destination(host) {
	const family = isIP(host);
	if (family === 4) return Buffer.of(1, ...host.split(".").map(Number));
	if (family === 6) return Buffer.concat([Buffer.of(4), ipv6Bytes(host)]);
	const name = Buffer.from(host).subarray(0, 255);
	return Buffer.concat([Buffer.of(3, name.length), name]);
}
/** RFC 4291 §2.2: `::` stands for as many zero groups as are missing. */
function ipv6Bytes(address) {
	const [left = "", right] = (address.split("%")[0] ?? "").split("::");
	const groups = (text) => text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
	const head = groups(left);
	const tail = right === void 0 ? [] : groups(right);
	const middle = Array.from({ length: 8 - head.length - tail.length }, () => 0);
	return Buffer.from([
		...head,
		...middle,
		...tail
	].flatMap((group) => [group >> 8, group & 255]));
}
/** Exactly `count` bytes at a time; whatever is left over goes back to the socket on release. */
function byteReader(socket, signal) {
	let seen = Buffer.alloc(0);
	let ended;
	let wake = () => {};
	const onData = (chunk) => {
		seen = Buffer.concat([seen, chunk]);
		wake();
	};
	const onError = (error) => {
		ended = error;
		wake();
	};
	const onEnd = () => onError(Object.assign(/* @__PURE__ */ new Error("closed"), { code: "UND_ERR_SOCKET" }));
	const onAbort = () => onError(new RanOut("no SOCKS answer"));
	socket.on("data", onData).on("error", onError).on("end", onEnd);
	signal.addEventListener("abort", onAbort, { once: true });
	if (signal.aborted) onAbort();
	return {
		take: async (count) => {
			while (seen.length < count) {
				if (ended !== void 0) throw ended;
				await new Promise((resume) => {
					wake = resume;
				});
			}
			const taken = seen.subarray(0, count);
			seen = seen.subarray(count);
			return taken;
		},
		release: () => {
			socket.off("data", onData).off("error", onError).off("end", onEnd);
			signal.removeEventListener("abort", onAbort);
			socket.pause();
			if (seen.length > 0) socket.unshift(seen);
		}
	};
}

// src/wire/traced-agent.ts
/**
* Opens a connection to the destination exactly as the client would – lookup, TCP, proxy, TLS –
* and notes each rung. Throws `Stopped` at the first rung that fails.
*/
async function openWay(way, destination) {
	const socket = await openStream(way, destination);
	if (!destination.secure) {
		if (way.plan.egress.proxy?.scheme !== "https") keepKeyOutOfClearText(way, destination, socket.remoteAddress, () => socket.destroy());
		return socket;
	}
	const { plan, recorder, signal } = way;
	return shakeHands({
		socket,
		servername: destination.host,
		of: "target",
		ca: plan.ca,
		partialChain: plan.partialChain,
		alpn: plan.egress.httpVersion === "2" ? ["h2", "http/1.1"] : ["http/1.1"],
		recorder,
		signal
	});
}
/**
* Contract, promise 1: a key never travels in clear text to a public address, whatever the name of
* the host or of the proxy looks like. The hop that is dialled is judged.
*/
function keepKeyOutOfClearText(way, { host, port, secure }, address, close) {
	if (secure || !way.carriesKey || scopeOf(address ?? "") !== "public") return;
	close();
	const problem = clearTextKey(way.plan.egress.proxy, {
		host,
		port
	}, address ?? "");
	way.recorder.begin("settings", "base-url").failed({ code: problem.code }, { problems: [problem] });
	throw new Stopped("http", /* @__PURE__ */ new Error("plain HTTP to a public address"));
}
/** What is wrong with a base URL whose key would be read on the way to this public address. */
function clearTextKey(proxy, { host, port }, address) {
	const hop = proxy === void 0 ? host : `the proxy ${hostAndPort(proxy.host, proxy.port)}`;
	const target = port === 80 ? host : hostAndPort(host, port);
	return {
		code: "config.base_url_plain_http",
		setting: "base-url",
		message: `The base URL is plain http:// and ${hop} has the public address ${address}: the key would travel in clear text.`,
		fix: `Use https://${target} as the base URL.`,
		severity: "fatal",
		owner: "request"
	};
}
/** TCP to the destination, through the proxy where the client uses one. */
async function openStream(way, destination) {
	const { plan, network, recorder, signal } = way;
	const { host, port } = destination;
	const { proxy, addressTimeoutMs } = plan.egress;
	const common = {
		addressTimeoutMs,
		clock: network.clock,
		recorder,
		signal
	};
	if (proxy === void 0) {
		const addresses = await lookUp({
			...common,
			host,
			of: "target",
			resolve: network.resolve
		});
		return openConnection({
			...common,
			host,
			port,
			addresses,
			of: "target"
		});
	}
	const credentials = plan.proxyCredentials;
	const target = proxy.scheme === "socks5" ? await lookUp({
		...common,
		host,
		of: "target",
		resolve: network.resolve
	}) : void 0;
	for (const { address } of target ?? []) keepKeyOutOfClearText(way, destination, address, () => {});
	if (target === void 0) recorder.skip("lookup", host, "the proxy resolves this name");
	const hop = await lookUp({
		...common,
		host: proxy.host,
		of: "proxy",
		resolve: network.resolve
	});
	const plain = await openConnection({
		...common,
		host: proxy.host,
		port: proxy.port,
		addresses: hop,
		of: "proxy"
	});
	if (proxy.scheme === "socks5" || proxy.scheme === "socks5h") {
		const address = target?.[0]?.address;
		return openSocks({
			socket: plain,
			proxy,
			credentials,
			host,
			port,
			...address === void 0 ? {} : { address },
			recorder,
			signal
		});
	}
	const socket = proxy.scheme === "http" ? plain : await shakeHands({
		socket: plain,
		servername: proxy.host,
		of: "proxy",
		ca: plan.proxyCa ?? plan.ca,
		partialChain: plan.partialChain,
		alpn: ["http/1.1"],
		recorder,
		signal
	});
	if (writesWholeUrl(plan, destination)) {
		recorder.skip("tunnel", hostAndPort(host, port), "plain HTTP goes to the proxy without a tunnel");
		return socket;
	}
	return openTunnel({
		socket,
		proxy,
		credentials,
		host,
		port,
		recorder,
		signal
	});
}
/**
* Absolute-form (RFC 9112 §3.2.2): most clients write `GET http://host/path` to an HTTP proxy when
* the target is plain HTTP, and a proxy that opens tunnels to 443 alone still takes that.
*/
function writesWholeUrl({ egress }, { secure }) {
	const { proxy, client } = egress;
	if (secure || CLIENT_FACTS[client].tunnelsPlainHttp === true) return false;
	return proxy?.scheme === "http" || proxy?.scheme === "https";
}
/** Writes the requests of a way as its proxy wants them. */
function inWholeUrls({ plan }) {
	const login = basicCredentials(plan.proxyCredentials);
	return (dispatch) => (options, handler) => {
		const origin = String(options.origin);
		if (!writesWholeUrl(plan, { secure: !origin.startsWith("http:") })) return dispatch(options, handler);
		const path = `${origin}${options.path}`;
		if (login === void 0) return dispatch({
			...options,
			path
		}, handler);
		const headers = {
			...fields(options.headers),
			"proxy-authorization": login
		};
		return dispatch({
			...options,
			path,
			headers
		}, handler);
	};
}
/** An undici Agent whose only connections are traced ones: one connection, one request at a time. */
function createTracedAgent(way) {
	return new import_agent.default({
		connections: 1,
		pipelining: 1,
		allowH2: way.plan.egress.httpVersion === "2",
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: (options, answer) => {
			const secure = options.protocol === "https:";
			openWay(way, {
				host: bareHost(options.hostname),
				port: Number(options.port) || (secure ? 443 : 80),
				secure
			}).then((socket) => {
				if (way.onBroken !== void 0) socket.on("error", way.onBroken);
				way.onOpen?.("alpnProtocol" in socket && socket.alpnProtocol === "h2" ? "2" : "1.1");
				answer(null, socket);
				boundIncoming(socket);
			}, (error) => answer(error instanceof Error ? error : /* @__PURE__ */ new Error("failed"), null));
		}
	}).compose(inWholeUrls(way));
}

// src/probes/aside.ts
/** Observations that belong to no rung of the real request: kept apart from it. */
function privateRecorder(scene) {
	const { clock, clean } = scene.network;
	return createRecorder({
		route: scene.route.name,
		clock,
		attempt: () => 0,
		...optional("clean", clean)
	});
}
/** One request without the API's credentials, on a connection of its own. Never throws. */
async function askAside(scene, plan, question) {
	const recorder = privateRecorder(scene);
	const { network, signal, now } = scene;
	const exchanger = createExchanger({
		agent: () => agent,
		recorder,
		probe: "response",
		signal,
		now
	});
	const agent = createTracedAgent({
		plan,
		network,
		recorder,
		signal,
		carriesKey: question.carriesKey ?? false,
		onOpen: exchanger.opened,
		onBroken: exchanger.broken
	});
	try {
		const { facts, bytes } = await exchanger.send({
			method: question.method ?? "GET",
			url: question.url,
			headers: {
				accept: "application/json",
				"user-agent": "openai-preflight",
				...question.body === void 0 ? {} : { "content-type": "application/json" },
				...question.headers
			},
			...question.body === void 0 ? {} : { body: question.body },
			authenticated: false
		});
		const opened = recorder.list().findLast((one) => isProbe(one, "connect"));
		return {
			response: facts,
			bytes,
			...optional("localAddress", factsOf(opened)?.localAddress)
		};
	} catch {
		const failed = recorder.list().find(({ outcome }) => outcome.status === "failed");
		return failed === void 0 ? {} : { failed };
	} finally {
		agent.destroy().catch(() => {});
	}
}
/** Whom nobody may reach from here must not hold up the verdict, milliseconds. */
const LONGEST_MS = 3e3;
/** {@link askAside} for what decides nothing. */
async function askBriefly(scene, plan, question) {
	const limit = limitTime(Math.min(LONGEST_MS, scene.timeoutMs), scene.signal);
	try {
		return await askAside({
			...scene,
			signal: limit.signal
		}, plan, question);
	} finally {
		limit.stop();
	}
}
/** The same way out without its proxy. */
function direct(plan) {
	const { proxy: _proxy, ...egress } = plan.egress;
	const { proxyCredentials: _credentials, ...rest } = plan;
	return {
		...rest,
		egress: {
			...egress,
			reason: "the same client without its proxy"
		}
	};
}

// src/probes/browser-origin.ts
/** The CORS preflight that a browser on this origin would send (Fetch §4.9), without credentials. */
async function askBrowserOrigin(scene, origin) {
	const { route, recorder } = scene;
	const url = ROUTE_KINDS_BY_NAME[route.kind].keylessUrl(route);
	const keyHeader = route.kind === "azure" && !isV1(route) ? "api-key" : "authorization";
	const question = corsQuestion(origin, keyHeader);
	const note = recorder.begin("browser-origin", origin);
	const { response, failed } = await askAside(scene, scene.plan, {
		...question,
		url
	});
	if (response !== void 0) {
		const facts = readCors(response.headers, response.status, origin, question.wanted);
		const outcome = corsOutcome(facts);
		if (outcome.status === "failed") note.failed(outcome.failure, facts);
		else note.ok(facts);
	} else if (failed?.outcome.status === "failed") note.failed(failed.outcome.failure, { origin });
	else note.skipped("no answer and no failure");
	return recorder.list();
}

// src/probes/request.ts
/**
* Sends the application's own request once, through the SDK, on one traced connection, and notes
* one observation for each rung that it climbed. Never throws; always ends with the attempt's clock.
*/
async function sendRealRequest(attempt) {
	const { route, plan, network, recorder, now } = attempt;
	const limit = limitTime(attempt.timeoutMs, attempt.signal);
	const { signal } = limit;
	const exchanger = createExchanger({
		agent: () => agent,
		recorder,
		probe: "response",
		signal,
		now
	});
	const depth = effectiveDepth(route);
	const agent = createTracedAgent({
		plan,
		network,
		recorder,
		signal,
		carriesKey: depth !== "route",
		onOpen: exchanger.opened,
		onBroken: exchanger.broken
	});
	const cancel = () => recorder.endOpen(() => ({
		status: "skipped",
		because: CANCELLED
	}));
	attempt.signal.addEventListener("abort", cancel, { once: true });
	try {
		if (depth === "route") await askWithoutKey(attempt, exchanger);
		else await askThroughSdk(attempt, depth, exchanger);
	} finally {
		limit.stop();
		attempt.signal.removeEventListener("abort", cancel);
		recorder.endOpen((rung) => ({
			status: "failed",
			failure: timedOut(layerOf(rung))
		}));
		agent.destroy().catch(() => {});
	}
}
async function askWithoutKey(attempt, exchanger) {
	const kind = ROUTE_KINDS_BY_NAME[attempt.route.kind];
	try {
		await exchanger.send({
			method: "GET",
			url: kind.keylessUrl(attempt.route),
			headers: {
				accept: "application/json",
				"user-agent": "openai-preflight"
			},
			authenticated: false
		});
	} catch {}
}
async function askThroughSdk(attempt, depth, exchanger) {
	const { route, recorder, sdk } = attempt;
	const kind = ROUTE_KINDS_BY_NAME[route.kind];
	const seen = {};
	const asking = {
		fetch: sdkFetch(route, exchanger, (exchange) => {
			seen.exchange = exchange;
		}),
		timeoutMs: attempt.timeoutMs + 1e3,
		clientRequestId: randomUUID(),
		...attempt.token === void 0 ? {} : { token: attempt.token }
	};
	let answer;
	let thrown;
	try {
		if (depth === "request") answer = await kind.askRequest(route, asking);
		else {
			await kind.askAuth(route, asking);
			const facts = seen.exchange?.facts;
			answer = {
				valid: facts !== void 0 && isModelList(facts),
				finish: "completed"
			};
		}
	} catch (error) {
		thrown = error;
	}
	const observation = recorder.begin("answer", `${sdk} ${depth === "auth" ? "models.list" : route.endpoint}`);
	if (answer?.valid === true) {
		observation.ok({
			sdk,
			valid: true,
			...answer.finish === "" ? {} : { finish: answer.finish }
		});
		return;
	}
	if (seen.exchange === void 0 && thrown !== void 0 && !(thrown instanceof APIError)) {
		observation.failed(failureBeforeSending(thrown), {
			sdk,
			valid: false,
			errorChain: chainOf(thrown)
		});
		return;
	}
	if (seen.exchange === void 0 || seen.exchange.status >= 300) {
		observation.skipped(seen.exchange === void 0 ? "no response came" : `the response has status ${seen.exchange.status}`);
		return;
	}
	const facts = {
		sdk,
		valid: false,
		...answer === void 0 || answer.finish === "" ? {} : { finish: answer.finish },
		...thrown === void 0 ? {} : { errorChain: chainOf(thrown) }
	};
	observation.failed({ code: "http.response.invalid" }, facts);
}
/** `fetch` for the SDK: one origin only, 64 KiB only, and the response is observed on the way. */
function sdkFetch(route, exchanger, note) {
	const origin = new URL(route.baseUrl).origin;
	return async (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		if (url.origin !== origin) throw new TypeError("the key goes to the configured host only");
		const written = await bodyOf(init);
		const headers = {
			...Object.fromEntries(new Headers(init?.headers)),
			...written.headers
		};
		const exchange = await exchanger.send({
			method: init?.method ?? "GET",
			url,
			headers: {
				"accept-language": "*",
				"sec-fetch-mode": "cors",
				"accept-encoding": "gzip, deflate",
				...headers
			},
			...written.body === void 0 ? {} : { body: written.body },
			authenticated: true
		});
		note(exchange);
		const replyHeaders = new Headers(exchange.headers);
		replyHeaders.delete("content-encoding");
		replyHeaders.delete("content-length");
		const hasBody = ![
			101,
			204,
			205,
			304
		].includes(exchange.status) && exchange.status >= 200;
		return new Response(hasBody ? new Uint8Array(exchange.bytes) : null, {
			status: Math.max(200, exchange.status),
			headers: replyHeaders
		});
	};
}
/** What the SDK wants to send, as bytes; nothing is dropped in silence. */
async function bodyOf(init) {
	const body = init?.body ?? void 0;
	if (body === void 0 || typeof body === "string") return body === void 0 ? {} : { body };
	const request = new Request("http://localhost", {
		method: "POST",
		body,
		duplex: "half"
	});
	const type = request.headers.get("content-type");
	return {
		body: new Uint8Array(await request.arrayBuffer()),
		...type === null ? {} : { headers: { "content-type": type } }
	};
}
function failureBeforeSending(thrown) {
	return {
		...failureFrom(thrown, "http"),
		code: "config.request_not_sendable"
	};
}
/** Class names and codes, outermost first. Messages are left out: they may quote the key. */
function chainOf(thrown) {
	return flatten(thrown).slice(0, 8).map((link) => {
		const name = classOf(link);
		const errno = errnoOf(link);
		return errno === void 0 ? name : `${name} ${errno}`;
	});
}

// src/probes/entra/assertion.ts
/** Who a workload token is meant for, as Entra ID expects it. */
const AUDIENCE = "api://AzureADTokenExchange";
const LONGEST_CLAIM = 200;
/** The job's own OIDC token from GitHub. Rejects when there is none. */
async function jobToken(job, send) {
	const url = new URL(job.url);
	url.searchParams.set("audience", AUDIENCE);
	const reply = await send({
		method: "GET",
		url,
		headers: {
			accept: "application/json",
			authorization: `Bearer ${job.token.reveal()}`
		}
	});
	const { value } = fields(parse$1(reply.text));
	if (reply.status !== 200 || typeof value !== "string") throw new Error("no token for the job");
	return value;
}
/** `iss`, `sub` and `aud` of a token, printable and cut. */
function claimsOf(token) {
	const { iss, sub, aud } = fields(parse$1(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")));
	const first = Array.isArray(aud) ? aud[0] : aud;
	return {
		...typeof iss === "string" ? { issuer: printable(iss) } : {},
		...typeof sub === "string" ? { subject: printable(sub) } : {},
		...typeof first === "string" ? { audience: printable(first) } : {}
	};
}
function printable(text) {
	return text.replace(/[^\x20-\x7e]/g, "?").slice(0, LONGEST_CLAIM);
}
/** JSON of a foreign text; `undefined` when it is none. */
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/probes/entra/http-client.ts
const sending = new AsyncLocalStorage();
/** Whatever `act` asks of the identity library is sent by `send`. */
function sendingWith(send, act) {
	return sending.run(send, act);
}
/**
* The transport that `@azure/identity` is given: its requests leave on our own connections, so they
* take the client's way out, end with the attempt's clock, and are observed. One for the whole
* process: MSAL keeps the first it sees for every managed identity (ManagedIdentityClient,
* `static identitySource`), so the sender comes with the call and not with the credential.
*/
const HTTP_CLIENT = { sendRequest: async (request) => {
	const send = sending.getStore();
	if (send === void 0) throw new Error("a token is asked for outside of a sign-in");
	const { body } = request;
	const reply = await send({
		method: request.method,
		url: new URL(request.url),
		headers: lowerCase(request.headers),
		...typeof body === "string" ? { body } : {}
	});
	return {
		request,
		status: reply.status,
		headers: pipelineHeaders(reply.headers),
		bodyAsText: reply.text
	};
} };
function lowerCase(headers) {
	const all = {};
	for (const [name, value] of headers) all[name.toLowerCase()] = value;
	delete all["content-length"];
	delete all["accept-encoding"];
	return all;
}
/** Headers in the shape of core-rest-pipeline, without a dependency on it. */
function pipelineHeaders(from) {
	const all = new Headers(from);
	return {
		get: (name) => all.get(name) ?? void 0,
		has: (name) => all.has(name),
		set: (name, value) => {
			all.set(name, String(value));
		},
		delete: (name) => {
			all.delete(name);
		},
		toJSON: () => Object.fromEntries(all),
		[Symbol.iterator]: () => all.entries()
	};
}

// src/probes/entra/credential.ts
/**
* The credential of `@azure/identity` for this sign-in. The library is loaded here and nowhere else:
* only a route that signs in pays for it. Throws when the environment names something unusable.
*/
async function credentialFor(signIn, assertion) {
	const identity = await import("./azure-identity.js");
	const { tenantId = "", clientId = "", authority } = signIn;
	const options = {
		httpClient: HTTP_CLIENT,
		authorityHost: authority.origin,
		retryOptions: { maxRetries: 0 },
		disableInstanceDiscovery: true
	};
	switch (signIn.method) {
		case "client-secret": return new identity.ClientSecretCredential(tenantId, clientId, signIn.clientSecret?.reveal() ?? "", options);
		case "client-certificate": return new identity.ClientCertificateCredential(tenantId, clientId, signIn.certificatePath ?? "", options);
		case "workload-identity":
		case "job-token": return new identity.ClientAssertionCredential(tenantId, clientId, assertion, options);
		case "managed-identity": {
			const { authorityHost: _machine, ...own } = options;
			return new identity.ManagedIdentityCredential({
				...own,
				...clientId === "" ? {} : { clientId }
			});
		}
	}
}

// src/probes/entra/error-codes.ts
/**
* What an identity service says went wrong, codes only: Entra ID sends its numbers as
* `error_codes`; a proxy of it may keep only the text, which begins with the number.
*/
function errorOf(text) {
	const body = parse$1(text);
	const { error, error_codes: numbers, error_description: description } = fields(body);
	const listed = (Array.isArray(numbers) ? numbers : []).filter((one) => Number.isInteger(one)).slice(0, 4).map((one) => `AADSTS${String(one)}`);
	const first = typeof description === "string" ? /^AADSTS\d{4,9}\b/.exec(description)?.[0] : void 0;
	const word = typeof error === "string" && /^[\w.-]{1,64}$/.test(error) ? { error } : {};
	return {
		shape: shapeOf(text, body),
		...word,
		errorCodes: listed.length > 0 || first === void 0 ? listed : [first]
	};
}
function shapeOf(text, body) {
	if (body !== void 0) return "json";
	const start = text.trimStart();
	if (start === "") return "empty";
	return start.startsWith("<") ? "html" : "text";
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
	const tenantId = value("AZURE_TENANT_ID");
	const clientId = value("AZURE_CLIENT_ID");
	const common = {
		...tenantId === void 0 ? {} : { tenantId },
		...clientId === void 0 ? {} : { clientId },
		authority: urlOf(value("AZURE_AUTHORITY_HOST")) ?? new URL(`https://${PUBLIC_CLOUD.authority}`),
		identityService: "none",
		scope: route.azureScope ?? tokenScopeOf(route.baseUrl),
		padded: CREDENTIALS.filter((name) => value(name) !== value(name)?.trim())
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
		if (value("RUNNER_ENVIRONMENT") === "github-hosted" && may.workload) return {
			...common,
			method: "job-token"
		};
	}
	if (!may.machine) return {
		...common,
		method: may.environment ? "client-secret" : "job-token"
	};
	const service = urlOf(value("IDENTITY_ENDPOINT") ?? value("MSI_ENDPOINT"));
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
		machine: only("managedidentity")
	} : {
		environment: true,
		workload: true,
		machine: true
	};
}
function urlOf(text) {
	if (text === void 0) return void 0;
	return URL.parse(text) ?? URL.parse(`https://${text}`) ?? void 0;
}

// src/probes/token.ts
/**
* Signs in to Entra ID and notes one `token` observation. `undefined` when there is no token: the
* request that needs it is then not sent. Never throws, and always ends with its clock.
*/
async function takeToken(question) {
	const { signIn, recorder, conceal } = question;
	const note = recorder.begin("token", `${signIn.method} ${signIn.authority.host}`);
	const exchanges = [];
	const shownClaims = { value: {} };
	const file = signIn.certificatePath ?? signIn.tokenFile;
	const facts = () => ({
		method: signIn.method,
		authority: signIn.authority.host,
		scope: signIn.scope,
		hasTenant: signIn.tenantId !== void 0,
		hasClient: signIn.clientId !== void 0,
		exchanges: [...exchanges],
		...assertionFacts(shownClaims.value),
		...signIn.padded.length === 0 ? {} : { padded: signIn.padded },
		...file === void 0 ? {} : { file: file.replace(/[^\x20-\x7e]/g, "?").slice(0, 200) }
	});
	const { job } = signIn;
	if (signIn.method === "job-token" && job === void 0) {
		note.failed({ code: "azure.id_token_permission_missing" }, facts());
		return;
	}
	const limit = limitTime(question.timeoutMs, question.signal);
	const { send, settled } = sender({
		...question,
		signal: limit.signal
	}, exchanges);
	let shown;
	let unreadable = false;
	const workloadToken = async (path) => {
		try {
			return (await readFile(path, "utf8")).trim();
		} catch (error) {
			unreadable = true;
			throw error;
		}
	};
	const take = async () => {
		const token = job === void 0 ? await workloadToken(signIn.tokenFile ?? "") : await jobToken(job, send);
		conceal(token, "workload token");
		shownClaims.value = claimsOf(token);
		return token;
	};
	const assertion = () => shown ??= take();
	try {
		const credential = await credentialFor(signIn, assertion);
		const asked = sendingWith(send, () => credential.getToken(signIn.scope));
		const taken = await untilAborted(asked, limit.signal);
		if (taken === null) throw new Error("the credential gave no token");
		conceal(taken.token, "Entra ID token");
		const { audience } = claimsOf(taken.token);
		note.ok({
			...facts(),
			...audience === void 0 ? {} : { audience },
			validMs: Math.max(0, taken.expiresOnTimestamp - question.now())
		});
		return taken.token;
	} catch {
		await settled();
		if (question.signal.aborted) note.skipped("cancelled");
		else {
			const found = exchanges.length === 0 && await isUnreadable(signIn.certificatePath) ? "azure.certificate_unreadable" : void 0;
			note.failed(failureOf(exchanges, limit.ranOut(), unreadable, found), facts());
		}
		return;
	} finally {
		limit.stop();
	}
}
function assertionFacts({ subject, issuer, audience }) {
	return {
		...subject === void 0 ? {} : { subject },
		...issuer === void 0 ? {} : { issuer },
		...audience === void 0 ? {} : { assertionAudience: audience }
	};
}
async function isUnreadable(path) {
	if (path === void 0) return false;
	try {
		await access(path, constants$2.R_OK);
		return false;
	} catch {
		return true;
	}
}
/** The last exchange says why there is no token; without one the library refused by itself. */
function failureOf(exchanges, ranOut, unreadable, certificate) {
	if (certificate !== void 0) return { code: certificate };
	const last = exchanges.at(-1);
	if (last?.code !== void 0) return {
		code: last.code,
		...last.errno === void 0 ? {} : { errno: last.errno }
	};
	if (ranOut) return { code: "azure.token_timed_out" };
	if (last !== void 0) return { code: "azure.token_refused" };
	return { code: unreadable ? "azure.token_file_unreadable" : "azure.token_not_sendable" };
}
/**
* Sends the requests of a sign-in, each on a connection of its own, and keeps account of them. A
* secret is part of most: they go to the authority and to the job's endpoint, nowhere else.
*/
function sender(question, exchanges) {
	const { signIn, wayTo } = question;
	const open = /* @__PURE__ */ new Set();
	const askedAt = (url) => {
		if (url.origin === signIn.job?.url.origin) return "job";
		if (url.origin !== signIn.authority.origin) return void 0;
		return signIn.identityService === "none" ? "entra" : signIn.identityService;
	};
	const sendOne = async ({ url, ...request }) => {
		const asked = askedAt(url);
		if (asked === void 0) {
			const from = signIn.identityService === "none" ? "entra" : signIn.identityService;
			exchanges.push({
				asked: from,
				host: url.host,
				errorCodes: [],
				code: "http.redirected"
			});
			throw new Error("a secret goes to the authority only");
		}
		const local = asked === "imds" || asked === "identity-endpoint";
		const plan = wayTo(url);
		const { response, bytes, failed } = await askAside(question, local ? direct(plan) : plan, {
			...request,
			url,
			carriesKey: true
		});
		const what = {
			asked,
			host: url.host
		};
		if (response === void 0) {
			const failure = failed?.outcome.status === "failed" ? failed.outcome.failure : void 0;
			exchanges.push({
				...what,
				errorCodes: [],
				code: failure?.code ?? "azure.token_timed_out",
				...failure?.errno === void 0 ? {} : { errno: failure.errno }
			});
			throw new Error("no reply came");
		}
		const text = bytes?.toString("utf8") ?? "";
		exchanges.push({
			...what,
			status: response.status,
			...errorOf(text)
		});
		return {
			status: response.status,
			headers: response.headers,
			text
		};
	};
	return {
		send: (request) => {
			const sent = sendOne(request);
			open.add(sent);
			return sent;
		},
		settled: () => Promise.allSettled(open)
	};
}

// src/run/patience.ts
/** The SDK's own backoff: 0.5 s doubled each time, at most 8 s. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8e3;
/** An attempt needs some time of its own: waiting right up to the deadline proves nothing. */
const LEAST_ATTEMPT_MS = 1e3;
/**
* Whether the real request is worth another attempt, and after how many milliseconds. Only a
* failure that time can heal is waited for, as long as the peer asks, within `attempts`,
* `wait-up-to` and what is left of the deadline; everything else ends at once.
*/
function nextAttempt(state) {
	const next = decide(state);
	return "afterMs" in next ? next : void 0;
}
/** Why there is no further attempt, in one sentence; empty where nobody asked for repeats. */
function whyNoMore(state) {
	const next = decide(state);
	return "because" in next ? next.because : "";
}
function decide(state) {
	const { verdict, route, attempt, sinceMs, remainingMs } = state;
	const asked = route.attempts > 1 || route.waitUpToMs > 0;
	if (verdict.verdict === "pass" || !asked) return { because: "" };
	if (!verdict.retryable) return { because: "It was not tried again: time alone does not heal this." };
	const askedMs = askedPause(state.observations, attempt);
	const afterMs = askedMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
	const byCount = attempt < route.attempts;
	const byTime = sinceMs + afterMs < route.waitUpToMs;
	if (byCount || byTime) {
		if (afterMs + LEAST_ATTEMPT_MS < remainingMs) return { afterMs };
		return tooLong(attempt, askedMs, `the deadline leaves ${seconds(remainingMs)}`);
	}
	if (route.waitUpToMs > sinceMs && askedMs !== void 0) return tooLong(attempt, askedMs, `wait-up-to leaves ${seconds(route.waitUpToMs - sinceMs)}`);
	return { because: `All ${String(attempt)} attempts ended like this.` };
}
/** Waiting would outlast what is left, so it ends at once. */
function tooLong(attempt, askedMs, left) {
	const wish = askedMs === void 0 ? "another attempt needs more" : `the server asks for ${seconds(askedMs)}`;
	return { because: `${attempt === 1 ? "It was not tried again" : `It ended after ${String(attempt)} attempts`}: ${wish}, and ${left}.` };
}
function seconds(milliseconds) {
	const exact = Math.max(0, milliseconds) / 1e3;
	return `${String(exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact))} s`;
}
/**
* `Retry-After`, or the reset of a limit that is used up. A limit that says when it resets and not
* what remains counts as used up: Azure sends that with a 429.
*/
function askedPause(observations, attempt) {
	const response = observations.findLast((one) => one.probe === "response" && one.attempt === attempt);
	if (response?.probe !== "response" || response.outcome.status === "skipped") return void 0;
	const limits = response.outcome.facts?.limits;
	if (limits === void 0) return void 0;
	if (limits.retryAfterMs !== void 0) return limits.retryAfterMs;
	const resets = [limits.requests, limits.tokens].filter((limit) => (limit?.remaining ?? 0) === 0).map((limit) => limit?.resetMs).filter((reset) => reset !== void 0);
	return resets.length > 0 ? Math.max(...resets) : void 0;
}

// src/probes/addresses.ts
const MOST_ADDRESSES$1 = 8;
function failedConnect(scene) {
	const connect = observation(scene.evidence, "connect");
	return connect?.outcome.status === "failed" ? factsOf(connect) : void 0;
}
/**
* Every address alone and without the 250 ms that Node gives each of several: tells "needs 400 ms"
* from "unreachable". An address that had the whole attempt already is not asked again.
*/
const addressesProbe = {
	probe: "addresses",
	worthAsking: (scene) => {
		const { attempts = [] } = failedConnect(scene) ?? {};
		return attempts.some(({ status }) => status === "abandoned") || unheard(scene).length > 0;
	},
	ask: async (scene) => {
		const { host = "", port = 443, attempts: before = [] } = failedConnect(scene) ?? {};
		const asked = [...before.filter(({ status }) => status === "abandoned").map(({ address }) => resolved(address)), ...unheard(scene)].slice(0, MOST_ADDRESSES$1);
		const note = scene.recorder.begin("addresses", `${asked.length} addresses of ${host}`);
		const attempts = [];
		await Promise.all(asked.map(async (address) => {
			const { clock } = scene.network;
			const one = {
				host,
				port,
				addresses: [address],
				addressTimeoutMs: 0,
				clock,
				signal: scene.signal
			};
			await dial(one, attempts).then((socket) => socket.destroy(), () => {});
		}));
		note.ok({
			attempts,
			timeoutMs: Math.round(scene.timeoutMs)
		});
	}
};
/** Addresses that resolved and were never dialled, because the clock ran out before. */
function unheard(scene) {
	const facts = failedConnect(scene);
	if (facts === void 0) return [];
	const lookup = requestChain(scene.evidence).find((one) => one.probe === "lookup" && factsOf(one)?.of === facts.of);
	const known = lookup?.probe === "lookup" ? factsOf(lookup)?.addresses ?? [] : [];
	const dialled = new Set((facts.attempts ?? []).map(({ address }) => address));
	return known.filter(({ address }) => !dialled.has(address)).map(({ address }) => resolved(address));
}

// src/probes/egress-address.ts
/** Cloudflare's page on every host that it serves, asked without a key: who asks, as its edge sees it. */
const TRACE = "/cdn-cgi/trace";
/** On the direct route only: what allow-lists and country rules of the API go by. */
const egressAddress = {
	probe: "egress-address",
	worthAsking: ({ route, egressAddress: occasion = "never" }) => occasion !== "never" && isOpenaiHost(new URL(route.baseUrl).hostname),
	ask: async (scene) => {
		const url = new URL(TRACE, scene.route.baseUrl);
		const target = `GET ${TRACE}`;
		const failed = firstFailed(scene.evidence);
		if (failed !== void 0 && failed.probe !== "response" && failed.probe !== "answer") {
			const { code } = failed.outcome.failure;
			const because = `no connection to ${url.host} was established (${code})`;
			scene.recorder.skip("egress-address", target, because);
			return;
		}
		const note = scene.recorder.begin("egress-address", target);
		const aside = await askBriefly(scene, scene.plan, {
			url,
			headers: { accept: "text/plain" }
		});
		const seen = aside.response?.status === 200 && aside.bytes !== void 0 ? parse(aside.bytes.toString("latin1"), url.hostname) : void 0;
		const { localAddress } = aside;
		if (seen !== void 0) {
			const direct = scene.plan.egress.proxy === void 0 && localAddress !== void 0;
			note.ok({
				...seen,
				...direct ? {
					localAddress,
					nat: localAddress !== seen.address
				} : {}
			});
		} else if (aside.failed?.outcome.status === "failed") note.failed(aside.failed.outcome.failure);
		else {
			const status = aside.response?.status;
			const detail = `${target}: ${status === 200 ? "the answer is no trace" : String(status ?? "no answer")}`;
			note.failed({
				code: "http.response.invalid",
				detail
			});
		}
	}
};
/** Lines of `name=value`; `undefined` when it is no trace of this host (a block page, another server). */
function parse(text, host) {
	const lines = new Map(text.split("\n").map((line) => {
		const [name = "", ...value] = line.trim().split("=");
		return [name, value.join("=")];
	}));
	const address = lines.get("ip") ?? "";
	if (lines.get("h") !== host || !isAddress(address)) return void 0;
	const word = (name, shape) => shape.exec(lines.get(name) ?? "")?.[0];
	return {
		address,
		...optional("country", word("loc", /^[A-Z][A-Z\d]$/)),
		...optional("colo", word("colo", /^[A-Z]{3}$/))
	};
}

// src/probes/second-handshake.ts
/** Host and port of the route as sockets want them. */
function destinationOf(scene) {
	const url = new URL(scene.route.baseUrl);
	return {
		host: bareHost(url.hostname),
		port: Number(url.port) || 443
	};
}
/**
* A handshake on a fresh connection on the same way out, on which nothing is ever sent. It is the
* only place where verification may be off: to read what a peer shows. Throws what the socket throws.
*/
async function shakeHandsAside(scene, options, read) {
	const { host, port } = destinationOf(scene);
	const name = options.servername ?? host;
	const stream = await openStream({
		plan: scene.plan,
		network: scene.network,
		recorder: privateRecorder(scene),
		signal: scene.signal,
		carriesKey: false
	}, {
		host,
		port,
		secure: true
	});
	try {
		return read(await secureSocket({
			...options,
			socket: stream,
			...isIP(name) === 0 ? { servername: name } : { host: name },
			ALPNProtocols: ["http/1.1"],
			signal: scene.signal
		}));
	} finally {
		stream.destroy();
	}
}

// src/probes/hello.ts
/** X25519MLKEM768 makes the default ClientHello 1591 bytes; these two curves make it 361 (measured). */
const SMALL_CURVES = "X25519:P-256";
const SMALL_HELLO_BYTES = 361;
/** The default hello, 1609 bytes with ALPN (measured, Node 24.21). */
const LARGE_HELLO_BYTES = 1609;
/** A name that nobody blocks and everybody may ask for (RFC 2606); nothing is sent to it but the hello. */
const HARMLESS_NAME = "www.example.com";
const WORDLESS = /* @__PURE__ */ new Set([
	"tls.reset",
	"tls.closed",
	"tls.timed_out"
]);
/** The peer or something before it went away during the handshake without saying why. */
function wordless(scene) {
	const handshake = observation(scene.evidence, "handshake");
	return handshake?.outcome.status === "failed" && factsOf(handshake)?.of === "target" && WORDLESS.has(handshake.outcome.failure.code);
}
/** A middlebox that cannot reassemble a large ClientHello lets the small one pass. */
const smallHello = {
	probe: "small-hello",
	worthAsking: wordless,
	ask: async (scene) => {
		const note = scene.recorder.begin("small-hello", destinationOf(scene).host);
		try {
			const version = await shakeHandsAside(scene, {
				rejectUnauthorized: false,
				ecdhCurve: SMALL_CURVES
			}, (socket) => socket.getProtocol() ?? "");
			note.ok({
				version,
				helloBytes: SMALL_HELLO_BYTES
			});
		} catch (error) {
			note.failed(failureFrom(error, "tls"));
		}
	}
};
/** A filter on the server name lets another name pass to the same address: any TLS answer counts. */
const otherName = {
	probe: "other-name",
	worthAsking: wordless,
	ask: async (scene) => {
		const note = scene.recorder.begin("other-name", HARMLESS_NAME);
		try {
			await shakeHandsAside(scene, {
				rejectUnauthorized: false,
				servername: HARMLESS_NAME
			}, () => void 0);
			note.ok({
				servername: HARMLESS_NAME,
				reached: true,
				helloBytes: LARGE_HELLO_BYTES
			});
		} catch (error) {
			const failure = failureFrom(error, "tls");
			const reached = !WORDLESS.has(failure.code) && failure.code.startsWith("tls.");
			if (reached) note.ok({
				servername: HARMLESS_NAME,
				reached,
				helloBytes: LARGE_HELLO_BYTES
			});
			else note.failed(failure, {
				servername: HARMLESS_NAME,
				reached
			});
		}
	}
};

// src/probes/http-questions.ts
const LARGE_BODY_BYTES = 16384;
const DIRECT_API = "https://api.openai.com/v1";
function keylessUrl(scene) {
	return ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route);
}
/** Something answered, but perhaps not the API: the same question without credentials shows who. */
const keyless = {
	probe: "keyless",
	worthAsking: (scene) => {
		const response = responseOf(scene.evidence);
		const answered = observation(scene.evidence, "answer")?.outcome.status === "ok";
		return response !== void 0 && response.facts.authenticated && !answered;
	},
	ask: async (scene) => {
		const url = keylessUrl(scene);
		const note = scene.recorder.begin("keyless", `GET ${url.pathname}`);
		const { response, failed } = await askAside(scene, scene.plan, { url });
		if (response !== void 0) note.ok(response);
		else if (failed?.outcome.status === "failed") note.failed(failed.outcome.failure);
		else note.skipped("no answer and no failure");
	}
};
/**
* Like with like: the same POST to a path that only answers, small and 16 KiB, neither with
* credentials, and a GET beside them. Where size alone makes the difference, size is lost on the
* way (MTU black hole, limit); where no POST is answered and the GET is, somebody holds bodies.
*/
const largeRequest = {
	probe: "large-request",
	worthAsking: (scene) => {
		const failed = firstFailed(scene.evidence);
		const code = failed?.outcome.failure.code;
		return failed?.probe === "response" && (code === "http.timed_out" || code === "http.reset");
	},
	ask: async (scene) => {
		const url = keylessUrl(scene);
		const note = scene.recorder.begin("large-request", `POST ${url.pathname} ${LARGE_BODY_BYTES}`);
		const post = (padding) => {
			const body = JSON.stringify({ padding: "x".repeat(padding) });
			return timed(scene, () => askAside(scene, scene.plan, {
				url,
				method: "POST",
				body
			}));
		};
		const [get, small, large] = await Promise.all([
			askAside(scene, scene.plan, { url }),
			post(1),
			post(LARGE_BODY_BYTES)
		]);
		const facts = {
			bytes: JSON.stringify({ padding: "" }).length + LARGE_BODY_BYTES,
			...optional("getStatus", get.response?.status),
			...optional("smallStatus", small.response?.status),
			...optional("largeStatus", large.response?.status),
			...small.response === void 0 ? {} : { smallMs: small.ms },
			largeMs: large.ms
		};
		const silent = [large, small].find(({ response }) => response === void 0)?.failed;
		if (silent?.outcome.status === "failed") note.failed(silent.outcome.failure, facts);
		else note.ok(facts);
	}
};
async function timed({ network }, ask) {
	const beganMs = network.clock();
	return {
		...await ask(),
		ms: Math.round(network.clock() - beganMs)
	};
}
/** With `compare-direct`: the keyless question to api.openai.com, past the gateway. */
const directApi = {
	probe: "direct-api",
	worthAsking: (scene) => scene.route.compareDirect && scene.route.kind === "gateway",
	ask: async (scene) => {
		const url = modelsUrl({ baseUrl: scene.directBaseUrl ?? DIRECT_API });
		const note = scene.recorder.begin("direct-api", url.host);
		const { response, failed } = await askAside(scene, scene.wayTo(url), { url });
		if (response !== void 0) note.ok(response);
		else if (failed?.outcome.status === "failed") note.failed(failed.outcome.failure);
		else note.skipped("no answer and no failure");
	}
};
/** A host that this runner must reach anyway: tells "all egress is closed" from "only this host is". */
const control = {
	probe: "control",
	worthAsking: (scene) => controlUrl(scene) !== void 0 && responseOf(scene.evidence) === void 0,
	ask: async (scene) => {
		const url = controlUrl(scene);
		if (url === void 0) return;
		const note = scene.recorder.begin("control", url.host);
		const { response, failed } = await askAside(scene, scene.wayTo(url), { url });
		if (response !== void 0) {
			const { status, clockSkewMs } = response;
			note.ok({
				host: url.host,
				status,
				...clockSkewMs === void 0 ? {} : { clockSkewMs }
			});
		} else if (failed?.outcome.status === "failed") {
			const { failure } = failed.outcome;
			const refused = failure.code === "tcp.refused";
			note.failed(failure, {
				host: url.host,
				...refused ? { refusedPorts: await refusedPorts(scene, url) } : {}
			});
		} else note.skipped("no answer and no failure");
	}
};
/** The port that refused, and the other port of the web where that refuses, too. */
async function refusedPorts(scene, url) {
	const port = Number(url.port) || (url.protocol === "http:" ? 80 : 443);
	const other = port === 80 ? 443 : 80;
	const second = URL.parse(`${other === 80 ? "http" : "https"}://${url.hostname}/`) ?? url;
	const { failed } = await askAside(scene, scene.wayTo(second), { url: second });
	return failed?.outcome.status === "failed" && failed.outcome.failure.code === "tcp.refused" ? [port, other] : [port];
}
function controlUrl(scene) {
	const url = URL.parse(scene.controlUrl ?? "");
	const own = new URL(scene.route.baseUrl).host;
	return url === null || url.host === own ? void 0 : url;
}

// src/wire/name-servers.ts
/** c-ares errors in the words of DNS (RFC 1035 §4.1.1, IANA rcodes). */
const ANSWERS = {
	ENOTFOUND: "NXDOMAIN",
	ENODATA: "NODATA",
	ESERVFAIL: "SERVFAIL",
	EREFUSED: "REFUSED",
	EFORMERR: "FORMERR",
	ENOTIMP: "NOTIMP",
	ETIMEOUT: "TIMEOUT",
	ECONNREFUSED: "PORT_CLOSED",
	EBADRESP: "GARBAGE",
	ECANCELLED: "TIMEOUT"
};
const MOST_SERVERS = 4;
const MOST_ADDRESSES = 16;
/** The name servers of this machine, as c-ares reads them; at most 4. */
function nameServers() {
	return getServers().slice(0, MOST_SERVERS);
}
/** Asks one server one question. Never throws: a failure is an answer too. */
async function askServer(server, host, type, timeoutMs, signal) {
	const startedMs = performance.now();
	const elapsedMs = () => Math.round(performance.now() - startedMs);
	const resolver = new Resolver({
		timeout: Math.round(timeoutMs),
		tries: 1
	});
	const cancel = () => resolver.cancel();
	signal.addEventListener("abort", cancel, { once: true });
	try {
		resolver.setServers([server]);
		const absolute = host.endsWith(".") ? host : `${host}.`;
		const found = type === "A" ? await resolver.resolve4(absolute) : await resolver.resolve6(absolute);
		const cnames = signal.aborted ? [] : await resolver.resolveCname(absolute).catch(() => []);
		return {
			answer: found.length === 0 ? "NODATA" : "NOERROR",
			addresses: found.slice(0, MOST_ADDRESSES).map(resolved),
			cnames: cnames.slice(0, 8),
			elapsedMs: elapsedMs()
		};
	} catch (error) {
		const errno = typeof error === "object" && error !== null ? errnoOf(error) : void 0;
		return {
			answer: (errno === void 0 ? void 0 : entryOf(ANSWERS, errno)) ?? errno ?? "FAILED",
			addresses: [],
			cnames: [],
			elapsedMs: elapsedMs()
		};
	} finally {
		signal.removeEventListener("abort", cancel);
	}
}
/** The line of the hosts file that names this host, if there is one. */
function hostsFileEntry(host, read = readText) {
	const path = process.platform === "win32" ? "C:\\Windows\\System32\\drivers\\etc\\hosts" : "/etc/hosts";
	for (const line of (read(path) ?? "").split("\n").slice(0, 5e3)) {
		const [address, ...names] = (line.split("#")[0] ?? "").trim().split(/\s+/);
		if (address && names.some((name) => name.toLowerCase() === host.toLowerCase())) return address;
	}
}
/** Domains that getaddrinfo appends to short names (resolv.conf(5)); empty where there is no such file. */
function searchList(read = readText) {
	const last = (read("/etc/resolv.conf") ?? "").split("\n").findLast((line) => /^\s*(search|domain)\s/.test(line));
	return last === void 0 ? [] : last.trim().split(/\s+/).slice(1, 7);
}
function readText(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return;
	}
}

// src/probes/name-servers.ts
/** Name that the failed lookup was for: the API's host, or the proxy's. */
function nameInQuestion(scene) {
	const failed = firstFailed(scene.evidence);
	if (failed?.probe === "lookup") return failed.target;
	return bareHost(new URL(scene.route.baseUrl).hostname);
}
/**
* getaddrinfo decides, direct queries explain: it folds SERVFAIL, REFUSED and silence into one
* errno, and it hides the hosts file. Asked when a name did not resolve, when it resolved to an
* address that a public host does not have, or when another host answered under it.
*/
const nameServersProbe = {
	probe: "name-servers",
	worthAsking: (scene) => {
		if (isIP(nameInQuestion(scene)) !== 0) return false;
		const failed = firstFailed(scene.evidence);
		if (failed === void 0) return false;
		if (failed.probe === "lookup") return true;
		if (scene.plan.egress.proxy !== void 0) return false;
		return requestChain(scene.evidence).some((one) => one.probe === "lookup" && factsOf(one)?.addresses?.some(({ scope }) => scope !== "public") === true) || failed.probe === "connect" || failed.outcome.failure.code.startsWith("tls.cert.");
	},
	ask: async (scene) => {
		const host = nameInQuestion(scene);
		const observation = scene.recorder.begin("name-servers", host);
		const patience = Math.max(150, Math.min(2e3, scene.timeoutMs - 100));
		const servers = await Promise.all((scene.nameServers ?? nameServers()).map(async (server) => {
			const [a, aaaa] = await Promise.all([askServer(server, host, "A", patience, scene.signal), askServer(server, host, "AAAA", patience, scene.signal)]);
			return {
				server,
				a,
				aaaa
			};
		}));
		const hostsFile = hostsFileEntry(host);
		observation.ok({
			host,
			servers,
			...hostsFile === void 0 ? {} : { hostsFile },
			searchList: searchList()
		});
	}
};

// src/probes/other-way.ts
const MOST_WAYS = 3;
/**
* Ways that leave elsewhere than `own`, by their exit: through which proxy, or none. Those that cannot
* leave are left out. Of one exit all plans are kept: they differ in whom they trust.
*/
function otherExits(own, candidates) {
	const ways = Map.groupBy(candidates, (plan) => exitOf(plan.egress));
	ways.delete(exitOf(own.egress));
	ways.delete("none");
	return [...ways.values()].slice(0, MOST_WAYS);
}
function differentWays({ plan, otherWays }) {
	const bypass = plan.egress.proxy === void 0 ? [] : [direct(plan)];
	return otherExits(plan, [...otherWays, ...bypass]);
}
/**
* The keyless question on one way, with the trust of this client and, where that refuses the
* certificate, of the clients that would take it. `endedBy` says why we, and not a peer, ended it;
* empty otherwise.
*/
async function askWay(scene, plans, endedBy) {
	const [plan] = plans;
	if (plan === void 0) return;
	const url = ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route);
	const { proxy } = plan.egress;
	const note = scene.recorder.begin("other-way", exitOf(plan.egress));
	const known = {
		way: proxy === void 0 ? "direct" : "proxy",
		...proxy === void 0 ? {} : {
			proxy: hostAndPort(proxy.host, proxy.port),
			source: proxy.source
		}
	};
	let first;
	for (const one of byTrust(plans)) {
		const { response, failed } = await askAside(scene, one, { url });
		if (response !== void 0) {
			const trusted = one === plan ? {} : { trustOf: one.egress.client };
			note.ok({
				...known,
				reached: true,
				status: response.status,
				...trusted
			});
			return;
		}
		first ??= failed;
		if (endedBy() !== "" || !refusedForTrust(failed)) break;
	}
	if (endedBy() !== "") note.skipped(endedBy());
	else if (first?.outcome.status === "failed") note.failed(first.outcome.failure, {
		...known,
		reached: false
	});
	else note.skipped("no answer and no failure");
}
const MOST_TRUSTS = 3;
/** One plan for each set of roots, the own one first. */
function byTrust(plans) {
	const key = ({ ca }) => ca?.join("") ?? "";
	return plans.filter((plan, at) => plans.findIndex((one) => key(one) === key(plan)) === at).slice(0, MOST_TRUSTS);
}
function refusedForTrust(failed) {
	return failed?.outcome.status === "failed" && failed.outcome.failure.code.startsWith("tls.cert.");
}
/**
* The other way out – direct instead of through the proxy, or through the proxy that this client
* ignores – asked without credentials. Says which setting would open the road.
*/
const otherWay = {
	probe: "other-way",
	worthAsking: (scene) => firstFailed(scene.evidence) !== void 0 && responseOf(scene.evidence) === void 0 && differentWays(scene).length > 0,
	ask: async (scene) => {
		await Promise.all(differentWays(scene).map((plans) => askWay(scene, plans, () => "")));
	}
};
/** Milliseconds that a run which passes spends on ways that it did not need. */
const CURIOSITY_MS = 2e3;
const TOO_SLOW = `no answer within ${CURIOSITY_MS / 1e3} s: this run did not need that way and waited no longer`;
/**
* After a pass: the same keyless question on the ways that leave elsewhere, side by side. Sends
* nothing where there is none. Never throws; silence is not a failure here, for it was not given
* the time of an attempt.
*/
async function askOtherExits(scene) {
	const others = otherExits(scene.plan, scene.ways);
	if (others.length === 0) return;
	const limit = limitTime(Math.min(CURIOSITY_MS, scene.timeoutMs), scene.signal);
	const asked = {
		...scene,
		signal: limit.signal
	};
	const because = () => scene.signal.aborted ? CANCELLED : limit.ranOut() ? TOO_SLOW : "";
	await Promise.allSettled(others.map((plans) => askWay(asked, plans, because)));
	limit.stop();
	scene.recorder.endOpen(() => ({
		status: "skipped",
		because: because() || "no answer and no failure"
	}));
}

// src/probes/served-chain.ts
/** Whether a handshake that verifies with these roots finishes; nothing is sent on it. */
async function tryTrust(scene, store, source, ca, partialChain = false) {
	try {
		await shakeHandsAside(scene, {
			rejectUnauthorized: true,
			allowPartialTrustChain: partialChain,
			...ca === void 0 ? {} : { ca: [...ca] }
		}, () => void 0);
		return {
			store,
			source,
			accepted: true
		};
	} catch (error) {
		const { errno } = failureFrom(error, "tls");
		return {
			store,
			source,
			accepted: false,
			...errno === void 0 ? {} : { errno }
		};
	}
}
/**
* The chain that is served, read with verification off and without sending anything, and then
* tried against the trust stores of each client: the finding can say which client would accept it.
*/
const servedChainProbe = {
	probe: "served-chain",
	worthAsking: (scene) => {
		const handshake = observation(scene.evidence, "handshake");
		if (handshake?.outcome.status !== "failed") return false;
		return factsOf(handshake)?.of === "target" && handshake.outcome.failure.code.startsWith("tls.cert.");
	},
	ask: async (scene) => {
		const { host } = destinationOf(scene);
		const note = scene.recorder.begin("served-chain", host);
		const plans = [scene.plan, ...scene.otherWays];
		const [served, ...trust] = await Promise.all([
			shakeHandsAside(scene, { rejectUnauthorized: false }, (socket) => ({
				chain: servedChain(socket),
				namesIssuer: socket.getPeerCertificate().infoAccess?.["CA Issuers - URI"] !== void 0
			})),
			tryTrust(scene, "bundled", "Node.js", tls.getCACertificates("bundled")),
			tryTrust(scene, "system", process.platform, tls.getCACertificates("system")),
			...plans.map((plan) => tryTrust(scene, "client", plan.egress.client, plan.ca, plan.partialChain))
		]);
		const { chain, namesIssuer } = served;
		const interceptor = chain.map(({ issuer }) => interceptorOf(issuer)).find((product) => product !== void 0);
		const acceptedBy = plans.map(({ egress }) => egress.client).filter((client) => trust.some(({ source, accepted }) => source === client && accepted));
		note.ok({
			servername: host,
			chain,
			...interceptor === void 0 ? {} : { interceptor },
			trust,
			acceptedBy: [...new Set(acceptedBy)],
			outdated: chain.flatMap((one, at) => isOutdated(one, scene.now()) ? [at] : []),
			missingIntermediate: chain.length === 1 && chain[0]?.selfSigned === false && namesIssuer
		});
	}
};
function isOutdated({ validFrom, validTo }, nowMs) {
	return Date.parse(validFrom) > nowMs || Date.parse(validTo) < nowMs;
}

// src/probes/status-page.ts
const MOST_COMPONENTS = 12;
/** Another host on another path: a witness, never the judge. */
const statusPage = {
	probe: "status-page",
	worthAsking: ({ evidence }) => pageFor(evidence) !== void 0 && lacksUsableResponse(evidence),
	ask: async (scene) => {
		const known = pageFor(scene.evidence);
		if (known === void 0) return;
		const url = new URL(known.url);
		const { host } = url;
		const note = scene.recorder.begin("status-page", host);
		const plan = scene.wayTo(url);
		const aside = await askBriefly(scene, plan, {
			url,
			headers: { accept: known.form === "feed" ? "application/rss+xml" : "application/json" }
		});
		const { response, bytes, failed } = aside;
		const page = bytes === void 0 || response?.status !== 200 ? void 0 : READ[known.form](bytes);
		if (page !== void 0) {
			note.ok({
				host,
				...page
			});
			return;
		}
		const because = `${by(scene, exitOf(plan.egress))}: ${reasonOf(aside)}`;
		const failure = failed?.outcome.status === "failed" ? failed.outcome.failure : { code: "http.response.invalid" };
		note.failed(failure, {
			host,
			because
		});
	}
};
function pageFor({ route }) {
	return statusPageOf(new URL(route.baseUrl).hostname);
}
/** The page is asked as the client would ask it, which need not be as it asks the API. */
function by({ plan }, exit) {
	if (exit !== exitOf(plan.egress)) return exit === "direct" ? "directly" : `by ${exit}`;
	return exit === "direct" ? "by the same egress" : "by the same proxy";
}
function reasonOf({ response, failed }) {
	if (response !== void 0) return response.status === 200 ? "the answer is no status page" : String(response.status);
	if (failed?.outcome.status !== "failed") return "no answer";
	const { failure, facts } = failed.outcome;
	const status = failed.probe === "tunnel" ? fields(facts)["status"] : void 0;
	return typeof status === "number" ? String(status) : failure.code;
}
/** Words of the page as tokens; `undefined` when it is no such page (a block page, an HTML 404). */
const READ = {
	summary: (bytes) => {
		let json;
		try {
			json = JSON.parse(bytes.toString("utf8"));
		} catch {
			return;
		}
		const { status, page, components } = fields(json);
		const indicator = fields(status)["indicator"];
		if (typeof indicator !== "string" || !/^\w{1,32}$/.test(indicator)) return void 0;
		const updatedAt = fields(page)["updated_at"];
		const unhealthy = (Array.isArray(components) ? components : []).map((component) => fields(component)).filter(({ status: word }) => typeof word === "string" && word !== "operational").map(({ name, status: word }) => ({
			name: token(name),
			status: token(word)
		}));
		return {
			indicator,
			...typeof updatedAt === "string" && !Number.isNaN(Date.parse(updatedAt)) ? { updatedAt: new Date(updatedAt).toISOString() } : {},
			components: unhealthy.slice(0, MOST_COMPONENTS)
		};
	},
	feed: (bytes) => {
		const text = bytes.toString("utf8");
		if (!/^\s*(?:<\?xml[^>]*>\s*)?<rss\b/i.test(text) || !text.trimEnd().endsWith("</rss>")) return;
		const components = text.split(/<item\b/i).slice(1, 13).map((item) => ({
			name: token(/<title>(?:<!\[CDATA\[)?([^<\]]*)/i.exec(item)?.[1]),
			status: "incident"
		}));
		return {
			indicator: components.length === 0 ? "none" : "incident",
			components
		};
	}
};
function token(value) {
	return typeof value === "string" ? value.replace(/[^\w .()/-]/g, "").slice(0, 48) : "";
}

// src/probes/index.ts
/** The second round, in the order in which it reads best in a packet. One line each. */
const INVESTIGATIONS = [
	nameServersProbe,
	addressesProbe,
	servedChainProbe,
	smallHello,
	otherName,
	otherWay,
	largeRequest,
	keyless,
	directApi,
	control,
	statusPage,
	egressAddress
];

// src/probes/investigate.ts
/** Silence for this long says something of whoever was asked: a slow service answers within it. */
const TELLING_MS = 1500;
/** Or for this share of an attempt, where that is shorter. */
const TELLING_SHARE = .5;
/** Investigations whose condition holds. */
function worthAsking(scene) {
	return INVESTIGATIONS.filter((one) => one.worthAsking(scene));
}
/**
* The second round: these investigations, side by side, within the time of the scene. Never throws;
* nothing is left open. Silence counts as a failure only where there was time for an answer: what
* was given less is skipped, and says nothing about anybody.
*/
async function investigate(scene, worth = worthAsking(scene)) {
	if (worth.length === 0) return;
	const { recorder } = scene;
	const cancel = () => recorder.endOpen(() => ({
		status: "skipped",
		because: CANCELLED
	}));
	scene.signal.addEventListener("abort", cancel, { once: true });
	const limit = limitTime(scene.timeoutMs, scene.signal);
	const { signal } = limit;
	const telling = scene.timeoutMs >= Math.min(TELLING_MS, scene.route.timeoutMs * TELLING_SHARE);
	const because = `${String(Math.round(scene.timeoutMs))} ms were left for this question, too few for silence to say something`;
	const asked = {
		...scene,
		signal,
		...telling ? {} : { recorder: withoutSilence(recorder, limit.ranOut, because) }
	};
	await Promise.allSettled(worth.map((one) => one.ask(asked)));
	limit.stop();
	scene.signal.removeEventListener("abort", cancel);
	recorder.endOpen((rung) => {
		if (!limit.ranOut()) return {
			status: "skipped",
			because: "this investigation did not come to an end"
		};
		return telling ? {
			status: "failed",
			failure: timedOut(layerOf(rung))
		} : {
			status: "skipped",
			because
		};
	});
}
/** A failure that is only our own clock becomes `skipped`. */
function withoutSilence(recorder, ranOut, because) {
	return {
		...recorder,
		begin: (probe, target, options) => {
			const open = recorder.begin(probe, target, options);
			return {
				...open,
				failed: (failure, facts) => ranOut() && failure.errno === "TIMEOUT" ? open.skipped(because) : open.failed(failure, facts)
			};
		}
	};
}

// src/run/second-round.ts
/** The second round: observations that explain a failure, within what one attempt may cost. */
async function lookTwice(probing, attempt, spentMs, early) {
	const { routeRun, observations } = probing;
	const failedAt = firstFailed(evidenceOf(routeRun, observations))?.rung;
	const known = await early?.end(failedAt) ?? [];
	const recorder = probing.record(attempt);
	const scene = sceneOf(probing, recorder, observations, secondRoundMs(routeRun.route.timeoutMs, spentMs));
	const asked = new Set(known.map(({ probe }) => probe));
	await investigate(scene, worthAsking(scene).filter(({ probe }) => !asked.has(probe)));
	observations.push(...known, ...recorder.list());
}
function sceneOf(probing, recorder, observations, timeoutMs, signal = probing.world.signal) {
	const { routeRun, world } = probing;
	return {
		...sharedBy(probing),
		signal,
		recorder,
		otherWays: routeRun.otherWays,
		evidence: evidenceOf(routeRun, observations),
		timeoutMs: Math.min(timeoutMs, probing.remainingMs()),
		wayTo: routeRun.wayTo,
		...world.controlUrl === void 0 ? {} : { controlUrl: world.controlUrl },
		...optional("egressAddress", world.egressAddress),
		...world.directBaseUrl === void 0 ? {} : { directBaseUrl: world.directBaseUrl }
	};
}
/** Of the attempt's time: before, most requests that are silent are only slow. */
const SILENT_SHARE = .4;
/** How often the attempt is looked at, milliseconds. */
const LOOK_MS = 50;
/**
* Watches one attempt. Where it falls silent, its witnesses are asked at once and not when its time
* is up: so they have the time of a whole answer, and the verdict does not hang on how fast they
* are. An attempt that goes on after all leaves no trace of them.
*/
function lookWhileSilent(probing, attempt, seen, timeoutMs) {
	const { network, signal: cancelled } = probing.world;
	const beganMs = network.clock();
	const lastsMs = timeoutMs * SHARE;
	let round;
	const look = () => {
		const ahead = seen.foresee((rung) => timedOut(layerOf(rung)));
		const silent = firstFailed(evidenceOf(probing.routeRun, ahead));
		if (silent?.rung === round?.rung) return;
		round?.stop();
		round = void 0;
		if (silent === void 0) return;
		const controller = new AbortController();
		const recorder = probing.recordAside(attempt);
		const leftMs = lastsMs - (network.clock() - beganMs);
		const signal = AbortSignal.any([controller.signal, cancelled]);
		const over = investigate(sceneOf(probing, recorder, [...probing.observations, ...ahead], leftMs, signal));
		round = {
			rung: silent.rung,
			recorder,
			over,
			stop: () => controller.abort()
		};
	};
	const { crowded } = probing.world;
	const watch = setInterval(() => {
		if (crowded === true) return;
		if (network.clock() - beganMs >= timeoutMs * SILENT_SHARE) look();
	}, LOOK_MS);
	return {
		attemptEnded: () => clearInterval(watch),
		end: async (failedAt) => {
			clearInterval(watch);
			if (round === void 0) return [];
			if (round.rung !== failedAt) {
				round.stop();
				return [];
			}
			await round.over;
			return round.recorder.list();
		}
	};
}
/**
* After a pass with a client that nobody named: the application may be another one, which would take
* another way. Decides nothing, so it is short; asks nothing where all clients take the same way.
*/
async function askOtherClients(probing, attempt) {
	const { routeRun, world, observations } = probing;
	if (routeRun.clients === void 0 || routeRun.clients.chosen) return;
	const recorder = probing.record(attempt);
	await askOtherExits({
		...sharedBy(probing),
		recorder,
		ways: routeRun.clients.ways,
		timeoutMs: Math.min(routeRun.route.timeoutMs, probing.remainingMs()),
		signal: world.signal
	});
	observations.push(...recorder.list());
}
/** Of one attempt's time; the rest up to 1.25 is for starting and for telling. */
const SHARE = 1.1;
/**
* The second round and the attempt before it take at most this share of one attempt's time: whoever waits
* for a black hole should not wait for it twice. After a quick failure there is all of that time.
*/
function secondRoundMs(timeoutMs, spentMs) {
	return Math.max(timeoutMs * .10000000000000009, timeoutMs * SHARE - spentMs);
}

// src/run/attempts.ts
/**
* The real request, until it passes, fails for good, or patience ends. Every attempt is kept.
* @param first number of its first attempt
*/
async function sendUntilSettled(trying, send, first = 1) {
	const { routeRun, world, observations } = trying;
	const { clock } = world.network;
	const beganMs = clock();
	for (let attempt = first;; attempt += 1) {
		const recorder = trying.record(attempt);
		let early;
		const attemptBeganMs = clock();
		if (world.signal.aborted) recorder.skip("lookup", routeRun.route.baseUrl, CANCELLED);
		else if (trying.remainingMs() < trying.leastMs) recorder.skip("lookup", routeRun.route.baseUrl, OUT_OF_TIME);
		else early = await send(attempt, recorder);
		observations.push(...recorder.list());
		const ended = {
			verdict: trying.decide(),
			observations,
			route: routeRun.route,
			attempt,
			sinceMs: clock() - beganMs,
			remainingMs: trying.remainingMs()
		};
		const again = nextAttempt(ended);
		if (ended.verdict.verdict === "pass" || again !== void 0) await early?.end(void 0);
		if (again !== void 0 && !world.signal.aborted) await world.pause(again.afterMs, world.signal);
		if (again === void 0 || world.signal.aborted) {
			const because = again === void 0 ? whyNoMore(ended) : "";
			const spentMs = clock() - attemptBeganMs;
			return {
				attempts: attempt,
				spentMs,
				because,
				...optional("early", early)
			};
		}
	}
}
/** The attempts of a live run; the token of the first is held for the rest. */
function sendFromHere(probing) {
	const held = {};
	return (attempt, recorder) => sendOnce(probing, recorder, held, attempt);
}
/** One attempt within its own clock: the sign-in where one is needed, then the request. */
async function sendOnce(probing, recorder, held, attempt) {
	const { routeRun, world } = probing;
	const { signIn } = routeRun;
	const beganMs = world.network.clock();
	const timeoutMs = Math.min(routeRun.route.timeoutMs, probing.remainingMs());
	if (signIn !== void 0 && held.token === void 0) {
		const token = await takeToken({
			...sharedBy(probing),
			signIn,
			wayTo: routeRun.wayTo,
			recorder,
			timeoutMs: timeoutMs / 2,
			conceal: world.conceal
		});
		if (token !== void 0) held.token = token;
	}
	const { token } = held;
	const leftMs = Math.max(1, timeoutMs - (world.network.clock() - beganMs));
	const early = lookWhileSilent(probing, attempt, recorder, leftMs);
	await sendRealRequest({
		...sharedBy(probing),
		...signIn !== void 0 && token === void 0 ? { route: withoutToken(routeRun.route) } : {},
		recorder,
		timeoutMs: leftMs,
		sdk: world.sdk,
		...token === void 0 ? {} : { token: () => Promise.resolve(token) }
	});
	early.attemptEnded();
	return early;
}
/** No token, no credentials to send: the climb still shows whether the way to the API is open. */
function withoutToken(route) {
	return {
		...route,
		depthLimit: {
			depth: "route",
			because: "There was no Entra ID token."
		}
	};
}

// src/run/other-family.ts
/** Statuses by which a server says that it knows no such path or method (RFC 9110). */
const NOT_SERVED = /* @__PURE__ */ new Set([
	404,
	405,
	501
]);
/**
* The same route with chat-completions, where a gateway does not serve /responses and nobody said
* that the application needs it: many gateways know the older family only. An endpoint that was
* set, or read from the application's source, is never changed.
*/
function withOtherFamily({ routeRun, observations, world, decide }) {
	const { route } = routeRun;
	const { application, endpoint, kind } = route;
	if (kind !== "gateway" || endpoint !== "responses" || world.signal.aborted) return void 0;
	if (application === void 0 || application.endpoint.from !== "default") return void 0;
	const status = responseOf(evidenceOf(routeRun, observations))?.facts.status;
	if (status === void 0 || !NOT_SERVED.has(status)) return void 0;
	if (decide().code === "gateway.model_not_found") return void 0;
	const told = {
		...application,
		endpoint: {
			value: "chat-completions",
			from: ASKED_INSTEAD
		}
	};
	return {
		...routeRun,
		route: {
			...route,
			endpoint: "chat-completions",
			application: told
		}
	};
}

// src/run/run-route.ts
/**
* One route, top to bottom: the real request first and usually only; again while time can heal
* its failure and patience lasts; then, after a failure, the investigations.
*/
async function runRoute(routeRun, world, deadlineMs) {
	const { clock, clean } = world.network;
	const counts = /* @__PURE__ */ new Map();
	const observations = [...routeRun.before];
	const { name: route } = routeRun.route;
	let probing = {
		routeRun,
		world,
		observations,
		decide: judging(routeRun, observations),
		remainingMs: () => deadlineMs - clock(),
		record: (attempt) => createRecorder({
			route,
			clock,
			attempt: () => attempt,
			counts,
			...optional("clean", clean),
			...world.listen === void 0 ? {} : { listen: world.listen }
		}),
		recordAside: (attempt) => createRecorder({
			route,
			clock,
			attempt: () => attempt,
			...optional("clean", clean)
		})
	};
	if (blocked(routeRun)) return {
		routeRun,
		observations,
		verdict: probing.decide(),
		attempts: 0
	};
	const send = (first = 1) => sendUntilSettled({
		...probing,
		leastMs: 100
	}, sendFromHere(probing), first);
	let settled = await send();
	const other = withOtherFamily(probing);
	if (other !== void 0 && probing.remainingMs() > 100) {
		await settled.early?.end(void 0);
		probing = {
			...probing,
			routeRun: other,
			decide: judging(other, observations)
		};
		settled = await send(settled.attempts + 1);
	}
	const { attempts, spentMs, because, early } = settled;
	if (!world.signal.aborted) {
		const passed = probing.decide().verdict === "pass";
		if ((!passed || routeRun.route.compareDirect || world.egressAddress === "always") && probing.remainingMs() > 100) await lookTwice(probing, attempts, spentMs, early);
		if (passed && probing.remainingMs() > 100) await askOtherClients(probing, attempts);
		if (routeRun.browserOrigin !== void 0 && probing.remainingMs() > 100) {
			const limit = limitTime(Math.min(routeRun.route.timeoutMs, probing.remainingMs()), world.signal);
			const recorder = probing.record(attempts);
			const asked = {
				...sharedBy(probing),
				recorder,
				signal: limit.signal
			};
			observations.push(...await askBrowserOrigin(asked, routeRun.browserOrigin));
			limit.stop();
		}
	}
	const verdict = probing.decide();
	const stand = routeRun.clients?.known === false ? STAND_IN : "";
	const summary = [
		verdict.summary,
		because,
		stand
	].filter((part) => part !== "").join(" ");
	return {
		routeRun: probing.routeRun,
		observations,
		verdict: {
			...verdict,
			summary
		},
		attempts
	};
}
/** A verdict on another client's way is worth less, so it says whose way it was. */
const STAND_IN = "Client not known; Node's rules stand in for it.";
/** The verdict on what was observed so far; the same observations are judged once. */
function judging(routeRun, observations) {
	let judged;
	return () => {
		const count = observations.length;
		if (judged?.count !== count) judged = {
			count,
			verdict: judge(evidenceOf(routeRun, observations))
		};
		return judged.verdict;
	};
}
/** A fatal setting was found, or the client itself would fail on its environment: no packet is sent. */
function blocked({ before, plan }) {
	return plan.egress.unusable !== void 0 || before.some(({ probe, outcome }) => probe === "settings" && outcome.status === "failed");
}

// src/run/run-routes.ts
/** Routes side by side, at most `MOST_AT_ONCE` at a time, in the order asked for. */
async function runRoutes(routeRuns, world, deadlineMs) {
	const shared = {
		...world,
		crowded: routeRuns.length > FEW
	};
	const results = [];
	const queue = routeRuns.entries();
	const worker = async () => {
		for (const [index, routeRun] of queue) results[index] = await runRoute(routeRun, shared, deadlineMs);
	};
	await Promise.all(Array.from({ length: Math.min(50, routeRuns.length) }, worker));
	return results;
}
/**
* Bounds sockets, memory and the peers' patience when a settings file names many routes. More would
* also keep the event loop so busy that a small machine measures itself: on two cores with six busy
* processes, 15 of 120 routes timed out at a hundred at once, and none at fifty.
*/
const MOST_AT_ONCE = 50;
/** With more, the witnesses of routes that are only slow would be most of the sockets of the run. */
const FEW = 4;

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
* What several routes say together, in one sentence: the routeRun that differs from one that works in a
* single thing shows where to look. Empty for one route, and where nothing follows.
*/
function sideBySide(probed, deciding) {
	if (probed.length < 2) return "";
	const passing = probed.filter(({ verdict }) => verdict.verdict === "pass");
	const others = probed.filter(({ verdict }) => verdict.verdict !== "pass");
	if (others.length === 0) return `All ${String(probed.length)} routes pass.`;
	if (passing.length === 0) return others.every(({ verdict }) => verdict.code === deciding.verdict.code) ? `All ${String(others.length)} routes end like this: look at what they share.` : `None of the ${String(others.length)} routes passes.`;
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
	const value = shown(name, trait(first.routeRun.route));
	return `All ${String(others.length)} routes that do not pass share the ${name}${value}, and no passing route has it: look there.`;
}
/** A passing route that differs from the deciding one in a single thing. */
function neighbour(deciding, passing) {
	for (const other of passing) {
		const differing = Object.entries(TRAITS).filter(([, trait]) => trait(other.routeRun.route) !== trait(deciding.routeRun.route));
		const [only] = differing;
		if (only === void 0 || differing.length > 1) continue;
		const [name, trait] = only;
		const mine = shown(name, trait(deciding.routeRun.route));
		const theirs = shown(name, trait(other.routeRun.route));
		const values = mine === "" && theirs === "" ? "" : ` (${theirs.trim()} instead of ${mine.trim()})`;
		return `Route ${other.routeRun.route.name} passes and differs from ${deciding.routeRun.route.name} only in the ${name}${values}: look there.`;
	}
}
function shown(name, value) {
	if (!SHOWN.has(name)) return "";
	return ` ${value === "" ? "none" : value}`;
}

// src/run/client-paths.ts
/** The way of each client, and which of them were seen to work; nothing where only one is known. */
function waysOf(result) {
	const { clients } = result.routeRun;
	if (clients === void 0) return {};
	return { ways: clients.ways.map((plan) => {
		const { client, reason, unusable } = plan.egress;
		const works = worksFor(plan, clients.ways, result);
		return {
			client,
			exit: exitOf(plan.egress),
			reason: unusable?.because ?? reason,
			...works === void 0 ? {} : { works }
		};
	}) };
}
function worksFor(plan, ways, result) {
	const { routeRun } = result;
	const exit = exitOf(plan.egress);
	if (sameWay(plan, routeRun.plan)) return ownWorks(result);
	if (![routeRun.plan, ...ways].filter(({ egress }) => exitOf(egress) === exit).every((other) => sameWay(plan, other))) return void 0;
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

// src/run/witnesses.ts
/** Said of the page of a service, whenever the request was sent and no usable response came. */
function statusPageSeen({ routeRun, observations }, run) {
	const evidence = evidenceOf(routeRun, observations);
	if (lastAttempt(evidence) === 0 || !lacksUsableResponse(evidence)) return {};
	const host = URL.parse(routeRun.route.baseUrl)?.hostname ?? "";
	if (statusPageOf(host) === void 0) return { statusPage: { because: "no status page is known for this host" } };
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
		...optional("checkedAt", seen.outcome.status === "failed" ? checkedAt : void 0),
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
	if (!hasFingerprint(key)) return "";
	return createHmac("sha256", FINGERPRINT_SALT).update(key).digest("hex").slice(0, 12);
}
/** The salt is public: a key that a person made up could be guessed from it. */
function hasFingerprint(key) {
	return key.length >= 20 && vendorOf(key) !== void 0;
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
			...route.application === void 0 ? {} : { application: route.application },
			model: route.model ?? "",
			client: route.client,
			clientReason: route.clientReason,
			depth: effectiveDepth(route),
			keyFingerprint: fingerprint(route.apiKey),
			failOn: [...route.failOn],
			attempts: route.attempts,
			attempt: result.attempts,
			egress: plan.egress,
			...waysOf(result),
			observations: result.observations.map(flat),
			...statusPageSeen(result, {
				startedAt: run.startedAt,
				source: run.runtime.source
			}),
			...egressAddressSeen(result),
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

// src/run/preflight.ts
const DEFAULT_BASE_URL = "https://api.openai.com/v1";
/** The end of a run may not need all of the deadline: this much is kept for writing the reports. */
const REPORTING_MS = 250;
/** … and this much more for each route: a thousand of them make 18 MB of page (measured: 3 s). */
const REPORTING_A_ROUTE_MS = 3;
/**
* The story: settings → routes → the way out → the real request → (only after a failure)
* investigations → the judge → a packet with nothing secret in it. Reports are made from the packet.
*/
async function preflight(order) {
	const { settings } = order;
	const startedAt = /* @__PURE__ */ new Date();
	const origin = performance.now();
	const clock = () => performance.now() - origin;
	const spentMs = order.startedMs ?? 0;
	const learnt = [];
	const heard = [createRedactor(secretsOf(settings), { shapes: false })];
	const world = {
		network: {
			resolve: order.resolve ?? systemResolve,
			clock,
			clean: (received) => heard.reduce((text, one) => one.text(text, "headers"), received)
		},
		now: Date.now,
		signal: order.signal,
		sdk: `openai@${VERSIONS.openai}`,
		pause: async (milliseconds, signal) => {
			await setTimeout(milliseconds, void 0, { signal }).catch(() => {});
		},
		egressAddress: settings.egressAddress,
		...settings.controlUrl === void 0 ? {} : { controlUrl: settings.controlUrl },
		conceal: (value, what) => {
			order.mask?.(value);
			learnt.push({
				value,
				what
			});
			heard.push(createRedactor([{
				value,
				what
			}], { shapes: false }));
		},
		...order.directBaseUrl === void 0 ? {} : { directBaseUrl: order.directBaseUrl },
		...order.listen === void 0 ? {} : { listen: order.listen }
	};
	const asked = settings.routes.length > 0 ? settings.routes : [noRoute()];
	const found = asked.some(({ client }) => client === "auto") ? detectClient(order.checkout()) : {
		client: "node",
		reason: "",
		known: true,
		clients: []
	};
	const reading = {
		...order,
		readFile: remembering(order.readFile),
		listFolder: remembering(order.listFolder)
	};
	const routeRuns = asked.map((one) => routeRunOf(one, reading, found));
	const reportingMs = Math.min(REPORTING_MS + REPORTING_A_ROUTE_MS * routeRuns.length, settings.deadlineMs / 2);
	const packet = toPacket(order, await runRoutes(routeRuns, world, settings.deadlineMs - reportingMs - spentMs), learnt, startedAt, clock() + spentMs);
	return {
		...packet,
		redactions: [...heard.flatMap((one) => one.list()), ...packet.redactions]
	};
}
function secretsOf({ secrets }) {
	return secrets.map(({ value, what }) => ({
		value: value.reveal(),
		what
	}));
}
function toPacket(order, results, learnt, startedAt, elapsedMs) {
	const secrets = [...secretsOf(order.settings), ...learnt];
	const proxies = results.flatMap(({ routeRun }) => [routeRun.plan, ...routeRun.otherWays]).map(({ proxyCredentials }) => proxyCredentials);
	for (const credentials of proxies) if (credentials !== void 0) secrets.push({
		value: credentials.password,
		what: "proxy password"
	});
	return buildPacket({
		results,
		startedAt,
		elapsedMs,
		runtime: order.runtime,
		redactor: createRedactor(secrets)
	});
}
/** A route as asked for → a route with its client, its way out, and what is wrong with its settings. */
function routeRunOf(asked, order, found) {
	const { route, problems: own } = withClient(asked, asked.client === "auto" ? found.client : asked.client, asked.client === "auto" ? found.reason : `the setting client says ${asked.client}`);
	const problems = [...order.settings.problems, ...own];
	const question = egressQuestion(asked, order, found);
	const wayTo = (url) => withRoots(wayOut(route.client, {
		...question,
		url
	}), order.extraRoots);
	const plan = wayTo(question.url);
	const ways = allWays(question, [route.client, ...found.clients]);
	const others = ways.filter(({ egress }) => egress.client !== route.client);
	const other = otherWay$1(route.client, question);
	const otherWays = [...other === void 0 ? [] : [other], ...others].map((way) => withRoots(way, order.extraRoots));
	const isFirst = asked === order.settings.routes[0];
	const { browserOrigin } = order.settings;
	return {
		route,
		plan,
		otherWays,
		clients: {
			ways: ways.map((way) => withRoots(way, order.extraRoots)),
			chosen: asked.client !== "auto",
			known: asked.client !== "auto" || found.known
		},
		wayTo,
		...route.azureAuth === "entra" && effectiveDepth(route) !== "route" ? { signIn: chooseSignIn(order.environment, route) } : {},
		before: [settingsObservation(route, asked, problems), ...isFirst ? order.aside ?? [] : []],
		...browserOrigin === void 0 ? {} : { browserOrigin }
	};
}
/** What is wrong with the settings, as an observation: the first of a route. */
function settingsObservation({ name, baseUrl }, { keyShape }, problems) {
	const facts = {
		problems,
		...keyShape === void 0 ? {} : { key: keyShape }
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
function egressQuestion(asked, order, found) {
	return {
		url: URL.parse(asked.route.baseUrl) ?? new URL(DEFAULT_BASE_URL),
		env: order.environment,
		readFile: order.readFile,
		listFolder: order.listFolder,
		platform: process.platform,
		...found.pythonOpenai === void 0 ? {} : { installed: { pythonOpenai: found.pythonOpenai } }
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

export { wayOut as _, hasFingerprint as a, clearTextKey as c, createRecorder as d, readBody as f, evidenceOf as g, isModelList as h, buildPacket as i, systemResolve as l, isV1 as m, settingsObservation as n, blocked as o, ROUTE_KINDS_BY_NAME as p, FINGERPRINT_SALT as r, sendUntilSettled as s, preflight as t, describeCertificate as u };