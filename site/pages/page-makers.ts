import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/config/clock';
import type { DataSource } from '../../platform/transaction/transaction';
import type { Drafts } from '../drafts/drafts';
import type { Documents } from '../gateway/documents';
import type { Download } from '../gateway/downloading';
import type { FetchDoor } from '../gateway/fetching';
import type { AskFreely } from '../gateway/free-questions';
import type { Asking, Gateway } from '../gateway/gateway';
import type { Upload } from '../gateway/uploading';
import type { Page } from '../server/page';
import type { NameOf } from '../server/person-names';
import { signedIn } from '../server/visitor';
import type { ToolPlaces } from './connect/fill-in';

/** What pages are made with. */
export interface PageMakers {
  readonly page: Page;
  readonly gateway: Gateway;
  /** The site's own schema. */
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** Whose site it is. */
  readonly council: string;
  /** What people are called who are named on a page. */
  readonly nameOf: NameOf;
}

/** What all pages together are made with: a few send files on, or give those of the gateway. */
export interface SiteMakers extends PageMakers {
  readonly upload: Upload;
  readonly askFreely: AskFreely;
  readonly fetchDoor: FetchDoor;
  readonly download: Download;
  /** Documents of complaints, at the gateway's doors. */
  readonly documents: Documents;
  /** Complaints that are begun and not recorded. */
  readonly drafts: Drafts;
  /** Where the product's files are. */
  readonly root: string;
  /** Where tools find this installation. */
  readonly places: ToolPlaces;
  /** What is kept of people, in Markdown. */
  readonly whatIsKept: string;
}

/** All who see every record: what may be counted is the same for them, whatever their role. */
export const THE_COUNCIL = 'the council';

/** When each page first asked, in milliseconds of `performance.now()`. */
const begun = new WeakMap<FastifyRequest, number>();

/** In whose name a page asks the gateway. Throws `SignInNeeded` where nobody is signed in. */
export function askingOf(request: FastifyRequest): Asking {
  const sinceMillis = begun.get(request) ?? performance.now();
  begun.set(request, sinceMillis);
  return { ...steadyAskingOf(request), sinceMillis };
}

/** The same for what is no page that somebody waits for: each question has its own time, however many there are. */
export function steadyAskingOf(request: FastifyRequest): Asking {
  const { accessToken, partner } = signedIn(request);
  return { accessToken, requestId: request.id, audience: partner ?? THE_COUNCIL };
}

/** The parameters of an address, as they came. */
export const queryOf = (request: FastifyRequest): Readonly<Record<string, unknown>> =>
  typeof request.query === 'object' && request.query !== null ? { ...request.query } : {};

/** Sends a page. */
export const sendPage = (reply: FastifyReply, html: string, status = 200): FastifyReply =>
  reply.status(status).type('text/html; charset=utf-8').send(html);
