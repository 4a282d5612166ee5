import { Injectable } from '@nestjs/common';

/** The time; specs put another one in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
