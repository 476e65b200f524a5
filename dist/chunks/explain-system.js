import { f as entryOf } from "./model.js";

// src/explain/readers/signature.ts
/** The same signature, which does not make a line worth reading by itself. */
function describing(signature) {
	return {
		...signature,
		weak: true
	};
}
/** A signature with a fixed meaning. */
function says(literals, pattern, reading) {
	return {
		literals: typeof literals === "string" ? [literals] : literals,
		pattern,
		read: () => reading
	};
}
/** A signature whose groups carry the meaning. */
function tells(literals, pattern, read) {
	return {
		literals: typeof literals === "string" ? [literals] : literals,
		pattern,
		read
	};
}
function failure(layer, errno, more = {}) {
	return {
		kind: "failure",
		layer,
		...errno === void 0 ? {} : { errno },
		...more
	};
}

// src/explain/readers/numbers.ts
const row = (errno, layer) => ({
	errno,
	layer
});
/**
* errno by number: Linux (asm-generic/errno.h), macOS (sys/errno.h), Windows sockets (winsock2.h,
* 10000 and up). A number that means different things on Linux and macOS is left out.
*/
const ERRNO_NUMBERS = {
	32: row("EPIPE", "tcp"),
	99: row("EADDRNOTAVAIL", "tcp"),
	100: row("ENETDOWN", "tcp"),
	101: row("ENETUNREACH", "tcp"),
	103: row("ECONNABORTED", "tcp"),
	104: row("ECONNRESET", "http"),
	110: row("ETIMEDOUT", "tcp"),
	111: row("ECONNREFUSED", "tcp"),
	112: row("EHOSTDOWN", "tcp"),
	113: row("EHOSTUNREACH", "tcp"),
	49: row("EADDRNOTAVAIL", "tcp"),
	50: row("ENETDOWN", "tcp"),
	51: row("ENETUNREACH", "tcp"),
	53: row("ECONNABORTED", "tcp"),
	54: row("ECONNRESET", "http"),
	60: row("ETIMEDOUT", "tcp"),
	61: row("ECONNREFUSED", "tcp"),
	64: row("EHOSTDOWN", "tcp"),
	65: row("EHOSTUNREACH", "tcp"),
	10013: row("EACCES", "tcp"),
	10048: row("EADDRNOTAVAIL", "tcp"),
	10049: row("EADDRNOTAVAIL", "tcp"),
	10050: row("ENETDOWN", "tcp"),
	10051: row("ENETUNREACH", "tcp"),
	10053: row("ECONNABORTED", "tcp"),
	10054: row("ECONNRESET", "http"),
	10060: row("ETIMEDOUT", "tcp"),
	10061: row("ECONNREFUSED", "tcp"),
	10064: row("EHOSTDOWN", "tcp"),
	10065: row("EHOSTUNREACH", "tcp"),
	11001: row("ENOTFOUND", "dns"),
	11002: row("EAI_AGAIN", "dns"),
	11003: row("EAI_FAIL", "dns"),
	11004: row("EAI_NODATA", "dns"),
	/** getaddrinfo on Linux (netdb.h) and, as positive numbers, on macOS. */
	"-2": row("ENOTFOUND", "dns"),
	"-3": row("EAI_AGAIN", "dns"),
	"-4": row("EAI_FAIL", "dns"),
	"-5": row("EAI_NODATA", "dns"),
	"-11": row("EAI_SYSTEM", "dns"),
	8: row("ENOTFOUND", "dns"),
	"-104": row("ECONNRESET", "http"),
	"-110": row("ETIMEDOUT", "tcp"),
	"-111": row("ECONNREFUSED", "tcp"),
	"-113": row("EHOSTUNREACH", "tcp"),
	"-101": row("ENETUNREACH", "tcp")
};
/** The layer on which a name of libuv occurs when nothing else is said. */
const ERRNO_LAYERS = {
	ENOTFOUND: "dns",
	EAI_AGAIN: "dns",
	EAI_FAIL: "dns",
	EAI_NODATA: "dns",
	EAI_NONAME: "dns",
	EAI_SYSTEM: "dns",
	EAI_SERVICE: "dns",
	ESERVFAIL: "dns",
	EREFUSED: "dns",
	ECONNREFUSED: "tcp",
	ECONNRESET: "http",
	ETIMEDOUT: "tcp",
	EHOSTUNREACH: "tcp",
	ENETUNREACH: "tcp",
	EHOSTDOWN: "tcp",
	ENETDOWN: "tcp",
	EADDRNOTAVAIL: "tcp",
	EAFNOSUPPORT: "tcp",
	EPIPE: "http",
	EPROTO: "tls"
};

