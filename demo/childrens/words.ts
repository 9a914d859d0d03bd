/** The words that the children's system's exports are made of. All people and children are made up. */
type List<Item> = readonly [Item, ...Item[]];

export const TEAMS: List<string> = [
  'Assessment',
  'Children in Care',
  'Fostering',
  'Leaving Care',
  'MASSH',
  'SEND',
];
export const CHANNELS: List<string> = ['EMAIL', 'LETTER', 'PHONE', 'WEB'];
export const OUTCOMES: List<string> = ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'];
export const RELATIONSHIPS: List<string> = [
  'Parent',
  'Grandparent',
  'Foster carer',
  'Advocate',
  'Young person',
];
export const AGE_BANDS: List<string> = ['0-4', '5-9', '10-15', '16-17', '18-25'];

export const UNKNOWN_TEAMS: List<string> = ['Duty Team', 'Edge of Care', 'CAMHS'];
export const UNKNOWN_CHANNELS: List<string> = ['FAX', 'SOCIAL_MEDIA', 'VISIT'];
export const UNKNOWN_OUTCOMES: List<string> = ['PENDING', 'Upheld?', 'NO_FINDING', 'PARTLY-UPHELD'];
export const UNKNOWN_ANSWERS: List<string> = ['maybe', 'offered twice', '?'];
export const NO_CASE_NUMBERS: List<string | null> = ['', null, '  ', 'new', '?'];
export const NO_STAGE_NUMBERS: List<string | number | null> = [0, 4, 'two', '', null, 1.5];
export const NO_RECORDS: List<string> = [
  '[]',
  '[{"caseNumber":"CSC-1"}]',
  '"CSC-1"',
  '17',
  'null',
  '{caseNumber: "CSC-1"}',
  '{"caseNumber":"CSC-1",}',
  'CSC-1,SEND,EMAIL',
  '{"caseNumber":"CSC-1","stages":[{"stage":1,"startedAt":"2021-0',
];
