// src/knowledge/distance.ts
/**
* Edits between two words: insertion, deletion, replacement, swap of two neighbours
* (Damerau–Levenshtein, optimal string alignment).
*
* @param most more edits than this are not counted: the answer is then `Infinity`
*/
function distance(from, to, most = Infinity) {
	if (Math.abs(from.length - to.length) > most) return Infinity;
	let before = [];
	let above = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1];
			let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
			if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) cost = Math.min(cost, (before[column - 2] ?? Infinity) + 1);
			current.push(cost);
		}
		before = above;
		above = current;
	}
	const edits = above[to.length] ?? 0;
	return edits <= most ? edits : Infinity;
}
/** The known name that was probably meant: within `most` edits, or the only one that begins so. */
function nearest(word, known, most = Math.max(1, Math.floor(word.length / 3))) {
	if (word.length > 64) return void 0;
	const plain = word.toLowerCase().replaceAll("_", "-");
	let best;
	for (const name of known) {
		const edits = distance(plain, name.toLowerCase().replaceAll("_", "-"));
		if (best === void 0 || edits < best.edits) best = {
			name,
			edits
		};
	}
	if (best !== void 0 && best.edits <= most) return best.name;
	const longer = plain.length < 3 ? [] : known.filter((name) => name.startsWith(plain));
	return longer.length === 1 ? longer[0] : void 0;
}

export { nearest as n, distance as t };