import { t as CREDENTIALS } from "./knowledge-credentials.js";

// src/model/egress.ts
/** Where the connections of a way leave: `direct`, `http://host:port` of its proxy, or `none`. */
function exitOf({ proxy, unusable }) {
	if (unusable !== void 0) return "none";
	if (proxy === void 0) return "direct";
	const host = proxy.host.includes(":") ? `[${proxy.host}]` : proxy.host;
	return `${proxy.scheme}://${host}:${proxy.port}`;
}
/** When something is done that not everybody wants. */
const OCCASIONS = [
	"never",
	"on-failure",
	"always"
];

// src/model/fields.ts
/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
function fields(value) {
	return isObject(value) ? value : {};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A property only where there is a value: absent is not undefined (exactOptionalPropertyTypes). */
function optional(key, value) {
	const found = {};
	if (value !== void 0) found[key] = value;
	return found;
}

// src/model/format.ts
/** Forms in which the verdict is printed for those who collect them. */
const VERDICT_FORMATS = [
	"junit",
	"sarif",
	"prometheus",
	"otlp-json"
];
/** Forms of the hosts and ports that an application needs. */
const ALLOW_LIST_FORMATS = [
	"text",
	"squid",
	"harden-runner",
	"network-policy",
	"cilium",
	"azure-firewall"
];

// src/model/quotable.ts
/**
* Text that a server wrote, as a sentence of ours may quote it: letters, digits, spaces and the
* punctuation of names. Sentences go into outputs, and workflows paste outputs into scripts, where
* a `;`, `|`, `&`, `<` or `(` runs what follows; everything else becomes `-`.
*/
function quotable(text) {
	return text.replaceAll(/[^\p{L}\p{N} .,:/=_@+*[\]-]+/gu, "-");
}

// src/model/gate.ts
/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
function failsJob(verdict, failOn) {
	return verdict.verdict !== "pass" && (failOn.includes(verdict.owner) || failOn.includes(verdict.branch));
}

// src/model/observation.ts
/** The probes that the real request itself consists of, in the order of the ladder. */
const REQUEST_PROBES = [
	"lookup",
	"connect",
	"tunnel",
	"handshake",
	"response",
	"answer"
];
const PROBE_RUNG = {
	settings: "config",
	token: "auth",
	lookup: "dns",
	connect: "tcp",
	tunnel: "proxy",
	handshake: "tls",
	response: "http",
	answer: "answer",
	"name-servers": "dns",
	addresses: "tcp",
	"served-chain": "tls",
	"small-hello": "tls",
	"other-name": "tls",
	"other-way": "http",
	keyless: "http",
	"large-request": "http",
	control: "http",
	"status-page": "http",
	"egress-address": "http",
	"direct-api": "http",
	"client-bundle": "config",
	"browser-origin": "http"
};
/** Why an observation was skipped when the run was told to stop. */
const CANCELLED = "cancelled";
/** Why nothing was sent on a route whose turn came too late. */
const OUT_OF_TIME = "the deadline of the run had passed";

// src/model/owner.ts
/** Who must act. */
const OWNERS = [
	"connection-path",
	"route-provider",
	"request",
	"auth",
	"quota",
	"rate-limit",
	"api-server",
	"client-app",
	"unknown",
	"none"
];
/** The coarse gate that a deploy step tests. */
const BRANCHES = [
	"route",
	"auth",
	"quota",
	"server",
	"client",
	"unknown",
	"none"
];
const BRANCH_OF = {
	"connection-path": "route",
	"route-provider": "route",
	request: "route",
	auth: "auth",
	quota: "quota",
	"rate-limit": "quota",
	"api-server": "server",
	"client-app": "client",
	unknown: "unknown",
	none: "none"
};
function branchOf(owner) {
	return BRANCH_OF[owner];
}
/** Who produced an HTTP response. */
const RESPONDERS = [
	"openai",
	"openai-edge",
	"azure-openai",
	"azure-apim",
	"gateway",
	"proxy",
	"interceptor",
	"unknown"
];

// src/model/route.ts
const ROUTE_KINDS = [
	"openai",
	"azure",
	"gateway"
];
const ENDPOINTS = [
	"responses",
	"chat-completions",
	"embeddings",
	"moderations",
	"audio-transcriptions"
];
/** How far to climb: `route` sends no credentials, `request` sends one tiny real request. */
const DEPTHS = [
	"route",
	"auth",
	"request"
];
/** Whose rules decide the way out. */
const CLIENTS = [
	"node",
	"bun",
	"deno",
	"python",
	"go",
	"java",
	"dotnet",
	"ruby",
	"php",
	"rust",
	"curl"
];
/** Where an endpoint is from that was asked because the gateway does not serve the default one. */
const ASKED_INSTEAD = "asked because /responses is not served";
/** How far the climb really goes: what was asked for, or less where something is missing. */
function effectiveDepth(route) {
	return route.depthLimit?.depth ?? route.depth;
}

// src/model/rung.ts
/** The steps of the path, in the order in which a request climbs them. */
const RUNGS = [
	"config",
	"dns",
	"tcp",
	"proxy",
	"tls",
	"http",
	"auth",
	"request",
	"quota",
	"answer"
];
/** Position on the ladder, 0 for `config`. */
function heightOf(rung) {
	return RUNGS.indexOf(rung);
}

// src/model/secret.ts
const MASK = "***";
/**
* A value that must not be printed. Every implicit way to turn it into text gives `***`;
* only `reveal()` gives the value, so that a reviewer can search for the places that use it.
*/
var Secret = class {
	#value;
	/** The setting it came from, e.g. `OPENAI_API_KEY`; safe to print. */
	source;
	constructor(value, source) {
		this.#value = value;
		this.source = source;
	}
	reveal() {
		return this.#value;
	}
	toString() {
		return MASK;
	}
	toJSON() {
		return MASK;
	}
	get [Symbol.toStringTag]() {
		return MASK;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return MASK;
	}
};

// src/model/verdict.ts
/** How strongly the evidence points to the owner (contract: "the first owner to test"). */
const CONFIDENCES = [
	"high",
	"medium",
	"low"
];

// src/model/table.ts
/**
* The row of a table for a name that somebody else wrote (a header, a file, a log): `__proto__` and
* `toString` have none. The only way to look a foreign name up in a plain object.
*/
function entryOf(table, name) {
	return Object.hasOwn(table, name) ? table[name] : void 0;
}

// src/redaction/needles.ts
/** Shorter values are removed only where a credential stands: anywhere else they are words. */
const SHORTEST_ANYWHERE = 6;
/** Shorter values are not looked for across white space. */
const SHORTEST_JOINED = 12;
/** Shorter pieces of an encoding say too little and would hit other text. */
const SHORTEST_ENCODED = 6;
/** Shorter values of letters and digits may be words that stand side by side. */
const SHORTEST_BARE = 16;
/** What people write where a secret is missing; not secret, and worth naming in a message. */
const NOT_SECRET = /* @__PURE__ */ new Set([
	"undefined",
	"null",
	"none",
	"false",
	"true",
	"NaN",
	"***",
	"******",
	"[object Object]"
]);
/** Every form in which a secret is recognised. */
function needlesOf(secret) {
	const values = partsOf(secret.value);
	const long = values.filter((value) => value.length >= 6);
	const forms = unique(long.flatMap((value) => [
		value,
		value.replaceAll(" ", "+"),
		asBytes(value)
	]));
	return {
		what: secret.what.replaceAll(/[^\w .-]/g, "").slice(0, 40) || "secret",
		plain: forms,
		joined: unique(forms.map(withoutSpace)).filter((value) => value.length >= SHORTEST_JOINED),
		base64: unique(long.flatMap(base64Cores)).filter((core) => core.length >= SHORTEST_ENCODED),
		hexadecimal: unique(long.map((value) => Buffer.from(value).toString("hex"))),
		bare: unique(long.filter((value) => /\d/.test(value)).map(lettersAndDigits)).filter((value) => value.length >= SHORTEST_BARE),
		short: values.filter((value) => value.length < 6)
	};
}
/** The value, without the space around it, and each of its lines. */
function partsOf(value) {
	return unique([
		value,
		value.trim(),
		...value.split(/[\r\n]+/).map((line) => line.trim())
	]).filter((part) => part.trim() !== "" && !NOT_SECRET.has(part.trim()));
}
/**
* The characters of the base64 text that depend on the value alone, for each of the three
* positions that the value can have in what was encoded.
*/
function base64Cores(value) {
	const bytes = Buffer.from(value);
	return [
		0,
		1,
		2
	].map((offset) => {
		const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
		const first = Math.ceil(offset * 8 / 6);
		return encoded.slice(first, Math.floor((offset + bytes.length) * 8 / 6));
	});
}
/** One character for each byte of UTF-8, as URL decoding yields them. */
function asBytes(value) {
	return Buffer.from(value).toString("latin1");
}
function lettersAndDigits(value) {
	return value.replaceAll(/[^A-Za-z0-9]+/g, "").toLowerCase();
}
function withoutSpace(value) {
	return value.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, "");
}
function unique(values) {
	return [...new Set(values)];
}

