import { D as entryOf } from "./settings-inputs.js";

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

export { provenance as n, exceptionChain as t };