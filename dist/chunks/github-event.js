import { w as jsonIn, x as fields } from "./settings-inputs.js";

// src/github/event.ts
/** The object under a name; empty when there is none. */
function objectAt(json, name) {
	return fields(json[name]);
}
/** The payload of the event that started the workflow; empty when it cannot be read. */
function readEvent(env, readFile) {
	const path = env["GITHUB_EVENT_PATH"];
	const text = path === void 0 || path === "" ? void 0 : readFile(path);
	return text === void 0 ? {} : fields(jsonIn(text));
}

export { readEvent as n, objectAt as t };