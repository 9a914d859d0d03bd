import { GATEWAY, type TestAccess, testAccess } from '../testing';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const end = async (partner: string, reason = 'The service moved') => {
  const { ended } = await access.data<{ ended: { __typename: string } }>(
    `mutation { ended: endAgreement(partner: "${partner}", reason: "${reason}") { __typename
       ... on AgreementEnded { agreement { version state endedBy endedBecause } } ... on Refusal { code } } }`,
  );
  return ended;
};
const inForce = async (partner: string) => {
  const { found } = await access.data<{ found: object | null }>(
    `{ found: agreementInForce(partner: "${partner}") { streams parts smallNumbersBelow } }`,
    GATEWAY,
  );
  return found;
};
const entries = async (subject: string) => {
  const { list } = await access.data<{ list: { edges: { node: { action: string; actor: string } }[] } }>(
    `{ list: accessAuditEntries(where: { subjects: ["${subject}"] }) { edges { node { action actor } } } }`,
    { subject: 'aud', role: 'auditor' },
  );
  return list.edges.map(({ node }) => `${node.actor} ${node.action}`);
};
const keyOf = (partner: string) => access.create(`role: "partner" partner: "${partner}"`);

describe('ending an agreement', () => {
  it('is refused without a reason, or where there never was one', async () => {
    await access.agree('stays');
    expect(await end('stays', ' ')).toEqual({ __typename: 'ReasonUnusable', code: 'REASON_UNUSABLE' });
    expect(await end('nobody')).toEqual({ __typename: 'AgreementNotFound', code: 'AGREEMENT_NOT_FOUND' });
    expect(await inForce('stays')).not.toBeNull();
  });

  it('opens nothing from then on, and ends its keys for good', async () => {
    await access.agree('goes');
    const { key } = await keyOf('goes');
    const ended = await end('goes');
    expect(ended).toEqual({
      ...{ __typename: 'AgreementEnded' },
      agreement: { version: 1, state: 'ENDED', endedBy: 'ada', endedBecause: 'The service moved' },
    });
    expect(await end('goes', 'Again')).toEqual(ended);
    expect(await inForce('goes')).toBeNull();
    expect(await entries('goes/1')).toEqual(['ada AGREEMENT_END', 'ada AGREEMENT_SAVE']);
    expect(await entries(key.id)).toEqual(['ada KEY_REVOKE', 'ada KEY_MAKE']);
    expect(await access.agree('goes', '', 1)).toMatchObject({ agreement: { version: 2, state: 'IN_FORCE' } });
    const { again } = await access.data<{ again: object }>(`{ again: key(id: "${key.id}") { state } }`);
    expect(again).toEqual({ state: 'REVOKED' });
  });

  it('leaves nobody a key to make or rotate', async () => {
    await access.agree('closing');
    const { key } = await keyOf('closing');
    await access.agree('closing', 'endsOn: "2020-01-02"', 1);
    expect(await keyOf('closing')).toMatchObject({ code: 'KEY_UNUSABLE' });
    const { made } = await access.data<{ made: object }>(
      `mutation { made: rotateKey(command: "00000000-0000-4000-8000-000000000777", id: "${key.id}", expiresInDays: 1) { __typename } }`,
    );
    expect(made).toEqual({ __typename: 'KeyUnusable' });
  });
});
