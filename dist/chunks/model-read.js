import { D as entryOf, O as fatal, k as fields, y as ENDPOINTS } from "./settings-inputs.js";
import { _ as RESPONDERS, b as VERDICTS, c as CLIENTS, g as OWNERS, l as CONFIDENCES, o as BRANCHES, p as LAYERS, u as DEPTHS, v as ROUTE_KINDS, y as RUNGS } from "./model-words.js";

// node_modules/valibot/dist/index.mjs
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
let store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
let store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
let store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}
// @__NO_SIDE_EFFECTS__
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}
// @__NO_SIDE_EFFECTS__
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}
// @__NO_SIDE_EFFECTS__
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}
// @__NO_SIDE_EFFECTS__
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
// @__NO_SIDE_EFFECTS__
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
// @__NO_SIDE_EFFECTS__
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}
const ABORT_EARLY_CONFIG = { abortEarly: true };
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
// @__NO_SIDE_EFFECTS__
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function number$2(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number$2,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}
// @__NO_SIDE_EFFECTS__
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, /* @__PURE__ */ new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

// src/model/schema.ts
/** With the sentence that the published schema says of it. */
const described = (schema, sentence) => pipe(schema, description(sentence));
/** Absent where it is not known, with its sentence. */
const maybe = (schema, sentence) => exactOptional(described(schema, sentence));
const text = string();
const texts = array(text);
const flag = boolean();
const number = number$2();
const least = (value) => pipe(number$2(), minValue(value));
const whole = (value) => pipe(number$2(), integer(), minValue(value));
/** Names of any kind to texts, as headers are. */
const textByName = record(string(), string());
const client = picklist(CLIENTS);
const CODE = new RegExp(`^(?:${LAYERS.join("|")})\\.[\\w.-]{1,128}$`);
/** It may stand in an output or a sentence as it is, although packets come from anywhere. */
const code = described(pipe(string(), regex(CODE), guard((value) => CODE.test(value))), "layer.reason");

