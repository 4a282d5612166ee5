import {
  AccessCodeBatchEntity,
  AccessCodeEntity,
  AccessCodeQuotaEntity,
} from './features/access-codes/access-code.entity';
import { ClaimEntity } from './features/assistance/claim.entity';
import { AuditChainEntity, AuditEntryEntity } from './features/audit/audit.entity';
import {
  CommentEntity,
  CommentLikeEntity,
  CommentVersionEntity,
  ThreadEntity,
} from './features/comments/comment.entity';
import { CouncilEntity, CouncilMemberEntity } from './features/councils/council.entity';
import { EmailAddressEntity, EmailCodeEntity } from './features/email/email.entity';
import { IdeaEntity, IdeaSearchEntity, IdeaVersionEntity, SupportEntity } from './features/ideas/idea.entity';
import { AccountEntity } from './features/identity/account.entity';
import { PasskeyChallengeEntity, PasskeyEntity } from './features/identity/factors/passkey.entity';
import { TotpEntity } from './features/identity/factors/totp.entity';
import { RecoveryEntity } from './features/identity/recovery/recovery.entity';
import { RoleGrantEntity } from './features/identity/role-grant.entity';
import { SessionEntity } from './features/identity/session.entity';
import { ModerationActEntity, ReportEntity } from './features/moderation/moderation.entity';
import {
  CategoryEntity,
  MunicipalityEntity,
  MunicipalityHostEntity,
} from './features/municipalities/municipality.entity';
import { SsoIdentityEntity } from './features/sso/sso.entity';
import { RateCountEntity, RateKeyEntity } from './platform/http/rate.entity';

/** Every table of the portal. */
export const entities = [
  AuditChainEntity,
  AuditEntryEntity,
  MunicipalityEntity,
  MunicipalityHostEntity,
  CategoryEntity,
  AccountEntity,
  RoleGrantEntity,
  SessionEntity,
  AccessCodeEntity,
  AccessCodeBatchEntity,
  AccessCodeQuotaEntity,
  ClaimEntity,
  EmailAddressEntity,
  EmailCodeEntity,
  TotpEntity,
  RecoveryEntity,
  PasskeyEntity,
  PasskeyChallengeEntity,
  SsoIdentityEntity,
  CouncilEntity,
  CouncilMemberEntity,
  ReportEntity,
  ModerationActEntity,
  ThreadEntity,
  CommentEntity,
  CommentVersionEntity,
  CommentLikeEntity,
  IdeaEntity,
  IdeaVersionEntity,
  IdeaSearchEntity,
  SupportEntity,
  RateCountEntity,
  RateKeyEntity,
];
