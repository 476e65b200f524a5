import { html } from '../redaction/index.ts'

/** HTML that is safe by construction: every text that goes into it is escaped. */
export interface Markup {
  readonly markup: string
}

type Interpolated = string | number | Markup | readonly Markup[]

/** Template of HTML: interpolated texts and numbers are escaped, interpolated markup is not. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Interpolated[]): Markup {
  const parts = strings.map((text, index) => {
    const piece = pieces[index]
    return piece === undefined ? text : text + rendered(piece)
  })
  return { markup: parts.join('') }
}

export const NOTHING: Markup = { markup: '' }

function rendered(piece: Interpolated): string {
  if (typeof piece === 'string') return html(piece)
  if (typeof piece === 'number') return String(piece)
  return 'markup' in piece ? piece.markup : piece.map((one) => one.markup).join('')
}

/** A table that scrolls by itself on a narrow screen; nothing without rows. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  if (rows.length === 0) return NOTHING
  const head = columns.map((column) => markup`<th scope="col">${column}</th>`)
  const body = rows.map((cells) => {
    const parts = cells.map((cell, index) =>
      index === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`,
    )
    return markup`<tr>${parts}</tr>`
  })
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** Names and values; nothing without any. */
export function definitions(
  rows: readonly (readonly [name: string, value: string | Markup])[],
): Markup {
  if (rows.length === 0) return NOTHING
  return markup`<dl>${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** A section with a heading; nothing without content. */
export function section(title: string, content: Markup, id: string): Markup {
  if (content.markup === '') return NOTHING
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`
}
