import { readBiLoginCommand, USAGE } from './arguments';

const read = (line: string) => readBiLoginCommand(line.split(' ').filter((each) => each !== ''));

describe('npm run bi-login', () => {
  it.each([
    ['analyst', { name: 'create', audience: 'analyst', asJson: false }],
    ['--json analyst', { name: 'create', audience: 'analyst', asJson: true }],
    ['revoke x_bi_analyst_1', { name: 'revoke', login: 'x_bi_analyst_1' }],
    ['list', { name: 'list' }],
  ])('understands: %s', (line, command) => {
    expect(read(line)).toEqual(command);
  });

  it.each([
    '',
    'admin',
    'partner stockport-homes',
    'analyst x',
    'revoke',
    'revoke a b',
    'list all',
    '--help',
  ])('says how it is used where it is used otherwise: %s', (line) => {
    expect(read(line)).toBeNull();
    expect(USAGE).toContain('bi-login -- AUDIENCE');
  });
});
