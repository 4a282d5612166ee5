import { Begin1763769600000 } from './1763769600000-begin';

/** Every migration, oldest first. */
export const migrations = [Begin1763769600000];
