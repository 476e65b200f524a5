/** Of this program. A test holds it equal to package.json, which would be bundled whole otherwise. */
export const VERSION = '1.0.0'