// src/model/facts.ts
/** What kind of address it is (RFC 6890 registries). A public API host should only have `public` ones. */
const addressScope = picklist([
	"public",
	"loopback",
	"private",
	"shared",
	"link-local",
	"unspecified",
	"documentation",
	"multicast",
	"reserved"
]);
const family = picklist([4, 6]);
const resolvedAddress = object({
	address: text,
	family,
	scope: addressScope
});
/** Whose name, connection or handshake: the API's, or the proxy's. */
const of = picklist(["target", "proxy"]);
/** A name lookup by the client's own resolver (getaddrinfo). */
const lookup = object({
	host: text,
	/** `literal`: the host is an address and nothing was asked. */
	resolver: picklist([
		"getaddrinfo",
		"literal",
		"log"
	]),
	addresses: array(resolvedAddress),
	of
});
const addressAttempt = object({
	address: text,
	family,
	port: number,
	/** `abandoned`: given up by the client in favour of another address (Happy Eyeballs). */
	status: picklist([
		"ok",
		"failed",
		"abandoned"
	]),
	code: exactOptional(code),
	errno: exactOptional(text),
	elapsedMs: number
});
const connect = object({
	host: text,
	port: number,
	attempts: array(addressAttempt),
	/** Address that the connection was opened to. */
	address: exactOptional(text),
	family: exactOptional(family),
	localAddress: exactOptional(text),
	of
});
/** An error object in one of the shapes that APIs send, tokens only, no prose. */
const apiError = object({
	type: exactOptional(text),
	/** As text also where the API sends a number. */
	code: exactOptional(text),
	param: exactOptional(text),
	/** The permission that the API says is missing, e.g. `model.request`. */
	scope: exactOptional(text),
	/** The `api-version` that the message asks for at least, e.g. `2025-03-01-preview`. */
	apiVersion: exactOptional(text),
	/** The audience that the message says a token must have, e.g. `https://ai.azure.com`. */
	audience: exactOptional(text),
	/** JSON type of `code` as sent: gateways are told apart by it. */
	codeType: exactOptional(picklist([
		"string",
		"number",
		"null",
		"absent"
	]))
});
const bodyShape = picklist([
	"empty",
	"json",
	"html",
	"text",
	"binary"
]);
/** What a body looked like. The text itself never leaves the probe. */
const body = object({
	/** Bytes read after decoding, at most 65536. */
	bytes: number,
	/** More came than was read. */
	truncated: flag,
	/** The transfer ended as announced. */
	complete: flag,
	shape: bodyShape,
	/**
	* Where the error object sits: `openai` {error:{message,type,…}}, `bare` {message,…} or
	* {statusCode,message}, `string` {error:"…"}, `array` [{code,message}], `detail` {detail:…}.
	*/
	errorShape: exactOptional(picklist([
		"openai",
		"bare",
		"string",
		"array",
		"detail"
	])),
	error: exactOptional(apiError),
	/** Value of `object` at the top, e.g. `list`, `response`, `chat.completion`. */
	object: exactOptional(text),
	/** Names of the keys at the top, at most 20, tokens only. */
	keys: exactOptional(texts),
	/** Named text patterns that matched (see `texts/`), in the order of the table. */
	marks: texts
});
/** The proxy's answer to CONNECT, or to the SOCKS request. */
const tunnel = object({
	proxy: text,
	scheme: picklist([
		"http",
		"https",
		"socks5",
		"socks5h"
	]),
	target: text,
	/** HTTP status of the answer to CONNECT. */
	status: exactOptional(number),
	/** SOCKS5 reply code (RFC 1928 §6). */
	reply: exactOptional(number),
	/** Headers of interest, lower case. */
	headers: textByName,
	/** Authentication schemes the proxy offers, lower case. */
	schemes: texts,
	credentialsSent: flag,
	body: exactOptional(body)
});
const certificate = object({
	subject: text,
	issuer: text,
	/** ISO 8601. */
	validFrom: text,
	validTo: text,
	/** DNS and IP names, at most 10. */
	names: texts,
	fingerprint256: text,
	selfSigned: flag
});
/** By OpenSSL's name (`X509_V_ERR_…`), and the subject of the certificate that is refused. */
const strictProblem = object({
	errno: text,
	subject: text
});
const handshake = object({
	servername: text,
	of,
	version: exactOptional(text),
	cipher: exactOptional(text),
	alpn: exactOptional(text),
	/** Leaf first, at most 10. */
	chain: array(certificate),
	verified: flag,
	/** The chain ends in a root that no public list holds: a company's own, or an inspection device's. */
	privateRoot: exactOptional(literal(true)),
	/** What a client that verifies by the letter of RFC 5280 refuses in this chain. */
	strict: exactOptional(strictProblem)
});
const limit = object({
	limit: exactOptional(number),
	remaining: exactOptional(number),
	resetMs: exactOptional(number)
});
/** How a stream of events arrived. Times in milliseconds from the end of sending. */
const stream = object({
	firstMs: number,
	lastMs: number,
	/** When reading ended, whoever ended it. */
	endMs: number,
	/** Longest silence between two arrivals. */
	longestGapMs: number,
	/** Reads in which it came; a hop that collects makes few of many events. */
	arrivals: number,
	/** Whole events. */
	events: number,
	/** Type of the first event, e.g. `response.created`, `chat.completion.chunk`; empty when none came. */
	first: text,
	/** The event came that the API sends last. */
	ended: flag,
	/** We stopped reading, for what was asked was seen. */
	stopped: flag
});
const response = object({
	method: text,
	/** Path without query. */
	path: text,
	status: number,
	httpVersion: text,
	/** Headers of interest, lower case, values scrubbed and cut to 200 characters. */
	headers: textByName,
	body,
	/** Of an answer that came as server-sent events. */
	stream: exactOptional(stream),
	/** Credentials were sent with the request. */
	authenticated: flag,
	/** Came from an origin other than the one asked for, or points there (3xx). */
	redirectTo: exactOptional(text),
	requestId: exactOptional(text),
	clientRequestId: exactOptional(text),
	/** Milliseconds from the end of sending to the first byte. */
	firstByteMs: exactOptional(number),
	limits: exactOptional(object({
		requests: exactOptional(limit),
		tokens: exactOptional(limit),
		retryAfterMs: exactOptional(number)
	})),
	/** Clock of the responder minus ours, milliseconds, from `Date`. */
	clockSkewMs: exactOptional(number)
});
/** What the SDK made of it. */
const answer = object({
	/** e.g. `openai@7.57.0`, `openai-python@3.22.1`, `curl`. */
	sdk: text,
	/** The API's own object was recognised in the answer. */
	valid: flag,
	/** `completed`, or `incomplete:max_output_tokens`: healthy both. */
	finish: exactOptional(text),
	/** Model that answered, as the API names it. */
	model: exactOptional(text),
	/** Class names and codes, outermost first: `APIConnectionError > TypeError > ECONNREFUSED`. */
	errorChain: exactOptional(texts)
});
const settingProblem = object({
	code,
	/** Name of the setting as the user wrote it: an input, a variable, or `file:line:column`. */
	setting: text,
	/** One sentence: what is wrong. Never contains a secret. */
	message: text,
	/** One order with an object: what to change. */
	fix: text,
	/** `fatal`: no request can be sent. `warning`: worth saying, the request goes out. */
	severity: picklist(["fatal", "warning"]),
	/** Who has to act when it is fatal. */
	owner: picklist([
		"auth",
		"request",
		"route-provider",
		"connection-path"
	])
});
/** Length and shape of the key, never a part of it. */
const keyShape = object({
	source: text,
	length: number,
	/** Vendor or kind by its public prefix, e.g. `openai-project`, `openrouter`, `github`, `unknown`. */
	kind: text
});
/** Problems with settings, found before any packet. One per setting and code. */
const settings = object({
	problems: array(settingProblem),
	key: exactOptional(keyShape)
});
/** How an Entra ID token is taken, by what the environment of the job offers. */
const tokenMethod = picklist([
	"client-secret",
	"client-certificate",
	"workload-identity",
	"job-token",
	"managed-identity",
	"azure-cli"
]);
/** One request on the way to a token: codes only, neither ids nor tokens nor prose. */
const tokenExchange = object({
	/** The authority, the machine's own identity service, or GitHub's endpoint for the job's OIDC token. */
	asked: picklist([
		"entra",
		"imds",
		"identity-endpoint",
		"job"
	]),
	host: text,
	/** HTTP status; absent when none came. */
	status: exactOptional(number),
	/** Why none came. */
	code: exactOptional(code),
	errno: exactOptional(text),
	shape: exactOptional(bodyShape),
	/** Word of the error object, e.g. `invalid_client` (RFC 6749 §5.2). */
	error: exactOptional(text),
	/** `AADSTS700016`, …: numbers that Entra ID documents one by one. */
	errorCodes: texts
});
/** Sign-in with Entra ID, before a request that needs a token. */
const token = object({
	method: tokenMethod,
	/** Host of the authority; for a managed identity the host of the identity service. */
	authority: text,
	scope: text,
	/** Set in the environment; the values stay there. */
	hasTenant: flag,
	hasClient: flag,
	/** In the order in which they were sent. */
	exchanges: array(tokenExchange),
	/** Subject of the token that the workload shows to Entra ID, e.g. `repo:octo/app:ref:refs/heads/main`. */
	subject: exactOptional(text),
	/** `iss` and `aud` of that token: Entra ID compares all three. */
	issuer: exactOptional(text),
	assertionAudience: exactOptional(text),
	/** `aud` of the token that Entra ID gave. */
	audience: exactOptional(text),
	/** Variables whose value has white space at an end: the identity library sends it as it is. */
	padded: exactOptional(texts),
	/** Path of the certificate or token file that was to be read. */
	file: exactOptional(text),
	/** How long the token is good for, milliseconds. */
	validMs: exactOptional(number)
});
const nameServerAnswer = object({
	/** DNS response code in words, or how it failed: `NOERROR`, `NXDOMAIN`, `SERVFAIL`, `REFUSED`, `TIMEOUT`, … */
	answer: text,
	addresses: array(resolvedAddress),
	cnames: texts,
	elapsedMs: number
});
const nameServers = object({
	host: text,
	servers: array(object({
		server: text,
		a: nameServerAnswer,
		aaaa: nameServerAnswer
	})),
	/** Entry of the hosts file for this name, when there is one. */
	hostsFile: exactOptional(text),
	searchList: texts,
	/** Below this many dots the search list goes before the name itself (resolv.conf(5)). */
	ndots: exactOptional(number),
	/** What the first server said of the name under the first domains of the search list. */
	searched: exactOptional(array(object({
		name: text,
		answer: nameServerAnswer
	})))
});
const servedChain = object({
	servername: text,
	chain: array(certificate),
	/** Product that signs intercepted connections, when the issuer names one. */
	interceptor: exactOptional(text),
	trust: array(object({
		store: text,
		source: text,
		accepted: flag,
		errno: exactOptional(text)
	})),
	/** Clients whose own trust stores accept this chain. */
	acceptedBy: array(client),
	/** Authority Information Access names an issuer that was not sent. */
	missingIntermediate: flag,
	/** Places in `chain`, from 0, of those outside their dates by the clock of this runner. */
	outdated: exactOptional(array(number))
});
const otherWay = object({
	way: picklist(["direct", "proxy"]),
	/** `host:port` of the proxy, without credentials. */
	proxy: exactOptional(text),
	source: exactOptional(text),
	reached: flag,
	status: exactOptional(number),
	/** The client whose roots accepted that way, where this client's own did not. */
	trustOf: exactOptional(client)
});
/** A keyless POST of some size, beside a small one. */
const bodyCheck = object({
	/** Size that was asked about. */
	bytes: number,
	/** Status of the small one, which proves that such a POST is answered at all. */
	smallStatus: number,
	/** Status of the large one; absent when no answer came. */
	status: exactOptional(number),
	/** Where the limit was looked for: the largest size that passed and the smallest that did not. */
	passed: exactOptional(number),
	refused: exactOptional(number),
	/** What answered in place of the API where the body was too large. */
	refusal: exactOptional(response)
});
/** How this machine leaves, by what it says itself; nothing was sent. */
const surroundings = object({
	/** Network interface of the default route, and its MTU. */
	defaultInterface: exactOptional(text),
	mtu: exactOptional(number),
	/** Interfaces of VPNs and tunnels that are up. */
	tunnels: texts,
	/** Name servers with a link-local address. */
	linkLocalResolvers: texts
});
const modelSeen = object({
	id: text,
	/** Where the name is from: `the setting model`, `the answer`, `src/ask.ts:4`. */
	from: text,
	/** Absent where no whole list was read. */
	listed: exactOptional(flag),
	/** `2026-12-11`: the day from which it no longer answers, where one is announced. */
	shutdownDate: exactOptional(text)
});
/** What the API says of the models that the application names; asked after a pass. */
const models = object({
	/** `GET /v1/models` or `GET /v1/models/…`. */
	asked: text,
	models: array(modelSeen),
	/** Models in the list, where one was asked for and read to its end. */
	count: exactOptional(number)
});
/** A connection that rested between two keyless requests. */
const idleCheck = object({
	restMs: number,
	/** `keep-alive: timeout=` of the first answer, milliseconds: the server closes by itself then. */
	announcedMs: exactOptional(number),
	/**
	* `answered`: the second request got its answer. `closed`: the server ended the connection in
	* order. `cut`: it ended below TLS, and the server did not end it. `reset`, `silent`: as they say.
	*/
	how: picklist([
		"answered",
		"closed",
		"cut",
		"reset",
		"silent"
	]),
	/** Since the connection began to rest. */
	afterMs: number,
	status: exactOptional(number)
});
const bundleHit = picklist([
	"key",
	"api-call",
	"browser-switch"
]);
const place = {
	file: text,
	line: number,
	column: number
};
const clientBundle = object({
	files: number,
	bytes: number,
	hits: array(object({
		kind: bundleHit,
		/** Vendor of the key (or the setting that holds this very key), host of the call, name of the switch. */
		what: text,
		...place,
		/** Position in the original source, by source map. */
		original: exactOptional(object(place)),
		encoded: exactOptional(picklist(["base64", "split"]))
	})),
	ignored: number,
	/** Hits beyond those listed; keys are listed first. */
	omitted: exactOptional(object({
		key: exactOptional(number),
		"api-call": exactOptional(number),
		"browser-switch": exactOptional(number)
	})),
	/** Files and folders that were not searched, each with the reason: the rest is not proven clean. */
	notSearched: exactOptional(array(object({
		what: text,
		because: text
	}))),
	/** More of them than are listed. */
	notSearchedBesides: exactOptional(number),
	/** Lines of the ignore file that do nothing. */
	problems: exactOptional(array(settingProblem))
});
/** What the API's own edge sees of this egress. */
const egressAddress = object({
	address: described(text, "Public address, IPv4 or IPv6."),
	country: maybe(pipe(text, regex(/^[A-Z][A-Z0-9]$/)), "ISO 3166 alpha-2 as the edge has it; T1 for Tor."),
	colo: maybe(text, "Airport code of the edge that answered."),
	localAddress: maybe(text, "Address of this machine on the same connection; absent through a proxy."),
	nat: maybe(flag, "The address is translated on the path, so that others may share it."),
	pool: maybe(texts, "Every address that connections of this run left by, where there were several.")
});
/** Parts of a service that are not well. */
const unwell = array(object({
	name: text,
	status: text
}));
/** Facts of each probe. A rule that names a missing probe does not compile. */
const FACTS = {
	/** Settings, before any packet. */
	settings,
	/** Before the real request, where an Entra ID token is needed. */
	token,
	/** The real request, rung by rung, seen on the connection that the SDK used. */
	lookup,
	connect,
	tunnel,
	handshake,
	response,
	answer,
	/** Investigations: only after a failure. */
	"name-servers": nameServers,
	addresses: object({
		attempts: array(addressAttempt),
		timeoutMs: number
	}),
	"served-chain": servedChain,
	"small-hello": object({
		version: text,
		helloBytes: number
	}),
	"other-name": object({
		servername: text,
		reached: flag,
		/** Size of the ClientHello sent, bytes: a large one that passes clears the path of that suspicion. */
		helloBytes: exactOptional(number)
	}),
	/** Which HTTP the server answers in kind, asked without a request; `tls`: where the URL says `http:`, a handshake stood. */
	"other-http": object({
		http2: flag,
		http1: flag,
		tls: exactOptional(flag)
	}),
	"other-way": otherWay,
	keyless: response,
	/** The same POST without credentials, small and large, beside a GET; a status is absent where none came. */
	"large-request": object({
		getStatus: exactOptional(number),
		smallStatus: exactOptional(number),
		largeStatus: exactOptional(number),
		/** Until the small one was answered, milliseconds. */
		smallMs: exactOptional(number),
		/** That the large one had, milliseconds. */
		largeMs: exactOptional(number),
		bytes: number
	}),
	control: object({
		host: text,
		status: exactOptional(number),
		tls: exactOptional(text),
		/** Ports that refused the connection: a second one is asked where the first refused. */
		refusedPorts: exactOptional(array(number)),
		/** Clock of the control host minus ours, milliseconds, from `Date`. */
		clockSkewMs: exactOptional(number)
	}),
	"status-page": object({
		host: text,
		/** `none` while all is well, `minor`, `major`, `critical`, `maintenance`; `incident` of a feed. */
		indicator: text,
		updatedAt: exactOptional(text),
		components: unwell,
		/** Why it could not be asked: `through the same proxy: 403`. */
		because: exactOptional(text)
	}),
	"egress-address": egressAddress,
	surroundings,
	"direct-api": response,
	/** The other of responses and chat-completions, where the one that was set is not served. */
	"other-family": object({
		endpoint: text,
		answered: flag,
		status: exactOptional(number)
	}),
	/** Path checks: only after a pass, and only where they were asked for. */
	"stream-check": response,
	"body-check": bodyCheck,
	models,
	/** When the service says that the key ends, ISO 8601; asked after a pass. */
	"key-expiry": object({ expiresAt: text }),
	"idle-check": idleCheck,
	/** The answer to the upgrade; `sameWithout`: a plain GET of the same URL gets the same one. */
	"websocket-check": object({
		...response.entries,
		sameWithout: exactOptional(flag)
	}),
	/** The browser branch. */
	"client-bundle": clientBundle,
	"browser-origin": object({
		origin: text,
		allowed: flag,
		headers: textByName,
		status: number,
		/** Why a browser refuses, in one sentence. */
		because: exactOptional(text)
	})
};

