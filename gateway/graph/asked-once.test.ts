import { type Library, startLibrary } from '../testing/start-library';

describe('a list that is selected more than once', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary({ overHttp: false });
  });
  afterAll(() => library.stop());

  const BOOKS = [
    { id: 'b1', title: 'Middlemarch', condition: 'WORN' },
    { id: 'b2', title: 'Silas Marner', condition: 'WORN' },
    null,
  ];

  it.each([
    ['twice', '{ items { id } items { title ... on Book { condition } } }'],
    [
      'by a fragment first',
      '{ ...Q items { ... on Book { condition } } } fragment Q on Query { items { id title } }',
    ],
    [
      'by a fragment last',
      '{ items { ... on Book { condition } } ...Q } fragment Q on Query { items { id title } }',
    ],
    [
      'by a fragment in one',
      '{ ...P items { id } } fragment P on Query { ...Q } fragment Q on Query { items { title ... on Book { condition } } }',
    ],
    ['by what is written in it', '{ ... { items { id title } } items { ... on Book { condition } } }'],
    ['three times', '{ items { id } items { title } items { ... on Book { condition } } }'],
  ])('has as many entries as there are: %s', async (_, query) => {
    expect((await library.ask(query)).body).toEqual({ data: { items: BOOKS } });
  });
});
