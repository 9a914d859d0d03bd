import { TEAMS } from '../demo/adults/words';
import { SCHOOLS_SERVICE, SERVICES } from '../demo/words';
import { toDay } from '../domain/calendar/day';
import { CORPORATE_COLUMNS, type CorporateColumn } from './corporate-crm/columns';
import { namesOf } from './kit/names';
import type { RawRow } from './record';
import type { Facts } from './source';

const DIRECTORATES = [
  { id: 'place', name: 'Services to Place' },
  { id: 'people', name: 'Services to People' },
  { id: 'corporate-support', name: 'Corporate and Support Services' },
  { id: 'adult-social-care', name: 'Adult Social Care' },
];

/** For tests: the streams that the product has. */
export const testStreams = ['adults', 'childrens', 'corporate', 'schools'];

/** For tests of importers: 1 June 2024, and the names that the extracts' README lists. */
export const testFacts: Facts = {
  today: toDay('2024-06-01'),
  streams: testStreams,
  names: namesOf({
    services: [...[...SERVICES, SCHOOLS_SERVICE], ...TEAMS.map((name) => ({ name, otherNames: [] }))].map(
      ({ name, otherNames }) => ({
        id: slug(name),
        name,
        formerNames: otherNames,
      }),
    ),
    directorates: DIRECTORATES,
    channels: [
      { name: 'Web form', otherNames: ['Webform'] },
      { name: 'Email', otherNames: ['E-mail'] },
      { name: 'Phone', otherNames: ['Telephone'] },
      { name: 'Letter', otherNames: [] },
      { name: 'In person', otherNames: [] },
    ],
  }),
};

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
}

/** For tests: an ordinary stage 1 of the corporate system at line 5, save for the cells given. */
export function corporateRow(cells: Partial<Record<CorporateColumn, string>> = {}, line = 5): RawRow {
  const ordinary: Partial<Record<CorporateColumn, string>> = {
    'Case Ref': '100275363',
    'Case Type': 'Corporate Complaint',
    Stage: '1',
    'Date Received': '01/06/2021 09:09',
    'Date Acknowledged': '02/06/2021 10:00',
    'Target Date': '15/06/2021',
    'Date Responded': '10/06/2021 10:16',
    Status: 'Closed',
    'Closure Code': 'UPH',
    Directorate: 'Services to Place',
    Service: 'Greenspace',
    Category: 'Delay',
    Channel: 'Email',
    'Last Updated': '10/06/2021 11:18',
  };
  const all = { ...ordinary, ...cells };
  return { line, cells: Object.fromEntries(CORPORATE_COLUMNS.map((column) => [column, all[column] ?? ''])) };
}
