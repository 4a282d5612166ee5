/** The secret of every made-up account that needs a second step. It guards nothing, and the demo shows its codes. */
export const demoSecret = 'ADEMOGUARDSNOBODYATALLINZBORTOWN';
