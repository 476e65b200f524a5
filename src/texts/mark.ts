/** A family of sentences, named, so that everything after the probe sees the name and not the text. */
export interface Mark {
  /** `family.name`, e.g. `azure.virtual_network`. */
  readonly id: string
  /** Linear time on any input: literals, classes and bounded repeats only. */
  readonly pattern: RegExp
  /** Where the words were seen. */
  readonly source: string
  /**
   * `error`: a sentence of an error object. `page`: words of a page or a plain text, never looked
   * for in JSON, where they could be a part of somebody's prompt.
   */
  readonly where: 'error' | 'page'
}
