import { waitingView } from './waiting-view';

const LETTER = {
  ...{ id: 'corporate-9', kind: 'ANSWER' as const, waitsFor: 'APPROVE' as const },
  ...{ changedBy: 'olu', changedAt: '2026-12-01T10:00:00Z' },
  complaint: { __typename: 'CorporateComplaint' as const, id: 'corporate-1', reference: 'COR-000001' },
};

describe('letters that wait for somebody', () => {
  it('say which, what is to be done, by whom and since when', () => {
    const [letter] = waitingView([LETTER], (subject) => subject.toUpperCase());
    expect(letter).toMatchObject({
      ...{ href: '/complaints/corporate-1/letters/corporate-9', toDo: 'to be approved' },
      text: expect.stringContaining('COR-000001'),
    });
    expect(letter?.since).toMatch(/^OLU, 1 Dec/);
  });

  it('are none of a complaint that is gone meanwhile', () => {
    expect(waitingView([{ ...LETTER, complaint: null }], String)).toEqual([]);
  });
});
