import type { Identity } from '../../../platform/identity/identity';
import { type TestPart, testPart } from '../../../platform/testing/test-part';
import { subgraph } from '../subgraph';

/** An officer who is cleared for corporate and adults' complaints. */
export const OFFICER = { subject: 'olu', role: 'officer', streams: ['corporate', 'adults'] };

/** Noon of 30 November 2026, asked by that officer unless a question says otherwise. */
export const testEnquiries = (): Promise<TestPart> =>
  testPart({ subgraph, today: '2026-11-30', person: OFFICER });

/** A key of a command by its number. */
export const key = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What came of a command, as far as tests look at it. */
export interface Came {
  readonly __typename: string;
  readonly code?: string;
  readonly part?: string | null;
  readonly version?: number;
  readonly case?: { readonly id: string; readonly state: string; readonly [more: string]: unknown };
  readonly [more: string]: unknown;
}

const CAME = `__typename ... on Refusal { code message } ... on CommandUnusable { part }
  ... on OmbudsmanCommandDone { version entry { place event text on by }
    case { id reference ourReference stream state version isLive receivedOn replyDueOn replySentOn decidedOn decision
      upheld lgscoDecision compliance findings { issue finding category } remedies { text dueOn doneOn }
      complaint { id } permitted { event mutation } } }
  ... on OmbudsmanCommandRefused { part source { law paragraph basis } permitted { event } }
  ... on OmbudsmanCaseChanged { version since { place event by } }`;

const literal = (value: unknown): string => JSON.stringify(value);
/** A value as GraphQL writes it; a text in capitals alone stands for a value of an enum. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, of]) => `${name}: ${written(of)}`)
      .join(', ')} }`;
  return typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value) ? value : literal(value);
}

const argumentsOf = (asked: object): string =>
  Object.entries(asked)
    .map(([name, value]) => `${name}: ${written(value)}`)
    .join(', ');

/** The mutation of a command, as it is asked. */
export const mutation = (name: string, asked: object): string =>
  `mutation { came: ${name}(${argumentsOf(asked)}) { ${CAME} } }`;

/** The commands of this part, for a part that is there once a test runs. */
export const commanding =
  (part: () => TestPart) =>
  async (name: string, asked: object, as: Partial<Identity> = {}): Promise<Came> =>
    (await part().data<{ came: Came }>(mutation(name, asked), as)).came;

/** An enquiry of the LGSCO as it is recorded. */
export const ENQUIRY = {
  body: 'LGSCO',
  reference: '26 000 123',
  receivedOn: '2026-06-01',
  stream: 'CORPORATE',
};