// src/redaction/fragments.ts
/** A shorter piece of a secret is no use to anybody, and may be a word. */
const SHORTEST_FRAGMENT = 16;
/** Every run of 15 characters or more of a text holds one of its aligned blocks of 8 whole. */
const BLOCK = 8;
/** Of shorter secrets a fragment says nothing that the whole does not. */
const SHORTEST_SECRET = 24;
/**
* Where pieces of a secret stand, as begin and end (exclusive): what a limit cut in two, or what a
* server sent back in halves.
*/
function fragmentsOf(text, secret) {
	if (secret.length < SHORTEST_SECRET || text.length < SHORTEST_FRAGMENT) return [];
	const found = [];
	for (let block = 0; block + BLOCK <= secret.length; block += BLOCK) {
		const piece = secret.slice(block, block + BLOCK);
		for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
			const [start, end] = grown(text, at, secret, block);
			if (end - start >= SHORTEST_FRAGMENT && saysSomething(text.slice(start, end))) found.push([start, end]);
		}
	}
	return found;
}
/** As far as both texts agree around the block that both hold. */
function grown(text, at, secret, block) {
	let before = 0;
	while (before < Math.min(at, block) && text[at - before - 1] === secret[block - before - 1]) before += 1;
	let length = BLOCK;
	while (block + length < secret.length && text[at + length] === secret[block + length]) length += 1;
	return [at - before, at + length];
}
/** A digit, or both cases: a media type or a sentence in a header value has neither. */
function saysSomething(piece) {
	return /\d/.test(piece) || /[a-z]/.test(piece) && /[A-Z]/.test(piece);
}

