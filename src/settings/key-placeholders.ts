/** The value stands for a key that never got there. Keys of local servers (`EMPTY`, `ollama`) are none of these. */
const PLACEHOLDERS: readonly RegExp[] = [
  /^(?:undefined|null|nil|nan|\[object \w+\])$/i,
  /^None$/,
  /^<[^<>]*>$/,
  /^\[[^[\]"{}]*\]$/,
  /\byour[-_ ]?(?:own|open-?ai|azure|api|secret|real|actual|key|token)/i,
  /^(?:my|the)?[-_ ]?(?:azure_)?(?:open_?ai)?[-_ ]?api[-_ ]?key$/i,
  /^sk-(?:proj-)?(?:\.{2,}|…)$/,
  /(?:api[-_ ]?)?key[-_ ]?(?:goes[-_ ]?)?here\b/i,
  /^(?:insert|replace|change|paste|put|add|set)[-_ ]?(?:me|with|your|the|this|key|it)\b/i,
]

/** Only on the vendors' own hosts: a local server may well accept them. */
const WEAK_PLACEHOLDERS: readonly RegExp[] = [
  /^(?:dummy|tests?|testing|example|sample|placeholder|fake|mock|secret|key|token|password|none|empty|n\/?a|todo|tbd|foo|bar|changeme)$/i,
  /^(?:sk-(?:proj-)?)?(.)\1{5,}$/,
  /^sk-(?:proj-)?(?:test|fake|dummy|example|sample|placeholder|mock|1234|abc123|abcdef)[\w-]{0,24}$/i,
]

const UNEXPANDED: readonly RegExp[] = [
  /\$\{\{/,
  /^\$\{?[A-Za-z_]\w*(?::?[-?+=][^}]*)?\}?$/,
  /^\$env:\w+$/i,
  /^%\w+%$/,
  /^\{\{.*\}?\}?$/s,
  /^\$\(.*\)$/s,
  /^(?:op|vault|ref\+\w+|secretref|keyvault|awssm|gcpsm|arn:aws:(?:secretsmanager|ssm)):/i,
  /^@Microsoft\.KeyVault\(/i,
  /^projects\/[^/]+\/secrets\//,
  /^(?:process\.env\.|os\.environ|secrets\.|env\.)\S*$/,
]

export function isPlaceholder(key: string): boolean {
  return PLACEHOLDERS.some((form) => form.test(key))
}

export function isWeakPlaceholder(key: string): boolean {
  return WEAK_PLACEHOLDERS.some((form) => form.test(key))
}

/** A reference to a secret that nothing has replaced by its value. */
export function isUnexpanded(key: string): boolean {
  return UNEXPANDED.some((form) => form.test(key))
}
