import { Controller, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { nameKey } from '@zbor/domain';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { Limits } from '../../platform/http/limits';
import { Credentials } from './credentials';
import { presentAccount } from './identity.presenter';
import { IdentityService } from './identity.service';
import { RolesService } from './roles.service';
import { SessionsService } from './sessions.service';
import { WaysIn } from './ways-in';

const {
  visit,
  ways,
  suggestNames,
  signUp,
  signIn,
  signOut,
  sessions,
  endSession,
  endOtherSessions,
  changeMe,
  keep,
  changePassphrase,
  accounts,
  giveRole,
  endRole,
} = contracts.identity;
const { operatorVisit, operatorSignIn, operatorSignOut } = contracts.identity;

@Controller()
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly credentials: Credentials,
    private readonly open: SessionsService,
    private readonly waysIn: WaysIn,
    private readonly roles: RolesService,
    private readonly limits: Limits,
  ) {}

  @Endpoint(visit)
  visit(@Who() caller: Caller) {
    return this.identity.visit(caller);
  }

  @Endpoint(ways)
  ways(@Who() caller: Caller) {
    return this.waysIn.of(caller.town);
  }

  @Endpoint(suggestNames)
  async suggestNames(@Who() caller: Caller, @Input(suggestNames) { query }: InputOf<typeof suggestNames>) {
    return { names: await this.identity.suggestNames(caller.town, query.language) };
  }

  @Endpoint(signUp)
  async signUp(
    @Who() caller: Caller,
    @Input(signUp) { body }: InputOf<typeof signUp>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const enter = this.open.entering(reply, caller.town.slug);
    return presentAccount(await this.identity.signUp(caller.town, body, enter));
  }

  @Endpoint(signIn)
  async signIn(
    @Who() caller: Caller,
    @Input(signIn) { body }: InputOf<typeof signIn>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.take('sign-in by name', `${caller.town.id} ${nameKey(body.signInName)}`);
    const account = await this.credentials.prove('passphrase', { body, town: caller.town });
    await this.open.open(reply, caller.town.slug, account);
    return presentAccount(account);
  }

  @Endpoint(signOut)
  async signOut(@Who() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.open.close(reply, caller.town.slug, caller);
  }

  @Endpoint(sessions)
  async sessions(@Who() caller: Caller) {
    return { items: await this.open.list(caller.person) };
  }

  @Endpoint(endSession)
  endSession(@Who() caller: Caller, @Input(endSession) { params }: InputOf<typeof endSession>) {
    return this.open.end(caller.person, params.id);
  }

  @Endpoint(endOtherSessions)
  endOtherSessions(@Who() caller: Caller) {
    return this.open.endOthers(caller.person);
  }

  @Endpoint(changeMe)
  changeMe(@Who() caller: Caller, @Input(changeMe) { body }: InputOf<typeof changeMe>) {
    return this.identity.changeMe(caller, body);
  }

  @Endpoint(keep)
  keep(@Who() caller: Caller, @Input(keep) { body }: InputOf<typeof keep>) {
    return this.identity.keep(caller.person, body);
  }

  @Endpoint(changePassphrase)
  changePassphrase(
    @Who() { person }: Caller,
    @Input(changePassphrase) { body }: InputOf<typeof changePassphrase>,
  ) {
    this.open.mustBeFresh(person);
    return this.identity.changePassphrase(person, body.passphrase);
  }

  @Endpoint(accounts)
  accounts(@Who() caller: Caller, @Input(accounts) { query }: InputOf<typeof accounts>) {
    return this.identity.page(caller.town, query);
  }

  @Endpoint(giveRole)
  giveRole(@Who() caller: Caller, @Input(giveRole) { params, body }: InputOf<typeof giveRole>) {
    return this.roles.give(caller, params.id, body);
  }

  @Endpoint(endRole)
  endRole(@Who() caller: Caller, @Input(endRole) { params }: InputOf<typeof endRole>) {
    return this.roles.end(caller, params.id, params.grant);
  }

  @Endpoint(operatorVisit)
  operatorVisit(@Who() caller: Caller) {
    return { account: caller.account && presentAccount(caller.account), halfway: caller.halfway !== null };
  }

  @Endpoint(operatorSignIn)
  async operatorSignIn(
    @Input(operatorSignIn) { body }: InputOf<typeof operatorSignIn>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.take('sign-in by name', `operator ${nameKey(body.signInName)}`);
    const account = await this.credentials.prove('passphrase', { body, town: null });
    await this.open.open(reply, null, account);
    return presentAccount(account);
  }

  @Endpoint(operatorSignOut)
  async operatorSignOut(@Who() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.open.close(reply, null, caller);
  }
}
