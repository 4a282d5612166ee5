import { Global, Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway';
import { Rooms } from './rooms';
import { SessionWatch } from './session-watch';

@Global()
@Module({ providers: [LiveGateway, Rooms, SessionWatch], exports: [LiveGateway, Rooms] })
export class LiveModule {}
