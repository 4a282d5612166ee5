import * as build from 'virtual:react-router/server-build';
import { createRequestHandler } from 'react-router';
import { ownAddress } from './shared/addresses';

const respond = createRequestHandler(build, 'production');

/** Answers a visitor's request with a page; asks the API by way of the context. What the process that serves pages loads. */
export const answer: typeof respond = async (request, context) => {
  const address = new URL(request.url);
  const own = ownAddress(address);
  if (own === address.pathname + address.search) return respond(request, context);
  return new Response(null, { status: 308, headers: { location: own } });
};
