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

export { baselineLines as n, EGRESS_ADDRESS as t };