import { D as given } from "./settings-inputs.js";

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

export { keyShape as a, isVendorKey as i, KEY_BEGINNINGS as n, vendorAt as o, isHostOf as r, vendorOf as s, CREDENTIALS as t };