/** The library for passkeys, loaded when first asked for: with all it knows of certificates it is a tenth of what a start would load. */
export const webauthn = () => import('@simplewebauthn/server');

export type Question = Parameters<Awaited<ReturnType<typeof webauthn>>['generateAuthenticationOptions']>[0];
