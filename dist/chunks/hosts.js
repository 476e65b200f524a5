import { BlockList, isIP } from "node:net";

// src/settings/hosts.ts
const OPENAI_HOST = /^(?:.+\.)?api\.openai\.com$/;
/** Microsoft's names for a resource in its public, US and China clouds. */
const AZURE_HOST = /^.+\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn)$|^.+\.api\.cognitive\.(?:microsoft\.com|microsoft\.us|azure\.cn)$/;
/** Pages for people on the vendors' domains: they look like the API's host and are not. */
const WEB_HOST = /^(?:(?:www|platform|chat|help|status|auth|beta|developers|community)\.)?openai\.com$|^(?:www\.)?chatgpt\.com$|^(?:portal|oai|ai|learn)\.azure\.(?:com|us|cn)$/;
/** Who serves the API, as far as the host says it. */
function kindOfHost(host) {
	const name = plain(host);
	if (OPENAI_HOST.test(name)) return "openai";
	return AZURE_HOST.test(name) ? "azure" : "gateway";
}
/** The name belongs to OpenAI or Microsoft, so it is known what the service takes. */
function isOwnHost(host) {
	return kindOfHost(host) !== "gateway";
}
function isWebPage(host) {
	return WEB_HOST.test(plain(host));
}
/** Ranges that are not routed on the internet (RFC 6890). */
const NOT_PUBLIC = new BlockList();
for (const [net, bits] of [
	["127.0.0.0", 8],
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["169.254.0.0", 16],
	["100.64.0.0", 10]
]) NOT_PUBLIC.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
	["::1", 128],
	["fc00::", 7],
	["fe80::", 10]
]) NOT_PUBLIC.addSubnet(net, bits, "ipv6");
/** Names that no public name server answers for: RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, and the usual private ones. */
const PRIVATE_NAME = /\.(?:localhost|local|internal|svc|cluster|lan|home|corp|intranet|private|test|home\.arpa)$|\.svc\.[a-z0-9.-]+$/;
/**
* Plain HTTP may go there: this machine, a private network, a cluster. A name that is not known
* to be private counts as public.
*/
function isPrivateHost(host) {
	const name = plain(host);
	const family = isIP(name);
	if (family !== 0) return NOT_PUBLIC.check(name, family === 4 ? "ipv4" : "ipv6");
	return !name.includes(".") || PRIVATE_NAME.test(name);
}
/** Lower case, without brackets and without the dot of a fully qualified name. */
function plain(host) {
	return host.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

export { kindOfHost as i, isPrivateHost as n, isWebPage as r, isOwnHost as t };