import type { ComplainantAccount, HistoricStage } from '../../contracts/records/stage';

/** A stage as an importer would hand it over; tests name only the facts they are about. */
export function historicStage(
  facts: Partial<HistoricStage> & Pick<HistoricStage, 'reference'>,
): HistoricStage {
  return {
    ordinal: 1,
    source: 'corporate-crm',
    key: facts.reference,
    caseKey: null,
    contentHash: JSON.stringify(facts),
    number: 1,
    parentKey: null,
    ownKey: facts.reference,
    route: null,
    receivedOn: '2021-05-04',
    acknowledgedOn: null,
    agreedDueOn: null,
    answeredOn: null,
    closedOn: null,
    ended: false,
    outcome: null,
    closureReason: null,
    closureCodeWritten: null,
    serviceId: 'highways',
    serviceWritten: 'Highways',
    directorateId: null,
    theme: 'Delay',
    channel: 'Email',
    channelWritten: 'Email',
    account: null,
    own: {},
    ...facts,
  };
}

/** A made-up account; tests name only what they are about. */
export const account = (facts: Partial<ComplainantAccount>): ComplainantAccount => ({
  person: null,
  relationship: null,
  title: null,
  forename: null,
  surname: null,
  name: null,
  email: null,
  postcode: null,
  summary: null,
  ...facts,
});
