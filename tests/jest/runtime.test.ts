import * as day from '../../domain/calendar/day';
import { failing } from './testing/failing';

describe('what a test file loads', () => {
  /** As Node gives it, whoever asks. */
  const byNode = process.getBuiltinModule('node:module').createRequire(__filename);

  it('is loaded by Node, once for all files of the worker', () => {
    expect(byNode('../../domain/calendar/day')).toBe(day);
    expect(byNode('graphql')).toBe(require('graphql'));
  });

  it('tells by its own lines where an error came from', () => {
    expect(failing().stack).toMatch(/failing\.ts:13:10/);
  });
});