// src/model/packet.ts
const rung = picklist(RUNGS);
const owner = described(picklist(OWNERS), "Who must act.");
const branch = described(picklist(BRANCHES), "The coarse gate that a deploy step tests.");
const codeOrEmpty = union([code, literal("")]);
const rule = pipe(text, regex(/^[\w/.-]{0,128}$/));
const status = picklist([
	"ok",
	"failed",
	"skipped"
]);
const offset = regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/);
const moment = described(pipe(text, offset), "ISO 8601 with offset.");
/** Another finding that does not decide, kept because it is worth knowing. */
const alsoFound = object({
	rule,
	owner,
	code,
	summary: text,
	doNext: texts,
	cites: texts
});
/** One line of the ladder. */
const ladderStep = object({
	rung,
	status,
	because: described(text, "What was seen, or why nothing was; one short line."),
	elapsedMs: maybe(least(0), "Spent on this rung; absent when skipped or not separable."),
	cites: described(texts, "Ids of the observations behind it.")
});
/** What a route, or a run, comes to. */
const verdict = object({
	verdict: picklist(VERDICTS),
	owner,
	confidence: optional(described(picklist([...CONFIDENCES, ""]), "How strongly the evidence points to the owner; empty on pass."), ""),
	branch,
	rung: described(picklist([...RUNGS, ""]), "Where the evidence changed; empty on pass."),
	code: codeOrEmpty,
	rule: described(rule, "Rule that decided; heading in docs/findings.md; empty on pass."),
	responder: described(picklist([...RESPONDERS, ""]), "Who sent the deciding response; empty when none came."),
	product: described(text, "Product of the responder, when known."),
	httpStatus: described(union([pipe(whole(100), maxValue(999)), literal("")]), "Of the deciding response; empty when none came."),
	requestId: described(pipe(text, regex(/^[\w.:/@+=[\]… -]{0,256}$/)), "Of the deciding response; empty when none came."),
	retryable: described(flag, "A retry may help."),
	summary: described(text, "One sentence a person can paste into a chat."),
	lastGood: described(picklist([...RUNGS, "none"]), "Last rung that was proven; none when not even the settings were usable."),
	firstBad: described(picklist([...RUNGS, "none"]), "First rung whose evidence changed."),
	doNext: described(texts, "Orders with an object, most effective first."),
	doNot: described(texts, "Advice that people get wrong in this case."),
	cites: described(texts, "Ids of observations."),
	also: described(array(alsoFound), "Findings that do not decide."),
	ladder: array(ladderStep)
});
/** Where trusted roots come from. */
const trustStore = object({
	store: picklist([
		"bundled",
		"system",
		"extra",
		"file"
	]),
	source: described(text, "What put it there: a variable, a default of the client, or ca-file."),
	path: maybe(text, "File or folder, when it is one.")
});
const proxyHop = object({
	scheme: picklist([
		"http",
		"https",
		"socks5",
		"socks5h"
	]),
	host: described(text, "Host name or address, without brackets."),
	port: pipe(whole(0), maxValue(65535)),
	source: described(text, "Variable that decided, as it is spelt, e.g. https_proxy."),
	hasCredentials: flag
});
/** A variable that is set and does not do what it promises, and what to change. Never a value. */
const egressNote = {
	variable: described(text, "Name as it is spelt in the environment."),
	because: text,
	fix: text
};
const ignored = object(egressNote);
/** How this client gets out, and why: without credentials (see `EgressPlan`). */
const egress = described(object({
	clientUnknown: maybe(literal(true), "A log does not say which client wrote it; client stands in."),
	client,
	proxy: exactOptional(proxyHop),
	reason: described(text, "Why this way, in one sentence that names the variable."),
	ignored: described(array(ignored), "Variables that are set but do not act on this client."),
	unusable: maybe(object({
		...egressNote,
		by: picklist(["client", "preflight"])
	}), "No request can leave this way: the client fails on the variable itself, or the preflight does not speak it (SOCKS4)."),
	trust: array(trustStore),
	strict: maybe(object({
		applies: picklist(["yes", "not known"]),
		because: text
	}), "Certificates are verified by the letter of RFC 5280 (X509_V_FLAG_X509_STRICT), and any trusted one ends a chain: with what makes it so, or what would have to be known."),
	verifies: described(flag, "False where the environment switches verification off; the preflight verifies all the same."),
	addressTimeoutMs: described(least(0), "Given to each address before the next is tried; 0 when the client tries one after the other."),
	assumes: maybe(array(text), "Rules that hold since a release, where the release that runs is not known: what this way depends on."),
	firstAddressOnly: maybe(object({
		applies: picklist(["yes", "not known"]),
		because: text
	}), "Only the first address of a name is dialled, and its failure is the failure of the request: with what makes it so, or what would have to be known."),
	httpVersion: picklist(["1.1", "2"])
}), "How this client gets out, and why; without credentials.");
/** The path that one client would take to the host of a route. */
const clientPath = object({
	client,
	exit: described(pipe(text, regex(/^(direct|none|(https?|socks5h?):\/\/.+)$/)), "Without credentials; none when no request can leave."),
	reason: text,
	works: maybe(flag, "A request left by this exit in this run and the host itself answered; absent when that was not tried.")
});
const readValue = described(object({
	value: text,
	from: text
}), "A value and the place where it was read: file:line, the name of a setting, or default.");
/** What is known of the application's own call; a value that nobody names is absent. */
const application = object({
	endpoint: readValue,
	stream: readValue,
	baseUrl: readValue,
	model: exactOptional(readValue),
	timeout: maybe(readValue, "How long its client waits, for example 20s; absent where none is set."),
	sdk: maybe(readValue, "Library of the API and its version, by a lock file or a manifest."),
	others: described(array(readValue), "Other endpoint families that the application calls and that this run did not probe."),
	otherModels: maybe(array(readValue), "Other models that the application names."),
	limit: maybe(text, "Why the checkout was not read to its end.")
});
/**
* What the service says of itself. A green page does not clear a route, and a red one does not prove
* it: no verdict comes from here.
*/
const statusPage = union([object({
	host: text,
	checkedAt: moment,
	indicator: described(text, "none while all is well, minor, major, critical, maintenance, incident."),
	components: described(unwell, "Parts that are not well.")
}), object({
	host: maybe(text, "Absent where no page is known."),
	checkedAt: exactOptional(moment),
	because: described(text, "Why it could not be asked.")
})]);
const observed = {
	id: described(text, "Unique within the route."),
	rung,
	target: text,
	attempt: whole(0),
	status,
	code: described(codeOrEmpty, "Empty unless failed."),
	because: described(text, "Reason of a skip, detail of a failure, otherwise empty."),
	startedMs: described(number, "Since the start of the run."),
	elapsedMs: least(0)
};
const at = described(object({
	line: whole(1),
	column: whole(1)
}), "Position in a log.");
const kinds = Object.entries(FACTS).map(([probe, facts]) => {
	const { id, ...rest } = observed;
	return object({
		id,
		probe: literal(probe),
		...rest,
		facts: partial(object(facts.entries)),
		at: exactOptional(at)
	});
});
const observation = variant("probe", kinds);
const route = object({
	name: text,
	kind: picklist(ROUTE_KINDS),
	baseUrl: text,
	endpoint: picklist(ENDPOINTS),
	application: maybe(application, "What is known of the application's own call."),
	model: described(text, "Model or deployment; empty when none was given."),
	client,
	clientReason: text,
	depth: picklist(DEPTHS),
	repeat: maybe(record(pipe(text, regex(/^[a-z-]{1,30}$/)), text), "Further inputs that decide the request, where they are not the default: stream, path-checks, api-version, timeout and the like. Identifiers stand as the variable that holds them."),
	keyFingerprint: described(text, "Salted hash of the key, to compare packets; empty without a key."),
	failOn: texts,
	attempts: described(whole(1), "Allowed."),
	attempt: described(whole(0), "That passed or was the last; 0 when nothing was sent."),
	egress,
	clientPaths: maybe(array(clientPath), "The path that each client would take to this host; absent where only one could be looked at."),
	observations: array(observation),
	statusPage: maybe(statusPage, "What the service says of itself; present whenever the request was sent and no usable response came. No verdict comes from it."),
	egressAddress: maybe(union([egressAddress, object({ because: text })]), "On the direct route, where it was asked: what the edge of the API sees of this egress, or why it could not be asked."),
	exception: maybe(object({
		chain: described(texts, "Classes of the SDK of this client, outermost first; empty where it has none: APIConnectionError, TypeError: fetch failed, Error ECONNRESET."),
		hadStatus: flag,
		hadBody: flag,
		hadRequestId: flag
	}), "The failure as the application meets it; absent after a pass and where nothing was sent."),
	verdict
});
const runtime = object({
	os: text,
	arch: text,
	container: flag,
	runnerName: described(text, "Of the runner; with inside the command that enters the target, without secrets."),
	runnerKind: picklist([
		"github-hosted",
		"self-hosted",
		"none"
	]),
	region: described(text, "Empty when not known."),
	source: described(text, "live, log, inside:node, inside:python3, inside:sh.")
});
/** Everything known about a run, with nothing secret in it: what reports are made from. */
const packet = described(object({
	schemaVersion: literal(1),
	tool: object({
		name: literal("openai-preflight"),
		version: text,
		node: text,
		openai: text,
		undici: text
	}),
	startedAt: moment,
	timezone: described(text, "IANA name, e.g. Etc/UTC."),
	elapsedMs: least(0),
	runtime,
	routes: array(route),
	verdict: described(object({
		...verdict.entries,
		route: described(text, "Name of the route whose verdict this is.")
	}), "Of the whole run."),
	redactions: described(array(object({
		what: text,
		where: text,
		count: whole(1)
	})), "What was removed, where and how often; never the value.")
}), "Everything known about a run, with nothing secret in it.");

