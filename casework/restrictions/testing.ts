import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { recordHistory } from '../records/record-history';
import { account, historicStage } from '../records/testing';
import { complaintIdFor, historicStageId } from '../stages/ids';
import type { StreamSubgraph } from '../stream/create-stream';
import { searchInSteps } from '../tables/search-in-steps';

const idOf = (key: string) =>
  complaintIdFor(historicStageId({ stream: 'corporate', source: 'corporate-crm', key }));
export const [ID, OTHER] = [idOf('100'), idOf('200')];
export const officer = (subject: string): Partial<Identity> => ({
  subject,
  role: 'officer',
  streams: ['corporate'],
});
export const ADMIN: Partial<Identity> = { subject: 'ada', role: 'admin' };
export const AUDITOR: Partial<Identity> = { subject: 'aud', role: 'auditor' };
export const MANAGER: Partial<Identity> = { subject: 'mark', role: 'manager', services: ['highways'] };
export const command = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

let database: TestDatabase;
let part: ServedPart;
/** A stream with two complaints before each test of a file, asked without a gateway. */
export function useTwoComplaints(corporate: StreamSubgraph): void {
  beforeEach(() => start(corporate));
  afterEach(async () => {
    await part.stop();
    await database.stop();
  });
}

async function start(corporate: StreamSubgraph): Promise<void> {
  database = await testDatabase([corporate]);
  await recordHistory(
    { dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' },
    ['100', '200'].map((reference) =>
      historicStage({ reference, account: account({ surname: `Made${reference}`, summary: 'Late.' }) }),
    ),
  );
  part = await servePart({
    ...{ subgraph: corporate, dataSource: database.of('corporate'), today: '2022-01-31' },
    person: { subject: 'olu', role: 'officer' },
  });
}

/** Who owns the database, under the policies of its tables all the same. */
export const ownerLogin = () => database.owner;

/** The stream's own login. */
export const corporateLogin = () => database.of('corporate');

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
export async function ask(query: string, as: Partial<Identity> = officer('olu')): Promise<any> {
  const { data, errors } = await part.ask(query, as);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : data;
}
export const SAID = '... on Refusal { code } ... on RestrictionUnusable { part }';
export const restrict = (more = '', as = officer('olu'), { id = ID, number = 1 } = {}) => {
  const named = more.includes('named:') ? '' : 'named: ["olu"]';
  const kind = more.includes('kind:') ? '' : 'kind: SAFEGUARDING';
  const reason = more.includes('reason:') ? '' : 'reason: "A strategy meeting"';
  return ask(
    `mutation { r: restrictCorporateComplaint(command: "${command(number)}", id: "${id}", ${kind} ${reason} ${named} ${more}) {
      __typename ${SAID} ... on RestrictionSaved { restriction { id version named } complaint { id restricted } } } }`,
    as,
  );
};
export const change = (named: string, as = officer('olu'), { version = 1, id = command(1) } = {}) =>
  ask(
    `mutation { r: changeCorporateRestriction(id: "${id}", version: ${version}, named: [${named}]) {
      __typename ${SAID} ... on RestrictionSaved { restriction { version named } } } }`,
    as,
  );
export const lift = (as = officer('olu'), { version = 1, id = command(1) } = {}) =>
  ask(
    `mutation { r: liftCorporateRestriction(id: "${id}", version: ${version}, reason: "It is over") {
      __typename ${SAID} ... on RestrictionSaved { complaint { restricted } restriction { liftedBy } } } }`,
    as,
  );
export const conflict = (subject: string, as = officer('olu'), number = 7) =>
  ask(
    `mutation { r: recordCorporateConflict(command: "${command(number)}", id: "${ID}", subject: "${subject}", reason: "A neighbour") {
      __typename ${SAID} ... on ConflictSaved { conflict { id subject kind } } } }`,
    as,
  );
export const open = (
  as = officer('cora'),
  { reason = 'A child may be in danger tonight', number = 20, id = ID } = {},
) =>
  ask(
    `mutation { r: openRestrictedCorporateComplaint(command: "${command(number)}", id: "${id}", reason: "${reason}") {
      __typename ${SAID} ... on CaseOpeningSaved { opening { id isOpen openedBy } complaint { openToCaller ownOpening { id } } } } }`,
    as,
  );
const PEOPLE = `{ _entities(representations: [{ __typename: "CorporateComplaint", id: "${ID}" }]) { ... on CorporateComplaint {
  reference restricted openToCaller accounts { surname } } } }`;
export const people = async (as = officer('olu')) => {
  const { _entities: found } = await ask(PEOPLE, as);
  const { accounts, ...facts } = found[0];
  return { ...facts, people: accounts.map(({ surname }: { surname: string }) => surname) };
};
export const audited = async () =>
  (
    await withSettings(database.of('corporate'), { subject: 'aud', role: 'auditor' }, (runner) =>
      runner.query('select actor, action, record_id from corporate.audit_entry order by id'),
    )
  ).map((row: Record<string, string>) =>
    `${row.actor} ${row.action} ${row.record_id === ID ? '' : row.record_id}`.trim(),
  );

/** Takes the policies and the function of the database away that keep restricted cases closed, so that what stands before is seen alone. */
export async function openDatabase(): Promise<void> {
  await database.owner.query('drop policy closed_cases on corporate.account');
  await database.owner.query(searchInSteps('corporate'));
}
