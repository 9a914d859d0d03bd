/** The words of the corporate system as the extracts' README lists them, in lower case, by what they mean. */
type Words = Readonly<Record<string, readonly string[]>>;

export const COMPLAINT_TYPES: Words = { CORPORATE: ['corporate complaint'], SCHOOLS: ['schools complaint'] };

export const OTHER_TYPES: Words = {
  'no complaint': ['compliment', 'comment', 'mp enquiry', 'service request'],
};

export const NO_COMPLAINT_CODES: Words = {
  'no complaint': ['duplicate', 'opened in error', 'test - do not use'],
};

export const FINDINGS: Words = {
  UPHELD: ['uph', 'upheld', 'upheld - apology given', 'upheld - service improvement', 'cl01', 'justified'],
  PARTIALLY_UPHELD: ['puph', 'part upheld', 'partly upheld', 'partially upheld', 'cl02', 'part justified'],
  NOT_UPHELD: [
    'nuph',
    'not upheld',
    'not upheld - explanation given',
    'cl03',
    'not justified',
    'no fault found',
  ],
};

export const ROUTES: Words = { ESCALATED: ['escalated from stage 1'], DIRECT: ['direct to stage 2'] };

export const SERVICES: Words = {
  Greenspace: ['greenspace', 'green space', 'greenspace & parks', 'parks / greenspace'],
  Highways: ['highways', 'highways & transportation', 'highway services'],
  'Refuse & Recycling': [
    'refuse & recycling',
    'refuse and recycling',
    'refuse/recycling',
    'waste & recycling',
  ],
  Planning: ['planning', 'planning & building control', 'development management'],
  Parking: ['parking', 'parking services'],
  'Environmental Health': ['environmental health', 'env health', 'environmental health & trading standards'],
  'Revenues & Benefits': ['revenues & benefits', 'revs & bens', 'revenues and benefits', 'council tax'],
  'Contact Centre': ['contact centre', 'customer contact'],
  Registrars: ['registrars', 'registration service'],
  Libraries: ['libraries', 'library service'],
  'School Admissions': ['school admissions', 'admissions'],
  Schools: ['schools'],
};

export const CHANNELS: Words = {
  'Web form': ['web form', 'webform'],
  Email: ['email', 'e-mail'],
  Phone: ['phone', 'telephone'],
  Letter: ['letter'],
  'In person': ['in person'],
};

const SERVICES_OF_DIRECTORATE: Words = {
  'Services to Place': [
    'Greenspace',
    'Highways',
    'Refuse & Recycling',
    'Planning',
    'Parking',
    'Environmental Health',
  ],
  'Corporate and Support Services': ['Revenues & Benefits', 'Contact Centre', 'Registrars'],
  'Services to People': ['Libraries', 'School Admissions', 'Schools'],
};

/** What a written word means; null where the list does not have it. */
export function meaningOf(words: Words, written: string): string | null {
  const word = written.trim().toLowerCase().replace(/\s+/g, ' ');
  return Object.keys(words).find((meaning) => words[meaning]?.includes(word)) ?? null;
}

/** The directorate of a service; of one that nobody knows, the directorate that was written beside it. */
export function directorateOf(service: string | null, written: string): string | null {
  const directorates = Object.keys(SERVICES_OF_DIRECTORATE);
  if (service !== null)
    return directorates.find((name) => SERVICES_OF_DIRECTORATE[name]?.includes(service)) ?? null;
  return directorates.find((name) => name.toLowerCase() === written.trim().toLowerCase()) ?? null;
}
