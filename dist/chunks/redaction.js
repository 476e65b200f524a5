import { t as CREDENTIALS } from "./knowledge-credentials.js";
import { T as entryOf } from "./settings-inputs.js";
import "./redaction-neutralise.js";

// src/redaction/literals.ts
/** Known secrets, told to whoever takes them out. */
function planted(secrets) {
	return secrets.map(({ value, what }) => ({
		value: value.reveal(),
		what
	}));
}
/** Shorter values are removed only where a credential stands: anywhere else they are words. */
const SHORTEST_ANYWHERE = 6;
/** Shorter values are not looked for across white space. */
const SHORTEST_JOINED = 12;
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
function literalsOf(secret) {
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
		base64: unique(long.flatMap(base64Cores)),
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
	if (secret.length < SHORTEST_SECRET) return [];
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
	return !isPlaceholder(value) && !isName(value) && (/[0-9]/.test(value) || /^[^a-z]*[a-z].*[A-Z]/s.test(value));
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

// src/redaction/decodings.ts
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
const MAX_DECODINGS = 16;
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
* it, in any order and up to three deep. Only decodings that differ are returned.
*/
function decodingsOf(text) {
	const decodings = [identity(text)];
	const seen = /* @__PURE__ */ new Set([text]);
	let layer = decodings.slice();
	for (let depth = 0; depth < MAX_DEPTH$1 && layer.length > 0; depth += 1) {
		const next = [];
		for (const decoding of layer) for (const decoder of DECODERS) {
			const decoded = rewrite(decoding, decoder.pattern, decoder.decode);
			if (decoded === decoding || seen.has(decoded.text) || decodings.length >= MAX_DECODINGS) continue;
			seen.add(decoded.text);
			decodings.push(decoded);
			next.push(decoded);
		}
		layer = next;
	}
	return decodings;
}
/** Without anything that can stand between two halves of a secret: white space and invisible characters. */
function joined(decoding) {
	return rewrite(decoding, /[\s\p{Cc}\p{Cf}]+/gu, () => "");
}
/** Letters and digits alone, in lower case: whatever took the rest out, or changed the case of hexadecimal digits. */
function lettersAndDigitsOf(decoding) {
	const bare = rewrite(decoding, /[^A-Za-z0-9]+/g, () => "");
	return {
		...bare,
		text: bare.text.toLowerCase()
	};
}
/** With each match replaced; the same decoding when nothing matched. */
function rewrite(decoding, pattern, replace) {
	const runs = [];
	const texts = [];
	let length = 0;
	let position = 0;
	const add = (text, from, to, replaced) => {
		if (text === "") return;
		runs.push({
			at: length,
			from,
			to,
			replaced
		});
		texts.push(text);
		length += text.length;
	};
	for (const match of decoding.text.matchAll(pattern)) {
		add(decoding.text.slice(position, match.index), position, match.index, false);
		position = match.index + match[0].length;
		add(replace(match), match.index, position, true);
	}
	if (position === 0) return decoding;
	add(decoding.text.slice(position), position, decoding.text.length, false);
	return {
		text: texts.join(""),
		startOf: (index) => {
			const run = runAt(runs, index);
			return decoding.startOf(run.replaced ? run.from : run.from + index - run.at);
		},
		endOf: (index) => {
			const run = runAt(runs, index);
			return decoding.endOf(run.replaced ? run.to - 1 : run.from + index - run.at);
		}
	};
}
/** The last run that begins at or before `index`. */
function runAt(runs, index) {
	let low = 0;
	let high = runs.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((runs[middle]?.at ?? 0) <= index) low = middle;
		else high = middle - 1;
	}
	return runs[low] ?? {
		at: 0,
		from: 0,
		to: 1,
		replaced: false
	};
}

