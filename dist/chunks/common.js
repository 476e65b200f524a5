import { createRequire } from "node:module";
import { C as failsJob, d as EXPIRY, g as OWNERS, o as BRANCHES, t as VERSIONS, y as RUNGS } from "./model-words.js";
import { A as given, B as warning, C as UNIT_MS, D as entryOf, E as destinationOf, F as joined$1, O as fatal, V as withoutEndSlashes, _ as verdictWithoutRoute, c as PATH_CHECKS, g as seenBy, i as inputNamed, o as Secret, t as INPUTS, z as unescaped } from "./settings-inputs.js";
const { existsSync, readlinkSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { isAbsolute, join, resolve } from "node:path";
import { arch, platform, release, type } from "node:os";

// src/doors/exit-code.ts
/** Exit codes of the command line. */
const EXIT = {
	pass: 0,
	fail: 1,
	usage: 2,
	inconclusive: 3,
	defect: 70,
	cancelled: 130
};
/** Verdicts that fail the job: of each route by its own `fail-on`; without any route that of the run. */
function failures(packet, failOn) {
	return (packet.routes.length > 0 ? packet.routes : [{
		verdict: packet.verdict,
		failOn
	}]).filter((one) => failsJob(one.verdict, one.failOn)).map(({ verdict }) => verdict);
}
/** Whether anything fails the job. `failOn` is for a run that did not get as far as a route. */
function failing(packet, failOn = []) {
	return failures(packet, failOn).length > 0;
}
/** 0 also when something was found that does not fail the job: it is a warning then. */
function exitCodeOf(packet, failOn = []) {
	const failed = failures(packet, failOn);
	if (failed.length === 0) return EXIT.pass;
	return failed.some(({ verdict }) => verdict === "fail") ? EXIT.fail : EXIT.inconclusive;
}
/** Of a verdict that fails the job. */
function codeOf(verdict) {
	return {
		pass: EXIT.pass,
		fail: EXIT.fail,
		inconclusive: EXIT.inconclusive
	}[verdict];
}

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

// src/knowledge/credentials.ts
/** The looks of a credential by its beginnings. */
function credential(kind, called, begins, details = {}) {
	const { body = String.raw`\w-`, least = 20, form, whole, hosts = [] } = details;
	const written = begins.map((one) => one.replaceAll(/[.+]/g, String.raw`\$&`)).join("|");
	const looks = form === void 0 ? new RegExp(`^(?:${written})`) : form;
	return {
		kind,
		called,
		begins,
		takenBy: details.takenBy ?? "other",
		hosts,
		what: details.what ?? "api key",
		...looks === null ? {} : { form: looks },
		...written === "" ? {} : { inText: `(?:${written})[${body}]{${String(least)},}` },
		...given({ whole })
	};
}
const ALNUM = "A-Za-z0-9";
const own = { takenBy: "openai" };
const token = { what: "token" };
/**
* Every shape of a credential that this program knows; the only such list. First match decides, so
* longer beginnings stand before shorter ones. Beginnings are the public ones of the vendors and
* of secret scanners (GitHub secret scanning, gitleaks, trufflehog). The 84 characters of Azure
* follow Microsoft's "common annotated security key" (52 random, `JQQJ9`, 27 of provenance and checksum).
*/
const CREDENTIALS = [
	credential("openrouter", "an OpenRouter key", ["sk-or-"], {
		hosts: ["openrouter.ai"],
		whole: /^sk-or-v1-([0-9a-f]{64})$/
	}),
	credential("anthropic", "an Anthropic key", ["sk-ant-"], {
		hosts: ["anthropic.com"],
		whole: /^sk-ant-[a-z0-9]+-([A-Za-z0-9_-]{60,250})$/
	}),
	credential("openai-admin", "an OpenAI admin key", ["sk-admin-"], {
		...own,
		whole: /^sk-admin-([A-Za-z0-9_-]{40,250})$/
	}),
	credential("openai-service-account", "an OpenAI service-account key", ["sk-svcacct-"], {
		...own,
		whole: /^sk-svcacct-([A-Za-z0-9_-]{40,250})$/
	}),
	credential("openai-project", "an OpenAI project key", ["sk-proj-"], {
		...own,
		whole: /^sk-proj-([A-Za-z0-9_-]{40,250})$/
	}),
	credential("openai-user", "an OpenAI user key", ["sk-None-"], {
		...own,
		form: /^sk-(?:None-)?[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/,
		whole: /^sk-(?:None-([A-Za-z0-9_-]{40,250})|[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100})$/
	}),
	credential("openai-session", "an OpenAI session token", ["sess-"], own),
	credential("langfuse", "a Langfuse key", ["sk-lf-", "pk-lf-"]),
	credential("deepseek", "a DeepSeek key", [], {
		hosts: ["deepseek.com"],
		form: null,
		whole: /^sk-([0-9a-f]{32})$/
	}),
	credential("openai-compatible", "a key", ["sk-"], {
		body: String.raw`\w*-`,
		least: 16,
		form: null,
		whole: /^sk-([A-Za-z0-9]{20,100}|[A-Za-z0-9_-]{22})$/
	}),
	credential("github", "a GitHub token", [
		"github_pat_",
		"ghp_",
		"gho_",
		"ghu_",
		"ghs_",
		"ghr_"
	], {
		hosts: ["models.github.ai", "models.inference.ai.azure.com"],
		what: "GitHub token",
		body: String.raw`\w`,
		whole: /^(?:ghp_([A-Za-z0-9]{36})|github_pat_[A-Za-z0-9_]{82})$/
	}),
	credential("gitlab", "a GitLab token", [
		"glpat-",
		"glptt-",
		"glcbt-",
		"gldt-",
		"glrt-",
		"glft-",
		"glsoat-",
		"glagent-",
		"glimt-"
	], token),
	credential("google", "a Google API key", ["AIza"], {
		hosts: ["googleapis.com"],
		form: /^AIza[\w-]{30,}$/,
		least: 30,
		whole: /^AIza([A-Za-z0-9_-]{35})$/
	}),
	credential("google-oauth", "a Google access token", ["ya29."], {
		...token,
		hosts: ["googleapis.com"],
		body: String.raw`\w.-`
	}),
	credential("groq", "a Groq key", ["gsk_"], {
		hosts: ["groq.com"],
		body: ALNUM,
		whole: /^gsk_([A-Za-z0-9]{48,56})$/
	}),
	credential("xai", "an xAI key", ["xai-"], {
		hosts: ["x.ai"],
		whole: /^xai-([A-Za-z0-9]{64,90})$/
	}),
	credential("huggingface", "a Hugging Face token", ["hf_"], {
		hosts: ["huggingface.co"],
		body: ALNUM,
		whole: /^hf_([A-Za-z0-9]{34,40})$/
	}),
	credential("perplexity", "a Perplexity key", ["pplx-"], {
		hosts: ["perplexity.ai"],
		whole: /^pplx-([A-Za-z0-9]{40,64})$/
	}),
	credential("cerebras", "a Cerebras key", ["csk-"], {
		hosts: ["cerebras.ai"],
		whole: /^csk-([a-z0-9]{40,60})$/
	}),
	credential("nvidia", "an NVIDIA key", ["nvapi-"], {
		hosts: ["nvidia.com"],
		whole: /^nvapi-([A-Za-z0-9_-]{60,80})$/
	}),
	credential("fireworks", "a Fireworks key", ["fw_"], {
		hosts: ["fireworks.ai"],
		body: ALNUM,
		whole: /^fw_([A-Za-z0-9]{20,40})$/
	}),
	credential("replicate", "a Replicate token", ["r8_"], {
		hosts: ["replicate.com"],
		body: ALNUM,
		whole: /^r8_([A-Za-z0-9]{37})$/
	}),
	credential("together", "a Together AI key", ["tgp_v1_"], {
		hosts: ["together.xyz", "together.ai"],
		whole: /^tgp_v1_([A-Za-z0-9_-]{40,50})$/
	}),
	credential("vercel", "a Vercel AI Gateway key", ["vck_"], {
		hosts: ["ai-gateway.vercel.sh"],
		body: ALNUM
	}),
	credential("langsmith", "a LangSmith key", ["lsv2_pt_", "lsv2_sk_"]),
	credential("tavily", "a Tavily key", ["tvly-"]),
	credential("databricks", "a Databricks token", [], {
		...token,
		hosts: ["databricks.com", "azuredatabricks.net"],
		form: /^dapi[0-9a-f]{32}(?:-\d)?$/
	}),
	credential("aws-access-key", "an AWS access key id", ["AKIA", "ASIA"], {
		what: "AWS key",
		body: "A-Z0-9",
		least: 16,
		form: /^(?:AKIA|ASIA)[A-Z0-9]{16}$/
	}),
	credential("aws-bedrock", "an Amazon Bedrock key", ["ABSK", "bedrock-api-key-"], {
		hosts: ["amazonaws.com"],
		what: "AWS key",
		body: String.raw`\w+/=`,
		form: /^(?:ABSK[\w+/=]{20,}|bedrock-api-key-)/
	}),
	credential("slack", "a Slack token", [
		"xoxb-",
		"xoxp-",
		"xoxa-",
		"xoxe-",
		"xoxo-",
		"xoxr-",
		"xoxs-"
	], {
		...token,
		least: 10
	}),
	credential("stripe", "a Stripe key", [
		"sk_live_",
		"sk_test_",
		"rk_live_",
		"rk_test_"
	], {
		body: ALNUM,
		least: 16
	}),
	credential("npm", "an npm token", ["npm_"], {
		...token,
		body: ALNUM,
		least: 30,
		form: /^npm_[A-Za-z0-9]{30,}$/
	}),
	credential("pypi", "a PyPI token", ["pypi-"], {
		...token,
		least: 40
	}),
	credential("docker", "a Docker token", ["dckr_pat_"], token),
	credential("vault", "a Vault token", ["hvs.", "hvb."], token),
	{
		...credential("azure", "a key in the form of Azure", [], {
			takenBy: "azure",
			form: /^[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}$/,
			whole: /^([A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{27})$/
		}),
		inText: "[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{27}"
	},
	credential("azure", "a key in the form of Azure", [], {
		takenBy: "azure",
		form: /^[0-9a-f]{32}$/i
	})
];
/** Whose credential this value is, when its looks tell. */
function vendorOf(key) {
	return CREDENTIALS.find(({ form }) => form?.test(key) === true);
}
const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;
/** Length and kind of a key, never a part of it. */
function keyShape(key, source) {
	const kind = vendorOf(key)?.kind ?? (JWT.test(key) ? "jwt" : "unknown");
	return {
		source,
		length: key.length,
		kind
	};
}
/** So long and of such a shape that it is a vendor's key, and no word that a person made up. */
function isVendorKey(text) {
	return text.length >= 20 && vendorOf(text) !== void 0;
}
/** Vendor whose own API answers on this host, by the keys it takes. */
function vendorAt(host) {
	return CREDENTIALS.find((vendor) => isHostOf(vendor, host));
}
/** One of its own hosts, or below one. */
function isHostOf({ hosts }, host) {
	return hosts.some((own) => host === own || host.endsWith(`.${own}`));
}
/** All public beginnings, the longest first: what a mask may leave of a key. `eyJ` begins every JSON web token. */
const KEY_BEGINNINGS = [...CREDENTIALS.flatMap(({ begins }) => begins), "eyJ"].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));

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
const ENTITIES = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: " "
};
const DECODERS = [
	{
		pattern: /%([0-9a-f]{2})/gi,
		decode: (match) => String.fromCharCode(Number.parseInt(match[1] ?? "", 16))
	},
	{
		pattern: /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrtbfv"'\\/])/gi,
		decode: ([whole]) => unescaped(whole, 0).value
	},
	{
		pattern: /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos|nbsp));?/gi,
		decode: (match) => match[1] !== void 0 ? fromCodePoint(Number.parseInt(match[1], 16)) : match[2] !== void 0 ? fromCodePoint(Number(match[2])) : entryOf(ENTITIES, (match[3] ?? "").toLowerCase()) ?? ""
	}
];
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
			if (decoded === decoding || seen.has(decoded.text)) continue;
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
	const found = decodingsOf(value).flatMap((decoding) => {
		const forms = searchable(decoding);
		const known = literals.flatMap((literal) => [...rangesOf(forms, literal)]);
		return shapes ? [...known, ...shapedRanges(decoding)] : known;
	});
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
		for (let before = ""; before !== current;) {
			before = current;
			current = betweenRemoved(before, (part) => segment(part, where));
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
/** {@link oneLine} behind the spaces with which the text begins. */
function indentedLine(text, limit) {
	const indent = /^ */.exec(text)?.[0] ?? "";
	return indent + oneLine(text.slice(indent.length), limit);
}
/** At most `limit` UTF-16 units, `…` included; never half of a surrogate pair. */
function cut(text, limit) {
	if (text.length <= limit) return text;
	return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, "")}…`;
}
/**
* Promise 3: text for the log of a runner, where a line that begins with `::`, or `##[` anywhere in it, is a
* command (actions/runner, ActionCommand.cs).
*/
function withoutCommands(text) {
	return text.replaceAll(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "# #[");
}
/**
* Text for an output of a step. Workflows paste outputs into scripts, `echo "${{ … }}"`, where these
* characters would end the text or run what follows; a backslash is a slash to whoever reads a path.
*/
function outputText(text) {
	return oneLine(text, 1e3).replaceAll("\\", "/").replaceAll(/(?<=\w)'(?=\w)/g, "ʼ").replaceAll(/["'$`\u2018-\u201f]/g, "");
}
/** Text or attribute value of HTML. */
function html(text) {
	return plainText(text).replaceAll(/[&<>"'`]/g, entity);
}
/** Hosts that a sentence of ours may link to; nothing in such a link can begin other markup. */
const OUR_LINK = /^https:\/\/(?:(?:platform|status|help|developers)\.openai\.com|(?:docs\.)?github\.com|learn\.microsoft\.com)(?:\/[\w./#=%-]{0,300})?$/;
/** What GitHub turns into something else, in one pass: each piece is set as code or as a character reference. */
const MARKUP = new RegExp([
	"`[^`]{1,700}`",
	String.raw`\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"|\`]{1,500}(?<![.,;:!?)'])`,
	String.raw`(?:(?<![\w.+-])[\w.+-]{1,64})?@\w[\w.-]{0,252}`,
	String.raw`\bwww\.[^\s<>"|\`]{1,253}`,
	String.raw`\bGH-\d+|(?:(?<![&\w./-])[\w./-]{1,140}|(?<!&))#\d+`,
	String.raw`(?<!\d):(?=[\w+-]{1,40}:)`,
	String.raw`^(?:#{1,6}|[-+=]|\d{1,9}[.)])(?=\s|$)`,
	String.raw`[&<>\`*[\]|\\~$]|(?<!\w)_|_(?!\w)`
].join("|"), "gi");
/** Promise 3: a sentence for GitHub Markdown, on one line: no markup, no mention, no reference, no link of others. */
function markdown(text) {
	return oneLine(text, 8e3).replaceAll(MARKUP, (found) => {
		if (OUR_LINK.test(found)) return found;
		if (found.length > 1 && found.startsWith("`")) return markdownCode(found.slice(1, -1), 700);
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

// src/settings/runtime.ts
/** Variables in which the big clouds name the region of a machine or a function. */
const REGION_VARIABLES = [
	"AWS_REGION",
	"AWS_DEFAULT_REGION",
	"GOOGLE_CLOUD_REGION",
	"FUNCTION_REGION",
	"REGION_NAME",
	"VERCEL_REGION",
	"FLY_REGION"
];
/** The region that the environment names; empty when it names none. */
function regionOf(env) {
	return REGION_VARIABLES.map((name) => env[name]).find((value) => value) ?? "";
}
/** Where this process runs, as far as the environment says it without asking anyone. */
function describeRuntime(env, exists = existsSync) {
	return {
		os: `${type()} ${release()}`,
		arch: arch(),
		container: exists("/.dockerenv") || exists("/run/.containerenv") || env["KUBERNETES_SERVICE_HOST"] !== void 0,
		runnerName: env["RUNNER_NAME"] ?? "",
		runnerKind: env["RUNNER_ENVIRONMENT"] === "github-hosted" ? "github-hosted" : env["GITHUB_ACTIONS"] === "true" ? "self-hosted" : "none",
		region: regionOf(env),
		source: "live"
	};
}
/** Debian, Fedora, macOS and the images of most containers link the zone of the machine here. */
const LINK = "/etc/localtime";
/**
* IANA name of this machine's time zone. Only ICU knows it everywhere, and takes 15 ms of CPU to
* load for this one word (measured); where the system has the name in a link, the link is read.
*/
function timezoneName(env = process.env, readLink = readlinkSync) {
	return (env["TZ"] === void 0 ? linkedName(readLink) : void 0) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
function linkedName(readLink) {
	try {
		const name = /\/zoneinfo\/([A-Za-z]\w*(?:\/[\w+-]+)*)$/.exec(readLink(LINK))?.[1];
		return name === "Etc/UTC" ? "UTC" : name;
	} catch {
		return;
	}
}

// src/knowledge/distance.ts
/**
* Edits between two words: insertion, deletion, replacement, swap of two neighbours
* (Damerau–Levenshtein, optimal string alignment).
*
* @param most more edits than this are not counted: the answer is then `Infinity`
*/
function distance(from, to, most = Infinity) {
	if (Math.abs(from.length - to.length) > most) return Infinity;
	let before = [];
	let above = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1];
			let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
			if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) cost = Math.min(cost, (before[column - 2] ?? Infinity) + 1);
			current.push(cost);
		}
		before = above;
		above = current;
	}
	const edits = above[to.length] ?? 0;
	return edits <= most ? edits : Infinity;
}
/** The known name that was probably meant: within `most` edits, or the only one that begins so. */
function nearest(word, known, most = Math.max(1, Math.floor(word.length / 3))) {
	if (word.length > 64) return void 0;
	const plain = word.toLowerCase().replaceAll("_", "-");
	let best;
	for (const name of known) {
		const edits = distance(plain, name.toLowerCase().replaceAll("_", "-"));
		if (best === void 0 || edits < best.edits) best = {
			name,
			edits
		};
	}
	if (best !== void 0 && best.edits <= most) return best.name;
	const longer = plain.length < 3 ? [] : known.filter((name) => name.startsWith(plain));
	return longer.length === 1 ? longer[0] : void 0;
}

// src/settings/problem.ts
/** More than anybody reads at once. */
const MOST_TOLD = 50;
/** The first fifty, and how many more there are: thousands help nobody, and each is told many times. */
function firstOf(problems) {
	const [last] = problems.slice(MOST_TOLD);
	if (last === void 0) return problems;
	const message = `${problems.length - MOST_TOLD} more problems of this kind follow.`;
	return [...problems.slice(0, MOST_TOLD), {
		...last,
		message,
		fix: "Fix the first ones, and run again."
	}];
}
const USAGE = /^config\.(?:input|flag|command|file)_/;
/**
* Bad usage or a bad settings file (exit code 2 of the command line), as opposed to values that
* are well written and cannot work, which are a verdict.
*/
function isUsageProblem(problem) {
	return problem.severity === "fatal" && USAGE.test(problem.code);
}
/** A value in a sentence. */
const LONGEST = 60;
/** Separators that people type; shown, so that a list still reads as one. */
const TYPED = [[/\r?\n|\r/g, String.raw`\n`], [/\t/g, String.raw`\t`]];
/**
* A value in quotes that is safe to print: one line, cut, without invisible characters.
* What looks like a key is never shown, whichever setting it was put into.
*/
function show(text) {
	const trimmed = text.trim();
	if (holdsKey(trimmed)) return `a value of ${trimmed.length} characters that looks like a key`;
	const oneLine = TYPED.reduce((shown, [pattern, word]) => shown.replaceAll(pattern, word), text).replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, "�");
	return oneLine.length > LONGEST ? `"${oneLine.slice(0, LONGEST).toWellFormed()}…"` : `"${oneLine}"`;
}
/** Keys of Azure, and just as well account ids and hashes, e.g. in the URL of a Cloudflare gateway. */
const HEX = /^[0-9a-f]{32}$/i;
/** A known kind of credential stands in the text, at its start or anywhere inside it. */
function holdsKey(text) {
	return text.split(/[^\w.-]+/).some((word) => !HEX.test(word) && isVendorKey(word));
}
/** The first that fits. */
function formIn(forms, text) {
	const form = forms.find(({ when }) => when instanceof RegExp ? when.test(text) : when(text));
	if (form === void 0) return void 0;
	return {
		...form,
		wrong: typeof form.wrong === "string" ? form.wrong : form.wrong(text)
	};
}
/** An order to write the word that was probably meant, else what may be written at all. */
function writeNear(word, known, otherwise = `Write one of ${known.join(", ")}.`) {
	const near = nearest(word, known);
	return near === void 0 ? otherwise : `Write ${near}.`;
}

// src/settings/paths.ts
/** The checkout of the job, else the folder that the shell stands in. */
function workspaceOf(env) {
	return env["GITHUB_WORKSPACE"] || currentFolder(env);
}
/** A shell may stand in a folder that somebody removed: there is nothing to read then. */
function currentFolder(env) {
	try {
		return process.cwd();
	} catch {
		return env["PWD"] ?? "/nowhere";
	}
}
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

// src/knowledge/clients.ts
const INTO_SYSTEM = (certificate) => `Install ${certificate} into the system store (update-ca-certificates)`;
const IN_ENV = "in the job's env";
/** The variables of most clients. */
const bypass = (host) => `Add ${host} to NO_PROXY ${IN_ENV}`;
const useProxy = (host) => `Set HTTPS_PROXY to this proxy ${IN_ENV} and take ${host} out of NO_PROXY.`;
/** For OpenSSL's variables: each takes the place of a default, so the file holds the public roots too. */
const opensslFile = ({ certificate, usesSystem }) => `${usesSystem ? `${INTO_SYSTEM(certificate)}, or set` : "Set"} SSL_CERT_FILE ${IN_ENV} to a PEM bundle with the public roots and ${certificate}.`;
const client = (facts) => ({
	useProxy,
	bypass,
	documented: {},
	...facts
});
const CLIENT_FACTS = {
	node: client({
		name: "Node's fetch",
		trust: ({ authority, certificate, bySystem, usesSystem }) => bySystem && !usesSystem ? `Set NODE_USE_SYSTEM_CA=1 ${IN_ENV}: the system store already trusts ${authority}, and Node reads the setting at process start.` : `Set NODE_EXTRA_CA_CERTS ${IN_ENV} to a PEM file with ${certificate}: Node reads it at process start.`,
		useProxy: (host) => `Set HTTPS_PROXY to this proxy and NODE_USE_ENV_PROXY=1 ${IN_ENV}, and take ${host} out of NO_PROXY: Node reads both at process start.`,
		tunnelsPlainHttp: true,
		source: { measuredWith: "Node 18.20, 20.20, 22.23 and 24.21" }
	}),
	bun: client({
		name: "Bun",
		trust: ({ authority, certificate, bySystem, usesSystem }) => bySystem && !usesSystem ? `Set NODE_USE_SYSTEM_CA=1 ${IN_ENV}: the system store already trusts ${authority}.` : `Set NODE_EXTRA_CA_CERTS ${IN_ENV} to a PEM file with ${certificate}: Bun reads it at process start.`,
		source: { measuredWith: "Bun 1.2 to 1.4" }
	}),
	deno: client({
		name: "Deno",
		trust: ({ authority, certificate, bySystem, usesSystem }) => bySystem && !usesSystem ? `Set DENO_TLS_CA_STORE=mozilla,system ${IN_ENV}: the system store already trusts ${authority}.` : `Set DENO_CERT ${IN_ENV} to a PEM file with ${certificate}: Deno adds it to its own list.`,
		source: { measuredWith: "Deno 2.0 to 2.9" }
	}),
	python: client({
		name: "Python (httpx)",
		trust: ({ certificate, usesSystem }) => usesSystem ? `${INTO_SYSTEM(certificate)}, which openai-python 3 and later uses.` : `Set SSL_CERT_FILE ${IN_ENV} to a PEM bundle with the public roots and ${certificate}, or move to openai-python 3, which uses the system store.`,
		source: { measuredWith: "httpx 0.28 (Python 3.11, 3.13 and 3.14) and httpx2 2.13" }
	}),
	go: client({
		name: "Go (net/http)",
		trust: ({ certificate }) => `${INTO_SYSTEM(certificate)}, or set SSL_CERT_FILE ${IN_ENV} to a PEM bundle with the public roots and that root.`,
		source: { measuredWith: "Go 1.19 and 1.27" }
	}),
	java: client({
		name: "Java (the JDK's HttpClient, OkHttp)",
		trust: ({ certificate }) => `Import ${certificate} into the trust store of the JDK (keytool -importcert -cacerts), or name a store that holds it: JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=PATH ${IN_ENV}.`,
		useProxy: (host) => `Name the proxy to the JVM, which reads no proxy variable: JAVA_TOOL_OPTIONS="-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT" ${IN_ENV}, without ${host} in http.nonProxyHosts.`,
		bypass: (host) => `Add ${host} to the JVM property http.nonProxyHosts (JAVA_TOOL_OPTIONS ${IN_ENV}, entries separated by |)`,
		source: { measuredWith: "OpenJDK 17 and 25, and OkHttp 3.13" },
		documented: {
			"which HTTP client Spring AI sends with": "https://docs.spring.io/spring-boot/reference/io/rest-client.html",
			"which HTTP client LangChain4j sends with": "https://docs.langchain4j.dev/tutorials/customizable-http-client"
		}
	}),
	dotnet: client({
		name: ".NET (HttpClient)",
		trust: opensslFile,
		source: { because: "no .NET runtime could be had where the others were measured" },
		documented: {
			proxy: "https://learn.microsoft.com/dotnet/api/system.net.http.httpclient.defaultproxy",
			NO_PROXY: "https://github.com/dotnet/runtime/blob/v8.0.0/src/libraries/System.Net.Http/src/System/Net/Http/SocketsHttpHandler/HttpEnvironmentProxy.cs",
			roots: "https://learn.microsoft.com/dotnet/standard/security/cross-platform-cryptography",
			addresses: "https://learn.microsoft.com/dotnet/api/system.net.sockets.socket.connectasync",
			"HTTP version": "https://learn.microsoft.com/dotnet/api/system.net.http.httpclient.defaultrequestversion"
		}
	}),
	ruby: client({
		name: "Ruby (Net::HTTP)",
		trust: opensslFile,
		useProxy: (host) => `Set http_proxy to this proxy ${IN_ENV} and take ${host} out of no_proxy: Net::HTTP reads http_proxy for https too.`,
		bypass: (host) => `Add ${host} to no_proxy ${IN_ENV}`,
		source: { measuredWith: "Ruby 3.1 and 3.3" }
	}),
	php: client({
		name: "PHP (Guzzle over curl)",
		trust: ({ certificate }) => `${INTO_SYSTEM(certificate)}, or set curl.cainfo in php.ini to a PEM bundle with the public roots and that root.`,
		source: { measuredWith: "PHP 8.2 and 8.4, with libcurl 7.88 and 8.23" },
		documented: { "HTTP_PROXY at the command line": "https://docs.guzzlephp.org/en/stable/request-options.html#proxy" }
	}),
	rust: client({
		name: "Rust (reqwest)",
		trust: opensslFile,
		source: { measuredWith: "reqwest 0.12.15 and 0.13.5" }
	}),
	curl: client({
		name: "curl",
		trust: ({ certificate }) => `${INTO_SYSTEM(certificate)}, or set CURL_CA_BUNDLE ${IN_ENV} to a bundle that holds it.`,
		trustProxy: (certificate) => `${INTO_SYSTEM(certificate)}, or name it with --proxy-cacert: curl reads no variable for the certificate of a proxy.`,
		source: { measuredWith: "curl 7.88 and 8.23" }
	})
};
/** Settings about whom to trust: they open no road. */
const TRUST_SETTING = /CERT|_CA(_|$)|SSL|TLS|cainfo|cafile|trustStore/i;
/** Words that only one family of clients writes, the most certain first. */
const CLIENT_WORDS = [
	["curl", /\bcurl: \(/],
	["php", /\bGuzzleHttp\b|\bcURL error \d|\bPHP (?:Fatal|Warning)|\bOpenAI\\{1,4}Exceptions\b|\bfile_get_contents\(|\bfopen\(https?:|\bSymfony\\|\bIlluminate\\|\.php(?:\(|:)\d/],
	["go", /&openai\.\w+\{|\bHTTPStatusCode:\d|\bdial tcp\b|\bread tcp \S+->|\bx509: |\bnet\/http: |\b(?:Post|Get) "https?:|goroutine \d|\btls: (?:failed|handshake|first)/],
	["java", /\b(?:javax?|com\.(?:openai|azure)|dev\.langchain4j|okhttp3|org\.apache|io\.netty|sun\.security|reactor|org\.springframework)\.[\w.]{3,}|\.java:\d|PKIX path/],
	["dotnet", /\bSystem\.(?:Net|IO|Security|Threading|ClientModel|Uri|\w{1,40}Exception\b)|\bMicrosoft\.SemanticKernel\b|\bHttpRequestException\b|\bAzure\.RequestFailedException\b|\bInvoke-(?:RestMethod|WebRequest)\b|\.cs:line \d/],
	["ruby", /\bFaraday::|\bNet::(?:Open|Read|HTTP)|\bOpenSSL::SSL|\bOpenAI::|\.rb:\d|\bErrno::E[A-Z]/],
	["deno", /\bdeno\b|ext:deno_|\bTypeError: error sending request/i],
	["rust", /\breqwest\b|\basync_openai\b|\bApiError(?:Response)?(?:\(| \{)|\bhyper(?:_util)?\b|\brustls\b|invalid peer certificate|error sending request for url|\.rs:\d|\bos error \d/],
	["bun", /\bBun v\d|Is the computer able to access the url/],
	["node", /\bnode:[a-z_]{2,}|\[cause\]:|\bUND_ERR_|\bTypeError: fetch failed|\bat (?:async )?[\w.<>]+ \((?:file|node|\/)|node_modules|\bAxiosError\b|\bFetchError: request to\b|\bERR_[A-Z]{3,}_|\bgetaddrinfo E[A-Z]{3,}|\b(?:connect|read|write) E[A-Z]{4,}|\d{3} status code \(no body\)|\bsyscall: '|\b(?:AI_[A-Z]\w{3,40}Error|APIConnectionTimeoutError|RestError)\b|@langchain\/|langchain\.com\/oss\/javascript/],
	["python", /Traceback \(most recent|\b(?:httpx2?|httpcore2?|urllib3|requests|aiohttp|anyio|socket|ssl)\.[A-Za-z]|\bopenai\.(?:error\.)?[A-Z]\w+|\b(?:litellm|semantic_kernel|langchain_\w{3,20}|pydantic_core|azure\.core\.exceptions)\.|\bsocks\.[A-Z]|langchain\.com\/oss\/python|\[Errno |Error code: \d{3}\b|site-packages|_ssl\.c:\d|\[SSL: |\b(?:SSLError|NewConnectionError|ProxyError|HTTPSConnectionPool)\(/]
];

// src/settings/durations.ts
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gy;
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
/**
* Reads `500ms`, `10s`, `2m`, `1h`, `1m30s`, `30d`; a plain number is seconds. Gives whole milliseconds.
*/
function parseDuration(text, range) {
	const plain = text.trim().toLowerCase().replaceAll(/\s+/g, "");
	const bounds = `from ${duration$1(range.minMs)} to ${duration$1(range.maxMs)}`;
	const fix = `Write a duration ${bounds}, for example 500ms, 10s or 2m.`;
	let ms;
	if (PLAIN.test(plain)) {
		ms = Number(plain) * 1e3;
		const meantMs = ms / 1e3;
		if ((meantMs >= 1e3 && meantMs % 500 === 0 || ms > range.maxMs) && meantMs >= range.minMs && meantMs <= range.maxMs) {
			const orSeconds = ms > range.maxMs ? "" : `, or ${plain}s if seconds are meant`;
			return {
				wrong: "has no unit, and a plain number is seconds",
				fix: `Write ${duration$1(meantMs)} if milliseconds are meant${orSeconds}.`
			};
		}
	} else if (WHOLE.test(plain)) {
		ms = 0;
		for (const [, amount, unit] of plain.matchAll(PART)) ms += Number(amount) * (entryOf(UNIT_MS, unit ?? "") ?? NaN);
	} else {
		const meant = plain.replace(",", ".").replaceAll(/[a-z]+/g, (unit) => /^mi?l?l?i?s/.test(unit) ? "ms" : unit.charAt(0));
		return {
			wrong: "is not a duration",
			fix: WHOLE.test(meant) ? `Write ${meant}.` : fix
		};
	}
	if (!(ms >= range.minMs && ms <= range.maxMs)) return {
		wrong: `is not ${bounds}`,
		fix
	};
	return { value: Math.round(ms) };
}
/** The shortest exact way to write it: `90s`, `2m`, `500ms`. */
function duration$1(ms) {
	const [unit, size] = Object.entries(UNIT_MS).findLast(([unit, size]) => ms % size === 0 && (ms >= size || unit === "s")) ?? ["ms", 1];
	return `${ms / size}${unit}`;
}

// src/knowledge/addresses.ts
/** RFC 6890 special-purpose registries and their successors (RFC 6598, RFC 5737, RFC 3849). */
const RANGES = [
	[
		"0.0.0.0",
		8,
		"unspecified"
	],
	[
		"::",
		128,
		"unspecified"
	],
	[
		"127.0.0.0",
		8,
		"loopback"
	],
	[
		"::1",
		128,
		"loopback"
	],
	[
		"10.0.0.0",
		8,
		"private"
	],
	[
		"172.16.0.0",
		12,
		"private"
	],
	[
		"192.168.0.0",
		16,
		"private"
	],
	[
		"fc00::",
		7,
		"private"
	],
	[
		"100.64.0.0",
		10,
		"shared"
	],
	[
		"169.254.0.0",
		16,
		"link-local"
	],
	[
		"fe80::",
		10,
		"link-local"
	],
	[
		"192.0.2.0",
		24,
		"documentation"
	],
	[
		"198.51.100.0",
		24,
		"documentation"
	],
	[
		"203.0.113.0",
		24,
		"documentation"
	],
	[
		"2001:db8::",
		32,
		"documentation"
	],
	[
		"3fff::",
		20,
		"documentation"
	],
	[
		"224.0.0.0",
		4,
		"multicast"
	],
	[
		"ff00::",
		8,
		"multicast"
	],
	[
		"192.0.0.0",
		24,
		"reserved"
	],
	[
		"198.18.0.0",
		15,
		"reserved"
	],
	[
		"240.0.0.0",
		4,
		"reserved"
	],
	[
		"100::",
		64,
		"reserved"
	],
	[
		"fec0::",
		10,
		"reserved"
	]
];
/** By length in bits; made when the first address of that length is asked about. */
const tables = /* @__PURE__ */ new Map();
function tableOf(bits) {
	const known = tables.get(bits);
	if (known !== void 0) return known;
	const table = RANGES.filter(([network]) => network.includes(":") === (bits === 128)).map(([network, prefix, scope]) => {
		const rest = BigInt(bits - prefix);
		return {
			scope,
			rest,
			start: (parsed(network)?.value ?? 0n) >> rest
		};
	});
	tables.set(bits, table);
	return table;
}
/** IPv4-mapped (RFC 4291 §2.5.5.2) and NAT64 (RFC 6052): the IPv4 address inside decides. */
const HOLDS_IPV4 = [65535n, 122099644659926101980610560n];
/** What kind of address this is; `reserved` for text that is no address at all. */
function scopeOf(address) {
	const whole = parsed(address);
	if (whole === void 0) return "reserved";
	const { value, bits } = whole.bits === 128 && HOLDS_IPV4.includes(whole.value >> 32n) ? {
		value: whole.value & 4294967295n,
		bits: 32
	} : whole;
	return tableOf(bits).find(({ rest, start }) => value >> rest === start)?.scope ?? "public";
}
/** Traffic to such an address stays on this machine or in its own network. */
function staysInside(address) {
	return [
		"unspecified",
		"loopback",
		"private",
		"shared",
		"link-local"
	].includes(scopeOf(address));
}
/** An IPv4 or IPv6 address, the latter without brackets. */
function isAddress(host) {
	return parsed(host) !== void 0;
}
/** Its 4 or 16 bytes; `undefined` for text that is no address. */
function addressBytes(address) {
	const { value, bits = 0 } = parsed(address) ?? {};
	return value === void 0 ? void 0 : Uint8Array.from({ length: bits / 8 }, (_, at) => Number(value >> BigInt(bits - 8 - at * 8) & 255n));
}
/** `localhost`, 127.0.0.0/8, ::1, 0.0.0.0: the runner itself, or the container the step runs in. */
function isThisMachine(host) {
	const scope = isAddress(host) ? scopeOf(host) : void 0;
	return host === "localhost" || host.endsWith(".localhost") || scope === "loopback" || scope === "unspecified";
}
function parsed(address) {
	const four = ipv4(address);
	if (four !== void 0) return {
		value: four,
		bits: 32
	};
	const [bare = ""] = address.split("%", 1);
	if (!/^[\da-f:.]{2,45}$/i.test(bare) || !bare.includes(":")) return void 0;
	const written = URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1);
	if (written === void 0) return void 0;
	const [head = "", tail] = written.split("::");
	const before = head === "" ? [] : head.split(":");
	const after = tail === void 0 || tail === "" ? [] : tail.split(":");
	const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
	return {
		value: [
			...before,
			...zeros,
			...after
		].reduce((sum, group) => sum << 16n | BigInt(`0x${group}`), 0n),
		bits: 128
	};
}
function ipv4(text) {
	if (!/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text)) return void 0;
	if (/(?:^|\.)0\d/.test(text)) return void 0;
	return text.split(".").reduce((sum, part) => sum << 8n | BigInt(part), 0n);
}
/** An address that a lookup gave. */
function resolved(address) {
	return {
		address,
		family: address.includes(":") ? 6 : 4,
		scope: scopeOf(address)
	};
}

// src/knowledge/hosts.ts
const OPENAI = "platform.openai.com/docs/api-reference";
const AZURE = "learn.microsoft.com/azure/ai-services/cognitive-services-custom-subdomains";
const GOVERNMENT = "learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure";
const CHINA = "learn.microsoft.com/azure/china/resources-developer-guide";
const ENTRA = "learn.microsoft.com/entra/identity-platform/authentication-national-cloud";
/** Host of the public API. */
const PUBLIC_API = "api.openai.com";
/** Azure's instance metadata service, link-local (learn.microsoft.com/azure/virtual-machines/instance-metadata-service). */
const IMDS = "169.254.169.254";
const row = (use, kind, maker, source) => (name, cloud) => cloud === void 0 ? {
	name,
	use,
	kind,
	maker,
	source
} : {
	name,
	use,
	kind,
	maker,
	source,
	cloud
};
const gateway = row("api", "gateway", "other", "the vendor's page on OpenAI compatibility");
const page = row("web", "openai", "openai", OPENAI);
const portal = row("web", "azure", "azure", AZURE);
const summary = (host) => ({
	url: `https://${host}/api/v2/summary.json`,
	form: "summary"
});
/** betterstack.com/docs/uptime/status-pages: `/index.json` of every page. */
const betterStack = (host) => ({
	url: `https://${host}/index.json`,
	form: "better-stack"
});
const forPeople = (host) => ({
	url: `https://${host}/`,
	form: "people"
});
/** Pages of gateways, each with the hosts that it speaks of. */
const GATEWAY_PAGES = [
	[summary("www.githubstatus.com"), ["models.github.ai", "models.inference.ai.azure.com"]],
	[summary("www.vercel-status.com"), ["ai-gateway.vercel.sh"]],
	[summary("www.cloudflarestatus.com"), ["gateway.ai.cloudflare.com"]],
	[summary("status.claude.com"), ["api.anthropic.com"]],
	[summary("status.deepseek.com"), ["api.deepseek.com"]],
	[summary("groqstatus.com"), ["api.groq.com"]],
	[summary("status.cerebras.ai"), ["api.cerebras.ai"]],
	[summary("status.perplexity.com"), ["api.perplexity.ai"]],
	[betterStack("status.together.ai"), ["api.together.ai", "api.together.xyz"]],
	[betterStack("status.portkey.ai"), ["api.portkey.ai"]],
	[forPeople("status.openrouter.ai"), ["openrouter.ai"]],
	[forPeople("status.mistral.ai"), ["api.mistral.ai"]],
	[forPeople("status.fireworks.ai"), ["api.fireworks.ai"]],
	[forPeople("status.x.ai"), ["api.x.ai"]]
];
/** Whose page it is: makers, in one cloud, or names of hosts. The only such list. */
const STATUS_PAGES = [
	{
		...summary("status.openai.com"),
		kind: "openai",
		of: ["openai"]
	},
	{
		url: "https://rssfeed.azure.status.microsoft/en-us/status/feed/",
		form: "feed",
		kind: "azure",
		of: ["azure", "apim"],
		clouds: ["public"]
	},
	{
		url: "https://www.azure.cn/support/service-dashboard/",
		form: "people",
		kind: "azure",
		of: ["azure", "apim"],
		clouds: ["china"]
	},
	...GATEWAY_PAGES.map(([known, of]) => ({
		...known,
		kind: "gateway",
		of
	}))
];
/** Every host that this program knows by name. The only such list. */
const HOSTS = [
	row("api", "openai", "openai", OPENAI)(PUBLIC_API),
	row("api", "openai", "openai", OPENAI)(`.${PUBLIC_API}`),
	...[
		".openai",
		".cognitiveservices",
		".services.ai"
	].flatMap((service) => [
		row("api", "azure", "azure", AZURE)(`${service}.azure.com`, "public"),
		row("api", "azure", "azure", GOVERNMENT)(`${service}.azure.us`, "us-government"),
		row("api", "azure", "azure", CHINA)(`${service}.azure.cn`, "china")
	]),
	row("api", "azure", "azure", AZURE)(".api.cognitive.microsoft.com", "public"),
	row("api", "azure", "azure", GOVERNMENT)(".api.cognitive.microsoft.us", "us-government"),
	row("api", "azure", "azure", CHINA)(".api.cognitive.azure.cn", "china"),
	row("api", "gateway", "azure", AZURE)(".models.ai.azure.com", "public"),
	row("api", "gateway", "azure", AZURE)(".inference.ai.azure.com", "public"),
	row("api", "gateway", "azure", AZURE)(".inference.ml.azure.com", "public"),
	row("api", "gateway", "apim", AZURE)(".azure-api.net", "public"),
	row("api", "gateway", "apim", GOVERNMENT)(".azure-api.us", "us-government"),
	row("api", "gateway", "apim", CHINA)(".azure-api.cn", "china"),
	row("authority", "azure", "azure", ENTRA)("login.microsoftonline.com", "public"),
	row("authority", "azure", "azure", ENTRA)("login.microsoftonline.us", "us-government"),
	row("authority", "azure", "azure", ENTRA)("login.partner.microsoftonline.cn", "china"),
	row("authority", "azure", "azure", ENTRA)("login.chinacloudapi.cn", "china"),
	gateway("models.inference.ai.azure.com"),
	gateway("models.github.ai"),
	gateway("openrouter.ai"),
	gateway("ai-gateway.vercel.sh"),
	gateway("gateway.ai.cloudflare.com"),
	gateway("api.portkey.ai"),
	gateway("oai.helicone.ai"),
	gateway("api.anthropic.com"),
	gateway("generativelanguage.googleapis.com"),
	gateway(".googleapis.com"),
	gateway(".amazonaws.com"),
	gateway("api.mistral.ai"),
	gateway("api.deepseek.com"),
	gateway("api.groq.com"),
	gateway("api.x.ai"),
	gateway("api.perplexity.ai"),
	gateway("api.cerebras.ai"),
	gateway("api.fireworks.ai"),
	gateway("api.together.xyz"),
	gateway("api.together.ai"),
	gateway("api.replicate.com"),
	gateway("integrate.api.nvidia.com"),
	gateway("router.huggingface.co"),
	gateway(".huggingface.cloud"),
	...[
		"",
		"www.",
		"platform.",
		"chat.",
		"help.",
		"auth.",
		"beta.",
		"developers.",
		"community."
	].map((label) => page(`${label}openai.com`)),
	page("chatgpt.com"),
	page("www.chatgpt.com"),
	...[
		"portal",
		"oai",
		"ai",
		"learn"
	].flatMap((label) => [
		portal(`${label}.azure.com`, "public"),
		portal(`${label}.azure.us`, "us-government"),
		portal(`${label}.azure.cn`, "china")
	]),
	...STATUS_PAGES.map(({ url, kind }) => {
		const { host } = new URL(url);
		return row("status", kind, kind === "gateway" ? "other" : kind, host)(host);
	})
];
/** Exact names stand before the ends of names that hold them too. */
const SEARCHED = HOSTS.toSorted((a, b) => Number(a.name.startsWith(".")) - Number(b.name.startsWith(".")));
/** The entry that this host falls under. */
function knownHost(host) {
	const name = plainHost(host);
	return SEARCHED.find((one) => one.name.startsWith(".") ? name.endsWith(one.name) : name === one.name);
}
/** The page that speaks of the service behind this host; nothing for private and unknown hosts. */
function statusPageOf(host) {
	const known = knownHost(host);
	if (known?.use !== "api") return void 0;
	return STATUS_PAGES.find(({ of, clouds }) => of.includes(known.name) || of.includes(known.maker) && (clouds === void 0 || known.cloud !== void 0 && clouds.includes(known.cloud)));
}
/** Who serves the API, as far as the host says it. */
function kindOfHost(host) {
	const known = knownHost(host);
	return known?.use === "api" ? known.kind : "gateway";
}
/** The name belongs to OpenAI or to a resource on Azure, so it is known what the service takes. */
function isOwnHost(host) {
	return kindOfHost(host) !== "gateway";
}
/** The public API, its regional hosts and Private Link hosts: `eu.api.openai.com`, … */
function isOpenaiHost(host) {
	return kindOfHost(host) === "openai";
}
function isAzureHost(host) {
	return kindOfHost(host) === "azure";
}
/** A page for people on a vendor's domain: looks like the API's host and is not. */
function isWebPage(host) {
	const use = knownHost(host)?.use;
	return use === "web" || use === "status";
}
/** Private Link of OpenAI or Azure: a private address is right for these. */
function isPrivateLinkHost(host) {
	return plainHost(host).split(".").includes("privatelink");
}
/** Ends of the hosts of a maker, as the source of a pattern: `openai\.azure\.com|…`. */
function endingsOf(maker, kind) {
	return HOSTS.filter((one) => one.use === "api" && one.maker === maker && one.name.startsWith(".") && (kind === void 0 || one.kind === kind)).map(({ name }) => name.slice(1).replaceAll(".", String.raw`\.`)).join("|");
}
const CLOUDS = {
	public: {
		cloud: "public",
		authority: "login.microsoftonline.com",
		audience: "https://cognitiveservices.azure.com"
	},
	"us-government": {
		cloud: "us-government",
		authority: "login.microsoftonline.us",
		audience: "https://cognitiveservices.azure.us"
	},
	china: {
		cloud: "china",
		authority: "login.partner.microsoftonline.cn",
		audience: "https://cognitiveservices.azure.cn"
	}
};
const PUBLIC_CLOUD = CLOUDS.public;
/** The cloud that a host of Microsoft belongs to; nothing for hosts of others. */
function cloudOf(host) {
	const cloud = knownHost(host)?.cloud;
	return cloud === void 0 ? void 0 : CLOUDS[cloud];
}
/**
* The audience that the resource takes, by the cloud of its host. The v1 endpoint and Foundry have
* one of their own (openai-node, docs/azure.md).
*/
function tokenScopeOf(baseUrl) {
	const url = URL.parse(baseUrl);
	const host = url?.hostname ?? "";
	const cloud = cloudOf(host) ?? PUBLIC_CLOUD;
	if (cloud !== PUBLIC_CLOUD) return `${cloud.audience}/.default`;
	const foundry = host.endsWith(".services.ai.azure.com");
	const v1 = /\/openai\/v1\/?$/.test(url?.pathname ?? "");
	return foundry || v1 ? "https://ai.azure.com/.default" : `${PUBLIC_CLOUD.audience}/.default`;
}
/**
* Names that public DNS never answers (RFC 6761, 6762, 8375, 9476, ICANN's `.internal`), and the
* top-level labels that companies and clusters use inside.
*/
const PRIVATE_ENDINGS = [
	"localhost",
	"local",
	"internal",
	"test",
	"example",
	"invalid",
	"alt",
	"home.arpa",
	"lan",
	"home",
	"corp",
	"intranet",
	"private",
	"localdomain",
	"cluster",
	"svc"
];
/** A single label, or a name that only a private name server knows. */
function isPrivateName(host) {
	const name = plainHost(host);
	if (isAddress(name)) return false;
	return !name.includes(".") || name.includes(".svc.") || PRIVATE_ENDINGS.some((ending) => name.endsWith(`.${ending}`));
}
/** This machine, a private network, a cluster. A name that is not known to be private counts as public. */
function isPrivateHost(host) {
	const name = plainHost(host);
	return isAddress(name) ? staysInside(name) : isPrivateName(name);
}
/** Only a private name server, or nobody, resolves it: an address or a private name. */
function isInternalHost(host) {
	return isAddress(plainHost(host)) || isPrivateName(host);
}
/** At most so many slips make one name of another. */
const SLIPS = 2;
/**
* The host that was meant, when this one is a slip or two away from it. Never for a name that
* stands on any list here: it exists, and another host would get the key.
*/
function meantHost(host) {
	const name = plainHost(host);
	if (knownHost(name) !== void 0 || isInternalHost(name)) return void 0;
	if (distance(name, "api.openai.com", SLIPS) <= SLIPS) return PUBLIC_API;
	const [resource = "", ...rest] = name.split(".");
	const [best] = HOSTS.filter(({ kind, use, name: ending }) => kind === "azure" && use === "api" && ending.startsWith(".")).map(({ name: ending }) => ({
		ending,
		slips: distance(`.${rest.join(".")}`, ending, SLIPS)
	})).filter(({ slips }) => slips <= SLIPS).toSorted((a, b) => a.slips - b.slips);
	return best === void 0 ? void 0 : resource + best.ending;
}
/** Lower case, without brackets and without the dot of a fully qualified name. */
function plainHost(host) {
	return host.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.$/, "");
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
	const form = formIn(NO_TEXT, value);
	if (form === void 0) return {
		value,
		problems: [],
		secrets: []
	};
	const { code, wrong, fix } = form;
	const words = {
		message: `${given.name} ${wrong}.`,
		fix: fix.replace("NAME", given.name)
	};
	const secrets = code === "config.value_is_key" ? [new Secret(value, given.name)] : [];
	return {
		problems: [fatal(code, given.setting, words)],
		secrets
	};
}
/** What is no such text. NAME in an order stands for the setting. */
const NO_TEXT = [
	{
		code: "config.value_unexpanded",
		when: unexpanded,
		wrong: (value) => `is an unexpanded reference: ${show(value)}`,
		fix: "Pass the value of the variable, not its name."
	},
	{
		code: "config.value_is_key",
		when: holdsKey,
		wrong: "holds a key",
		fix: "Put the key into api-key, and remove it from NAME; consider it known to whoever reads this setting."
	},
	{
		code: "config.value_malformed",
		when: /[\0-\x1f\x7f]/,
		wrong: (value) => `has a line break or control character inside: ${show(value)}`,
		fix: "Write it on one line."
	}
];
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
function problemOf({ name, setting }, { code, wrong, fix }) {
	return fatal(code, setting, {
		message: `${name} ${wrong}.`,
		fix
	});
}
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const portOf = (text) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(text)?.[1];
/** What makes it no URL at all, most telling first. */
const NO_URL = [
	{
		code: "config.base_url_invalid",
		when: (text) => holdsKey(text) && !text.includes("://"),
		wrong: "holds a key",
		fix: `Put the key into api-key and a URL like ${OPENAI_BASE_URL} here.`
	},
	{
		code: "config.base_url_unexpanded",
		when: unexpanded,
		wrong: (text) => `is an unexpanded reference: ${show(printable(text))}`,
		fix: "Pass the value of the variable, not its name."
	},
	{
		code: "config.base_url_quoted",
		when: /^["'`“‘]|["'`”’]$/,
		wrong: "has a quotation mark around it",
		fix: "Remove the quotation marks."
	},
	{
		code: "config.base_url_placeholder",
		when: /^(?:undefined|null|none|nan|\[object \w+\])$|[<>]|\/\/your[-_.]/i,
		wrong: (text) => `is a placeholder: ${show(printable(text))}`,
		fix: `Write the real address, for example ${OPENAI_BASE_URL}.`
	},
	{
		code: "config.base_url_masked",
		when: /\*\*\*/,
		wrong: "is the masked copy of a URL",
		fix: "Write the address itself; keep it in a variable, not in a secret."
	},
	{
		code: "config.base_url_invalid",
		when: /\s/,
		wrong: "contains a space or line break",
		fix: "Write one URL on one line, without spaces."
	},
	{
		code: "config.base_url_invalid",
		when: /\\/,
		wrong: "has a backslash in it",
		fix: "Write it with slashes (/)."
	},
	{
		code: "config.base_url_invalid",
		when: (text) => !SCHEME.test(text) && /^https?(?::\/?|\/\/)(?!\/)/i.test(text),
		wrong: "has a scheme that is misspelt",
		fix: "Begin it with https:// (a colon and two slashes)."
	},
	{
		code: "config.base_url_scheme",
		when: /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i,
		wrong: (text) => `uses the scheme ${show(SCHEME.exec(text)?.[1]?.toLowerCase() ?? "")}`,
		fix: "Use https://."
	},
	{
		code: "config.base_url_port",
		when: (text) => Number(portOf(text) ?? 1) < 1 || Number(portOf(text) ?? 1) > 65535,
		wrong: (text) => `has the port ${portOf(text)?.slice(0, 12)}, which does not exist`,
		fix: "Use a port from 1 to 65535, or none for 443."
	}
];
function checkText(given, text) {
	const form = formIn(NO_URL, text);
	if (form !== void 0) return problemOf(given, form);
	if (SCHEME.test(text)) return void 0;
	return problemOf(given, {
		code: "config.base_url_no_scheme",
		wrong: `has no scheme: ${show(printable(text))}`,
		fix: withScheme(text)
	});
}
/** An order to put a scheme before a text that has none. */
function withScheme(text) {
	const host = (/^(?:[a-z]+:?\/{0,2})?(.*)$/i.exec(text)?.[1] ?? text) === "" ? null : URL.parse(`https://${text.replace(/^\/+/, "")}`);
	return host === null || host.username !== "" || host.hostname === "" ? `Write it with scheme and host, for example ${OPENAI_BASE_URL}.` : `Write ${isPrivateHost(host.hostname) ? "http:// or https://" : "https://"} before it: ${show(`https://${host.host}${withoutEndSlashes(host.pathname)}`)}.`;
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
	return {
		wrong: "has no such value",
		fix: writeNear(word, choices)
	};
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
	const words = text.toLowerCase().split(/[\s,;]+/).filter(Boolean);
	if (words.length === 1 && words[0] === "none") return { value: [] };
	const odd = words.find((word) => !GATES.some((gate) => gate === word));
	if (odd === void 0) {
		const known = words.flatMap((word) => GATES.find((gate) => gate === word) ?? []);
		return { value: [...new Set(known)] };
	}
	const near = nearest(odd, GATES);
	const all = `Use these words, or none alone: ${GATES.join(", ")}.`;
	return {
		word: odd,
		wrong: "names something that is neither an owner nor a branch",
		fix: near === void 0 ? all : `Write ${near} instead.`
	};
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
function read$1(ask, name, parse) {
	for (const text of [ask.any(name)?.text, inputNamed(name).default]) {
		const parsed = text === void 0 ? void 0 : parse(text);
		if (parsed !== void 0 && "value" in parsed) return parsed.value;
	}
	throw new TypeError(`the input ${name} has no usable default`);
}
function readChoice(ask, name, choices) {
	return read$1(ask, name, (text) => parseChoice(text, choices));
}
/** Milliseconds. */
function readDuration(ask, name) {
	const input = inputNamed(name);
	const range = input.kind === "duration" ? input.range : {
		minMs: 0,
		maxMs: Infinity
	};
	return read$1(ask, name, (text) => parseDuration(text, range));
}
function readCount(ask, name) {
	const input = inputNamed(name);
	const range = input.kind === "count" ? input.range : {
		min: 0,
		max: Infinity
	};
	return read$1(ask, name, (text) => parseCount(text, range));
}
/** A share from 0 to 1. */
function readPercent(ask, name) {
	return read$1(ask, name, parsePercent);
}
function readBoolean(ask, name) {
	return read$1(ask, name, parseBoolean);
}
function readOwners(ask, name) {
	return read$1(ask, name, parseOwners);
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

// src/reports/titles.ts
/** Words of codes that are written in another way; parts that a title does without are empty. */
const CODE_WORDS = new Map([
	..."api ca cli cors dns http id imds ip json pem sdk tcp tls url".split(" ").map((word) => [word, word.toUpperCase()]),
	["azure", "Azure"],
	["entra", "Entra"],
	["cert", "certificate"],
	["openai", "OpenAI"],
	["websocket", "WebSocket"]
]);
/** Codes whose own words would not say what happened. */
const CODE_TITLES = /* @__PURE__ */ new Map([
	["api.account_deactivated", "account closed"],
	["api.conflict", "conflict with another request"],
	["api.content_policy_violation", "content refused by the safety system"],
	["api.forbidden", "request forbidden"],
	["api.headroom_low", "rate limit nearly used up"],
	["api.insufficient_quota", "quota used up"],
	["api.ip_not_authorized", "egress address not on the allow-list"],
	["api.key_expires_soon", "key expires soon"],
	["api.mismatched_organization", "key of another organization or project"],
	["api.missing_credentials", "no credentials arrived"],
	["api.missing_scopes", "key lacks a permission"],
	["api.model_not_listed", "model not in the list of models"],
	["api.model_shutdown_soon", "model shuts down soon"],
	["api.overloaded", "server overloaded"],
	["api.rate_limit_exceeded", "rate limit reached"],
	["api.server_error", "server error"],
	["api.timeout", "request timed out"],
	["api.unauthorized", "credentials not accepted"],
	["api.unavailable", "service unavailable"],
	["api.unsupported_country_region_territory", "egress from an unsupported country"],
	["client.browser_switch", "SDK's browser protection switched off"],
	["client.bundle_not_searched", "front end not searched to its end"],
	["client.cors_refused", "a browser may not call this host (CORS or CSP)"],
	["client.direct_api_call", "front end calls the API directly"],
	["client.key_in_bundle", "key in the front end"],
	["config.base_url_credentials", "credentials in the base URL"],
	["config.base_url_doubled_version", "base URL with /v1 twice"],
	["config.base_url_endpoint_path", "base URL ends in an endpoint"],
	["config.base_url_fragment", "base URL with a fragment"],
	["config.base_url_host", "base URL of another host"],
	["config.base_url_no_scheme", "base URL without a scheme"],
	["config.base_url_no_version", "base URL without /v1"],
	["config.base_url_path", "base URL with the wrong path"],
	["config.base_url_placeholder", "base URL is a placeholder"],
	["config.base_url_plain_http", "base URL with plain HTTP"],
	["config.base_url_port", "base URL with the wrong port"],
	["config.base_url_query", "base URL with a query"],
	["config.base_url_quoted", "base URL in quotation marks"],
	["config.base_url_scheme", "base URL with an unknown scheme"],
	["config.base_url_unexpanded", "base URL is an unexpanded reference"],
	["config.base_url_variable_unread", "base URL variable is not read"],
	["config.base_url_whitespace", "base URL with a space or line break"],
	["config.conflict", "settings contradict each other"],
	["config.conflict_api_version", "api-version set where none is sent"],
	["config.conflict_config", "input set beside config"],
	["config.conflict_deadline", "deadline shorter than another time"],
	["config.conflict_key", "key and route do not belong together"],
	["config.conflict_route", "route and base URL contradict each other"],
	["config.conflict_scope", "organization or project on an Azure route"],
	["config.entra_token_missing", "no Entra ID token"],
	["config.file_duplicate_key", "settings file with a duplicate key"],
	["config.file_inline_secret", "key in the settings file"],
	["config.file_no_routes", "settings file without routes"],
	["config.file_not_a_packet", "file is not a packet"],
	["config.file_unknown_key", "settings file with an unknown key"],
	["config.file_unreadable", "file cannot be read"],
	["config.input_aggregate_unusable", "folder in aggregate unusable"],
	["config.input_invalid", "invalid input"],
	["config.input_unknown", "unknown input"],
	["config.inside_client", "client not found in the target of inside"],
	["config.key_base64", "key in base64"],
	["config.key_has_bearer", "key with Bearer or a header name"],
	["config.key_has_control_character", "key with a control character"],
	["config.key_has_newline", "key with a line break"],
	["config.key_has_space", "key with a space"],
	["config.key_is_admin", "key is an admin key"],
	["config.key_is_assignment", "key is a line NAME=value"],
	["config.key_is_path", "key is the path of a file"],
	["config.key_is_pem", "key is a PEM block"],
	["config.key_is_prose", "key is a sentence"],
	["config.key_is_url", "key is a URL"],
	["config.key_masked", "key is a masked copy"],
	["config.key_missing", "no API key"],
	["config.key_not_ascii", "key with a character outside ASCII"],
	["config.key_other_vendor", "key of another vendor"],
	["config.key_placeholder", "key is a placeholder"],
	["config.key_quoted", "key in quotation marks"],
	["config.key_unexpanded", "key is an unexpanded reference"],
	["config.request_not_sendable", "request cannot be sent"],
	["config.tls_verification_off", "TLS verification switched off"],
	["config.value_is_key", "key in another setting"],
	["config.value_unexpanded", "setting is an unexpanded reference"],
	["dns.bogon", "DNS resolves to an impossible address"],
	["dns.name_not_resolved", "DNS name does not resolve"],
	["dns.unreachable", "no name server reachable"],
	["gateway.edge_no_site", "no working site at Cloudflare for the base URL"],
	["gateway.not_the_api", "gateway without the API at this path"],
	["gateway.upstream_quota", "quota of the gateway used up at its upstream"],
	["http.contradictory", "HTTP response with contradictory evidence"],
	["http.edge_blocked", "egress address blocked at the edge"],
	["http.edge_challenged", "browser challenge at the edge"],
	["http.edge_no_site", "no site of the API at this address"],
	["http.edge_rate_limited", "egress address rate limited at the edge"],
	["http.idle_closed", "idle connection closed on the path"],
	["http.intercepted", "HTTP answer intercepted"],
	["http.login_required", "login required by a server in front"],
	["http.plain_on_tls", "plain HTTP on a TLS port"],
	["http.stream_buffered", "stream buffered on the path"],
	["http.stream_cut", "stream cut on the path"],
	["http.timed_out", "no HTTP response in time"],
	["http.unattributed", "HTTP error of unknown origin"],
	["own.busy", "another preflight is running"],
	["own.cancelled", "run cancelled"],
	["own.crash", "defect of openai-preflight"],
	["own.inside_crash", "probe crashed in the target of inside"],
	["own.inside_failed", "command in inside failed"],
	["own.inside_no_runtime", "no usable runtime in the target of inside"],
	["own.inside_output", "damaged output from the target of inside"],
	["own.inside_prefix", "command in inside unusable"],
	["own.inside_stand_in", "only another client was tested inside"],
	["own.packet_missing", "packet of a runner missing"],
	["own.packet_unreadable", "packet of a runner unreadable"],
	["path.no_response", "no response came back"],
	["path.timed_out", "no response in time"],
	["proxy.auth_required", "proxy asks for credentials"],
	["proxy.closed", "proxy closed the connection"],
	["proxy.denied", "proxy denied the tunnel"],
	["proxy.dns_error", "proxy cannot resolve the name"],
	["proxy.redirected", "proxy answered with a redirect"],
	["proxy.reset", "proxy reset the connection"],
	["proxy.response_invalid", "not the kind of proxy that is set"],
	["tcp.closed", "TCP connection closed at once"],
	["tcp.refused", "TCP connection refused"],
	["tcp.reset", "TCP connection reset"],
	["tcp.timed_out", "TCP connection timed out"],
	["tls.bad_client_auth_cert", "TLS client certificate required"],
	["tls.cert.authority_invalid", "TLS certificate from an untrusted issuer"],
	["tls.cert.date_invalid", "TLS certificate outside its dates"],
	["tls.cert.name_invalid", "TLS certificate for another host"],
	["tls.closed", "TLS handshake closed"],
	["tls.failed", "TLS handshake failed"],
	["tls.reset", "TLS handshake reset"],
	["tls.timed_out", "TLS handshake timed out"],
	["tls.unrecognized_name_alert", "TLS server does not know the name"]
]);
/** The status of OpenAI's edge, when it reached nothing behind it. */
const EDGE = /^api\.edge_(\d{3})$/;
/** Layers that say nothing to whoever reads a list of annotations. */
const SILENT_LAYERS = /* @__PURE__ */ new Set([
	"api",
	"client",
	"config",
	"own",
	"path"
]);
/** What happened, in a few words that stand alone in a list: `TLS intercepted by Zscaler`. */
function happening({ code, product }) {
	if (product !== "" && code === "tls.cert.authority_invalid") return `TLS intercepted by ${product}`;
	const edge = EDGE.exec(code);
	if (edge !== null) return `OpenAI's edge answered ${edge[1] ?? ""}`;
	const [layer = "", ...reason] = code.replace("sign_in", "sign-in").split(".");
	const words = [...SILENT_LAYERS.has(layer) ? [] : [layer], ...reason.join("_").split("_")];
	const text = CODE_TITLES.get(code) ?? words.map((word) => CODE_WORDS.get(word) ?? word).join(" ").trim();
	return text === "" ? "no verdict" : text;
}

// src/reports/words.ts
/** Owners as people read them. */
const OWNER_NAMES = {
	"connection-path": "connection path",
	"route-provider": "route provider",
	request: "request",
	auth: "auth",
	quota: "quota",
	"rate-limit": "rate limit",
	"api-server": "API server",
	"client-app": "client app",
	unknown: "unknown",
	none: "none"
};
/** Rungs as people read them. */
const RUNG_NAMES = {
	config: "Config",
	dns: "DNS",
	tcp: "TCP",
	proxy: "Proxy",
	tls: "TLS",
	http: "HTTP",
	auth: "Auth",
	request: "Request",
	quota: "Quota",
	answer: "Answer"
};
/** Marks for text of fixed width. */
const MARKS = {
	ok: "✓",
	failed: "✗",
	skipped: "–"
};
/** Marks for Markdown, where colour helps. */
const COLOURED_MARKS = {
	ok: "✅",
	failed: "❌",
	skipped: "➖"
};
const VERDICT_MARKS = {
	pass: "✅",
	fail: "❌",
	inconclusive: "❓"
};
const VERDICT_WORDS = {
	pass: "Pass",
	fail: "Fail",
	inconclusive: "Inconclusive"
};
const WARNING_MARK = "⚠️";
const CANCELLED_NOTE = "The run was cancelled: this is what was seen until then.";
const CRASH_NOTE = "This is a defect of openai-preflight, not of the route: nothing is said about the route.";
/** @param fails the job: a finding that does not is a warning */
function verdictMark(verdict, fails) {
	return verdict.verdict === "pass" || fails ? VERDICT_MARKS[verdict.verdict] : WARNING_MARK;
}
/** @param fails the job: a finding that does not is a warning */
function verdictWord(verdict, fails) {
	return verdict.verdict === "pass" || fails ? VERDICT_WORDS[verdict.verdict] : "Warning (job not failed)";
}
/** No red mark where the job does not fail: its reader would look for a job that did. */
function marksOf(text, fails) {
	return fails ? text : text.replaceAll(COLOURED_MARKS.failed, WARNING_MARK);
}
/** `OpenAI preflight: quota used up (owner: quota)`: stands alone in a list of annotations. */
function titleOf(verdict) {
	if (verdict.verdict === "pass") return `OpenAI preflight: passed, ${provenUpTo(verdict)}`;
	const { code, product, responder, rung } = verdict;
	const author = code === "tls.cert.authority_invalid" || EDGE.test(code) || rung === "config" || product === "" || responder === "openai" || responder === "azure-openai" ? "" : `, ${product}`;
	return `OpenAI preflight: ${happening(verdict)}${author} (owner: ${OWNER_NAMES[verdict.owner]})`;
}
/**
* The first sentence of a text; names such as `Example Corp. CA` end none. Where it has more than
* `limit` characters, what comes before a clause of it: half an order cannot be carried out.
*/
function firstSentence(text, limit) {
	const line = oneLine(text);
	const end = endsOf(line, /(?<!\b(?:Co|Corp|Inc|Ltd|No|St))[.!?](?= [A-Z])/g)[0];
	const whole = end === void 0 ? line : line.slice(0, end + 1);
	if (whole.length <= limit) return whole;
	const clause = endsOf(whole, /[,;:](?= )| \(/g).findLast((at) => at > 20 && at < limit);
	return clause === void 0 ? cut(whole, limit) : `${whole.slice(0, clause)}.`;
}
/** Where a pattern fits outside of parentheses, quotation marks and code. */
function endsOf(line, pattern) {
	return [...line.matchAll(pattern)].map(({ index }) => index).filter((index) => [
		/[()]/g,
		/"/g,
		/`/g
	].every((mark) => (line.slice(0, index).match(mark)?.length ?? 0) % 2 === 0));
}
/** `12 ms`, `1.3 s`, `2 min 5 s`. */
function duration(milliseconds) {
	if (!Number.isFinite(milliseconds) || milliseconds < 0) return "–";
	if (milliseconds < 1) return milliseconds === 0 ? "0 ms" : "<1 ms";
	if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
	if (milliseconds < 59950) return `${(milliseconds / 1e3).toFixed(1)} s`;
	const seconds = Math.round(milliseconds / 1e3);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `1 route`, `2 routes`. */
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
/** `The only route`, `Both routes`, `All 3 routes`. */
function all(number, noun) {
	if (number === 1) return `The only ${noun}`;
	return number === 2 ? `Both ${noun}s` : `All ${number} ${noun}s`;
}
/** `Owner: connection path – TLS intercepted by Zscaler`, or what was proven. */
function ownerTitle(verdict) {
	if (verdict.verdict === "pass") return `Pass – ${provenUpTo(verdict)}`;
	return `Owner: ${OWNER_NAMES[verdict.owner]} – ${happening(verdict)}`;
}
/** A finding beside the verdict, with the first thing to do about it. */
function withOrder({ summary, doNext }) {
	return [summary, ...doNext.slice(0, 1)].join(" ");
}
/** `proven up to TCP`. */
function provenUpTo(verdict) {
	return verdict.lastGood === "none" ? "nothing proven" : `proven up to ${RUNG_NAMES[verdict.lastGood]}`;
}
/** The whole ladder: rungs that the verdict does not speak of were not tested. */
function ladderOf(verdict) {
	return RUNGS.map((rung) => verdict.ladder.find((step) => step.rung === rung) ?? {
		rung,
		status: "skipped",
		because: "not tested",
		cites: []
	});
}
/** Where the evidence changed, as it was seen; `undefined` when nothing failed. */
function firstBadStep(verdict) {
	return verdict.ladder.find((step) => step.rung === verdict.firstBad);
}
/** The route whose verdict is that of the run. */
function decidingRoute(packet) {
	return packet.routes.find((route) => route.name === packet.verdict.route) ?? packet.routes[0];
}
/** What kind of machine the evidence comes from. */
function placeOf(packet) {
	const { container, runnerKind, source } = packet.runtime;
	if (source === "log") return "in the log";
	if (source.startsWith("inside")) return "where the application runs";
	if (container) return "inside the container";
	return runnerKind === "none" ? "on this machine" : "on this runner";
}
/** Host and port of a base URL; the text itself when it is none. */
function destinationIn(baseUrl) {
	const url = URL.parse(baseUrl);
	if (url === null) return {
		host: baseUrl,
		port: 443
	};
	return {
		host: url.hostname,
		port: destinationOf(url).port
	};
}
/** The code of a verdict and where its finding is explained, in Markdown; empty for a pass. */
function codeLine(verdict, docsUrl) {
	const { code, rule } = verdict;
	const more = rule === "" ? "" : ` · [what this means](${linkTarget(findingUrl(docsUrl, rule))})`;
	return code === "" ? "" : `Code ${markdownCode(code)}${confidenceNote(verdict)}${more}`;
}
/** How strongly the evidence points to the owner, where it is not proven. */
function confidenceNote({ owner, confidence }) {
	return owner !== "unknown" && (confidence === "medium" || confidence === "low") ? `, confidence ${confidence}` : "";
}
/**
* Where a finding is explained: the page with one heading for each rule, at the anchor that GitHub
* gives the heading. GitHub keeps letters, digits, `-` and `_`, so `tcp/refused` is `#tcprefused`.
*/
function findingUrl(docsUrl, rule) {
	return `${docsUrl}#${rule.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-")}`;
}

// src/reports/seen.ts
/**
* What was seen, in one line of plain text: the only wording of an observation. Not escaped: that is
* for the sink. `short` is what the ladder of a packet keeps.
*/
function lineOf(one, extent = "whole") {
	if (one.status === "skipped") return one.because;
	const because = one.because.replace(/^TIMEOUT\b/, "no answer in time");
	const { short, whole = [short] } = told(one);
	if (extent === "short") return one.status === "failed" ? because || one.code : short ?? one.target;
	return joined$1(" · ", joined$1(": ", one.code, because), joined$1(", ", ...whole));
}
function told(one) {
	return TELL[one.probe](one.facts, one.target);
}
function labelled(label, value) {
	return value === void 0 || value === "" ? "" : `${label} ${value}`;
}
function listed(addresses = []) {
	return addresses.map(({ address }) => address).join(", ");
}
/** Facts without words of their own. */
function pairs(facts = {}) {
	return Object.entries(facts).map(([name, value]) => `${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${value}`);
}
function tried(attempts = []) {
	return attempts.map(({ address, errno, code, status, elapsedMs }) => {
		return `${address} ${errno ?? code ?? status} after ${duration(elapsedMs)}`;
	}).join("; ");
}
const toldResponse = ({ status, requestId, method, path, body }) => {
	const short = joined$1(", ", labelled("HTTP", status), labelled("request ID", requestId));
	const error = labelled("error", body?.error?.code ?? body?.error?.type);
	return {
		short,
		whole: [
			joined$1(" → ", joined$1(" ", method, path), short),
			error,
			labelled("body", body?.shape)
		]
	};
};
const TELL = {
	settings: ({ problems = [] }) => ({ whole: [problems.map(({ setting, message }) => message.startsWith(setting) ? message : `${setting}: ${message}`).join("; ")] }),
	token: ({ method, authority, exchanges = [], subject }) => ({ whole: [
		joined$1(" from ", method, authority),
		...exchanges.map(({ asked, status, code, error, errorCodes }) => joined$1(", ", labelled(`${asked} HTTP`, status), code, error, ...errorCodes)),
		labelled("subject", subject)
	] }),
	lookup: ({ host = "", addresses = [], resolver }) => {
		if (resolver === "literal") return { short: `${host} is an address` };
		const more = addresses.length > 1 ? ` (+${addresses.length - 1})` : "";
		return {
			short: `${host} → ${addresses[0]?.address ?? "no address"}${more}`,
			whole: [joined$1(" → ", host, listed(addresses))]
		};
	},
	connect: ({ address, port, of, attempts }, target) => {
		const short = `${of === "proxy" ? "proxy " : ""}${address ?? target}:${port}`;
		return {
			short,
			whole: [address === void 0 ? tried(attempts) : short]
		};
	},
	tunnel: ({ proxy, target, status, reply, schemes = [] }) => ({
		short: `${proxy} opened the tunnel`,
		whole: [
			joined$1(" → ", proxy, target),
			labelled("HTTP", status),
			labelled("SOCKS reply", reply),
			labelled("offers", schemes.join(", "))
		]
	}),
	handshake: ({ version, chain = [], alpn, verified }) => {
		const short = joined$1(", ", version, labelled("issuer", chain[0]?.issuer));
		const trusted = verified === void 0 ? "" : verified ? "verified" : "not verified";
		return {
			short,
			whole: [
				short,
				labelled("ALPN", alpn),
				trusted
			]
		};
	},
	response: toldResponse,
	answer: ({ sdk, finish, errorChain = [] }) => ({ whole: [
		sdk,
		finish,
		errorChain.join(" > ")
	] }),
	"name-servers": ({ servers = [] }) => ({ whole: [servers.map(({ server, a }) => joined$1(", ", `${server} ${a.answer}`, listed(a.addresses))).join("; ")] }),
	addresses: ({ attempts }) => ({ whole: [tried(attempts)] }),
	"served-chain": ({ chain = [], interceptor, trust = [] }) => ({ whole: [
		labelled("issuer", chain[0]?.issuer),
		labelled("intercepted by", interceptor),
		...new Set(trust.map(({ store, accepted }) => `${store} store ${accepted ? "accepts" : "rejects"} it`))
	] }),
	"small-hello": ({ version, helloBytes }) => ({ whole: [version, helloBytes === void 0 ? "" : `hello of ${helloBytes} bytes`] }),
	"other-name": ({ servername, reached }) => ({ whole: [`server name ${servername} ${reached === true ? "gets" : "does not get"} through`] }),
	"other-http": ({ http2 }) => ({ whole: [http2 === true ? "speaks HTTP/2" : "does not speak HTTP/2"] }),
	"other-way": ({ way, reached, status }) => ({ whole: [`${way} egress ${reached === true ? "reaches the server" : "does not reach it"}`, labelled("HTTP", status)] }),
	keyless: toldResponse,
	"large-request": (facts) => ({ whole: pairs(facts) }),
	control: ({ host, status }) => ({ whole: [host, labelled("HTTP", status)] }),
	"status-page": ({ host, indicator, because }) => ({ whole: [host, indicator ?? because] }),
	"egress-address": ({ address, country, colo, pool = [] }) => ({ whole: [
		address,
		country,
		colo,
		labelled("one of a pool:", pool.join(" and "))
	] }),
	surroundings: ({ defaultInterface, mtu, tunnels = [], linkLocalResolvers = [] }) => ({ whole: [
		labelled("default route by", defaultInterface),
		labelled("MTU", mtu),
		labelled("VPN or tunnel:", tunnels.join(" and ")),
		labelled("link-local name servers:", linkLocalResolvers.join(" and "))
	] }),
	"direct-api": toldResponse,
	"websocket-check": toldResponse,
	"stream-check": (facts, target) => {
		const { short = "", whole = [] } = toldResponse(facts, target);
		return {
			short,
			whole: [...whole, ...pairs(facts.stream)]
		};
	},
	"body-check": ({ refusal: _refusal, ...facts }) => ({ whole: pairs(facts) }),
	models: ({ models = [] }) => ({ whole: [models.map(({ id, listed, shutdownDate }) => {
		return `${id} ${shutdownDate === void 0 ? listed === false ? "is not listed" : "has no shutdown date" : `shuts down on ${shutdownDate}`}`;
	}).join("; ")] }),
	"key-expiry": ({ expiresAt }) => ({ whole: [`the key expires on ${expiresAt}`] }),
	"idle-check": (facts) => ({ whole: pairs(facts) }),
	"other-family": (facts) => ({ whole: pairs(facts) }),
	"client-bundle": ({ hits = [], files }) => ({ whole: [count(hits.length, "hit"), labelled("files read:", files)] }),
	"browser-origin": ({ origin, allowed }) => ({ whole: [`${origin} ${allowed === true ? "allowed" : "not allowed"}`] })
};
/** What took time, in order, and from when to when: before the first of it nothing is to be seen. */
function timedOf({ observations }) {
	const timed = observations.filter((one) => one.status !== "skipped" && one.probe !== "settings").toSorted((a, b) => a.startedMs - b.startedMs);
	const begin = timed[0]?.startedMs ?? 0;
	return {
		timed,
		begin,
		end: Math.max(begin + 1, ...timed.map((one) => one.startedMs + one.elapsedMs))
	};
}
/** Each attempt of the real request, with its first failure; none where one was enough. */
function attemptsOf({ attempt, observations }, most) {
	return Array.from({ length: attempt < 2 ? 0 : Math.min(attempt, most) }, (_, index) => {
		const seen = observations.filter((one) => one.attempt === index + 1);
		return {
			number: index + 1,
			startedMs: Math.min(...seen.map((one) => one.startedMs)),
			failed: seen.find((one) => one.status === "failed")
		};
	});
}
/** The last observation of a probe that saw anything; none where none did. */
function lastOf(seen, probe) {
	return seenBy(seen, probe).findLast(({ facts }) => Object.keys(facts).length > 0);
}
/** The certificates that were served, leaf first: read without trusting them, else as verified. */
function servedTo(seen) {
	const chain = lastOf(seen, "served-chain")?.facts.chain ?? [];
	return chain.length > 0 ? chain : lastOf(seen, "handshake")?.facts.chain ?? [];
}

// src/run/stored.ts
/** What every packet says of the place and time of its making. */
function stamp(runtime, startedAt, elapsedMs) {
	return {
		tool: VERSIONS,
		startedAt: withOffset(startedAt),
		timezone: timezoneName(),
		elapsedMs: Math.round(elapsedMs),
		runtime
	};
}
/** An observation as it is stored. */
function flat(one) {
	const { outcome } = one;
	return {
		id: one.id,
		probe: one.probe,
		rung: one.rung,
		target: one.target,
		attempt: one.attempt,
		status: outcome.status,
		code: outcome.status === "failed" ? outcome.failure.code : "",
		because: outcome.status === "skipped" ? outcome.because : outcome.status === "failed" ? [outcome.failure.errno, outcome.failure.detail].filter(Boolean).join(" ") : "",
		startedMs: one.startedMs,
		elapsedMs: one.elapsedMs,
		facts: outcome.status === "skipped" ? {} : { ...outcome.facts },
		...given({ at: one.at })
	};
}
/** A packet all the same: every run leaves one, also a crash, an unreadable file, a failed prefix. */
function packetWithoutRoutes(saying, runtime, startedAt = /* @__PURE__ */ new Date(), elapsedMs = performance.now()) {
	return {
		schemaVersion: 1,
		...stamp(runtime, startedAt, elapsedMs),
		routes: [],
		verdict: {
			...verdictWithoutRoute(saying),
			route: ""
		},
		redactions: []
	};
}
/** ISO 8601 with the offset of this machine, as people write times into a ticket. */
function withOffset(date) {
	const offset = -date.getTimezoneOffset();
	const local = new Date(date.getTime() + offset * 6e4).toISOString().slice(0, -1);
	const sign = offset < 0 ? "-" : "+";
	const part = (value) => String(Math.floor(Math.abs(value))).padStart(2, "0");
	return `${local}${sign}${part(offset / 60)}:${part(offset % 60)}`;
}

// src/knowledge/exceptions.ts
/**
* The exception of the vendor's SDK and what caused it, outermost first, by name and without a text:
* `APIConnectionError`, `TypeError: fetch failed`, `Error ECONNRESET`. Empty where the SDK of this
* client has no class for it.
*/
function exceptionChain(ending) {
	const { client, status, code } = ending;
	const classes = SDK_CLASSES[client];
	if (code === void 0) return status === void 0 || classes === void 0 ? [] : [classes.ofStatus(status)];
	if (client === "node") return nodeChain(ending, code);
	if (client === "python") return pythonChain(ending, code);
	if (classes === void 0) return [];
	const [, ...causes] = CAUSES[client]?.find(([pattern]) => pattern.test(code)) ?? [];
	return [TIMED_OUT.test(code) ? classes.timeout : classes.connection, ...causes];
}
/** Where a chain of this client is from, as words behind it; empty where all of it was measured. */
function provenance(client, chain) {
	if (client === "node" || client === "python" || SDK_CLASSES[client] === NODE) return "";
	if (chain.length < 2) return "by the documentation of its SDK, not measured";
	if (client === "go") return "";
	return "the first by the documentation of its SDK, its cause as measured with the HTTP library below";
}
const TIMED_OUT = /timed_out$/;
const STAINLESS = {
	400: "BadRequestError",
	401: "AuthenticationError",
	403: "PermissionDeniedError",
	404: "NotFoundError",
	409: "ConflictError",
	422: "UnprocessableEntityError",
	429: "RateLimitError"
};
const named = (prefix, other) => (status) => prefix + (entryOf(STAINLESS, status) ?? (status >= 500 ? "InternalServerError" : other));
const NODE = {
	connection: "APIConnectionError",
	timeout: "APIConnectionTimeoutError",
	ofStatus: named("", "APIError"),
	source: "github.com/openai/openai-node, src/core/error.ts"
};
const JAVA = {
	400: "BadRequestException",
	401: "UnauthorizedException",
	403: "PermissionDeniedException",
	404: "NotFoundException",
	422: "UnprocessableEntityException",
	429: "RateLimitException"
};
/** The vendor's own SDKs; curl has exit codes and no classes. */
const SDK_CLASSES = {
	node: NODE,
	bun: NODE,
	deno: NODE,
	python: {
		connection: "openai.APIConnectionError",
		timeout: "openai.APITimeoutError",
		ofStatus: named("openai.", "APIStatusError"),
		source: "github.com/openai/openai-python, src/openai/_exceptions.py"
	},
	go: {
		connection: "*url.Error",
		timeout: "*url.Error",
		ofStatus: () => "*openai.Error",
		source: "github.com/openai/openai-go, README: Errors"
	},
	java: {
		connection: "OpenAIIoException",
		timeout: "OpenAIIoException",
		ofStatus: (status) => entryOf(JAVA, status) ?? (status >= 500 ? "InternalServerException" : "UnexpectedStatusCodeException"),
		source: "github.com/openai/openai-java, README: Error handling"
	},
	dotnet: {
		connection: "AggregateException",
		timeout: "AggregateException",
		ofStatus: () => "ClientResultException",
		source: "learn.microsoft.com/dotnet/api/system.clientmodel.clientresultexception"
	},
	ruby: {
		connection: "OpenAI::Errors::APIConnectionError",
		timeout: "OpenAI::Errors::APITimeoutError",
		ofStatus: named("OpenAI::Errors::", "APIStatusError"),
		source: "github.com/openai/openai-ruby, README: Handling errors"
	},
	php: {
		connection: "OpenAI\\Exceptions\\TransporterException",
		timeout: "OpenAI\\Exceptions\\TransporterException",
		ofStatus: (status) => `OpenAI\\Exceptions\\${status === 429 ? "RateLimitException" : "ErrorException"}`,
		source: "github.com/openai-php/client, src/Exceptions"
	},
	rust: {
		connection: "OpenAIError::Reqwest",
		timeout: "OpenAIError::Reqwest",
		ofStatus: () => "OpenAIError::ApiError",
		source: "docs.rs/async-openai, error::OpenAIError"
	},
	curl: void 0
};
/**
* What the library below an SDK throws, by where the connection broke. Measured (`exceptions.lab.test.ts`):
* openai 7 in Bun 1.4.5 and Deno 2.9.6, net/http of Go 1.19, OkHttp 3.13 with JDK 17, Net::HTTP of Ruby 3.1,
* Guzzle 7.4 with curl 7.88. No row: only the class of the SDK is said. .NET and Rust were not measured.
*/
const CAUSES = {
	bun: [
		[/^dns\.name_not_resolved$/, "TypeError ENOTFOUND"],
		[/^tcp\.refused$/, "TypeError ECONNREFUSED"],
		[/^(?:tls|http)\.(?:reset|closed)$/, "TypeError ECONNRESET"],
		[/^tls\.cert\.authority_invalid$/, "TypeError UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],
		[/^http\.timed_out$/, "DOMException AbortError"],
		[/^proxy\.(?:auth_required|denied)$/, "Error ERR_PROXY_TUNNEL"]
	],
	deno: [[/^http\.timed_out$/, "DOMException AbortError"], [
		/^(?:dns|tcp|tls|http|proxy)\.(?!.*timed_out$)/,
		"TypeError",
		"Error"
	]],
	go: [
		[
			/^dns\.name_not_resolved$/,
			"*net.OpError",
			"*net.DNSError"
		],
		[
			/^tcp\.refused$/,
			"*net.OpError",
			"*os.SyscallError",
			"syscall.Errno ECONNREFUSED"
		],
		[
			/^(?:tls|http)\.reset$/,
			"*net.OpError",
			"*os.SyscallError",
			"syscall.Errno ECONNRESET"
		],
		[/^(?:tls|http)\.closed$/, "io.EOF"],
		[
			/^tls\.cert\.authority_invalid$/,
			"*tls.CertificateVerificationError",
			"x509.UnknownAuthorityError"
		],
		[/^http\.timed_out$/, "context.DeadlineExceeded"],
		[/^proxy\.(?:auth_required|denied)$/, "*errors.errorString"]
	],
	java: [
		[/^dns\.name_not_resolved$/, "java.net.UnknownHostException"],
		[
			/^tcp\.refused$/,
			"java.net.ConnectException",
			"java.net.ConnectException"
		],
		[/^(?:tls|http)\.reset$/, "java.net.SocketException"],
		[
			/^tls\.closed$/,
			"javax.net.ssl.SSLHandshakeException",
			"java.io.EOFException"
		],
		[
			/^tls\.cert\.authority_invalid$/,
			"javax.net.ssl.SSLHandshakeException",
			"sun.security.validator.ValidatorException",
			"sun.security.provider.certpath.SunCertPathBuilderException"
		],
		[
			/^http\.closed$/,
			"java.io.IOException",
			"java.io.EOFException"
		],
		[
			/^http\.timed_out$/,
			"java.net.SocketTimeoutException",
			"java.net.SocketException"
		],
		[/^proxy\.(?:auth_required|denied)$/, "java.io.IOException"]
	],
	ruby: [
		[/^dns\.name_not_resolved$/, "SocketError"],
		[/^tcp\.refused$/, "Errno::ECONNREFUSED"],
		[/^(?:tls|http)\.reset$/, "Errno::ECONNRESET"],
		[/^tls\.(?:closed|cert\.authority_invalid)$/, "OpenSSL::SSL::SSLError"],
		[/^http\.closed$/, "EOFError"],
		[/^http\.timed_out$/, "Net::ReadTimeout"],
		[/^proxy\.(?:auth_required|denied)$/, "Net::HTTPServerException"]
	],
	php: [
		[/^dns\.name_not_resolved$/, guzzle("Connect", 6)],
		[/^tcp\.refused$/, guzzle("Connect", 7)],
		[/^tls\.(?:reset|closed)$/, guzzle("Connect", 35)],
		[/^tls\.cert\.authority_invalid$/, guzzle("Request", 60)],
		[/^http\.reset$/, guzzle("Request", 56)],
		[/^http\.closed$/, guzzle("Connect", 52)],
		[/^http\.timed_out$/, guzzle("Connect", 28)],
		[/^proxy\.(?:auth_required|denied)$/, guzzle("Request", 56)]
	]
};
function guzzle(kind, number) {
	return `GuzzleHttp\\Exception\\${kind}Exception: cURL error ${number}`;
}
/** Measured: Node 24.21 with openai 7.57, its own fetch and 70 kinds of failure. */
function nodeChain({ errno, proxyStatus }, code) {
	const { connection, timeout } = NODE;
	const fetchFailed = "TypeError: fetch failed";
	if (proxyStatus !== void 0) return [
		connection,
		fetchFailed,
		"DOMException",
		"RequestAbortedError UND_ERR_ABORTED"
	];
	if (code === "http.body_timed_out") return [timeout];
	if (code === "http.timed_out") return [timeout, "DOMException AbortError"];
	if (TIMED_OUT.test(code) && (errno === void 0 || errno === "TIMEOUT")) return [
		timeout,
		fetchFailed,
		"ConnectTimeoutError UND_ERR_CONNECT_TIMEOUT"
	];
	if (code === "http.body_incomplete") return ["TypeError: terminated", errno === "ECONNRESET" ? "Error ECONNRESET" : "SocketError UND_ERR_SOCKET"];
	if (code === "http.closed") return [
		connection,
		fetchFailed,
		"SocketError UND_ERR_SOCKET"
	];
	if (code === "http.response.invalid") return [
		connection,
		fetchFailed,
		"HTTPParserError"
	];
	if (code === "tls.closed") return [
		connection,
		fetchFailed,
		"Error ECONNRESET"
	];
	return [
		connection,
		fetchFailed,
		errno === void 0 ? "Error" : `Error ${errno}`
	];
}
/** Measured: openai-python 3.22 with httpx2; 2.54 gives the same with the names of httpx. */
function pythonChain({ errno, proxyStatus, sdkVersion }, code) {
	const http = Number(/\d+/.exec(sdkVersion ?? "")?.[0] ?? 0) >= 3 ? "httpx2" : "httpx";
	const connection = "openai.APIConnectionError";
	if (proxyStatus !== void 0) return [connection, `${http}.ProxyError`];
	if (TIMED_OUT.test(code)) return [
		"openai.APITimeoutError",
		`${http}.${code.startsWith("http.") ? "ReadTimeout" : "ConnectTimeout"}`,
		"TimeoutError"
	];
	const [kind, cause] = pythonCause(code, errno);
	return [
		connection,
		`${http}.${kind}`,
		...cause === "" ? [] : [cause]
	];
}
function pythonCause(code, errno = "") {
	if (/ENOTFOUND|EAI_|ENODATA/.test(errno) || code.startsWith("dns.")) return ["ConnectError", "socket.gaierror"];
	if (code === "http.reset") return ["ReadError", "ConnectionResetError"];
	if (code.startsWith("http.")) return ["RemoteProtocolError", ""];
	if (/cert/.test(code)) return ["ConnectError", "ssl.SSLCertVerificationError"];
	if (code === "tls.closed") return ["ConnectError", "ssl.SSLEOFError"];
	if (errno === "ECONNREFUSED") return ["ConnectError", "ConnectionRefusedError"];
	if (errno === "ECONNRESET") return ["ConnectError", "ConnectionResetError"];
	return ["ConnectError", code.startsWith("tls.") ? "ssl.SSLError" : "OSError"];
}

// src/wire/time-limit.ts
/**
* Unlike `AbortSignal.timeout`, whose timer does not keep the process alive: a run that waits for
* a resolver that never answers must still end with a verdict, not by running out of events. Unlike
* `AbortSignal.any`, whose parent remembers every signal that was ever made of it until memory is
* tidied up: a thousand routes held their sockets by it.
*/
function limitTime(milliseconds, ...parents) {
	const controller = new AbortController();
	let ranOut = false;
	const timer = setTimeout(() => {
		ranOut = true;
		controller.abort();
	}, Math.max(1, Math.ceil(milliseconds)));
	const follow = () => controller.abort(parents.find(({ aborted }) => aborted)?.reason);
	for (const parent of parents) parent.addEventListener("abort", follow, { once: true });
	if (parents.some(({ aborted }) => aborted)) follow();
	return {
		signal: controller.signal,
		ranOut: () => ranOut,
		stop: () => {
			clearTimeout(timer);
			for (const parent of parents) parent.removeEventListener("abort", follow);
		}
	};
}

// src/reports/baseline.ts
/** What a change of the address that the API's edge sees is called. */
const EGRESS_ADDRESS = "egress address";
/** What changed since the earlier packet, as plain sentences; empty without one. Not escaped. */
function baselineLines({ baseline }) {
	if (baseline === void 0) return [];
	if (baseline.refused !== void 0) return [`Not compared: ${baseline.refused}`];
	if (baseline.changes.length === 0) return [`Nothing changed since ${baseline.startedAt}.`];
	return baseline.changes.map(({ what, before, now }) => {
		return `${what.startsWith("egress address") ? `The ${what} changed since ${baseline.startedAt}` : what}: ${before || "none"} → ${now || "none"}`;
	});
}

export { parseUrl as $, html as $t, firstBadStep as A, scopeOf as At, withOrder as B, workspaceOf as Bt, codeLine as C, plainHost as Ct, destinationIn as D, isAddress as Dt, decidingRoute as E, addressBytes as Et, placeOf as F, TRUST_SETTING as Ft, readBoolean as G, show as Gt, layered as H, formIn as Ht, provenUpTo as I, absolute as It, readDuration as J, nearest as Jt, readChoice as K, writeNear as Kt, titleOf as L, inputPath as Lt, ladderOf as M, parseDuration as Mt, marksOf as N, CLIENT_FACTS as Nt, duration as O, isThisMachine as Ot, ownerTitle as P, CLIENT_WORDS as Pt, parseOrigin as Q, fenced as Qt, verdictMark as R, packetFolder as Rt, all as S, meantHost as St, count as T, tokenScopeOf as Tt, checkGiven as U, holdsKey as Ut, askSource as V, firstOf as Vt, checkInputs as W, isUsageProblem as Wt, readPathChecks as X, regionOf as Xt, readOwners as Y, describeRuntime as Yt, readPercent as Z, cut as Zt, COLOURED_MARKS as _, EXIT as _n, isPrivateHost as _t, provenance as a, outputText as an, checkApiVersion as at, OWNER_NAMES as b, failing as bn, kindOfHost as bt, stamp as c, createRedactor as cn, readText as ct, lastOf as d, isHostOf as dn, cloudOf as dt, indentedLine as en, OPENAI_BASE_URL as et, lineOf as f, isVendorKey as fn, endingsOf as ft, CANCELLED_NOTE as g, planted as gn, isOwnHost as gt, timedOf as h, vendorOf as hn, isOpenaiHost as ht, exceptionChain as i, oneLine as in, problemOf as it, firstSentence as j, duration$1 as jt, findingUrl as k, resolved as kt, withOffset as l, CREDENTIALS as ln, IMDS as lt, servedTo as m, vendorAt as mn, isInternalHost as mt, baselineLines as n, markdown as nn, credentialsIn as nt, flat as o, plainText as on, checkScope as ot, listed as p, keyShape as pn, isAzureHost as pt, readCount as q, distance as qt, limitTime as r, markdownCode as rn, printable as rt, packetWithoutRoutes as s, withoutCommands as sn, isAzureV1 as st, EGRESS_ADDRESS as t, linkTarget as tn, checkText as tt, attemptsOf as u, KEY_BEGINNINGS as un, PUBLIC_CLOUD as ut, CRASH_NOTE as v, codeOf as vn, isPrivateLinkHost as vt, confidenceNote as w, statusPageOf as wt, RUNG_NAMES as x, knownHost as xt, MARKS as y, exitCodeOf as yn, isWebPage as yt, verdictWord as z, packetFolderProblems as zt };