import { Readable } from 'node:stream';
import { Controller, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../platform/http/caller';
import { SessionCookies } from '../../platform/http/cookies';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { Limits } from '../../platform/http/limits';
import { ExportService } from './export.service';
import { PrivacyService } from './privacy.service';

const { held, mine, take, erase } = contracts.privacy;

const types = { json: 'application/json; charset=utf-8', html: 'text/html; charset=utf-8' } as const;

@Controller()
export class PrivacyController {
  constructor(
    private readonly privacy: PrivacyService,
    private readonly exports: ExportService,
    private readonly cookies: SessionCookies,
    private readonly limits: Limits,
  ) {}

  @Endpoint(held)
  held() {
    return this.privacy.held();
  }

  @Endpoint(mine)
  mine(@Who() caller: Caller) {
    return this.privacy.mine(caller);
  }

  /** There is no link to hand on: the address is everybody's, and the file that of the session that asks. */
  @Endpoint(take)
  async take(
    @Who() caller: Caller,
    @Input(take) { query }: InputOf<typeof take>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format, language } = query;
    const file = await this.exports.file(caller, format, language);
    await reply
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .type(types[format])
      .send(Readable.from(file.parts));
  }

  @Endpoint(erase)
  async erase(
    @Who() caller: Caller,
    @Input(erase) { body }: InputOf<typeof erase>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.take('sign-in by name', caller.person.id);
    await this.privacy.erase(caller, body);
    this.cookies.clear(reply, caller.town.slug);
    reply.header('clear-site-data', '"cache", "storage"');
  }
}
