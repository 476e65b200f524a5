import { createRequire } from "node:module";
import "./chunks/runtime.js";
import { t as preflight } from "./chunks/engine.js";
import { k as fields } from "./chunks/settings-inputs.js";
const { createHash, timingSafeEqual } = createRequire(import.meta.url ?? process.execPath)("node:crypto");

// src/functions/guard.ts
/** Variable that holds the token; without it the function answers nobody. */
const TOKEN_VARIABLE = "OPENAI_PREFLIGHT_TOKEN";
/** Shorter ones can be guessed at the rate at which a function answers. */
const SHORTEST_TOKEN = 16;
/** `undefined` when the caller may ask: the token is configured, and the caller has it. */
function refusalOf(token, headers) {
	const wanted = token?.trim() ?? "";
	if (wanted.length < SHORTEST_TOKEN) return {
		status: 503,
		code: "own.token_missing",
		message: `${TOKEN_VARIABLE} ${wanted === "" ? "is not set" : `has fewer than ${SHORTEST_TOKEN} characters`}, and without it anybody could make this function send requests: set it to a long random value in the settings of the function.`
	};
	if (isSame(givenToken(headers), wanted)) return void 0;
	return {
		status: 401,
		code: "own.token_wrong",
		message: `Send the value of ${TOKEN_VARIABLE} as "Authorization: Bearer …" or in the header x-openai-preflight-token.`,
		headers: { "www-authenticate": "Bearer realm=\"openai-preflight\"" }
	};
}
/** Never from the URL: addresses are logged. */
function givenToken(headers) {
	const own = headers["x-openai-preflight-token"];
	if (own !== void 0) return own.trim();
	return /^Bearer\s+(\S+)\s*$/i.exec(headers["authorization"] ?? "")?.[1] ?? "";
}
/** Hashes are equally long whatever was sent, so the time says nothing of the token. */
function isSame(given, wanted) {
	const hash = (text) => createHash("sha256").update(text).digest();
	return timingSafeEqual(hash(given), hash(wanted));
}

// src/functions/answer.ts
/** The deadline where the platform says nothing of its own. */
const LONGEST_RUN_MS = 6e4;
/** Kept for writing the answer before the platform ends the function. */
const ANSWERING_MS = 1e3;
/**
* Answers with the packet, to callers who have the token, one run at a time: a run costs a request
* of the account, and a crowd of them would be a bill.
*/
function createAnswering(run, environment) {
	let running = false;
	return async (asked) => {
		const refusal = refusalOf(environment[TOKEN_VARIABLE], asked.headers);
		if (refusal !== void 0) return refused(refusal);
		if (asked.method !== "GET" && asked.method !== "POST") return refused({
			status: 405,
			code: "own.method",
			message: "Ask with GET or POST.",
			headers: { allow: "GET, POST" }
		});
		if (running) return refused({
			status: 429,
			code: "own.busy",
			message: "A preflight is running here; ask again when it has ended.",
			headers: { "retry-after": "10" }
		});
		running = true;
		try {
			const left = (asked.remainingMs ?? Infinity) - ANSWERING_MS;
			const packet = await run(Math.max(1e3, Math.min(LONGEST_RUN_MS, left)));
			return said(200, packet, { "x-openai-preflight-verdict": packet.verdict.verdict });
		} catch (error) {
			return said(500, { error: {
				code: "own.crash",
				message: `openai-preflight itself failed (${error instanceof Error ? error.name.replaceAll(/\W/g, "") : "unknown"}); this says nothing about the route.`
			} });
		} finally {
			running = false;
		}
	};
}
function refused({ status, code, message, headers = {} }) {
	return said(status, { error: {
		code,
		message
	} }, headers);
}
function said(status, body, headers = {}) {
	return {
		status,
		headers: {
			"content-type": "application/json; charset=utf-8",
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
			...headers
		},
		body: `${JSON.stringify(body)}\n`
	};
}