// src/redaction/search.ts
/** Where secrets stand in the text, in any form: in order, without overlaps. */
function rangesToRemove(value, literals, shapes = true) {
	const found = [];
	for (const decoding of decodingsOf(value)) {
		const forms = searchable(decoding);
		for (const literal of literals) found.push(...rangesOf(forms, literal));
		if (shapes) found.push(...shapedRanges(decoding));
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
function searchable(decoding) {
	const dense = joined(decoding);
	return {
		decoding,
		dense,
		base64: {
			...dense,
			text: dense.text.replaceAll("-", "+").replaceAll("_", "/")
		},
		lower: {
			...dense,
			text: toLowerAscii(dense.text)
		},
		bare: lettersAndDigits(decoding.text)
	};
}
function rangesOf(forms, literal) {
	const { what } = literal;
	return [
		...literal.plain.flatMap((form) => occurrences(forms.decoding, form, what)),
		...literal.joined.flatMap((form) => occurrences(forms.dense, form, what)),
		...literal.base64.flatMap((form) => occurrences(forms.base64, form, what, BASE64)),
		...literal.hexadecimal.flatMap((form) => occurrences(forms.lower, form, what)),
		...literal.bare.filter((form) => forms.bare.includes(form)).flatMap((form) => occurrences(lettersAndDigitsOf(forms.decoding), form, what)),
		...literal.short.flatMap((form) => credentialPositions(forms.decoding, form, what)),
		...literal.joined.flatMap((form) => pieces(forms.dense, form, what)),
		...literal.base64.flatMap((form) => pieces(forms.base64, form, what)),
		...literal.hexadecimal.flatMap((form) => pieces(forms.lower, form, what))
	];
}
function pieces(decoding, form, what) {
	return fragmentsOf(decoding.text, form).map(([start, end]) => ({
		start: decoding.startOf(start),
		end: decoding.endOf(end - 1),
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
function occurrences(decoding, form, what, alphabet) {
	const ranges = [];
	for (let at = decoding.text.indexOf(form); at !== -1; at = decoding.text.indexOf(form, at + 1)) {
		let first = at;
		let last = at + form.length - 1;
		if (touches(decoding, first - 1) && alphabet?.test(decoding.text.charAt(first - 1)) === true) first -= 1;
		if (touches(decoding, last) && alphabet?.test(decoding.text.charAt(last + 1)) === true) last += 1;
		if (alphabet !== void 0) last += padding(decoding.text, last + 1);
		ranges.push({
			start: decoding.startOf(first),
			end: decoding.endOf(last),
			what
		});
	}
	return ranges;
}
/** Nothing was taken out between this character and the next one. */
function touches(decoding, index) {
	return index >= 0 && decoding.endOf(index) === decoding.startOf(index + 1);
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
function credentialPositions(decoding, form, what) {
	const pattern = new RegExp(`${BEFORE_CREDENTIAL}${literally(form)}(?![A-Za-z0-9_])`, "gi");
	return [...decoding.text.matchAll(pattern)].map((match) => ({
		start: decoding.startOf(match.index),
		end: decoding.endOf(match.index + match[0].length - 1),
		what
	}));
}
/** Any shape at all: most texts have none, and one look is cheaper than one for each. */
const ANY_SHAPE = new RegExp(SHAPES.map(({ pattern }) => pattern.source.replace("(?<value>", "(?:")).join("|"), "i");
function shapedRanges(decoding) {
	if (!ANY_SHAPE.test(decoding.text)) return [];
	return SHAPES.flatMap(({ what, pattern, accepts }) => [...decoding.text.matchAll(pattern)].flatMap((match) => {
		const [start, end] = match.indices?.groups?.["value"] ?? [match.index, match.index + match[0].length];
		if (accepts?.(decoding.text.slice(start, end)) === false) return [];
		return [{
			start: decoding.startOf(start),
			end: decoding.endOf(end - 1),
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
* Promise 2: the one place that removes secrets: the given values in plain, base64 (any alignment, both
* alphabets), hexadecimal, URL-encoded, JSON- and HTML-escaped form, also split by white space, and
* what looks like a key, a token, a cookie or a password whoever it belongs to. Time is linear in the text.
*
* `shapes: false`: only the given values, for text that is still to be judged.
*/
function createRedactor(secrets, { shapes = true } = {}) {
	const literals = secrets.map(literalsOf);
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
		const ranges = value === "" ? [] : rangesToRemove(value, literals, shapes);
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
		if (Array.isArray(value)) {
			const items = value.map((one, index) => walk(one, `${where}[${index}]`, path));
			return items.some((one, index) => one !== value[index]) ? items : value;
		}
		let changed = false;
		const entries = Object.entries(value).map(([name, one]) => {
			const safeName = text(name, where);
			const place = where === "" ? safeName : `${where}.${safeName}`;
			const what = typeof one === "string" && one !== "" ? secretProperty(name) : void 0;
			const safe = what === void 0 || isRemoved(one) ? walk(one, place, path) : note(what, place);
			changed ||= safeName !== name || safe !== one;
			return [safeName, safe];
		});
		return changed ? Object.fromEntries(entries) : value;
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

export { planted as n, createRedactor as t };