import path from 'node:path';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import type { TestProduct } from '../../scripts/testing/test-product';

const EXTRACT = path.join(__dirname, '../../demo/extracts/corporate-crm.csv');

/** The surname in every case of the attacks: it may reach nobody to whom a case is closed. */
export const NAME = 'Zebracrossing';
export const commandOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** The ids that what was done beforehand has. */
export const MADE = { restriction: commandOf(9_001), conflict: commandOf(9_002), opening: commandOf(9_003) };

const officer = (subject: string) => ({
  ...{ subject, role: 'officer', streams: ['corporate'], services: [], partner: null },
});

/** Three complaints of the demonstration whose people have one surname, restricted, in conflict and open. */
export async function makeCases(product: TestProduct) {
  await product.load('corporate-crm', EXTRACT);
  const listed = await product.ask<{ complaints: { edges: { node: { id: string } }[] } }>(
    'analyst',
    '{ complaints(where: { services: ["Greenspace"] }, first: 3) { edges { node { id } } } }',
  );
  const [restricted = '', conflicted = '', open = ''] = listed.data.complaints.edges.map(
    ({ node }) => node.id,
  );
  await inTransaction(product.schemas.of('corporate'), IMPORT_SCOPE, ({ query }) =>
    query(
      `update corporate.account set surname = $2
       where stage_id in (select id from corporate.stage where complaint_id = any ($1))`,
      [[restricted, conflicted, open], NAME],
    ),
  );
  const say = async (as: Parameters<TestProduct['ask']>[0], query: string) => {
    const { errors } = await product.ask(as, query);
    if (errors !== undefined) throw new Error('A case could not be made');
  };
  await say(
    officer('olu'),
    `mutation { restrictCorporateComplaint(command: "${MADE.restriction}", id: "${restricted}", kind: STAFF_COMPLAINED_ABOUT,
      reason: "A zebra that must not be told", named: ["olu", "eve"], complainedAbout: ["dan"]) { __typename } }`,
  );
  await say(
    officer('olu'),
    `mutation { recordCorporateConflict(command: "${MADE.conflict}", id: "${conflicted}", subject: "eve", reason: "A neighbour") { __typename } }`,
  );
  await say(
    officer('fay'),
    `mutation { openRestrictedCorporateComplaint(command: "${MADE.opening}", id: "${restricted}", reason: "Nobody else is here today") { __typename } }`,
  );
  return { restricted, conflicted, open };
}
