import { GatewayRefusal } from '../../gateway/refusal';
import { FIRST_PAGE } from '../../lists/page-place';
import { askAtPlace, type ListPage } from './ask-list';

const page: ListPage = {
  asAt: '2021-09-30',
  total: 0,
  rows: [],
  lost: [],
  partial: [],
  measured: null,
  pageInfo: { hasNextPage: false, endCursor: null },
};
const third = { after: 'abc', number: 3 };
const refusal = (code: string) => new GatewayRefusal(code, 'Write it otherwise.');

describe('asking for a page of a list', () => {
  it('gives the page that was asked for', async () => {
    expect(await askAtPlace(async () => page, third)).toEqual({ page, place: third, says: null });
  });

  it('gives the first page where the list has no such place', async () => {
    const ask = async ({ after }: { after: string | null }) => {
      if (after !== null) throw refusal('BAD_USER_INPUT');
      return page;
    };
    expect(await askAtPlace(ask, third)).toEqual({
      page,
      place: FIRST_PAGE,
      says: expect.stringContaining('this is the first'),
    });
  });

  it('says why there is no such list', async () => {
    const ask = async () => Promise.reject(refusal('BAD_USER_INPUT'));
    expect(await askAtPlace(ask, FIRST_PAGE)).toEqual({ page: null, says: 'Write it otherwise.' });
    expect(await askAtPlace(ask, third)).toMatchObject({ page: null, says: 'Write it otherwise.' });
  });

  it.each(['TIMEOUT', 'UNREACHABLE'])('is without a list, and says no reason, on %s', async (code) => {
    const placed = await askAtPlace(async () => Promise.reject(refusal(code)), FIRST_PAGE);
    expect(placed).toEqual({ page: null, says: null });
  });

  it('leaves what the person may not to the page of errors', async () => {
    await expect(askAtPlace(async () => Promise.reject(refusal('FORBIDDEN')), FIRST_PAGE)).rejects.toThrow(
      GatewayRefusal,
    );
  });
});
