// src/run/time.ts
/** ISO 8601 with the offset of this machine, as people write times into a ticket. */
function withOffset(date) {
	const offset = -date.getTimezoneOffset();
	const local = new Date(date.getTime() + offset * 6e4).toISOString().slice(0, -1);
	const sign = offset < 0 ? "-" : "+";
	const part = (value) => String(Math.floor(Math.abs(value))).padStart(2, "0");
	return `${local}${sign}${part(offset / 60)}:${part(offset % 60)}`;
}

export { withOffset as t };