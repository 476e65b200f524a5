import { t as REPORTS } from "./reports.js";

// src/doors/telling.ts
/** Every report that can be made: the defect may be in one of them, and outputs are set all the same. */
function tellWhatCan(packet, view) {
	return Object.values(REPORTS).flatMap((report) => {
		try {
			return report(packet, view);
		} catch {
			return [];
		}
	});
}
/** Every report, in the order of the registry. */
function tellAll(packet, view) {
	return Object.values(REPORTS).flatMap((report) => report(packet, view));
}

export { tellWhatCan as n, tellAll as t };