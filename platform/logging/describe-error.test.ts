import { describeError, withoutWords } from './describe-error';

const SAID = 'Mrs Secret of 1 Hidden Lane';
/** As `pg` throws it, inside what another library makes of it. */
const fromDatabase = () =>
  new Error(`Failed: ${SAID}`, {
    cause: Object.assign(new Error(SAID), { code: '23505', severity: 'ERROR', table: 'account' }),
  });

describe('an error in the log', () => {
  it('has its type, message, code and stack, and none of its other fields', () => {
    const error = Object.assign(new RangeError('Too far'), { code: 'FAR', said: SAID });
    expect(describeError(error)).toEqual({
      type: 'RangeError',
      message: 'Too far',
      code: 'FAR',
      stack: error.stack,
    });
  });

  it('has no words where they may repeat what somebody wrote', () => {
    for (const name of ['SyntaxError', 'GraphQLError', 'ZodError']) {
      const described = describeError(Object.assign(new Error(SAID), { name }));
      expect(described.type).toBe(name);
      expect(JSON.stringify(described)).not.toContain('Secret');
    }
    const ofNode = Object.assign(new TypeError(SAID), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(JSON.stringify(describeError(ofNode))).not.toContain('Secret');
  });

  it('has the code and the table alone where the database threw it, however it is wrapped', () => {
    for (const describe of [describeError, withoutWords]) {
      const described = describe(fromDatabase());
      expect(described).toMatchObject({ type: 'DatabaseError', code: '23505' });
      expect(described.message).toContain('table account');
      expect(JSON.stringify(described)).not.toContain('Secret');
    }
  });

  it('says where it happened even without its words', () => {
    const described = withoutWords(new Error(`${SAID}\n  and more`));
    expect(described.stack).toMatch(/^Error\n\s+at .*describe-error\.test/);
    expect(JSON.stringify(described)).not.toContain('Secret');
  });
});
