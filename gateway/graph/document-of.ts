/** What is looked at of a request whose body has been read. */
interface ReadRequest {
  readonly request: { readonly method?: string | undefined; readonly url?: string | undefined };
  readonly body: Buffer;
}

/** The document of a request to the graph, as GraphQL over HTTP has it; null where it has none that could be read. */
export function documentOf({ request: { method, url = '' }, body }: ReadRequest): string | null {
  if (method === 'GET') return new URL(url, 'http://gateway').searchParams.get('query');
  try {
    const asked: unknown = JSON.parse(body.toString());
    const query = typeof asked === 'object' && asked !== null && 'query' in asked ? asked.query : null;
    return typeof query === 'string' ? query : null;
  } catch {
    return null;
  }
}
