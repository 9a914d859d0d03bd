import { toldGateway } from '../../testing/serve-pages';
import { saveAction } from './save-action';

const ASKING = { accessToken: 't', requestId: 'r' };
const sent = {
  ...{ id: 'a', basedOnVersion: 1 },
  action: { meetingId: 'm', what: 'x', owner: 'x', dueOn: '2021-10-31', state: 'OPEN' as const },
};
const saved = (outcome: object) => saveAction(toldGateway({ SaveAgreedAction: { outcome } }), ASKING, sent);

describe('sending what was agreed', () => {
  it('names the field that is wrong', async () => {
    for (const [part, field] of [
      ['dueOn', 'due'],
      ['endedOn', 'ended'],
      ['complaintId', 'reference'],
      ['what', 'what'],
    ]) {
      const unusable = { __typename: 'AgreedActionUnusable', message: 'Wrong.', part };
      expect((await saved(unusable)).problems).toEqual([{ field, says: 'Wrong.' }]);
    }
  });

  it('gives what somebody else wrote', async () => {
    const outcome = { __typename: 'AgreedActionChanged', message: 'Changed.', action: { version: 2 } };
    expect(await saved(outcome)).toMatchObject({ status: 400, now: { version: 2 } });
  });
});
