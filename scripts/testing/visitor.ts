/** A page as a visitor without a browser gets it. */
export interface Got {
  readonly status: number;
  /** Where it was got in the end, with its query. */
  readonly url: string;
  readonly html: string;
  readonly headers: Headers;
  /** Every address on the way, this one last. */
  readonly way: readonly string[];
}

/** Somebody with a cookie jar, who follows where answers lead. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Got>;
  /** Sends a form: each field by its name, or in pairs where a name comes more than once. */
  post(path: string, fields: Readonly<Record<string, string>> | string[][]): Promise<Got>;
  /** Goes one step and not on from there. */
  step(path: string, request?: RequestInit): Promise<Response>;
}

const MOST_STEPS = 15;

/** A visitor of the site at `url`, with a jar of their own. */
export function createVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  // Joined, not resolved: what begins with // is no other host here.
  const addressOf = (path: string) => (path.startsWith('/') ? `${url}${path}` : path);
  const step = async (path: string, request: RequestInit = {}) => {
    const headers = new Headers(request.headers);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie !== '' && !headers.has('cookie')) headers.set('cookie', cookie);
    const response = await fetch(addressOf(path), {
      ...request,
      headers,
      redirect: 'manual',
    });
    for (const set of response.headers.getSetCookie()) keep(cookies, set);
    return response;
  };
  const follow = async (path: string, request?: RequestInit): Promise<Got> => {
    const way = [addressOf(path)];
    let response = await step(path, request);
    while (response.headers.get('location') !== null && way.length < MOST_STEPS) {
      way.push(new URL(response.headers.get('location') ?? '', way.at(-1)).href);
      response = await step(way.at(-1) ?? '');
    }
    const { status, headers } = response;
    return { status, headers, way, url: way.at(-1) ?? '', html: await response.text() };
  };
  return {
    cookies,
    step,
    get: (path, headers = {}) => follow(path, { headers }),
    post: (path, fields) => follow(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

function keep(cookies: Map<string, string>, set: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(set)) cookies.delete(name);
  else cookies.set(name, value);
}
