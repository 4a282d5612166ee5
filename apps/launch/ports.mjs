import { createServer } from 'node:net';

/** The wanted port where it is free, else any free one; nothing where only the wanted one will do. */
export function freePort(wanted, { host, only = false } = {}) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') reject(error);
      else resolve(only ? undefined : freePort(0, { host }));
    });
    probe.listen({ port: wanted, host }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
