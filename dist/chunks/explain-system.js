import { A as given, D as entryOf } from "./settings-inputs.js";

// src/explain/vocabulary/row.ts
/** The rows that one source gives. */
function from(source, entries) {
	return entries.map(([pattern, means, describes]) => ({
		pattern,
		means,
		source,
		describes: describes !== void 0
	}));
}
function failure(layer, errno, more = {}) {
	return {
		kind: "failure",
		layer,
		...given({ errno }),
		...more
	};
}
/** What a row says of one match. */
function readingsOf({ means }, match) {
	const read = typeof means === "function" ? means(match) : means;
	return read === void 0 ? [] : [read].flat();
}

// src/explain/vocabulary/system.ts
/** Host names and addresses as they stand in messages. */
const HOST = String.raw`[A-Za-z\d](?:[\w.-]{0,252}[A-Za-z\d])?`;
/** Java writes `name/address:port`. */
const ADDRESS = String.raw`(?:\/(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-fA-F:.]{2,45}\]))?`;
/** libuv's name of each failure of the system, and the layer on which it occurs when nothing else is said. */
const LAYERS = {
	ENOTFOUND: "dns",
	EAI_AGAIN: "dns",
	EAI_FAIL: "dns",
	EAI_NODATA: "dns",
	EAI_NONAME: "dns",
	EAI_SYSTEM: "dns",
	EAI_SERVICE: "dns",
	ESERVFAIL: "dns",
	EREFUSED: "dns",
	ETIMEOUT: "dns",
	ECONNREFUSED: "tcp",
	ECONNRESET: "http",
	ECONNABORTED: "http",
	ETIMEDOUT: "tcp",
	EHOSTUNREACH: "tcp",
	ENETUNREACH: "tcp",
	EHOSTDOWN: "tcp",
	ENETDOWN: "tcp",
	EADDRNOTAVAIL: "tcp",
	EAFNOSUPPORT: "tcp",
	EACCES: "tcp",
	EPIPE: "http",
	EPROTO: "tls"
};
/** What was called says the layer where a client names it. */
const CALLS = {
	getaddrinfo: "dns",
	queryA: "dns",
	queryAaaa: "dns",
	connect: "tcp",
	bind: "tcp",
	read: "http",
	write: "http"
};
/** A number that means different things on two systems is left out. */
const NUMBERS = {
	32: "EPIPE",
	97: "EAFNOSUPPORT",
	99: "EADDRNOTAVAIL",
	100: "ENETDOWN",
	101: "ENETUNREACH",
	103: "ECONNABORTED",
	104: "ECONNRESET",
	110: "ETIMEDOUT",
	111: "ECONNREFUSED",
	112: "EHOSTDOWN",
	113: "EHOSTUNREACH",
	47: "EAFNOSUPPORT",
	49: "EADDRNOTAVAIL",
	50: "ENETDOWN",
	51: "ENETUNREACH",
	53: "ECONNABORTED",
	54: "ECONNRESET",
	60: "ETIMEDOUT",
	61: "ECONNREFUSED",
	64: "EHOSTDOWN",
	65: "EHOSTUNREACH",
	"-2": "ENOTFOUND",
	"-3": "EAI_AGAIN",
	"-4": "EAI_FAIL",
	"-5": "EAI_NODATA",
	"-11": "EAI_SYSTEM",
	8: "ENOTFOUND",
	10013: "EACCES",
	10047: "EAFNOSUPPORT",
	10048: "EADDRNOTAVAIL",
	10049: "EADDRNOTAVAIL",
	10050: "ENETDOWN",
	10051: "ENETUNREACH",
	10052: "ECONNRESET",
	10053: "ECONNABORTED",
	10054: "ECONNRESET",
	10060: "ETIMEDOUT",
	10061: "ECONNREFUSED",
	10064: "EHOSTDOWN",
	10065: "EHOSTUNREACH",
	11001: "ENOTFOUND",
	11002: "EAI_AGAIN",
	11003: "EAI_FAIL",
	11004: "EAI_NODATA"
};
/** libuv's own numbers of getaddrinfo (uv/errno.h), as they stand in `errno:` of an error of Node. */
const UV_NUMBERS = {
	"-3001": "EAI_AGAIN",
	"-3007": "EAI_NODATA",
	"-3008": "ENOTFOUND"
};
/** SocketError of .NET (System/Net/Sockets/SocketError.cs; the same list printed by Mono 6.8), as far as a connection can meet it. */
const SOCKET_ERRORS = {
	HostNotFound: "ENOTFOUND",
	TryAgain: "EAI_AGAIN",
	NoRecovery: "EAI_FAIL",
	NoData: "EAI_NODATA",
	ConnectionRefused: "ECONNREFUSED",
	ConnectionReset: "ECONNRESET",
	NetworkReset: "ECONNRESET",
	ConnectionAborted: "ECONNABORTED",
	TimedOut: "ETIMEDOUT",
	HostUnreachable: "EHOSTUNREACH",
	HostDown: "EHOSTDOWN",
	NetworkUnreachable: "ENETUNREACH",
	NetworkDown: "ENETDOWN",
	AddressNotAvailable: "EADDRNOTAVAIL",
	AddressAlreadyInUse: "EADDRNOTAVAIL",
	AddressFamilyNotSupported: "EAFNOSUPPORT",
	AccessDenied: "EACCES"
};
/** NSURLError of Foundation. */
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
/**
* Atoms of Erlang's inet, as Mint, Finch, Req, hackney and httpc print them; those of POSIX are the
* names above in lower case. Printed by OTP 25 where they can be provoked on one machine.
*/
const ERLANG = {
	nxdomain: failure("dns", "ENOTFOUND"),
	notfound: failure("dns", "ENOTFOUND"),
	no_data: failure("dns", "EAI_NODATA"),
	try_again: failure("dns", "EAI_AGAIN"),
	no_recovery: failure("dns", "EAI_FAIL"),
	servfail: failure("dns", "ESERVFAIL"),
	refused: failure("dns", "EREFUSED"),
	formerr: failure("dns", void 0, { code: "dns.failed" }),
	connect_timeout: failure("tcp", "ETIMEDOUT"),
	closed: failure("http", void 0, { code: "http.closed" }),
	socket_closed_remotely: failure("http", void 0, { code: "http.closed" }),
	server_closed: failure("http", void 0, { code: "http.closed" }),
	timeout: {
		kind: "wrapper",
		says: "timeout"
	}
};
/** So it is called whatever the resolver said: a reason behind it says more. */
const notResolved = failure("dns", void 0, { code: "dns.name_not_resolved" });
const NAMES = Object.keys(LAYERS).join("|");
/** A name that is too short to be searched for alone stands in one of these. */
const SHORT = String.raw`(?:(?<call>write|read|connect|bind) |: ['"]|code[=:] ?|error[=:] ?|Error: )(?<errno>EPIPE|EPROTO|EACCES)\b`;
/** Names, numbers and words of the operating system, printed by every client. */
const SYSTEM = [
	...from("libuv 1.51 include/uv.h UV_ERRNO_MAP; Node.js 24 lib/internal/errors.js", [
		[new RegExp(String.raw`(?:\b(?<call>getaddrinfo|queryA|queryAaaa|connect|read|write|bind) )?\b(?<errno>${NAMES.replace(/\|(?:EPIPE|EPROTO|EACCES)/g, "")})\b(?: (?<where>[\w.:[\]%-]{1,255}))?`), named],
		[new RegExp(SHORT), named],
		[/\berrno['"]?: (-30\d\d)\b/, ([, number = ""]) => byName(entryOf(UV_NUMBERS, number))]
	]),
	...from("CPython 3.14 Objects/exceptions.c; Go 1.25 syscall; Rust 1.95 std::io::Error", [[/(?:\[Errno |\(Errno | Errno |\berrno = |\bWinError |\bos error |WSAError |[Ss]ocket error (?:code )?#?|\bOs \{ code: )(-?\d{1,5})\b/, byNumber], [/\b(?:Connection(?:Reset|Refused|Aborted)Error|TimeoutError|gaierror|OSError|BrokenPipeError|socket\.error)[(:] ?\(?(?:\[Errno )?(-?\d{1,5})[,\]]/, byNumber]]),
	...from("Windows SDK winsock2.h; .NET 9 System.Net.Sockets SocketException", [
		[/(?:Exception \(|\berror:? (?:code:? )?|\bcode:? )(1[01]0\d\d)\b/i, byNumber],
		[new RegExp(String.raw`\bSocketError(?:Code)? ?[=:.] ?(${Object.keys(SOCKET_ERRORS).join("|")})\b`), ([, name = ""]) => byName(entryOf(SOCKET_ERRORS, name))],
		[/actively refused it/i, failure("tcp", "ECONNREFUSED")],
		[/forcibly closed by the remote host/i, failure("http", "ECONNRESET")],
		[/did not properly respond after a period/i, failure("tcp", "ETIMEDOUT")],
		[/forbidden by its access permissions/i, failure("tcp", "EACCES")],
		[/unreachable (?:host|network)\b/i, ({ 0: words }) => failure("tcp", /host/i.test(words) ? "EHOSTUNREACH" : "ENETUNREACH")],
		[/connection was aborted by the software in your host machine/i, failure("http", "ECONNABORTED")],
		[/\bNo such host is known\b/i, failure("dns", "ENOTFOUND")],
		[/nonauthoritative (?:host not found|answer)|error occurred during a database lookup/i, failure("dns", "EAI_AGAIN")],
		[/requested name is valid(?:,)? but no data of the requested type/i, failure("dns", "EAI_NODATA")]
	]),
	...from("glibc 2.41 string/errlist, macOS 15 strerror(3)", [
		[/\bConnection refused\b/i, failure("tcp", "ECONNREFUSED")],
		[/\bconnect: connection reset\b/i, failure("tcp", "ECONNRESET")],
		[/\bConnection reset(?: by peer)?\b/i, failure("http", "ECONNRESET")],
		[/\bNo route to host\b|\bHost is (?:down|unreachable)\b/i, failure("tcp", "EHOSTUNREACH")],
		[/\bNetwork is (?:unreachable|down)\b/i, failure("tcp", "ENETUNREACH")],
		[/\bConnection timed out\b(?! after \d{1,9} (?:ms|milliseconds) with)/i, failure("tcp", "ETIMEDOUT")],
		[/\bconnect call failed\b/i, failure("tcp", void 0, { code: "tcp.failed" })],
		[/\bBroken pipe\b/i, failure("http", "EPIPE")],
		[/\b(?:Can(?:no|')t assign requested address|Cannot assign requested address)\b/i, failure("tcp", "EADDRNOTAVAIL")],
		[/\bAddress family (?:for hostname )?not supported\b/i, failure("tcp", "EAFNOSUPPORT")],
		[/\bSoftware caused connection abort\b/i, failure("http", "ECONNABORTED")]
	]),
	...from("glibc 2.41 and musl 1.2 gai_strerror, macOS 15 gai_strerror(3)", [
		[/Name or service not known|Name does not resolve|nodename nor servname provided|No address associated with hostname|\bnon-existing domain\b|\bHost not found\b(?!, try)|\bunknown host\b/i, failure("dns", "ENOTFOUND")],
		[/Temporary failure in name resolution|\bnxdomain \(temporary\)|gaierror[^\n]{0,20}Try again|\bHost not found, try again/i, failure("dns", "EAI_AGAIN")],
		[/Resource temporarily unavailable \([\w.-]{1,255}:\d/i, failure("dns", "EAI_AGAIN")],
		[/Non-recoverable failure in name resolution/i, failure("dns", "EAI_FAIL")],
		[/\bgetaddrinfo failed\b|\bNameResolutionError\b|\bFailed to resolve '/i, notResolved]
	]),
	...from("Dart 3.9 sdk/lib/io/socket.dart", [[/\bFailed host lookup: '/i, notResolved]]),
	...from("Apple developer.apple.com/documentation/foundation/nsurlerror-codes, iOS 18", [[/NSURLErrorDomain[, ]{1,2}(?:Code=|code: |error )?(-\d{3,4})/i, ([, code = ""]) => entryOf(APPLE, code)]]),
	...from("Erlang/OTP 25 inet:posix(), inet:format_error/1; Mint 1.7 lib/mint/transport_error.ex", [
		[/(?:TransportError|HTTPoison\.Error|Finch\.Error|hackney)[^\n]{0,40}?reason: :([a-z_]{4,30})/, erlang],
		[/\bnon-existing domain\b/, failure("dns", "ENOTFOUND")],
		[/\bMint\.TransportError\) socket closed\b/, failure("http", void 0, { code: "http.closed" })],
		[/\bMint\.TransportError\) timeout\b/, {
			kind: "wrapper",
			says: "timeout"
		}]
	]),
	...from("Erlang/OTP 25 lib/inets httpc_handler.erl", [[/\{failed_connect,\s?\[\{to_address,\s?\{"(?<host>[\w.:-]{1,253})",\s?(?<port>\d{1,5})\}\}(?:[^\n]{0,60}\],\s?(?<atom>[a-z_]{4,30})\}\])?/, (match) => [place(match), match.groups?.["atom"] === "timeout" ? failure("tcp", "ETIMEDOUT") : erlang(["", match.groups?.["atom"] ?? ""]) ?? failure("tcp", void 0, { code: "tcp.failed" })]], [/\{error,\s?(?:\{shutdown,\s?)?(socket_closed_remotely|server_closed)\b/, erlang]]),
	...from(".NET 9 SocketException, CPython urllib3 2.5, libcurl 8, Ruby 3.4 net/http", [
		[new RegExp(String.raw`(?:Failed to resolve '|Failed host lookup: '|Could not resolve(?: host)?: |Unable to resolve host "|unable to resolve host address ['‘]|wget: bad address '|(?:not known|is known|unavailable)\.? \()(?<host>${HOST})`, "i"), place],
		[new RegExp(String.raw`(?:refused|timed out|refused it\.|reset by peer|unavailable|known\.|unreachable)(?: \(|: )(?<host>${HOST})${ADDRESS}:(?<port>\d{1,5})(?:\)|\s|$)`), place],
		[new RegExp(String.raw`Failed to (?:connect to|open TCP connection to) \[?(?<host>${HOST})\]?${ADDRESS}(?:(?: port |:)(?<port>\d{1,5}))?`, "i"), place],
		[/(?<!proxyconnect tcp: )\bdial tcp \[?(?<host>[\da-fA-F:]{2,45}|[\w.-]{1,253})\]?:(?<port>\d{1,5}): /, place],
		[
			/\blookup (?<host>[A-Za-z\d][\w.-]{0,253})(?: on [\da-fA-F.:[\]]{2,50})?: /,
			place,
			"describes"
		],
		[
			/\bConnect call failed \('(?<host>[\da-fA-F.:]{2,45})', (?<port>\d{1,5})/,
			place,
			"describes"
		],
		[/attempted address(?:es)?: (?<host>[\w.-]{1,253}):(?<port>\d{1,5})/, place]
	])
];
function named(match) {
	const { call, errno = "", where = "" } = match.groups ?? {};
	if (isListed(match)) return void 0;
	if (errno === "ECONNABORTED" && call === void 0 && /\bcode['"]?: ?['"]$/.test(match.input.slice(0, match.index))) return {
		kind: "wrapper",
		says: "timeout"
	};
	const layer = (call === void 0 ? void 0 : entryOf(CALLS, call)) ?? entryOf(LAYERS, errno);
	const asked = call === "getaddrinfo" && /^[a-z\d][a-z\d-]{1,62}$/.test(where);
	return layer === void 0 ? void 0 : failure(layer, errno, asked ? { host: where } : placeOf(where));
}
/** A quoted name that is no value of `code`: the list of errors that a client would retry. */
function isListed({ 0: found, input, index }) {
	const quote = /^['"`]/.test(found) ? index : index - 1;
	if (!/['"`]/.test(input[quote] ?? "")) return false;
	return !/(?:code|errno|error|reason|cause|name|exception|message|msg)\W{1,8}$/i.test(input.slice(Math.max(0, quote - 23), quote + 1));
}
function erlang([, atom = ""]) {
	return entryOf(ERLANG, atom) ?? byName(atom.toUpperCase());
}
function byNumber([, number = ""]) {
	return byName(entryOf(NUMBERS, number));
}
function byName(errno) {
	const layer = errno === void 0 ? void 0 : entryOf(LAYERS, errno);
	return layer === void 0 ? void 0 : failure(layer, errno);
}
function place({ groups }) {
	const { host = "", port } = groups ?? {};
	return {
		kind: "host",
		host: host.toLowerCase(),
		...port === void 0 ? {} : { port: Number(port) }
	};
}
/** `192.0.2.1:443`, `[2001:db8::1]:443`, `api.example.com`. */
function placeOf(found) {
	const where = found.replace(/^([^[]*)\]$/, "$1").replace(/[.:]$/, "");
	const match = /^(?:\[([\da-fA-F:]{2,45})\]|([\da-fA-F:]{2,45}?)|([A-Za-z\d][\w.-]{0,253})):(\d{1,5})$/.exec(where);
	if (match !== null) return {
		host: match[1] ?? match[2] ?? match[3] ?? "",
		port: Number(match[4])
	};
	return /^(?=.{1,253}$)[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,8}$/.test(where) ? { host: where.toLowerCase() } : {};
}

export { readingsOf as i, failure as n, from as r, SYSTEM as t };