import { whoView } from './who-view';

const may = (scope: string) => ({ scope, meaning: `May ${scope}` });
const ROLES = [
  { name: 'analyst', permissions: [may('figures'), may('facts')] },
  { name: 'auditor', permissions: [may('audit')] },
];
const CALLER = {
  subject: 'olu',
  role: { name: 'officer' },
  streams: ['adults'],
  services: [],
  partner: null,
};

describe('who may do what', () => {
  it('is a row for each thing that any role may do', () => {
    expect(whoView({ roles: ROLES, caller: CALLER }).rows).toEqual([
      { scope: 'figures', meaning: 'May figures', cells: [true, false] },
      { scope: 'facts', meaning: 'May facts', cells: [true, false] },
      { scope: 'audit', meaning: 'May audit', cells: [false, true] },
    ]);
  });

  it('says what holds for the visitor', () => {
    expect(whoView({ roles: null, caller: CALLER }).facts).toEqual([
      { name: 'Your sign-in', value: 'olu' },
      { name: 'Your role', value: 'officer' },
      { name: 'Cleared for people of', value: 'Adult social care' },
      { name: 'Services that you manage', value: 'none' },
    ]);
    expect(whoView({ roles: [], caller: { ...CALLER, partner: 'homes' } }).facts.at(-1)?.value).toBe('homes');
  });
});
