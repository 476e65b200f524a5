/** Sign-in with Entra ID: what the environment offers, and the token for it. */
export { AUDIENCE, claimsOf, jobToken, type Claims, type JobToken } from './assertion.ts'
export { cliToken } from './azure-cli.ts'
export { credentialFor } from './credential.ts'
export { errorOf, sendingWith, type SendTokenRequest } from './http-client.ts'
export { chooseSignIn, type SignIn } from './sign-in.ts'
