import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { learningPolicies } from './policies';
import { answered, idOf, login, useStream } from './testing';

useStream(corporate);

describe('the tables of what is learned', () => {
  beforeEach(() => answered(1));

  it('is written by no login without a command, whatever the role', async () => {
    for (const role of ['officer', 'manager', 'analyst', 'import', 'projection'])
      await expect(
        withSettings(
          login(),
          { subject: 'olu', role, streams: 'corporate', services: 'highways' },
          (runner) =>
            runner.query(
              `insert into corporate.promised_action values ('${idOf(1)}', 9, 1, null, 'highways', '2026-06-01', '2026-06-01', '2026-06-01', null, null, now())`,
            ),
        ),
      ).rejects.toThrow('row-level security');
  });

  it('have a policy each for reading, adding, changing and removing', () => {
    for (const { policies } of learningPolicies('adults'))
      expect(policies.map(({ command }) => command)).toEqual(['select', 'insert', 'update', 'delete']);
  });
});
