import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { contracts, type Endpoint } from '@zbor/contracts';
import { CONTRACT } from './endpoint';

/** Default closed: the portal does not start while a handler has no contract, or a contract has no handler. */
@Injectable()
export class ContractsCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const answered = new Set<Endpoint>();
    for (const { instance, name } of this.discovery.getControllers()) {
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler = instance[method];
        if (!Reflect.hasMetadata('path', handler)) continue;
        const contract = this.reflector.get<Endpoint | undefined>(CONTRACT, handler);
        if (!contract) throw new Error(`${name}.${method} answers a route without a contract.`);
        answered.add(contract);
      }
    }
    for (const [feature, endpoints] of Object.entries(contracts)) {
      for (const [name, contract] of Object.entries(endpoints)) {
        if (!answered.has(contract)) throw new Error(`Nobody answers the contract ${feature}.${name}.`);
      }
    }
  }
}
