import { readOrder, readPlainFilter } from './plain-filter';

const read = (query: Record<string, unknown>, filter = {}) => readPlainFilter(query, filter);

describe('which complaints are listed', () => {
  it('takes the parts that figures have, and those of complaints alone', () => {
    const { where, problems, extras } = read(
      { status: 'OPEN', overdue: 'true', dueTo: '2021-09-30' },
      { streams: ['ADULTS'], stages: [1] },
    );
    expect(problems).toEqual([]);
    expect(where).toMatchObject({
      status: 'OPEN',
      overdue: true,
      dueTo: '2021-09-30',
      streams: ['ADULTS'],
      stages: [1],
    });
    expect(extras).toEqual({ status: 'OPEN', overdue: 'true', dueTo: '2021-09-30' });
  });

  it('tells false from nothing said', () => {
    expect(read({ overdue: 'false', closedDayKnown: 'false' }).where).toMatchObject({
      overdue: false,
      closedDayKnown: false,
    });
    expect(read({ overdue: '' }).where.overdue).toBeUndefined();
  });

  it('takes the time of figures as that of the receipt', () => {
    expect(read({}, { financialYears: ['2021-22'], quarters: ['Q2'] }).where).toMatchObject({
      receivedFrom: '2021-07-01',
      receivedTo: '2021-09-30',
    });
    expect(read({}, { financialYears: ['2020-21', '2021-22'] }).where).toMatchObject({
      receivedFrom: '2020-04-01',
      receivedTo: '2022-03-31',
    });
    expect(
      read({}, { financialYears: ['2021-22'], from: '2021-05-01', to: '2023-01-01' }).where,
    ).toMatchObject({ receivedFrom: '2021-05-01', receivedTo: '2022-03-31' });
    expect(read({ receivedFrom: '2021-08-01' }, { financialYears: ['2021-22'] }).where).toMatchObject({
      receivedFrom: '2021-08-01',
      receivedTo: '2022-03-31',
    });
  });

  it.each([
    [{ financialYears: ['2021-22'], quarters: ['Q1', 'Q3'] }],
    [{ quarters: ['Q2'] }],
    [{ financialYears: ['2018-19', '2021-22'] }],
  ])('says so where the time of figures is no one period: %j', (filter) => {
    const { where, problems } = read({}, filter);
    expect(problems).toEqual([expect.stringContaining('follow each other')]);
    expect(where.receivedFrom).toBeUndefined();
  });

  it.each([
    [{ status: 'WAITING' }, 'There is: OPEN, CLOSED'],
    [{ overdue: 'yes' }, 'There is: true, false'],
    [{ receivedFrom: '2021-02-30' }, 'is no day'],
    [{ dueTo: ['2021-01-01', '2021-01-02'] }, 'name it once'],
  ])('leaves out what makes no sense, and says so: %j', (query, says) => {
    const { where, problems, extras } = read(query);
    expect(problems).toEqual([expect.stringContaining(says)]);
    expect(extras).toEqual({});
    expect(Object.values(where).filter((part) => part !== undefined)).toEqual([]);
  });
});

describe('the order of complaints', () => {
  it('is by the newest, and of what is overdue by what has waited longest', () => {
    expect(readOrder({}, {})).toEqual({ field: 'RECEIVED_ON', direction: 'DESC' });
    expect(readOrder({}, { overdue: 'true' })).toEqual({ field: 'DUE_ON', direction: 'ASC' });
    expect(readOrder({ orderBy: 'CLOSED_ON', direction: 'DESC' }, { overdue: 'true' })).toEqual({
      field: 'CLOSED_ON',
      direction: 'DESC',
    });
  });

  it('keeps to what there is', () => {
    expect(readOrder({ orderBy: 'toString' }, {}).field).toBe('RECEIVED_ON');
    expect(readOrder({ orderBy: 'DUE_ON', direction: 'SIDEWAYS' }, {})).toEqual({
      field: 'DUE_ON',
      direction: 'ASC',
    });
  });
});
