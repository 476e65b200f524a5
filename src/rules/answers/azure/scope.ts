import { tokenScopeOf } from '../../../knowledge/hosts.ts'

/** The order to ask for the scope that this resource takes. */
export function scopeOrder(baseUrl: string): string {
  return `Set azure-scope, and the scope in the application, to ${tokenScopeOf(baseUrl)}.`
}
