import { setTimeout as wait } from 'node:timers/promises';
import type { Identity } from '../../identity/identity';
import type { RunSubgraph } from '../run-subgraph';
import { runSubgraph } from '../run-subgraph';

/** A question of a part, and who asks it. */
export interface PartQuestion {
  readonly identity: Identity;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A part whose answers are kept as the gateway keeps them, so that each kept one can be compared with a fresh one. */
export interface KeepingPart {
  /** Answers afresh. What was kept and would have been given in its place is told, unless it is the same. */
  ask(question: PartQuestion): Promise<unknown>;
  /** How many kept answers would have been given. */
  readonly given: () => number;
  /** Those that were no longer right, beside what is. */
  readonly stale: readonly { readonly kept: string; readonly fresh: string }[];
  stop(): Promise<void>;
}

/** Starts a part that verifies nobody: whoever asks is who they say. */
export async function keepingPart(options: Omit<RunSubgraph, 'verifier'>): Promise<KeepingPart> {
  const verify = async (token: string): Promise<Identity> => JSON.parse(token);
  const part = await runSubgraph({ ...options, verifier: { verify } });
  const held = new Map<string, { readonly state: string; readonly answer: string }>();
  const stale: { kept: string; fresh: string }[] = [];
  let given = 0;
  return {
    async ask({ identity, query, variables = {} }) {
      const { role, scopes, streams, services, partner } = identity;
      const key = JSON.stringify([role, scopes, streams, services, partner, query, variables]);
      // A transaction of another test may be open on the same server, and keeps every state unknown.
      while (part.state && (await part.state()) === null) await wait(5);
      const kept = held.get(key);
      const stands = kept !== undefined && (await part.state?.()) === kept.state;
      const states: string[] = [];
      const answer = await part.execute({
        ...{ query, variables, operationName: null, requestId: 'request-1' },
        identityToken: JSON.stringify(identity),
        signal: new AbortController().signal,
        onState: (state) => states.push(state),
      });
      const fresh = JSON.stringify(answer);
      if (stands) given += 1;
      if (stands && kept.answer !== fresh) stale.push({ kept: kept.answer, fresh });
      const [state] = states;
      if (state === undefined) held.delete(key);
      else held.set(key, { state, answer: fresh });
      return answer;
    },
    given: () => given,
    stale,
    stop: () => part.stop(),
  };
}
