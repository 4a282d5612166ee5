import { Begin1763769600000 } from './1763769600000-begin';
import { CountChanges1795305600000 } from './1795305600000-count-changes';
import { Facilitators1795309200000 } from './1795309200000-facilitators';
import { AuditLog1795312800000 } from './1795312800000-audit-log';
import { Rates1795313100000 } from './1795313100000-rates';
import { AccessCodes1795316400000 } from './1795316400000-access-codes';
import { Email1795317000000 } from './1795317000000-email';
import { RoleGrants1795317600000 } from './1795317600000-role-grants';
import { Sso1795318000000 } from './1795318000000-sso';
import { Factors1795318200000 } from './1795318200000-factors';
import { Recovery1795318800000 } from './1795318800000-recovery';
import { Assistance1795319100000 } from './1795319100000-assistance';
import { Passkeys1795319400000 } from './1795319400000-passkeys';
import { Walls1795322400000 } from './1795322400000-walls';

/** Every migration, oldest first. */
export const migrations = [
  Begin1763769600000,
  CountChanges1795305600000,
  Facilitators1795309200000,
  AuditLog1795312800000,
  Rates1795313100000,
  AccessCodes1795316400000,
  Email1795317000000,
  RoleGrants1795317600000,
  Sso1795318000000,
  Factors1795318200000,
  Recovery1795318800000,
  Assistance1795319100000,
  Passkeys1795319400000,
  Walls1795322400000,
];
