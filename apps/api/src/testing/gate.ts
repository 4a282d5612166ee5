import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The way to a service, which can be cut as a network does: whoever is on it is thrown off, nobody gets through. */
export class Gate {
  private readonly sockets = new Set<Socket>();
  private constructor(
    private readonly service: URL,
    private server: Server,
    private readonly port: number,
  ) {}

  /** @param url of the service. */
  static async before(url: string): Promise<Gate> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const gate = new Gate(new URL(url), server, port);
    server.on('connection', (socket) => gate.lead(socket));
    return gate;
  }

  /** The address of the service by way of this gate. */
  get url(): string {
    const url = new URL(this.service);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  async shut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  async open(): Promise<void> {
    this.server = createServer((socket) => this.lead(socket));
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }

  private lead(socket: Socket): void {
    const onward = connect(Number(this.service.port), this.service.hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.on('error', () => undefined);
      one.once('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
