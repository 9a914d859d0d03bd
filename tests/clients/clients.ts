import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { Client, createRequest, fetchExchange, type OperationResult } from '@urql/core';
import type { DocumentNode } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';
import type { TrustedOperation } from '../../gateway/operations/trusted-operation';

/** What a client makes of an answer. */
export interface Made {
  readonly data: unknown;
  readonly codes: readonly unknown[];
}

/** Where a client asks, and how it signs in. */
export interface Asking {
  readonly url: string;
  readonly authorization: string;
  /** Sees each request as it leaves. */
  readonly fetch: typeof fetch;
}

/** A client as its own page says to use it, with what is asked of all of them alike. */
export interface GraphqlClient {
  ask(document: DocumentNode, variables?: Record<string, unknown>): Promise<Made>;
  /** Asks a trusted operation by GET, without its text. */
  askTrusted(operation: TrustedOperation, document: DocumentNode, variables: Variables): Promise<Made>;
}

type Variables = Record<string, unknown>;

const codesOf = (errors: readonly { readonly extensions?: Record<string, unknown> }[] = []) =>
  errors.map(({ extensions }) => extensions?.code);

/** Apollo Client: lists are joined in its cache by `relayStylePagination`, operations sent as their hashes. */
export function openApollo({ url, authorization, fetch: given }: Asking) {
  const http = new HttpLink({ uri: url, fetch: given, headers: { authorization } });
  const client = (link: ApolloLink) =>
    new ApolloClient({
      link,
      cache: new InMemoryCache({
        typePolicies: { Query: { fields: { complaints: relayStylePagination(['where']) } } },
      }),
    });
  const made = ({ data, error }: { data?: unknown; error?: unknown }): Made => ({
    data: data ?? null,
    codes: CombinedGraphQLErrors.is(error)
      ? codesOf(error.errors)
      : error === undefined
        ? []
        : [String(error)],
  });
  const ask = async (of: ApolloClient, query: DocumentNode, variables: Variables) =>
    made(await of.query({ query, variables, errorPolicy: 'all', fetchPolicy: 'no-cache' }));
  const plain = client(http);
  return {
    client: plain,
    ask: (document, variables = {}) => ask(plain, document, variables),
    askTrusted({ hash }, document, variables) {
      const byHash = new PersistedQueryLink({ generateHash: () => hash, useGETForHashedQueries: true });
      return ask(client(ApolloLink.from([byHash, http])), document, variables);
    },
  } satisfies GraphqlClient & { client: ApolloClient };
}

/** urql, which leaves the text away of a request that has a hash, as its exchange for persisted operations makes it. */
export function openUrql({ url, authorization, fetch: given }: Asking): GraphqlClient {
  const client = new Client({
    ...{ url, exchanges: [fetchExchange], fetch: given, fetchOptions: { headers: { authorization } } },
  });
  const made = ({ data, error }: OperationResult): Made => ({
    data: data ?? null,
    codes: codesOf(error?.graphQLErrors),
  });
  return {
    ask: async (document, variables = {}) => made(await client.query(document, variables).toPromise()),
    async askTrusted({ hash }, document, variables) {
      const persistedQuery = { version: 1 as const, sha256Hash: hash };
      const request = createRequest(document, variables, { persistedQuery });
      return made(await client.executeQuery(request, { preferGetMethod: true }).toPromise());
    },
  };
}

/** graphql-request. It cannot leave the text away by itself: what makes its requests puts the name in its place. */
export function openGraphqlRequest({ url, authorization, fetch: given }: Asking): GraphqlClient {
  const open = (at: string, method: 'GET' | 'POST', by: typeof fetch) =>
    new GraphQLClient(at, { method, fetch: by, headers: { authorization }, errorPolicy: 'all' });
  const ask = async (client: GraphQLClient, document: DocumentNode, variables: Variables) => {
    try {
      const { data, errors } = await client.rawRequest<unknown>(document as never, variables);
      return { data: data ?? null, codes: codesOf(errors) };
    } catch (error) {
      if (error instanceof ClientError) return { data: null, codes: codesOf(error.response.errors) };
      throw error;
    }
  };
  const plain = open(url, 'POST', given);
  return {
    ask: (document, variables = {}) => ask(plain, document, variables),
    askTrusted({ name }, document, variables) {
      const named: typeof fetch = (_, init) =>
        given(
          `${url}?${new URLSearchParams({ operation: name, variables: JSON.stringify(variables) })}`,
          init,
        );
      return ask(open(url, 'GET', named), document, {});
    },
  };
}
