import type { Clock } from '../platform/config/clock';
import type { SiteSettings } from '../platform/config/settings';
import type { TokenKeys, TokenVerifier } from '../platform/identity/bearer-token';
import type { Logger } from '../platform/logging/logger';
import { processRegistry } from '../platform/metrics/process-registry';
import { readSeldom } from '../platform/metrics/read-seldom';
import type { DataSource } from '../platform/transaction/transaction';
import { createDrafts } from './drafts/drafts';
import { documentsOf } from './gateway/documents';
import { downloadingFrom } from './gateway/downloading';
import { fetchingFrom } from './gateway/fetching';
import { askingFreely } from './gateway/free-questions';
import { createGateway } from './gateway/gateway';
import { uploadingTo } from './gateway/uploading';
import { createFormTokens } from './kept-forms/form-tokens';
import { createKeepLateForm } from './kept-forms/keep-late-form';
import { addKeptFormPage } from './kept-forms/kept-form-page';
import { createKeptForms } from './kept-forms/kept-forms';
import { createLive } from './live/live';
import { readKeptState } from './measured/kept-state';
import { measureSite } from './measured/requests';
import { addLiveDoors } from './pages/casework/live/live-doors';
import type { ToolPlaces } from './pages/connect/fill-in';
import { askDashboard } from './pages/dashboard/dashboard';
import { addFileNoting } from './pages/note-files';
import { THE_COUNCIL } from './pages/page-makers';
import { addPages } from './pages/pages';
import { createPostDesk, type PostDesk } from './post/post-desk';
import type { PostOffice } from './post/post-office';
import { createPostman, type Postman } from './post/postman';
import { createApp } from './server/app';
import { serveAssets } from './server/assets';
import { addCompression } from './server/compress';
import { siteCookie } from './server/cookies';
import { addErrorPages } from './server/errors';
import { addHeaders } from './server/headers';
import { originsOf } from './server/origins';
import { createPages } from './server/page';
import { namesOf } from './server/person-names';
import type { SitePlace } from './server/place';
import { createRenderer, type Render } from './server/render';
import { createSeal } from './sessions/seal';
import { createSessionHolds } from './sessions/session-holds';
import { createSessions } from './sessions/sessions';
import { createAttempts } from './sign-in/attempts';
import { addEndedRoute } from './sign-in/ended';
import { createRenewal } from './sign-in/renew';
import { addSignInRoutes, type Offered } from './sign-in/routes';
import { createSignInService, type SignInClient } from './sign-in/sign-in-service';
import { councilStyle } from './styles/council-style';

export type { PostOffice } from './post/post-office';
export { openTransport } from './post/transport/open-transport';
export { siteSchema } from './schema';
export { siteOrigins } from './server/origins';
export { type SitePlace, takePlace } from './server/place';

export interface StartSite {
  readonly place: SitePlace;
  /** Where the product's files are. */
  readonly root: string;
  /** The site's own schema. */
  readonly dataSource: DataSource;
  /** Where the gateway answers, without a path. */
  readonly gatewayUrl: string;
  /** How long a page waits for the gateway, where that is not two seconds. */
  readonly timeoutMillis?: number;
  readonly settings: Pick<SiteSettings, 'url' | 'council'>;
  /** Where tools reach the gateway, and the database with the views for SQL. */
  readonly toolPlaces: Omit<ToolPlaces, 'council'>;
  readonly client: SignInClient;
  /** Seals what browsers and the database hold. */
  readonly secret: string | Buffer;
  /** Checks the tokens that the gateway will be shown. */
  readonly verifier: TokenVerifier;
  /** Of the sign-in service. */
  readonly keys: TokenKeys;
  /** The demonstration's people; empty where people sign in as themselves. */
  readonly offered: readonly Offered[];
  /** The page of what is kept of people, in Markdown. */
  readonly whatIsKept: string;
  /** By what figures go out by mail; null where the settings name no way. */
  readonly office: PostOffice | null;
  /** By what sessions, forms that were kept and mail are timed. */
  readonly clock: Clock;
  /** What pages take for the present: what the parts take for it, which may stand still on a day. */
  readonly present: Clock;
  readonly logger: Logger;
}

