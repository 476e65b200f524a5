// node_modules/openai/version.mjs
const VERSION$1 = "7.59.0";

// node_modules/undici/package.json
var version = "8.13.1";

// src/version.ts
/** Of this program. A test holds it equal to package.json, which would be bundled whole otherwise. */
const VERSION = "1.0.0";

// src/versions.ts
/** What this program is made of, as built. */
const VERSIONS = {
	name: "openai-preflight",
	version: VERSION,
	node: process.version,
	openai: VERSION$1,
	undici: version
};

export { VERSION as n, VERSION$1 as r, VERSIONS as t };