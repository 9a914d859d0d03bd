import type { Asking, Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { ComplaintPageDocument } from '../../operations/__generated__/operations';
import { THE_COUNCIL } from '../page-makers';
import { askComplaint } from './ask-complaint';

const asking = { accessToken: 'token', audience: THE_COUNCIL } as Asking;
const COMPLAINT = { __typename: 'SchoolsComplaint', id: 'schools-1' };

function gatewayOf(answers: { page: object | Error; stream?: object }) {
  const asked: object[] = [];
  const gateway = {
    ask: async (document: unknown, variables: object) => {
      asked.push(variables);
      const answer = document === ComplaintPageDocument ? answers.page : answers.stream;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as Gateway;
  return { gateway, asked };
}
const LOST = new GatewayRefusal('UNREACHABLE', 'Nobody answers');

describe('the complaint of a page', () => {
  it('is asked for once where it is found', async () => {
    const { gateway, asked } = gatewayOf({ page: { complaint: COMPLAINT } });
    expect(await askComplaint(gateway, asking, 'schools-1')).toBe(COMPLAINT);
    expect(asked).toHaveLength(1);
  });

  it('that was recorded just now is known to its own stream; a partner asks no stream', async () => {
    const found = { page: { complaint: null }, stream: { schools: COMPLAINT } };
    const { gateway } = gatewayOf(found);
    expect(await askComplaint(gateway, asking, 'schools-1')).toBe(COMPLAINT);
    const { gateway: other, asked } = gatewayOf(found);
    expect(await askComplaint(other, { ...asking, audience: 'a-partner' }, 'schools-1')).toBeNull();
    expect(await askComplaint(other, asking, 'elsewhere-1')).toBeNull();
    expect(asked).toHaveLength(2);
  });

  it('is asked of its own stream where nobody finds complaints', async () => {
    const { gateway, asked } = gatewayOf({ page: LOST, stream: { schools: COMPLAINT } });
    expect(await askComplaint(gateway, asking, 'schools-1')).toBe(COMPLAINT);
    expect(asked[1]).toEqual({
      ...{ id: 'schools-1', isCorporate: false, isAdults: false, isChildrens: false, isSchools: true },
    });
  });

  it('is none where the id names no stream, or nothing of it', async () => {
    for (const [id, stream] of [
      ['schools-1', { schools: null }],
      ['elsewhere-1', {}],
    ] as const) {
      const { gateway } = gatewayOf({ page: LOST, stream });
      expect(await askComplaint(gateway, asking, id)).toBeNull();
    }
  });

  it('is asked of nobody else where the person may not', async () => {
    const { gateway, asked } = gatewayOf({ page: new GatewayRefusal('FORBIDDEN', 'No') });
    await expect(askComplaint(gateway, asking, 'schools-1')).rejects.toThrow('No');
    expect(asked).toHaveLength(1);
  });
});
