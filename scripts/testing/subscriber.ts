/** What one event said. */
export interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Somebody who follows a subscription, by nothing but fetch. */
export interface Subscriber {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; null where it has ended, by `complete` or not. */
  next(): Promise<Told | null>;
  /** How many have come and were not asked for. */
  unread(): number;
  /** Whether the last event was `complete`. */
  isComplete(): boolean;
  leave(): void;
}

export interface Subscribe {
  readonly url: string;
  /** A whole `Authorization` header. */
  readonly authorization: string;
  readonly query: string;
  readonly variables?: object;
  readonly method?: 'GET' | 'POST';
}

/** Subscribes, and reads what comes as it comes. */
export async function subscribe(asked: Subscribe): Promise<Subscriber> {
  const leaving = new AbortController();
  const { url, init } = requestOf(asked);
  const ask = () => fetch(url, { ...init, signal: leaving.signal });
  // A connection that was kept may just have been closed by the other side.
  const response = await ask().catch(ask);
  const events: Told[] = [];
  const waiting: ((told: Told | null) => void)[] = [];
  let isComplete = false;
  let isOver = false;
  const over = () => {
    isOver = true;
    for (const tell of waiting.splice(0)) tell(null);
  };
  const take = (block: string) => {
    const lines = block.split('\n');
    if (lines.includes('event: complete')) isComplete = true;
    const data = lines.find((line) => line.startsWith('data: {'))?.slice('data: '.length);
    if (data === undefined) return;
    const told: Told = JSON.parse(data);
    const tell = waiting.shift();
    if (tell) tell(told);
    else events.push(told);
  };
  void read(response, take).then(over, over);
  return {
    ...{ status: response.status, headers: response.headers },
    next: () => {
      const first = events.shift();
      if (first) return Promise.resolve(first);
      return isOver ? Promise.resolve(null) : new Promise((resolve) => waiting.push(resolve));
    },
    unread: () => events.length,
    isComplete: () => isComplete,
    leave: () => leaving.abort(),
  };
}

async function read({ body }: Response, take: (block: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body ?? []) {
    const blocks = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(block);
  }
}

function requestOf({ url, authorization, query, variables = {}, method = 'POST' }: Subscribe) {
  const headers = { authorization, accept: 'text/event-stream' };
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return method === 'GET'
    ? { url: `${url}/graphql?${parameters}`, init: { headers } }
    : {
        url: `${url}/graphql`,
        init: {
          method,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        },
      };
}
