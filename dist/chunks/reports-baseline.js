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

// src/reports/baseline.ts
/** What a change of the address that the API's edge sees is called. */
const EGRESS_ADDRESS = "egress address";
/** What changed since the earlier packet, as plain sentences; empty without one. Not escaped. */
function baselineLines({ baseline }) {
	if (baseline === void 0) return [];
	if (baseline.refused !== void 0) return [`Not compared: ${baseline.refused}`];
	if (baseline.changes.length === 0) return [`Nothing changed since ${baseline.startedAt}.`];
	return baseline.changes.map(({ what, before, now }) => {
		return `${what.startsWith("egress address") ? `The ${what} changed since ${baseline.startedAt}` : what}: ${before || "none"} → ${now || "none"}`;
	});
}

export { recordOf as a, textsOf as c, numberOf as i, baselineLines as n, recordsOf as o, isRecord as r, textOf as s, EGRESS_ADDRESS as t };