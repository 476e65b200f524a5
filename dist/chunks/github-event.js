import { u as jsonIn } from "./settings-inputs.js";

// src/github/event.ts
function isJson(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The object under a name; empty when there is none. */
function objectAt(json, name) {
	const value = json[name];
	return isJson(value) ? value : {};
}
/** The payload of the event that started the workflow; empty when it cannot be read. */
function readEvent(env, readFile) {
	const path = env["GITHUB_EVENT_PATH"];
	const text = path === void 0 || path === "" ? void 0 : readFile(path);
	if (text === void 0) return {};
	const value = jsonIn(text);
	return isJson(value) ? value : {};
}

export { objectAt as n, readEvent as r, isJson as t };