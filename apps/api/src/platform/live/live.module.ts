import { Global, Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway';
import { Rooms } from './rooms';

@Global()
@Module({ providers: [LiveGateway, Rooms], exports: [LiveGateway, Rooms] })
export class LiveModule {}
