import type { Locale, Problem } from '@zbor/contracts';
import type {} from 'react-router';

/** What the API answered, as it left the API. */
export interface ApiReply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** The way from the pages to the API, within one process. */
export interface ApiTransport {
  /** `url` is the path below the origin with its query: `/api/…`. */
  request(
    method: string,
    url: string,
    init: { headers: Record<string, string>; body?: string },
  ): Promise<ApiReply>;
}

declare module 'react-router' {
  /** Handed to every loader and action by the process that serves the pages. */
  interface AppLoadContext extends ApiTransport {
    /** Addresses of the scripts that hold what is said in each language. */
    languageScripts: Record<Locale, string>;
    /** Why what was sent here was not read; the page says so. */
    refused?: Problem;
  }
}
