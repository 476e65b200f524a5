import { t as distance } from "./knowledge-distance.js";

// src/knowledge/addresses.ts
const TABLE = [
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
].map(([network, prefix, scope]) => {
	const { value, bits } = parsed(network) ?? {
		value: 0n,
		bits: 32
	};
	const rest = BigInt(bits - prefix);
	return {
		scope,
		bits,
		rest,
		start: value >> rest
	};
});
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
	return TABLE.find((range) => range.bits === bits && value >> range.rest === range.start)?.scope ?? "public";
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

export { tokenScopeOf as _, isAzureHost as a, resolved as b, isOwnHost as c, isWebPage as d, kindOfHost as f, statusPageOf as g, plainHost as h, endingsOf as i, isPrivateHost as l, meantHost as m, PUBLIC_CLOUD as n, isInternalHost as o, knownHost as p, cloudOf as r, isOpenaiHost as s, IMDS as t, isPrivateLinkHost as u, isAddress as v, scopeOf as x, isThisMachine as y };