import { readKeyCommand, USAGE } from './arguments';

const read = (line: string) => readKeyCommand(line.split(' ').filter((each) => each !== ''));
const CREATE = {
  ...{ name: 'create', role: 'analyst', days: 90, tool: null, owner: 'Not said', partner: null },
  ...{ streams: [], services: [], addresses: [] },
};

describe('npm run key', () => {
  it.each<[string, object]>([
    ['create --role analyst', CREATE],
    [
      'create --role partner --partner stockport-homes --expires 30',
      { partner: 'stockport-homes', days: 30 },
    ],
    [
      'create --expires=7 --role=admin --name BI --owner ICT',
      { role: 'admin', days: 7, tool: 'BI', owner: 'ICT' },
    ],
    ['create --role officer --streams adults,childrens', { streams: ['adults', 'childrens'] }],
    [
      'create --role manager --services a,b, --addresses 10.0.0.0/8',
      { services: ['a', 'b'], addresses: ['10.0.0.0/8'] },
    ],
    ['rotate cck_1', { name: 'rotate', id: 'cck_1', days: 90 }],
    ['revoke cck_1', { name: 'revoke', id: 'cck_1', reason: 'Revoked on the command line' }],
    ['revoke cck_1 --reason Lost', { name: 'revoke', reason: 'Lost' }],
    ['list', { name: 'list' }],
  ])('understands: %s', (line, command) => {
    expect(read(line)).toMatchObject(command);
  });

  it.each([
    '',
    'make --role analyst',
    'create',
    'create analyst',
    'create --role',
    'create --role analyst --expires soon',
    'create --role analyst --expires 1.5',
    'create --role analyst --reason x',
    'create --role analyst --secret x',
    'rotate',
    'rotate a b',
    'revoke',
    'revoke a --role admin',
    'list all',
    'constructor a',
  ])('says how it is used where it is used otherwise: %s', (line) => {
    expect(read(line)).toBeNull();
    expect(USAGE).toContain('npm run --silent key -- COMMAND');
  });
});
