import { demonstrationPeople } from '../../demo/people';
import type { Settings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';

/** Asks the graph in somebody's name. */
export type AskAs = (subject: string, query: string, variables: object) => Promise<unknown>;

/** Asks the gateway as people of the demonstration. Throws where it refuses something. */
export async function askingAs({ dataDirectory, token }: Settings, gatewayUrl: string): Promise<AskAs> {
  const { token: keys } = await demonstrationKeys({ dataDirectory });
  return async (subject, query, variables) => {
    const person = demonstrationPeople.find((each) => each.subject === subject);
    if (person === undefined) throw new Error(`There is nobody called ${subject}`);
    const bearer = await demonstrationToken({ person, privateKey: keys.privateKey, ...token });
    const response = await fetch(new URL('/graphql', gatewayUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer: unknown = await response.json();
    if (!response.ok || JSON.stringify(answer).includes('"errors"')) throw new Error('The graph refused it');
    return answer;
  };
}
