import { testDatabase } from '../../../../../platform/testing/database';
import { createDrafts } from '../../../../drafts/drafts';
import { siteSchema } from '../../../../schema';
import { createSeal } from '../../../../sessions/seal';
import { movingClock } from '../../../../testing/people';

const law = (paragraph: string) => ({ law: 'The policy', paragraph, basis: 'POLICY' }) as const;

const version = (
  stage: number,
  needs: object[],
  inForceFrom = '2026-04-01',
  inForceTo: string | null = null,
) => ({
  ...{ stage, inForceFrom, inForceTo, title: stage === 1 ? 'answered by the service' : 'reviewed' },
  ...{ answeredBy: 'Them', next: [], states: [], source: law('stage') },
  events: [
    { event: 'RECORD', title: 'Record it', from: [], leadsTo: '', roles: ['OFFICER'], needs, source: null },
  ],
  limits: [
    { name: 'ACKNOWLEDGE', title: 'Acknowledge it', text: '5 working days from receipt', source: law('6.2') },
  ],
});

/** A procedure in which a complaint may begin at stage 1, and by way of exception at stage 2. */
export const TWO_BEGINNINGS = {
  versions: [
    version(1, []),
    version(2, [{ text: 'a reason for beginning here', source: law('directly') }]),
    version(1, [], '2000-01-01', '2026-03-31'),
  ],
};
export const ONE_BEGINNING = { versions: [version(1, [])] };

/** What the graph answers to whoever records a complaint. */
export const RECORDING_ANSWERS = {
  FilterNames: {
    services: [
      { id: 'refuse', name: 'Refuse & Recycling', directorate: 'Place' },
      { id: 'refuse-bulky', name: 'Bulky Refuse', directorate: 'Place' },
      { id: 'parks', name: 'Parks', directorate: 'Place' },
    ],
    channels: [{ name: 'Phone' }, { name: 'Letter' }],
  },
  FilterThemes: { themes: { rows: [{ theme: 'Delay' }] } },
  SearchCorporate: { found: { edges: [], pageInfo: { hasNextPage: false } } },
  SearchSchools: { found: { edges: [], pageInfo: { hasNextPage: false } } },
  LiveProcedureCorporate: { procedure: TWO_BEGINNINGS },
  LiveProcedureAdults: { procedure: ONE_BEGINNING },
  LiveProcedureChildrens: { procedure: ONE_BEGINNING },
  LiveProcedureSchools: { procedure: ONE_BEGINNING },
};

/** Drafts on a database of the test's own. */
export async function testDrafts(now: string) {
  const database = await testDatabase([siteSchema]);
  const seal = createSeal({ secret: 'the secret of the site', purpose: 'drafts' });
  const drafts = createDrafts({ dataSource: database.of('site'), seal, clock: movingClock(now) });
  return { drafts, stop: () => database.stop() };
}
