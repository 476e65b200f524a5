/** What a person would call the character, with its code point. */
export function characterClass(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/…/u, 'an ellipsis'],
    [/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/u, 'an invisible character'],
    [/\p{Zs}/u, 'a non-breaking or wide space'],
    [/\p{Pd}/u, 'a typographic dash'],
    [/[“”‘’„«»′″]/u, 'a typographic quotation mark'],
    [/\ufffd/u, 'a replacement character (the text was decoded wrongly)'],
    [/[\uff01-\uff5e]/u, 'a full-width character'],
    [/\p{sc=Cyrillic}/u, 'a Cyrillic letter'],
    [/\p{sc=Greek}/u, 'a Greek letter'],
    [/\p{L}/u, 'a letter outside ASCII'],
  ]
  const kind = kinds.find(([form]) => form.test(character))?.[1] ?? 'a character outside ASCII'
  return `${kind} (${name})`
}