export interface RunningSite {
  readonly url: string;
  /**
   * Asks for the dashboard once, as an analyst whose token this is: its questions are planned then, and the code that counts
   * and draws has run. Rejects where it could not be asked for.
   */
  warmUp(accessToken: string): Promise<void>;
  /** Sends what is due by mail; the mail under way when it is told to stop is finished. */
  sendMail(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Nobody waits for it on a page. */
const WARM_UP_MILLIS = 10_000;
const MAIL_MILLIS = 20_000;

/** Starts the complaints site: a client of the gateway, with sessions in a schema of its own. */
export async function startSite(options: StartSite): Promise<RunningSite> {
  const { place, root, settings, client, secret, clock, present, logger, offered } = options;
  const url = settings.url ?? place.url;
  const isSecure = url.startsWith('https:');
  const sessions = createSessions({
    dataSource: options.dataSource,
    seal: createSeal({ secret, purpose: 'sessions' }),
    clock,
  });
  const keptForms = createKeptForms({ ...options, seal: createSeal({ secret, purpose: 'kept forms' }) });
  const tokens = createFormTokens(createSeal({ secret, purpose: 'forms' }));
  const service = createSignInService(client);
  const cookie = siteCookie('session', isSecure);
  const app = await createApp({ sessions, cookie, renewed: createRenewal({ sessions, service, clock }) });
  measureSite(app);
  const gateway = createGateway({ ...options, url: options.gatewayUrl });
  addFileNoting(app, gateway);
  addCompression(app);
  addHeaders(app, { isSecure, signInOrigin: client.issuer.origin });
  const asset = serveAssets(app, root, { 'council.css': councilStyle(settings.council) });
  const isDemonstration = offered.length > 0;
  const render = createRenderer(root, { asset, council: settings.council, isDemonstration });
  const page = createPages(render);
  const desk = createPostDesk(options);
  const postman = postmanOf(options, { desk, render, siteUrl: url });
  const originOf = originsOf(url);
  const attempts = createAttempts({ seal: createSeal({ secret, purpose: 'sign-ins' }), isSecure });
  const begun = { ...options, service, sessions, attempts, cookie, tokens, page, originOf, offered };
  addSignInRoutes(app, { ...begun, welcome: desk.addresses.see });
  addKeptFormPage(app, { page, keptForms });
  addEndedRoute(app, { ...options, ...client, issuer: client.issuer.href.replace(/\/$/, ''), sessions });
  const [live, nameOf] = [createLive({ holds: createSessionHolds(options), clock }), namesOf(offered)];
  addLiveDoors(app, { gateway, nameOf, live });
  addPages(app, {
    page,
    gateway,
    council: settings.council.name,
    nameOf,
    upload: uploadingTo(options.gatewayUrl),
    download: downloadingFrom(options.gatewayUrl),
    documents: documentsOf(options.gatewayUrl),
    drafts: createDrafts({ ...options, seal: createSeal({ secret, purpose: 'drafts' }) }),
    askFreely: askingFreely(options.gatewayUrl),
    fetchDoor: fetchingFrom(options.gatewayUrl),
    root,
    places: { ...options.toolPlaces, council: settings.council.name },
    dataSource: options.dataSource,
    whatIsKept: options.whatIsKept,
    desk,
    sessions,
    clock: present,
  });
  addErrorPages(app, { page, logger, keepLateForm: createKeepLateForm({ tokens, keptForms }) });
  await app.ready();
  const forget = processRegistry.collect(readSeldom(() => readKeptState(options.dataSource)));
  place.open((request, response) => app.routing(request, response));
  return {
    url,
    async warmUp(accessToken) {
      const asking = { accessToken, requestId: 'warm-up', timeoutMillis: WARM_UP_MILLIS };
      await askDashboard(
        { gateway, clock: present },
        {},
        { ...asking, audience: THE_COUNCIL, role: 'analyst' },
      );
    },
    sendMail: async (signal) => postman?.round(signal),
    async stop() {
      forget();
      live.stop();
      await place.close();
      await app.close();
    },
  };
}

/** What sends mail; null where there is no way for it. Nobody waits for its figures on a page. */
function postmanOf(
  { office, dataSource, gatewayUrl, settings, clock, logger }: StartSite,
  made: { readonly desk: PostDesk; readonly render: Render; readonly siteUrl: string },
): Postman | null {
  if (office === null) return null;
  const gateway = createGateway({ url: gatewayUrl, timeoutMillis: MAIL_MILLIS });
  const { links } = made.desk;
  return createPostman({
    ...made,
    office,
    links,
    dataSource,
    gateway,
    clock,
    logger,
    council: settings.council.name,
  });
}
