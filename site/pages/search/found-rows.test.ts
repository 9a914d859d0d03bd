import { foundRows } from './found-rows';

describe('rows of what was found', () => {
  it('are none where nothing was found', () => {
    expect(foundRows([], { lines: new Map(), lost: [] } as never)).toEqual([]);
  });
});
