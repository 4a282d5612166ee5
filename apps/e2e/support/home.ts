import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** Where everything lies that running the journeys leaves behind. */
export const home = join(root, '.zbor');
