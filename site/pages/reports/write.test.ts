import { GatewayRefusal } from '../../gateway/refusal';
import { get, ID, post, report } from './testing';

const AT = `/reports/${ID}/sections/demand`;
const said = (text: string, version: number) => ({
  text,
  version,
  writtenBy: 'ana',
  writtenAt: '2021-10-15T11:00:00Z',
});
const section = (commentary: object | null, given: object = {}) => {
  const [first] = report().sections;
  return { report: { ...report(given), sections: [{ ...first, commentary }] } };
};
const written = (done: unknown, commentary: object | null = null, given: object = {}) =>
  post(
    AT,
    { text: 'It rose.\r\n', basedOnVersion: '1' },
    {
      WriteReportCommentary: done instanceof Error ? done : { done },
      ReportSectionPage: section(commentary, given),
    },
  );

describe('saying something in a section', () => {
  it('begins with what is asked, and with what stands', async () => {
    const { body } = await get(AT, { ReportSectionPage: section(said('It fell.', 3)) });
    for (const words of ['Say why. Name nobody.', 'It fell.</textarea>', 'name="basedOnVersion" value="3"'])
      expect(body).toContain(words);
  });

  it('writes it over what was read, and leads to where it stands', async () => {
    const { headers, statusCode, asked } = await written({ __typename: 'Report' });
    expect([statusCode, headers.location]).toEqual([303, `/reports/${ID}?did=written#demand`]);
    expect(asked[0]?.variables).toMatchObject({ section: 'demand', basedOnVersion: 1, text: 'It rose.\n' });
  });

  it('shows what somebody else wrote beside what was typed, and writes over that only then', async () => {
    const refusal = { __typename: 'CommentaryChanged', message: 'changed', commentary: said('It fell.', 4) };
    const { body, statusCode } = await written(refusal);
    expect(statusCode).toBe(409);
    for (const words of [
      'ana wrote here meanwhile',
      'It fell.</textarea>',
      'It rose.',
      'value="4"',
      'Save over it',
    ])
      expect(body).toContain(words);
  });

  it.each([
    ['is refused', { __typename: 'CommentaryUnusable', message: 'Too long.' }, 'Too long.'],
    [
      'is not answered',
      new GatewayRefusal('UNREACHABLE', 'no answer'),
      'nobody knows whether it was written',
    ],
  ])('keeps what was typed where it %s', async (_, done, says) => {
    const { body, statusCode } = await written(done);
    expect(statusCode).toBe(400);
    for (const words of [says, 'It rose.']) expect(body).toContain(words);
  });

  it('keeps what was typed where the report was frozen meanwhile', async () => {
    const { body } = await written({ __typename: 'ReportIsFrozen', message: 'Frozen.' }, null, {
      state: 'FROZEN',
    });
    for (const words of ['Frozen.', 'It rose.', 'readonly']) expect(body).toContain(words);
    expect(body).not.toContain('type="submit">Save');
  });

  it('is for those who report, and for sections that there are', async () => {
    expect((await get(AT, {}, 'partner')).statusCode).toBe(403);
    expect((await post(AT, { text: 'x' }, {}, 'partner')).statusCode).toBe(403);
    const none = { ReportSectionPage: section(null) };
    expect((await get(`/reports/${ID}/sections/none`, none)).statusCode).toBe(404);
    expect((await written({ __typename: 'ReportNotFound', message: '' })).statusCode).toBe(404);
  });
});
