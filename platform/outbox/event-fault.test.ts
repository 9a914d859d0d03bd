import { eventFault } from './event-fault';

/** As `pg` throws it: the code of PostgreSQL beside a severity. */
const refused = (code: string) =>
  Object.assign(new Error('index row size 9040'), { code, severity: 'ERROR' });

it.each(['21000', '22P02', '23505', '54000'])("is an event's own fault: %s, said of a value", (code) => {
  expect(eventFault(refused(code))).toBe(code);
});

// A statement too complex, too many columns, too many arguments: it is the same for every event.
it.each(['54001', '54011', '54023', '53100', '40001', '57014', '42P01'])(
  "is no event's own fault: %s, said of the statement or the server",
  (code) => {
    expect(eventFault(refused(code))).toBeNull();
  },
);

it('is not told by the code alone: another library may use the same', () => {
  expect(eventFault(Object.assign(new Error('x'), { code: '54000' }))).toBeNull();
});

it('holds nothing of the value', () => {
  expect(eventFault(new TypeError('Mrs Secret is not a function'))).toBe('TypeError');
});