// src/explain/readers/system.ts
/** Host names and addresses as they stand in messages. */
const HOST = String.raw`[A-Za-z\d](?:[\w.-]{0,252}[A-Za-z\d])?`;
/** A name that is too short to be searched for alone, with what stands around it. */
function around(name) {
	return [
		`write ${name}`,
		`read ${name}`,
		`: '${name}'`,
		`"${name}"`,
		`: ${name}`,
		`(${name})`
	].filter((literal) => literal.length >= 8);
}
const CALLS = {
	getaddrinfo: "dns",
	queryA: "dns",
	queryAaaa: "dns",
	connect: "tcp",
	bind: "tcp",
	read: "http",
	write: "http"
};
/**
* Names, numbers and words of the operating system, printed by every client: libuv names
* (`connect ECONNREFUSED 192.0.2.1:443`), `[Errno 111]`, `WinError 10061`, `os error 104`,
* strerror and gai_strerror of glibc, musl, macOS and Windows.
*/
const SYSTEM = [
	tells(Object.keys(ERRNO_LAYERS).flatMap((name) => name.length < 8 ? around(name.toLowerCase()) : [name.toLowerCase()]), /(?:\b(getaddrinfo|queryA|queryAaaa|connect|read|write|bind) )?\b(E(?:NOTFOUND|AI_[A-Z]{4,10}|SERVFAIL|REFUSED|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN|ADDRNOTAVAIL|AFNOSUPPORT|PIPE|PROTO))\b(?: ([\w.:[\]%-]{1,255}))?/, (match) => {
		const [, call, errno = "", where = ""] = match;
		if (isListed(match)) return void 0;
		const layer = (call === void 0 ? void 0 : entryOf(CALLS, call)) ?? entryOf(ERRNO_LAYERS, errno);
		if (layer === void 0) return void 0;
		return failure(layer, errno, placeOf(where));
	}),
	tells([
		...[
			"[errno ",
			"(errno ",
			" errno "
		].flatMap((before) => "- 1 2 3 4 5 6 7 8 9".split(" ").map((digit) => `${before}${digit}`)),
		"errno = ",
		"winerror",
		"os error",
		"wsaerror",
		"socket error"
	], /(?:\bErrno (?:= )?|\berrno = |\bWinError |\bos error |WSAError |[Ss]ocket error (?:code )?#?)(-?\d{1,5})\b/, ([, number = ""]) => byNumber(number)),
	tells([
		"connectionreseterror(",
		"connectionrefusederror(",
		"timeouterror(",
		"gaierror(",
		"oserror(",
		"connectionabortederror(",
		"brokenpipeerror(",
		"socket.error"
	], /\b(?:Connection(?:Reset|Refused|Aborted)Error|TimeoutError|gaierror|OSError|BrokenPipeError|socket\.error)[(:] ?\(?(?:\[Errno )?(-?\d{1,5})[,\]]/, ([, number = ""]) => byNumber(number)),
	tells([
		"socketexception (",
		"error 1006",
		"error 1005",
		"error 1100",
		"code: 1006",
		"code: 1005",
		"code 1006",
		"code 1005"
	], /(?:\(|\berror:? (?:code:? )?)(1[01]0\d\d)\b/i, ([, number = ""]) => byNumber(number)),
	says([
		"name or service not known",
		"name does not resolve",
		"nodename nor servname",
		"no address associated with hostname",
		"no such host is known",
		"getaddrinfo failed",
		"host not found",
		"unknown host",
		"could not resolve host",
		"failed to resolve",
		"name resolution error",
		"nameresolutionerror",
		"non-existing domain",
		"failed host lookup"
	], /Name or service not known|\bnon-existing domain\b|Failed host lookup: '|Name does not resolve|nodename nor servname provided|No address associated with hostname|No such host is known|getaddrinfo failed|Host not found|unknown host\b|Could not resolve host(?!name of proxy)|Failed to resolve '|NameResolutionError/i, failure("dns", "ENOTFOUND")),
	says([
		"temporary failure in name resolution",
		"try again",
		"resource temporarily unavailable",
		"non-authoritative"
	], /Temporary failure in name resolution|\bnxdomain \(temporary\)|gaierror[^\n]{0,20}Try again|Resource temporarily unavailable \([\w.-]{1,255}:\d|nonauthoritative|error occurred during a database lookup/i, failure("dns", "EAI_AGAIN")),
	tells([
		"failed to resolve '",
		"failed host lookup: '",
		"could not resolve host:",
		"no such host is known. (",
		"not known (",
		"unavailable ("
	], new RegExp(String.raw`(?:Failed to resolve '|Failed host lookup: '|Could not resolve host: |(?:known|unavailable)\.? \()(${HOST})`, "i"), ([, host = ""]) => ({
		kind: "host",
		host: host.toLowerCase()
	})),
	tells([
		"refused (",
		"timed out (",
		"refused it. (",
		"reset by peer (",
		"unavailable (",
		"known. ("
	], new RegExp(String.raw`\((${HOST}):(\d{1,5})\)`), hostAndPort),
	tells(["failed to connect to", "failed to open tcp connection to"], new RegExp(String.raw`Failed to (?:connect to|open TCP connection to) \[?(${HOST})\]?(?:(?: port |:)(\d{1,5}))?`, "i"), hostAndPort),
	tells("dial tcp ", /(?<!proxyconnect tcp: )\bdial tcp (?:\[([\da-fA-F:]{2,45})\]|([\w.-]{1,253})):(\d{1,5}): /, ([, six, name, port = ""]) => hostAndPort([
		"",
		six ?? name ?? "",
		port
	])),
	says(["connection refused", "actively refused it"], /\bConnection refused\b|actively refused it/i, failure("tcp", "ECONNREFUSED")),
	says("connect: connection reset", /\bconnect: connection reset\b/i, failure("tcp", "ECONNRESET")),
	says(["connection reset", "forcibly closed by the remote host"], /\bConnection reset(?: by peer)?\b|forcibly closed by the remote host/i, failure("http", "ECONNRESET")),
	says([
		"no route to host",
		"host is down",
		"host is unreachable",
		"host unreachable",
		"unreachable host"
	], /\bNo route to host\b|\bHost is (?:down|unreachable)\b|unreachable host/i, failure("tcp", "EHOSTUNREACH")),
	says([
		"network is unreachable",
		"network is down",
		"unreachable network"
	], /\bNetwork is (?:unreachable|down)\b|unreachable network/i, failure("tcp", "ENETUNREACH")),
	says([
		"connection timed out",
		"did not properly respond after a period",
		"connect call failed"
	], /\bConnection timed out\b(?! after \d{1,9} (?:ms|milliseconds) with)|did not properly respond after a period/i, failure("tcp", "ETIMEDOUT")),
	tells(["nsurlerrordomain"], /NSURLErrorDomain[, ]{1,2}(?:Code=|code: |error )?(-\d{3,4})/i, ([, code = ""]) => entryOf(APPLE, code)),
	says(["connectionrefused", "is the computer able to access the url"], /"ConnectionRefused"|\bConnectionRefused\b(?!Error)/, failure("tcp", "ECONNREFUSED")),
	says(["broken pipe"], /\bBroken pipe\b/i, failure("http", "EPIPE")),
	says(["forbidden by its access permissions"], /forbidden by its access permissions/i, failure("tcp", "EACCES"))
];
/** NSURLError of Foundation (developer.apple.com/documentation/foundation/nsurlerror-codes). */
const APPLE = {
	"-1001": {
		kind: "wrapper",
		says: "timeout"
	},
	"-1003": failure("dns", "ENOTFOUND"),
	"-1004": failure("tcp", void 0, { code: "tcp.failed" }),
	"-1005": failure("http", void 0, { code: "http.closed" }),
	"-1006": failure("dns", void 0, { code: "dns.failed" }),
	"-1009": failure("tcp", "ENETUNREACH"),
	"-1200": failure("tls", void 0, { code: "tls.failed" }),
	"-1201": failure("tls", "CERT_HAS_EXPIRED"),
	"-1202": failure("tls", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"),
	"-1203": failure("tls", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"),
	"-1204": failure("tls", "CERT_NOT_YET_VALID"),
	"-1205": failure("tls", void 0, { code: "tls.bad_client_auth_cert" }),
	"-1206": failure("tls", void 0, { code: "tls.bad_client_auth_cert" })
};
/** A quoted name that is no value of `code`: the list of errors that a client would retry. */
function isListed({ input, index }) {
	if (!/['"`]/.test(input[index - 1] ?? "")) return false;
	return !/(?:code|errno|error|reason|cause|name|exception|message|msg)\W{1,8}$/i.test(input.slice(Math.max(0, index - 24), index));
}
function hostAndPort([, host = "", port]) {
	return {
		kind: "host",
		host: host.toLowerCase(),
		...port === void 0 ? {} : { port: Number(port) }
	};
}
function byNumber(number) {
	const meaning = entryOf(ERRNO_NUMBERS, number);
	return meaning === void 0 ? void 0 : failure(meaning.layer, meaning.errno);
}
/** `192.0.2.1:443`, `[2001:db8::1]:443`, `api.example.com`. */
function placeOf(where) {
	const match = /^(?:\[([\da-fA-F:]{2,45})\]|([\da-fA-F:]{2,45}?)|([A-Za-z\d][\w.-]{0,253})):(\d{1,5})$/.exec(where);
	if (match !== null) return {
		host: match[1] ?? match[2] ?? match[3] ?? "",
		port: Number(match[4])
	};
	return /^(?=.{1,253}$)[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,8}$/.test(where) ? { host: where.toLowerCase() } : {};
}

export { tells as a, says as i, describing as n, failure as r, SYSTEM as t };