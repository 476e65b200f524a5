import { i as __toESM } from "./runtime.js";
import { i as require_agent, t as require_api_request } from "./undici.js";

// src/wire/undici.ts
var import_agent = /* @__PURE__ */ __toESM(require_agent(), 1);
var import_api_request = /* @__PURE__ */ __toESM(require_api_request(), 1);

export { import_api_request as n, import_agent as t };