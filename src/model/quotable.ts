/**
 * Text that a server wrote, as a sentence of ours may quote it: letters, digits, spaces and the
 * punctuation of names. Sentences go into outputs, and workflows paste outputs into scripts, where
 * a `;`, `|`, `&`, `<` or `(` runs what follows; everything else becomes `-`.
 */
export function quotable(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .,:/=_@+*[\]-]+/gu, '-')
}
