import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes';

/** What people come for: to read and to write. */
const square = [
  index('features/ideas/pages/home.tsx'),
  route('accessibility', 'features/municipalities/pages/accessibility.tsx'),
  route('privacy', 'features/privacy/pages/privacy.tsx'),
  route('goodbye', 'features/privacy/pages/goodbye.tsx'),
  route('council', 'features/councils/pages/council.tsx'),
  route('threads/:type/:subject/write', 'features/comments/pages/write.tsx'),
  route('comments/:id/edit', 'features/comments/pages/edit.tsx'),
  route('comments/:id/versions', 'features/comments/pages/versions.tsx'),
  route('comments/:id/delete', 'features/comments/pages/delete.tsx'),
  route('ideas', 'features/ideas/pages/list.tsx'),
  route('ideas/new', 'features/ideas/pages/new.tsx'),
  route('ideas/:id/edit', 'features/ideas/pages/edit.tsx'),
  route('ideas/:id/versions', 'features/ideas/pages/versions.tsx'),
  route('ideas/:id/publish', 'features/ideas/pages/publish.tsx'),
  route('ideas/:id/withdraw', 'features/ideas/pages/withdraw.tsx'),
  route('ideas/:id/:slug?', 'features/ideas/pages/idea.tsx'),
];

/** Ways in, one's own account, and the offices of a town. */
const account = [
  route('sign-in', 'features/identity/pages/sign-in.tsx'),
  route('sign-in/email', 'features/email/pages/sign-in.tsx'),
  route('sign-in/email/code', 'features/email/pages/sign-in-code.tsx'),
  route('sign-in/sso', 'features/sso/pages/sign-in.tsx'),
  route('sign-in/sso/go', 'features/sso/pages/go.ts'),
  route('sign-in/sso/callback', 'features/sso/pages/callback.ts'),
  route('sign-in/sso/name', 'features/sso/pages/name.tsx'),
  route('email/changes/:id', 'features/email/pages/undo.tsx'),
  route('sign-up', 'features/identity/pages/sign-up.tsx'),
  route('sign-out', 'features/identity/pages/sign-out.tsx'),
  route('second-step', 'features/identity/factors/pages/second-step.tsx'),
  route('me', 'features/ideas/pages/mine.tsx'),
  route('join/:code?', 'features/access-codes/pages/join.tsx'),
  route('codes', 'features/access-codes/pages/batches.tsx'),
  route('admin/codes', 'features/access-codes/pages/quotas.tsx'),
  route('assist', 'features/assistance/pages/assist.tsx'),
  route('finish', 'features/assistance/pages/finish.tsx'),
  route('claim/:code?', 'features/assistance/pages/claim.tsx'),
  route('me/keep', 'features/identity/pages/keep.tsx'),
  route('me/passphrase', 'features/identity/pages/passphrase.tsx'),
  route('me/settings', 'features/identity/pages/settings.tsx'),
  route('me/email', 'features/email/pages/address.tsx'),
  route('me/email/code', 'features/email/pages/address-code.tsx'),
  route('me/data', 'features/privacy/pages/data.tsx'),
  route('me/recovery', 'features/identity/recovery/pages/phrase.tsx'),
  route('recover', 'features/identity/recovery/pages/recover.tsx'),
  route('me/totp', 'features/identity/factors/pages/totp.tsx'),
  route('me/passkeys', 'features/identity/factors/pages/passkeys.tsx'),
  route('admin', 'features/identity/pages/admin.tsx'),
  route('admin/people', 'features/identity/pages/people.tsx'),
  route('admin/audit', 'features/audit/pages/audit.tsx'),
  route('admin/people/:id/second-step', 'features/identity/factors/pages/reset.tsx'),
  route('admin/council', 'features/councils/pages/edit.tsx'),
  route('moderation', 'features/moderation/pages/queue.tsx'),
  route('moderation/log', 'features/moderation/pages/log.tsx'),
  route('moderation/:type/:id', 'features/moderation/pages/subject.tsx'),
  route('report/:type/:id', 'features/moderation/pages/report.tsx'),
];

/** Every page. Addresses are short and stable; acts that are only posted to have no page of their own. */
export default [
  route('favicon.svg', 'shared/icon-route.ts'),
  route('preferences', 'shared/preferences-route.ts'),
  route('leave', 'shared/leave-route.ts'),

  layout('shared/inside.tsx', [
    index('features/municipalities/pages/list.tsx'),
    ...prefix(':town', [...square, route('*', 'shared/nothing.ts')]),
    layout('shared/account.tsx', [
      route('operator', 'features/identity/pages/operator.tsx'),
      route('operator/new', 'features/identity/pages/open-town.tsx'),
      route('operator/audit', 'features/audit/pages/operator-audit.tsx'),
      route('operator/second-step', 'features/identity/factors/pages/operator-second-step.tsx'),
      route('operator/:slug/admin', 'features/identity/pages/first-admin.tsx'),
      route('operator/:slug/admins', 'features/identity/pages/admins.tsx'),
      route('operator/:slug/admins/:id/second-step', 'features/identity/factors/pages/operator-reset.tsx'),
      ...prefix(':town', account),
    ]),
  ]),
] satisfies RouteConfig;