// src/redaction/shapes.ts
/** Has a digit or mixed case inside: words of a sentence and names of settings have neither. */
function looksRandom(value) {
	return !isPlaceholder(value) && !isName(value) && (/[0-9]/.test(value) || /[a-z].*[A-Z]/.test(value));
}
/** Written where a value is to come: `${{ secrets.KEY }}`, `$KEY`, `<key>`, `***`. */
function isPlaceholder(value) {
	return /^(?:\$|%24|<|\{|\*+$|\[|…|\.\.\.)/.test(value);
}
/** A name, as of a variable, a code or a setting. */
function isName(value) {
	return /^(?:[A-Z][A-Z0-9_]*|[a-z]+(?:[._-][a-z]+)*)$/.test(value);
}
const NAMED_KEY = "api[-_]?key|x-api-key|x-goog-api-key|ocp-apim-subscription-key|subscription-key|client[-_]secret|access[-_]token|refresh[-_]token|id[-_]token|password|passwd";
const QUERY_SECRET = `${NAMED_KEY}|key|token|code|sig|signature|secret|pwd|auth|x-amz-signature|x-amz-security-token`;
/** One pattern for all of them; nothing that a longer word ends in. */
function anyOf(sources) {
	return new RegExp(`(?<![A-Za-z0-9])(?:${sources.join("|")})`, "dg");
}
/** Start anchors keep each pattern linear: no two starts share a long run. */
const SHAPES = [
	{
		what: "private key",
		pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!-)){0,16384}/dg
	},
	...[...Map.groupBy(CREDENTIALS, ({ what }) => what)].map(([what, ofIt]) => ({
		what,
		pattern: anyOf(ofIt.flatMap(({ inText }) => inText ?? []))
	})),
	{
		what: "JSON web token",
		pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/dg
	},
	{
		what: "authorization",
		pattern: /\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[^\s"',;]{1,20}[ \t]{1,3}[^\s"',;]{4,})/dgi,
		accepts: (value) => looksRandom(value.split(/\s+/)[1] ?? "")
	},
	{
		what: "authorization",
		pattern: /\b(?:bearer|basic|negotiate|ntlm)[ \t]{1,3}(?<value>[\w.~+/=-]{8,})/dgi,
		accepts: looksRandom
	},
	{
		what: "password",
		pattern: /:\/\/(?!user:password@host\b)(?<value>[^\s/?#"'<>]{1,512})@/dg,
		accepts: (value) => !isPlaceholder(value)
	},
	{
		what: "cookie",
		pattern: /\bcookie["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[\w!#$%&'*+.^`|~-]{1,128}=[^\r\n"]{1,4096})/dgi
	},
	{
		what: "query secret",
		pattern: new RegExp(String.raw`[?&;](?:${QUERY_SECRET})=(?<value>[^&\s"'<>#;,)\]}\\]{1,4096})`, "dgi"),
		accepts: (value) => !isPlaceholder(value)
	},
	{
		what: "api key",
		pattern: new RegExp(String.raw`(?<![A-Za-z0-9])(?:${NAMED_KEY})["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[^\s"'&<>,;)\]}\\]{8,4096})`, "dgi"),
		accepts: looksRandom
	}
];
/** Properties whose text is removed whole, whatever it looks like. */
const SECRET_PROPERTIES = /* @__PURE__ */ new Map([
	["authorization", "authorization"],
	["proxy-authorization", "authorization"],
	["cookie", "cookie"],
	["set-cookie", "cookie"],
	["api-key", "api key"],
	["apikey", "api key"],
	["api_key", "api key"],
	["x-api-key", "api key"],
	["ocp-apim-subscription-key", "api key"],
	["password", "password"],
	["client_secret", "secret"],
	["secret", "secret"]
]);
/** What a property of this name holds, when that is always a secret. */
function secretProperty(name) {
	return SECRET_PROPERTIES.get(name.toLowerCase());
}

// src/redaction/views.ts
/** The text as it is. */
function identity(text) {
	return {
		text,
		startOf: (index) => index,
		endOf: (index) => index + 1
	};
}
/** Bounds the work: encodings nested deeper than this are not looked into. */
const MAX_DEPTH$1 = 3;
const MAX_VIEWS = 16;
const ENTITIES = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: " "
};
const ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	b: "\b",
	f: "\f",
	v: "\v"
};
const DECODERS = [
	{
		pattern: /%([0-9a-f]{2})/gi,
		decode: (match) => String.fromCharCode(Number.parseInt(match[1] ?? "", 16))
	},
	{
		pattern: /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([nrtbfv])|(["'\\/]))/gi,
		decode: (match) => match[4] ?? entryOf(ESCAPES, match[3] ?? "") ?? fromHexadecimal(match[1] ?? match[2] ?? "")
	},
	{
		pattern: /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos|nbsp));?/gi,
		decode: (match) => match[1] !== void 0 ? fromHexadecimal(match[1]) : match[2] !== void 0 ? fromCodePoint(Number(match[2])) : entryOf(ENTITIES, (match[3] ?? "").toLowerCase()) ?? ""
	}
];
function fromHexadecimal(digits) {
	return fromCodePoint(Number.parseInt(digits, 16));
}
function fromCodePoint(point) {
	return point <= 1114111 ? String.fromCodePoint(point) : "�";
}
/**
* The text itself, then what URL decoding, unescaping (JSON, JavaScript) and HTML decoding make of
* it, in any order and up to three deep. Only views that differ are returned.
*/
function decodedViews(text) {
	const views = [identity(text)];
	const seen = /* @__PURE__ */ new Set([text]);
	let layer = views.slice();
	for (let depth = 0; depth < MAX_DEPTH$1 && layer.length > 0; depth += 1) {
		const next = [];
		for (const view of layer) for (const decoder of DECODERS) {
			const decoded = rewrite(view, decoder.pattern, decoder.decode);
			if (decoded === view || seen.has(decoded.text) || views.length >= MAX_VIEWS) continue;
			seen.add(decoded.text);
			views.push(decoded);
			next.push(decoded);
		}
		layer = next;
	}
	return views;
}
/** Without anything that can stand between two halves of a secret: white space and invisible characters. */
function joined(view) {
	return rewrite(view, /[\s\p{Cc}\p{Cf}]+/gu, () => "");
}
/** Letters and digits alone, in lower case: whatever took the rest out, or changed the case of hexadecimal digits. */
function lettersAndDigitsOf(view) {
	const bare = rewrite(view, /[^A-Za-z0-9]+/g, () => "");
	return {
		...bare,
		text: bare.text.toLowerCase()
	};
}
/** With each match replaced; the same view when nothing matched. */
function rewrite(view, pattern, replace) {
	const pieces = [];
	const texts = [];
	let length = 0;
	let position = 0;
	const add = (text, from, to, replaced) => {
		if (text === "") return;
		pieces.push({
			at: length,
			from,
			to,
			replaced
		});
		texts.push(text);
		length += text.length;
	};
	for (const match of view.text.matchAll(pattern)) {
		add(view.text.slice(position, match.index), position, match.index, false);
		position = match.index + match[0].length;
		add(replace(match), match.index, position, true);
	}
	if (position === 0) return view;
	add(view.text.slice(position), position, view.text.length, false);
	return {
		text: texts.join(""),
		startOf: (index) => {
			const piece = pieceAt(pieces, index);
			return view.startOf(piece.replaced ? piece.from : piece.from + index - piece.at);
		},
		endOf: (index) => {
			const piece = pieceAt(pieces, index);
			return view.endOf(piece.replaced ? piece.to - 1 : piece.from + index - piece.at);
		}
	};
}
/** The last piece that begins at or before `index`. */
function pieceAt(pieces, index) {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((pieces[middle]?.at ?? 0) <= index) low = middle;
		else high = middle - 1;
	}
	return pieces[low] ?? {
		at: 0,
		from: 0,
		to: 1,
		replaced: false
	};
}