// src/functions/shapes.ts
function isNodeResponse(value) {
	return hasFunction(value, "setHeader") && hasFunction(value, "end");
}
/** A request of the web has it too; the two are told apart by `instanceof Request` before. */
function isAzureRequest(value) {
	if (typeof value !== "object" || value === null) return false;
	const headers = Reflect.get(value, "headers");
	return typeof Reflect.get(value, "method") === "string" && typeof Reflect.get(value, "url") === "string" && hasFunction(headers, "forEach");
}
function isNodeRequest(value) {
	return typeof value === "object" && value !== null && typeof Reflect.get(value, "headers") === "object";
}
function hasFunction(value, name) {
	return typeof value === "object" && value !== null && typeof Reflect.get(value, name) === "function";
}
function askedByWeb(request) {
	const headers = {};
	request.headers.forEach((value, name) => {
		headers[name.toLowerCase()] = value;
	});
	return {
		method: request.method.toUpperCase(),
		headers
	};
}
function askedByNode({ method, headers }) {
	const flat = {};
	for (const [name, value] of Object.entries(headers)) if (value !== void 0) flat[name.toLowerCase()] = typeof value === "string" ? value : value.join(", ");
	return {
		method: (method ?? "GET").toUpperCase(),
		headers: flat
	};
}
function askedByLambda(event, context) {
	const { headers, multiValueHeaders, httpMethod, requestContext } = fields(event);
	const flat = {};
	for (const [name, value] of Object.entries(fields(multiValueHeaders))) if (Array.isArray(value)) flat[name.toLowerCase()] = value.map(String).join(", ");
	for (const [name, value] of Object.entries(fields(headers))) if (typeof value === "string") flat[name.toLowerCase()] = value;
	const method = httpMethod ?? fields(fields(requestContext)["http"])["method"];
	const remaining = isLambdaContext(context) ? context.getRemainingTimeInMillis() : NaN;
	return {
		method: typeof method === "string" ? method.toUpperCase() : "POST",
		headers: flat,
		...Number.isFinite(remaining) ? { remainingMs: remaining } : {}
	};
}
function isLambdaContext(context) {
	return hasFunction(context, "getRemainingTimeInMillis");
}
function lambdaResult({ status, headers, body }) {
	return {
		statusCode: status,
		headers,
		body,
		isBase64Encoded: false
	};
}

// src/functions/handler.ts
/**
* A handler for AWS Lambda, Google Cloud Functions, Azure Functions, Vercel and everything with
* the web's or Node's request: runs the preflight where the function runs and returns the packet.
* Callers need the token of OPENAI_PREFLIGHT_TOKEN; without one configured it answers 503 to all.
*/
function createHandler(options = {}) {
	const environment = options.environment ?? process.env;
	const answering = createAnswering(options.run ?? realRun(options, environment), environment);
	async function handle(first, second) {
		if (isNodeResponse(second) && isNodeRequest(first)) {
			const { status, headers, body } = await answering(askedByNode(first));
			second.statusCode = status;
			for (const [name, value] of Object.entries(headers)) second.setHeader(name, value);
			second.end(body);
			return;
		}
		if (first instanceof Request) {
			const { status, headers, body } = await answering(askedByWeb(first));
			return new Response(body, {
				status,
				headers
			});
		}
		if (isAzureRequest(first)) return await answering(askedByWeb(first));
		return lambdaResult(await answering(askedByLambda(first, second)));
	}
	return handle;
}
function realRun({ inputs = {} }, environment) {
	return (deadlineMs) => preflight({
		inputs: {
			...inputs,
			deadline: `${Math.floor(deadlineMs)}ms`
		},
		env: environment,
		signal: AbortSignal.timeout(Math.max(0, Math.ceil(deadlineMs + 2e3)))
	});
}
/** The handler with the settings of the environment alone. */
const handler = createHandler();

export { TOKEN_VARIABLE, createHandler, handler };