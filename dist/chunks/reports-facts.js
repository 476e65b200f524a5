// src/reports/facts.ts
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Text of a string or number; empty otherwise. */
function textOf(facts, name) {
	const value = facts[name];
	return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
function numberOf(facts, name) {
	const value = facts[name];
	return typeof value === "number" && Number.isFinite(value) ? value : void 0;
}
function recordOf(facts, name) {
	const value = facts[name];
	return isRecord(value) ? value : {};
}
/** The objects of a list. */
function recordsOf(facts, name) {
	const value = facts[name];
	return Array.isArray(value) ? value.filter(isRecord) : [];
}
/** The texts of a list. */
function textsOf(facts, name) {
	const value = facts[name];
	return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

export { textOf as a, recordsOf as i, numberOf as n, textsOf as o, recordOf as r, isRecord as t };