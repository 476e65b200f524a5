/** What the settings observation says before any packet is sent. */
export { SETTING_NOTES, SETTINGS_RULES } from './family.ts'
export { endpointAssumed } from './endpoint-assumed.ts'
export { otherFamilyAnswers } from './other-family.ts'