// src/packets/read.ts
/** Longer than a packet can be: bodies are not in it, and what is there is cut. */
const MOST_PACKET_BYTES = 16777216;
/**
* Reads a packet from anywhere: a file, an artifact, standard output of a command. The whole shape
* is checked, so that whoever uses it can rely on the type; none of its text is trusted.
*
* @param source what to call it in a problem: a path, or the name of a target
*/
function readPacket(text, source) {
	const told = (message, fix) => ({ problem: fatal("config.file_not_a_packet", source, {
		message: `${source} ${message}`,
		fix
	}) });
	const another = "Name the packet.json that a run of openai-preflight has written.";
	if (text.trim() === "") return told("is empty.", another);
	if (text.length > 16777216) return told("is larger than any packet.", another);
	let value;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return told("is not JSON.", another);
	}
	const version = fields(value)["schemaVersion"];
	if (typeof version !== "number") return told("is JSON, but not a packet: it has no schemaVersion.", another);
	if (version > 1) return told(`was written by a newer version (schemaVersion ${version}, known is ${1}).`, "Update openai-preflight here to the version that wrote it.");
	if (version !== 1) return told(`has schemaVersion ${version}, which no version ever wrote.`, another);
	const read = safeParse(packet, value, { abortEarly: true });
	if (read.success) return { packet: read.output };
	return told(`is not a whole packet. ${sentenceOf(read.issues[0])}`, "Run the preflight again and use its packet.json as it is.");
}
/** What each check of the schema wants. */
const WANTS = {
	string: "is not a text",
	number: "is not a number",
	boolean: "is not true or false",
	object: "is not an object",
	record: "is not an object",
	array: "is not a list",
	regex: "holds characters that it never has",
	integer: "is not a number that it can have",
	min_value: "is not a number that it can have",
	max_value: "is not a number that it can have"
};
/** The first thing that keeps a JSON value from being a packet, in one sentence that names the place. */
function sentenceOf(issue, above = "") {
	const path = (issue.path ?? []).reduce((so, { key }) => so + (typeof key === "number" ? `[${key}]` : `.${String(key)}`), above);
	const [first] = issue.issues ?? [];
	if (first !== void 0) return sentenceOf(first, path);
	const place = path === "" ? "The top level" : `"${path.replace(/^\./, "")}"`;
	if (issue.received === "undefined") return `${place} is missing.`;
	return `${place} ${entryOf(WANTS, issue.type) ?? "is not one of the values that exist for it"}.`;
}

export { readPacket as n, MOST_PACKET_BYTES as t };