import { z } from 'zod';
import { demonstrationPerson } from '../../demo/people';
import { madeUpCases } from '../../demo/sandbox/made-up-cases';
import { londonDayOf } from '../../domain/calendar/day';
import type { Terms } from '../../gateway/sandbox/sandbox';
import type { Settings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import type { Schemas } from '../../subgraphs/schemas';

/** A partner who is to find something of its own. */
export interface Expected {
  readonly partner: string;
  readonly terms: Terms;
}

const STANDING = 'query ($partner: ID!) { standing: agreement(partner: $partner) { version } }';
const SAVE = `mutation ($partner: ID!, $version: Int!, $agreement: AgreementInput!) {
  saved: saveAgreement(partner: $partner, basedOnVersion: $version, agreement: $agreement) { __typename } }`;

/**
 * Makes ready what a partner finds in the sandbox: an agreement that opens what its own does, and cases of its own. Of the agreement
 * itself nothing comes here but what it opens. Done again it changes nothing.
 */
export async function prepareGuest(
  product: { readonly settings: Settings; readonly schemas: Schemas; readonly url: string },
  { partner, terms }: Expected,
): Promise<void> {
  const ask = await askingAsAdministrator(product);
  const { standing } = standingModel.parse(await ask(STANDING, { partner }));
  const version = standing?.version ?? 0;
  const { saved } = savedModel.parse(
    await ask(SAVE, { partner, version, agreement: agreementOf(partner, terms) }),
  );
  if (saved.__typename !== 'AgreementSaved') throw new Error('The sandbox took no agreement with a partner');
  await keepCases(product, partner);
}

const standingModel = z.object({ standing: z.object({ version: z.int() }).nullable() });
const savedModel = z.object({ saved: z.object({ __typename: z.string() }) });

/** It begins and ends with the one outside, whose days are nothing to it. */
const agreementOf = (partner: string, { streams, parts, smallNumbersBelow }: Terms) => ({
  ...{ name: partner, purpose: 'To try the product with made-up records.', lawfulBasis: 'Nobody is in it.' },
  streams: streams.map((stream) => stream.toUpperCase()),
  ...{ parts, smallNumbersBelow, startsOn: '2021-04-01', endsOn: '2099-03-31' },
  ...{ signedForCouncil: 'Nobody: made up', signedForPartner: 'Nobody: made up' },
});

async function keepCases(
  { settings: { authority, clock }, schemas }: { readonly settings: Settings; readonly schemas: Schemas },
  partner: string,
): Promise<void> {
  const keeper = schemas.subgraphs.find(({ name }) => name === 'ombudsman')?.keeps?.ombudsman;
  if (keeper === undefined) throw new Error('No part keeps the cases of ombudsmen');
  const batch = madeUpCases(partner, londonDayOf(clock.now())).map((record, ordinal) => ({
    ordinal,
    record,
  }));
  await inTransaction(schemas.of('ombudsman'), IMPORT_SCOPE, (transaction) =>
    keeper.keep(transaction, { authority, batch }),
  );
}

async function askingAsAdministrator({
  settings,
  url,
}: {
  readonly settings: Settings;
  readonly url: string;
}) {
  const person = demonstrationPerson({ role: 'admin' });
  if (person === null) throw new Error('The demonstration has no administrator');
  const { token } = await demonstrationKeys(settings);
  const bearer = await demonstrationToken({ person, privateKey: token.privateKey, ...settings.token });
  return async (query: string, variables: object): Promise<unknown> => {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return z.object({ data: z.unknown() }).parse(await response.json()).data;
  };
}
