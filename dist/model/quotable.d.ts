/**
 * Text that a server wrote, as a sentence of ours may quote it: letters, digits, spaces and the
 * punctuation of names. Sentences go into outputs, and workflows paste outputs into scripts, where
 * a `;`, `|`, `&`, `<` or `(` runs what follows; everything else becomes `-`.
 */
export declare function quotable(text: string): string;
