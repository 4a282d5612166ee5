/** Features by layer, the lowest first. A feature imports from layers below its own, never sideways or up. */
export const layers = [
  ['audit'],
  ['municipalities'],
  ['identity'],
  ['privacy'],
  ['access-codes', 'assistance', 'email', 'sso', 'councils'],
  ['moderation'],
  ['comments'],
  ['ideas'],
  ['imports'],
] as const;
