/** The municipality of the bench, and who is signed in there. */
export const town = 'bench';
export const signedIn = 400;
export const cookieName = `zbor-${town}`;

/** Cookie of the n-th person, from 1 to `signedIn`. */
export const cookieOf = (n: number) => `${cookieName}=${tokenOf(n)}`;
export const tokenOf = (n: number | string) => `bench-${n}`;
