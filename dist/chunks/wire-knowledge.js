import { k as given, o as Secret } from "./settings-inputs.js";
import { Tt as resolved, it as PUBLIC_CLOUD, rt as IMDS, yt as tokenScopeOf } from "./common.js";
import { r as failureFrom, w as judge } from "./judge.js";
import { isIP } from "node:net";
import { ADDRCONFIG, lookup } from "node:dns";

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
	const { plan, startedAtMs } = routeRun;
	return {
		route,
		egress: plan.egress,
		source: "live",
		observations,
		...given({ startedAtMs })
	};
}
/** A fatal setting was found, or the client itself would fail on its environment: no packet is sent. */
function blocked({ before, plan }) {
	return plan.egress.unusable !== void 0 || before.some(({ probe, outcome }) => probe === "settings" && outcome.status === "failed");
}
/** What is known of a route that cannot be asked: its settings decide, and nothing is sent. */
function blockedResult(routeRun, law) {
	const { before } = routeRun;
	return {
		routeRun,
		observations: before,
		verdict: judge(evidenceOf(routeRun, before), law),
		attempts: 0
	};
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
	const service = urlOf(value("IDENTITY_ENDPOINT") ?? value("MSI_ENDPOINT"));
	const tenantId = value("AZURE_TENANT_ID");
	const clientId = value("AZURE_CLIENT_ID");
	const common = {
		...given({
			tenantId,
			clientId
		}),
		authority: urlOf(value("AZURE_AUTHORITY_HOST")) ?? new URL(`https://${PUBLIC_CLOUD.authority}`),
		identityService: "none",
		scope: route.azureScope ?? tokenScopeOf(route.baseUrl),
		padded: CREDENTIALS.filter((name) => value(name) !== value(name)?.trim())
	};
	if (may.cli === "alone") return {
		...common,
		method: "azure-cli",
		environment: env
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
		if (route.azureCli === true && may.cli !== "no") return {
			...common,
			method: "azure-cli",
			environment: env
		};
		if (value("RUNNER_ENVIRONMENT") === "github-hosted" && may.workload) return {
			...common,
			method: "job-token"
		};
	}
	if (route.azureCli === true && may.cli !== "no" && service === void 0) return {
		...common,
		method: "azure-cli",
		environment: env
	};
	if (!may.machine) return {
		...common,
		method: may.environment ? "client-secret" : "job-token"
	};
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
		machine: only("managedidentity"),
		cli: "no"
	} : {
		environment: true,
		workload: true,
		machine: true,
		cli: only("dev") || only("azurecli") ? "alone" : only("prod") ? "no" : "last"
	};
}
function urlOf(text) {
	if (text === void 0) return void 0;
	return URL.parse(text) ?? URL.parse(`https://${text}`) ?? void 0;
}

// src/knowledge/started-programs.ts
/**
* Folders of PATH whose programs are the machine's: absolute, and outside of the checkout, where they are a
* stranger's. A checkout that is the root of a drive is none.
* @param checkout absolute
*/
function outside(searchPath, checkout, windows = false) {
	const plain = (folder) => `${windows ? folder.replaceAll("\\", "/").toLowerCase() : folder}/`.replaceAll(/\/+/g, "/");
	const own = plain(checkout);
	return searchPath.split(windows ? ";" : ":").filter((folder) => {
		const place = plain(folder);
		return (windows ? /^[a-z]:[/\\]/i : /^\//).test(folder) && !place.includes("/../") && (/^(?:[a-z]:)?\/$/.test(own) || !place.startsWith(own));
	});
}
/** What the programs that are started see of the environment: no key of another service is among it. */
const SEES = {
	/** The command of Azure, a script around Python. */
	az: /^(?:PATH|HOME|USERPROFILE|LANG|LC_\w+|TMPDIR|TE?MP|XDG_\w+|PYTHON\w*|AZURE_CONFIG_DIR|AZURE_CORE_\w+|(?:https?|all|no)_proxy|REQUESTS_CA_BUNDLE|SSL_CERT_\w+|CURL_CA_BUNDLE)$/i,
	/** A runtime that says its version; a version manager chooses it. */
	runtime: /^(?:HOME|PATHEXT|SYSTEMROOT|USERPROFILE|(?:PYENV|RBENV|ASDF|MISE)_[A-Z_]+)$/i,
	/** The prefix of `inside`, a command of the user's own; the inputs of the step are none of its business. */
	prefix: /^(?!INPUT_)/i
};
/** The environment of a program that is started. */
function environmentOf(program, env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => SEES[program].test(name)));
}

// src/wire/stopped.ts
/**
* Thrown through undici and the SDK when a rung has failed and has already been observed.
* It has no `code` of its own: undici reconnects for ever on a connector error that says
* UND_ERR_SOCKET or UND_ERR_INFO (lib/dispatcher/client.js, onError).
*/
var Stopped = class extends Error {
	layer;
	constructor(layer, cause) {
		super(`stopped at ${layer}`, { cause });
		this.name = "Stopped";
		this.layer = layer;
	}
};
/** An attempt whose clock ran out; `code` as libuv spells it, so that rows of the failure table fit. */
var RanOut = class extends Error {
	code = "ETIMEDOUT";
};
/** The promise, or a `RanOut` as soon as the signal aborts. The promise itself goes on unheard. */
function untilAborted(promise, signal) {
	return new Promise((done, fail) => {
		if (signal.aborted) fail(new RanOut("aborted before it began"));
		const abort = () => fail(new RanOut("aborted"));
		signal.addEventListener("abort", abort, { once: true });
		promise.then(done, fail).finally(() => signal.removeEventListener("abort", abort));
	});
}

// src/wire/lookup.ts
/**
* getaddrinfo with the hints that `net.connect` uses: without ADDRCONFIG a v6-only name on a
* v4-only host would resolve here and fail in the application. Cannot be cancelled: a caller
* that gives up leaves a libuv thread behind (libuv#364), see `leave` in src/doors/start.ts.
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
/** The same answers with the addresses of one family first, as the JDK sorts them. */
function inOrder(resolve, first) {
	if (first === void 0) return resolve;
	return async (host) => {
		return (await resolve(host)).toSorted((a, b) => Number(b.family === first) - Number(a.family === first));
	};
}
/** A name with more is nobody's API: the rest would only swell the packet. */
const MOST_ADDRESSES = 64;
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
		const addresses = (await untilAborted(question.resolve(host), question.signal)).slice(0, MOST_ADDRESSES);
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

export { Stopped as a, outside as c, blockedResult as d, evidenceOf as f, RanOut as i, chooseSignIn as l, lookUp as n, untilAborted as o, sharedBy as p, systemResolve as r, environmentOf as s, inOrder as t, blocked as u };