/** What is sent to the product. */
export interface Sent {
  /** Where it is sent in place of the product's gateway. */
  readonly to?: string;
  /** With what the address goes on; `/graphql` by default. */
  readonly path?: string;
  /** GET where no body is sent, POST otherwise. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `null` sends none; the question who asks by default. */
  readonly body?: string | null;
}

/** What has to come of it. */
export interface Expected {
  readonly status: number;
  /** The code of the first error. */
  readonly code: string;
  /** What its message says, whole. */
  readonly message?: string;
  /** What has to stand in the answer. */
  readonly says?: RegExp;
  /** What may stand nowhere in the answer or its headers. */
  readonly never?: RegExp;
}

/** Something that somebody tries, and what has to come of it: a row of a table. */
export interface Attack<Target> {
  readonly name: string;
  send(target: Target): Sent | Promise<Sent>;
  readonly expects: Expected;
}

/** Who asks, with a figure. */
export const WHO = JSON.stringify({ query: '{ caller { subject role { name } } }' });

/** Sends an attack's request, and gives what came, in the shape of what is expected. */
export async function outcomeOf(
  url: string,
  { path = '/graphql', headers = {}, body = WHO, ...sent }: Sent,
  expected: Expected,
): Promise<Expected> {
  const method = sent.method ?? (body === null ? 'GET' : 'POST');
  const response = await fetch(`${sent.to ?? url}${path}`, {
    ...{ method, redirect: 'manual' },
    headers: { ...(body === null ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === null || method === 'GET' ? {} : { body }),
  });
  const text = await response.text();
  const said = `${JSON.stringify([...response.headers])} ${text}`;
  const error = errorIn(text);
  return {
    status: response.status,
    code: error.code,
    ...(expected.message === undefined ? {} : { message: error.message }),
    ...(expected.never === undefined
      ? {}
      : { never: expected.never.test(said) ? /it stood there/ : expected.never }),
    ...(expected.says === undefined
      ? {}
      : {
          says: expected.says.test(text)
            ? expected.says
            : RegExp(`not in ${text.slice(0, 200).replace(/[^\w ]/g, '.')}`),
        }),
  };
}

function errorIn(text: string): { code: string; message: string } {
  try {
    const { errors = [] } = JSON.parse(text) as {
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    return { code: errors[0]?.extensions?.code ?? 'none', message: errors[0]?.message ?? '' };
  } catch {
    return { code: 'no answer in JSON', message: '' };
  }
}