// src/redaction/search.ts
/** Where secrets stand in the text, in any form: in order, without overlaps. */
function rangesToRemove(value, needles, shapes = true) {
	const found = [];
	for (const view of decodedViews(value)) {
		const forms = searchable(view);
		for (const needle of needles) found.push(...rangesOf(forms, needle));
		if (shapes) found.push(...shapedRanges(view));
	}
	const merged = [];
	for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		const last = merged.at(-1);
		if (last === void 0 || range.start >= last.end) merged.push(range);
		else merged[merged.length - 1] = {
			...last,
			end: Math.max(last.end, range.end)
		};
	}
	return merged;
}
function searchable(view) {
	const dense = joined(view);
	return {
		view,
		dense,
		base64: {
			...dense,
			text: dense.text.replaceAll("-", "+").replaceAll("_", "/")
		},
		lower: {
			...dense,
			text: toLowerAscii(dense.text)
		},
		bare: lettersAndDigits(view.text)
	};
}
function rangesOf(forms, needle) {
	const { what } = needle;
	return [
		...needle.plain.flatMap((form) => occurrences(forms.view, form, what)),
		...needle.joined.flatMap((form) => occurrences(forms.dense, form, what)),
		...needle.base64.flatMap((form) => occurrences(forms.base64, form, what, BASE64)),
		...needle.hexadecimal.flatMap((form) => occurrences(forms.lower, form, what)),
		...needle.bare.filter((form) => forms.bare.includes(form)).flatMap((form) => occurrences(lettersAndDigitsOf(forms.view), form, what)),
		...needle.short.flatMap((form) => credentialPositions(forms.view, form, what)),
		...needle.joined.flatMap((form) => pieces(forms.dense, form, what)),
		...needle.base64.flatMap((form) => pieces(forms.base64, form, what)),
		...needle.hexadecimal.flatMap((form) => pieces(forms.lower, form, what))
	];
}
function pieces(view, form, what) {
	return fragmentsOf(view.text, form).map(([start, end]) => ({
		start: view.startOf(start),
		end: view.endOf(end - 1),
		what
	}));
}
const BASE64 = /[A-Za-z0-9+/]/;
/** Unlike `toLowerCase`, keeps the length. */
function toLowerAscii(text) {
	return text.replaceAll(/[A-F]/g, (letter) => letter.toLowerCase());
}
/**
* @param alphabet of an encoding: one more character on each side, which holds bits of the
*   secret and of its neighbour, and the padding go as well
*/
function occurrences(view, form, what, alphabet) {
	const ranges = [];
	for (let at = view.text.indexOf(form); at !== -1; at = view.text.indexOf(form, at + 1)) {
		let first = at;
		let last = at + form.length - 1;
		if (touches(view, first - 1) && alphabet?.test(view.text.charAt(first - 1)) === true) first -= 1;
		if (touches(view, last) && alphabet?.test(view.text.charAt(last + 1)) === true) last += 1;
		if (alphabet !== void 0) last += padding(view.text, last + 1);
		ranges.push({
			start: view.startOf(first),
			end: view.endOf(last),
			what
		});
	}
	return ranges;
}
/** Nothing was taken out between this character and the next one. */
function touches(view, index) {
	return index >= 0 && view.endOf(index) === view.startOf(index + 1);
}
/** Number of `=` from `at` on, at most two. */
function padding(text, at) {
	if (text.charAt(at) !== "=") return 0;
	return text.charAt(at + 1) === "=" ? 2 : 1;
}
/** As a part of a pattern that matches the text itself. */
function literally(text) {
	return text.replaceAll(/\W/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const BEFORE_CREDENTIAL = String.raw`(?<=(?:key|token|password|passwd|pwd|secret|bearer|basic)["']?\s?[:=]?\s?["']?)`;
function credentialPositions(view, form, what) {
	const pattern = new RegExp(`${BEFORE_CREDENTIAL}${literally(form)}(?![A-Za-z0-9_])`, "gi");
	return [...view.text.matchAll(pattern)].map((match) => ({
		start: view.startOf(match.index),
		end: view.endOf(match.index + match[0].length - 1),
		what
	}));
}
/** Any shape at all: most texts have none, and one look is cheaper than one for each. */
const ANY_SHAPE = new RegExp(SHAPES.map(({ pattern }) => pattern.source.replace("(?<value>", "(?:")).join("|"), "i");
function shapedRanges(view) {
	if (!ANY_SHAPE.test(view.text)) return [];
	return SHAPES.flatMap(({ what, pattern, accepts }) => [...view.text.matchAll(pattern)].flatMap((match) => {
		const [start, end] = match.indices?.groups?.["value"] ?? [match.index, match.index + match[0].length];
		if (accepts?.(view.text.slice(start, end)) === false) return [];
		return [{
			start: view.startOf(start),
			end: view.endOf(end - 1),
			what
		}];
	}));
}

// src/redaction/redactor.ts
const REMOVED = /\[removed: [\w .-]{1,40}\]/g;
/** Deeper data is not walked: nothing that is printed is. */
const MAX_DEPTH = 64;
/** Bounds the memory for clean texts, in characters and in texts. */
const LONGEST_REMEMBERED = 200;
const MOST_REMEMBERED = 1e4;
/** Each pass can only uncover what the previous one cut apart; two are enough in practice. */
const MAX_PASSES = 8;
/**
* The one place that removes secrets: the given values in plain, base64 (any alignment, both
* alphabets), hexadecimal, URL-encoded, JSON- and HTML-escaped form, also split by white space, and
* what looks like a key, a token, a cookie or a password whoever it belongs to. Time is linear in the text.
*
* `shapes: false`: only the given values, for text that is still to be judged.
*/
function createRedactor(secrets, { shapes = true } = {}) {
	const needles = secrets.map(needlesOf);
	const counts = /* @__PURE__ */ new Map();
	const note = (what, where) => {
		const id = JSON.stringify([what, where]);
		const before = counts.get(id);
		counts.set(id, {
			what,
			where,
			count: (before?.count ?? 0) + 1
		});
		return `[removed: ${what}]`;
	};
	const segment = (value, where) => {
		const ranges = value === "" ? [] : rangesToRemove(value, needles, shapes);
		if (ranges.length === 0) return value;
		let position = 0;
		let result = "";
		for (const range of ranges) {
			result += value.slice(position, range.start) + note(range.what, where);
			position = range.end;
		}
		return result + value.slice(position);
	};
	/** Texts known to hold nothing: a packet repeats its words and property names. */
	const clean = /* @__PURE__ */ new Set();
	const text = (value, where) => {
		if (clean.has(value)) return value;
		let current = value;
		for (let pass = 0; pass < MAX_PASSES; pass += 1) {
			const next = betweenRemoved(current, (part) => segment(part, where));
			if (next === current) break;
			current = next;
		}
		if (current === value && value.length <= LONGEST_REMEMBERED && clean.size < MOST_REMEMBERED) clean.add(value);
		return current;
	};
	const walk = (value, where, above) => {
		if (typeof value === "string") return text(value, where);
		if (!isPlain(value)) return value;
		if (above.length >= MAX_DEPTH || above.includes(value)) return "[cut: too deep]";
		const path = [...above, value];
		if (Array.isArray(value)) return value.map((one, index) => walk(one, `${where}[${index}]`, path));
		return Object.fromEntries(Object.entries(value).map(([name, one]) => {
			const safeName = text(name, where);
			const place = where === "" ? safeName : `${where}.${safeName}`;
			const what = typeof one === "string" && one !== "" ? secretProperty(name) : void 0;
			if (what === void 0 || isRemoved(one)) return [safeName, walk(one, place, path)];
			return [safeName, note(what, place)];
		}));
	};
	return {
		text,
		deep: (value, where) => walk(value, where, []),
		list: () => [...counts.values()].toSorted((a, b) => compare(a.where, b.where) || compare(a.what, b.what))
	};
}
function compare(a, b) {
	return a < b ? -1 : Number(a > b);
}
function isRemoved(value) {
	return typeof value === "string" && value.replaceAll(REMOVED, "") === "";
}
function isPlain(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Array.isArray(value)) return true;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
/** Applies `change` to what stands between marks of earlier removals, so that a mark is never changed. */
function betweenRemoved(value, change) {
	let position = 0;
	let result = "";
	for (const match of value.matchAll(REMOVED)) {
		result += change(value.slice(position, match.index)) + match[0];
		position = match.index + match[0].length;
	}
	return result + change(value.slice(position));
}

// src/redaction/neutralise.ts
/** CSI, OSC and two-character escape sequences (ECMA-48), 7-bit and 8-bit. */
const ANSI = /(?:\u001b\[|\u009b)[0-?]{0,32}[ -/]{0,8}[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,512}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]{0,8}[0-~]?/g;
/** C0 and C1 controls but tab and line feed, and U+2028/2029, which some readers take for line ends. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;
/** Bidirectional controls and characters without width: they hide or reorder text. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cf}/gu;
/** Without terminal sequences, control characters and invisible characters; line ends are `\n`. */
function plainText(text) {
	return text.toWellFormed().replaceAll(ANSI, "").replaceAll(/\r\n?/g, "\n").replaceAll(CONTROLS, "").replaceAll(INVISIBLE, "");
}
/** {@link plainText} on one line, at most `limit` characters. */
function oneLine(text, limit = 2e3) {
	return cut(plainText(text).replaceAll(/\s+/g, " ").trim(), limit);
}
/** At most `limit` UTF-16 units, `…` included; never half of a surrogate pair. */
function cut(text, limit) {
	if (text.length <= limit) return text;
	return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, "")}…`;
}
/**
* Text for the log of a runner, where a line that begins with `::`, or `##[` anywhere in it, is a
* command (actions/runner, ActionCommand.cs).
*/
function withoutCommands(text) {
	return text.replaceAll(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "# #[");
}
/**
* Text for an output of a step. Workflows paste outputs into scripts, `echo "${{ … }}"`, where these
* characters would end the text or run what follows; a backslash is a slash to whoever reads a path.
*/
function outputText(text) {
	return oneLine(text, 1e3).replaceAll("\\", "/").replaceAll(/["'$`\u2018-\u201f]/g, "");
}
/** Text or attribute value of HTML. */
function html(text) {
	return plainText(text).replaceAll(/[&<>"'`]/g, entity);
}
/** Hosts that a sentence of ours may link to; nothing in such a link can begin other markup. */
const OUR_LINK = /^https:\/\/(?:(?:platform|status|help|developers)\.openai\.com|(?:docs\.)?github\.com|learn\.microsoft\.com)(?:\/[\w./#=%-]{0,300})?$/;
/** What GitHub turns into something else, in one pass: each piece is set as code or as a character reference. */
const MARKUP = new RegExp([
	String.raw`\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"|\`]{1,500}(?<![.,;:!?)'])`,
	String.raw`[\w.+-]{0,64}@\w[\w.-]{0,252}`,
	String.raw`\bwww\.[^\s<>"|\`]{1,253}`,
	String.raw`\bGH-\d+|(?<!&)[\w./-]{0,140}#\d+`,
	String.raw`(?<!\d):(?=[\w+-]{1,40}:)`,
	String.raw`^(?:#{1,6}|[-+=]|\d{1,9}[.)])(?=\s|$)`,
	String.raw`[&<>\`*[\]|\\~$]|(?<!\w)_|_(?!\w)`
].join("|"), "gi");
/** A sentence for GitHub Markdown, on one line: no markup, no mention, no reference, no link of others. */
function markdown(text) {
	return oneLine(text, 8e3).replaceAll(MARKUP, (found) => {
		if (OUR_LINK.test(found)) return found;
		if (/^[#:+=-]+$/.test(found)) return found.replaceAll(/./g, entity);
		if (/^\d+[.)]$/.test(found)) return found.slice(0, -1) + entity(found.slice(-1));
		return found.length === 1 ? entity(found) : markdownCode(found, 700);
	});
}
/**
* A short value for GitHub Markdown, set as code: works in tables too, where a backtick does not
* protect `|`. GitHub looks for no mentions in it; an address would become a link all the same
* (cmark-gfm links text between raw tags), so what begins one is written as a reference.
*/
function markdownCode(text, limit = 300) {
	const value = oneLine(text, limit);
	return value === "" ? "" : `<code>${value.replaceAll(/[&<>`*[\]|\\~$@]|(?<!\w)_|_(?!\w)|:(?=\/\/)|(?<=\bwww)\./gi, entity)}</code>`;
}
/** The target of a link in Markdown or HTML, web pages only: everything that could end it, or be read as something else, is encoded. */
function linkTarget(url) {
	if (!/^https?:\/\//.test(url)) return "#";
	return oneLine(url, 8e3).replaceAll(/[^\w.~:/?#&=%+,;-]/g, (unit) => [...new TextEncoder().encode(unit)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""));
}
/** Lines for a Markdown code block; the fence is longer than any in the text. */
function fenced(text, language = "") {
	const safe = withoutCommands(plainText(text));
	const longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map((match) => match[0].length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${safe}\n${fence}`;
}
function entity(character) {
	return `&#${character.codePointAt(0) ?? 65533};`;
}

export { REQUEST_PROBES as A, BRANCHES as C, CANCELLED as D, branchOf as E, fields as F, optional as I, OCCASIONS as L, quotable as M, ALLOW_LIST_FORMATS as N, OUT_OF_TIME as O, VERDICT_FORMATS as P, exitOf as R, effectiveDepth as S, RESPONDERS as T, ASKED_INSTEAD as _, markdown as a, ENDPOINTS as b, outputText as c, createRedactor as d, entryOf as f, heightOf as g, RUNGS as h, linkTarget as i, failsJob as j, PROBE_RUNG as k, plainText as l, Secret as m, fenced as n, markdownCode as o, CONFIDENCES as p, html as r, oneLine as s, cut as t, withoutCommands as u, CLIENTS as v, OWNERS as w, ROUTE_KINDS as x, DEPTHS as y };