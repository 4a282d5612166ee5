import { Global, Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway';
import { RoomWatch } from './room-watch';
import { Rooms } from './rooms';
import { SessionWatch } from './session-watch';

@Global()
@Module({ providers: [LiveGateway, Rooms, RoomWatch, SessionWatch], exports: [LiveGateway, Rooms] })
export class LiveModule {}
