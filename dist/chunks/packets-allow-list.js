import "./runtime.js";
import { j as hostAndPort } from "./settings-inputs.js";

// src/packets/allow-list.ts
/**
* Hosts and ports that a packet saw in use, each once. What only the preflight asks for (the control
* host, name servers) and what never leaves the machine (an identity service) is not in it.
*/
function endpointsOf({ routes }) {
	const found = /* @__PURE__ */ new Map();
	for (const one of routes.flatMap(endpointsOfRoute)) {
		if (!/^[\w.:-]{1,253}$/.test(one.host)) continue;
		if (!(Number.isInteger(one.port) && one.port > 0 && one.port < 65536)) continue;
		const id = `${one.by} ${one.host.toLowerCase()} ${one.port}`;
		if (!found.has(id)) found.set(id, {
			...one,
			host: one.host.toLowerCase()
		});
	}
	return [...found.values()];
}
function endpointsOfRoute({ baseUrl, egress, observations }) {
	const by = egress.proxy === void 0 ? "client" : "proxy";
	const at = (url, purpose) => {
		const parsed = URL.parse(url);
		if (parsed === null || parsed.hostname === "") return [];
		const port = Number(parsed.port) || (parsed.protocol === "http:" ? 80 : 443);
		return [{
			host: parsed.hostname.replace(/^\[|\]$/g, ""),
			port,
			for: purpose,
			by
		}];
	};
	const proxy = egress.proxy;
	return [
		...proxy === void 0 ? [] : [{
			host: proxy.host,
			port: proxy.port,
			for: "proxy",
			by: "client"
		}],
		...at(baseUrl, "API"),
		...observations.flatMap(({ probe, status, target, facts }) => {
			if (probe === "token") return (facts.exchanges ?? []).filter(({ asked }) => asked === "entra" || asked === "job").flatMap(({ host }) => at(`https://${host}`, "sign-in"));
			if (probe !== "status-page" || status === "skipped") return [];
			return at(target.includes("://") ? target : `https://${target}`, "status page");
		})
	];
}
/** Addresses that the connections of a packet went to, for rules that know no names. */
function addressesOf({ routes }, { host }) {
	const seen = routes.flatMap(({ observations }) => observations.flatMap(({ probe, facts }) => probe === "lookup" && facts.host === host ? (facts.addresses ?? []).map(({ address }) => address) : []));
	return [...new Set(isAddress(host) ? [host] : seen)].filter((one) => /^[\da-fA-F.:]{2,45}$/.test(one));
}
const isAddress = (host) => host.includes(":") || /^[\d.]+$/.test(host);
const bracketed = ({ host, port }) => hostAndPort(host, port);
/** The list as one text in the form that is asked for. */
function allowList(packet, format) {
	const all = endpointsOf(packet);
	const mine = all.filter(({ by }) => by === "client");
	const proxied = all.filter(({ by }) => by === "proxy");
	return `${FORMATS[format]({
		packet,
		mine,
		atProxy: proxied.length > 0 ? proxied : mine
	}).join("\n")}\n`;
}
const NOTE = "Hosts and ports that this application was seen to need.";
const FORMATS = {
	text: ({ mine, atProxy }) => {
		const lines = (list) => list.map((one) => `${bracketed(one).padEnd(48)} TCP  ${one.for}`);
		if (mine === atProxy) return lines(mine);
		return [
			"From this machine:",
			...lines(mine),
			"",
			"From the proxy:",
			...lines(atProxy)
		];
	},
	squid: ({ atProxy }) => {
		const names = atProxy.filter(({ host }) => !isAddress(host)).map(({ host }) => host);
		const addresses = atProxy.filter(({ host }) => isAddress(host)).map(({ host }) => host);
		const ports = [...new Set(atProxy.map(({ port }) => port))];
		const rule = (acl) => `http_access allow CONNECT ${acl} openai_preflight_ports\nhttp_access allow ${acl} openai_preflight_ports`;
		return [
			`# ${NOTE} Above the first "http_access deny".`,
			`acl openai_preflight_ports port ${ports.join(" ")}`,
			...names.length === 0 ? [] : [`acl openai_preflight_names dstdomain ${[...new Set(names)].join(" ")}`, rule("openai_preflight_names")],
			...addresses.length === 0 ? [] : [`acl openai_preflight_addresses dst ${[...new Set(addresses)].join(" ")}`, rule("openai_preflight_addresses")]
		];
	},
	"harden-runner": ({ mine }) => [
		`# ${NOTE} For the step of step-security/harden-runner.`,
		"with:",
		"  egress-policy: block",
		"  allowed-endpoints: >",
		...mine.map((one) => `    ${bracketed(one)}`)
	],
	"network-policy": ({ packet, mine }) => [
		`# ${NOTE}`,
		"# A NetworkPolicy knows no names: these are the addresses of this run, and they change.",
		"# Where the cluster has Cilium, --format cilium allows the names instead.",
		...policyHead("networking.k8s.io/v1", "NetworkPolicy"),
		"  podSelector: {}",
		"  policyTypes: [Egress]",
		"  egress:",
		"    - ports: [{ protocol: UDP, port: 53 }, { protocol: TCP, port: 53 }]",
		...mine.flatMap((one) => {
			const addresses = addressesOf(packet, one);
			if (addresses.length === 0) return [`    # ${one.host}: no address was seen in this run.`];
			return [
				`    # ${one.host} (${one.for})`,
				"    - to:",
				...addresses.map((address) => `        - ipBlock: { cidr: "${address}/${address.includes(":") ? 128 : 32}" }`),
				`      ports: [{ protocol: TCP, port: ${one.port} }]`
			];
		})
	],
	cilium: ({ mine }) => [
		`# ${NOTE}`,
		...policyHead("cilium.io/v2", "CiliumNetworkPolicy"),
		"  endpointSelector: {}",
		"  egress:",
		"    # Cilium learns the addresses of names from the answers that it sees.",
		"    - toEndpoints:",
		"        - matchLabels: { k8s:io.kubernetes.pod.namespace: kube-system, k8s-app: kube-dns }",
		"      toPorts:",
		"        - ports: [{ port: \"53\", protocol: ANY }]",
		"          rules: { dns: [{ matchPattern: \"*\" }] }",
		...mine.flatMap((one) => [isAddress(one.host) ? `    - toCIDR: ["${one.host}/${one.host.includes(":") ? 128 : 32}"]` : `    - toFQDNs: [{ matchName: "${one.host}" }]`, `      toPorts: [{ ports: [{ port: "${one.port}", protocol: TCP }] }]`])
	],
	"azure-firewall": ({ mine }) => {
		const byNetwork = (one) => one.for === "proxy" || isAddress(one.host);
		const ruleCollections = [firewallRules("network", 200, mine.filter(byNetwork), (one) => ({
			ruleType: "NetworkRule",
			ipProtocols: ["TCP"],
			[isAddress(one.host) ? "destinationAddresses" : "destinationFqdns"]: [one.host],
			destinationPorts: [String(one.port)]
		})), firewallRules("application", 300, mine.filter((one) => !byNetwork(one)), (one) => ({
			ruleType: "ApplicationRule",
			protocols: [{
				protocolType: one.port === 80 ? "Http" : "Https",
				port: one.port
			}],
			targetFqdns: [one.host]
		}))].filter(({ rules }) => rules.length > 0);
		return [JSON.stringify({ ruleCollections }, void 0, 2)];
	}
};
function firewallRules(type, priority, endpoints, rule) {
	return {
		ruleCollectionType: "FirewallPolicyFilterRuleCollection",
		name: `openai-preflight-${type}`,
		priority,
		action: { type: "Allow" },
		rules: endpoints.map((one, index) => ({
			name: `${one.for.toLowerCase().replaceAll(" ", "-")}-${index + 1}`,
			sourceAddresses: ["*"],
			...rule(one)
		}))
	};
}
function policyHead(apiVersion, kind) {
	return [
		`apiVersion: ${apiVersion}`,
		`kind: ${kind}`,
		"metadata:",
		"  name: openai-api",
		"spec:"
	];
}

export { allowList };