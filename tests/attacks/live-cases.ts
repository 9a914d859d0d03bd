import type { TestProduct } from '../../scripts/testing/test-product';
import { commandOf } from './cases';

/** Streams in which the attacks have a live complaint. */
export const LIVE_STREAMS = ['corporate', 'adults', 'childrens', 'schools'] as const;
export type LiveStream = (typeof LIVE_STREAMS)[number];

const OLU = {
  ...{ subject: 'olu', role: 'officer', streams: [...LIVE_STREAMS], services: [], partner: null },
};

const NAME = 'Zebralive';

/** Everything of a person and of what was said has the surname that may reach nobody to whom a case is closed. */
const input = {
  ...{ receivedOn: '2024-05-20', serviceId: 'greenspace', complainedAbout: ['dan'] },
  ...{ summary: `${NAME} said so.`, points: [`One point of ${NAME}`] },
  parties: [
    {
      ...{ kind: 'COMPLAINANT', relationship: NAME, title: NAME, forename: NAME, surname: NAME },
      ...{ email: NAME, telephone: NAME, address: NAME, postcode: NAME, bornOn: '1970-01-01' },
    },
  ],
};

const nameOf = (stream: LiveStream): string => `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;

/** A live complaint of each stream, about dan: of a service that mark manages. */
export async function makeLiveCases(product: TestProduct): Promise<Readonly<Record<LiveStream, string>>> {
  const record = async (stream: LiveStream, number: number): Promise<string> => {
    const { data } = await product.ask<{ r: { entry?: { id: string } } }>(
      OLU,
      `mutation Record($key: ID!, $input: RecordComplaintInput!) {
         r: record${nameOf(stream)}Complaint(key: $key, input: $input) { ... on CommandDone { entry { id } } } }`,
      { key: commandOf(number), input },
    );
    const [id] = data.r.entry?.id.split('/') ?? [];
    if (id === undefined) throw new Error('A live complaint could not be recorded');
    return id;
  };
  const live = {
    corporate: await record('corporate', 9_101),
    adults: await record('adults', 9_102),
    childrens: await record('childrens', 9_103),
    schools: await record('schools', 9_104),
  };
  // Files and sets are made of what figures know.
  await product.schemas.relay({ onFailure: () => undefined }).drain();
  return live;
}

/** How a live complaint stands, asked by who may see it. */
export async function standing(product: TestProduct, stream: LiveStream): Promise<unknown> {
  const { data } = await product.ask<{ list: object; groups: object; away: object }>(
    OLU,
    `{ list: ${stream}Worklist(list: ALL_OPEN) { edges { node { version state assignedTo timeline { totalCount } } } }
       groups: ${stream}Groups { id } away: ${stream}Absences { id } }`,
  );
  return data;
}
