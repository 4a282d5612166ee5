import * as build from 'virtual:react-router/server-build';
import { createRequestHandler } from 'react-router';

/** Answers a visitor's request with a page; asks the API by way of the context. What the process that serves pages loads. */
export const answer = createRequestHandler(build, 'production');
