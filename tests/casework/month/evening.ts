import type { SignedIn } from '../../../platform/identity/identity';
import { type Kept, latest } from './ledger';
import type { Office } from './office';
import { CLEARED, MANAGERS, OFFICERS } from './people';
import { type Row, readCounts, readList } from './worklists';

/** What is wrong with somebody's lists of an evening, in sentences: a row that is lost, that is not theirs, or a count that differs. */
export async function eveningFaults(office: Office): Promise<readonly string[]> {
  const found: string[] = [];
  for (const who of [...OFFICERS, ...MANAGERS]) {
    const mine = await readList(office, who, 'MINE');
    found.push(...differing(`${who.subject}, MINE`, mine, ofAssignee(office, who)));
    const all = await readList(office, who, 'ALL_OPEN');
    if (who.role === 'officer')
      found.push(...differing(`${who.subject}, ALL_OPEN`, all, clearedFor(office, who)));
    else found.push(...ofServices(office, who, all));
    found.push(...(await countFaults(office, who, { MINE: mine.length, ALL_OPEN: all.length })));
  }
  return found.map((fault) => `${office.today}: ${fault}`);
}

const ofAssignee = ({ ledger }: Office, { subject }: SignedIn): readonly Kept[] =>
  ledger.open().filter(({ assignedTo }) => assignedTo === subject);

const clearedFor = ({ ledger }: Office, { subject }: SignedIn): readonly Kept[] =>
  ledger
    .open()
    .filter(({ stream, hiddenFrom }) => CLEARED[subject]?.includes(stream) && !hiddenFrom.includes(subject));

/** A manager has the first stages of their services, and nothing of others'. */
function ofServices({ ledger }: Office, { subject, services }: SignedIn, rows: readonly Row[]): string[] {
  const ids = new Set(rows.map(({ id }) => id));
  const lost = ledger
    .open()
    .filter((kept) => services.includes(kept.serviceId) && latest(kept).number === 1 && !ids.has(kept.id));
  const others = rows.filter(({ serviceId }) => !services.includes(serviceId));
  return [
    ...lost.map(({ id }) => `${subject} has lost ${id}`),
    ...others.map(({ id }) => `${subject} sees ${id} of another service`),
  ];
}

function differing(list: string, rows: readonly Row[], kept: readonly Kept[]): string[] {
  const told = new Set(rows.map(({ id }) => id));
  const wanted = new Set(kept.map(({ id }) => id));
  return [
    ...[...wanted].filter((id) => !told.has(id)).map((id) => `${list} has lost ${id}`),
    ...[...told].filter((id) => !wanted.has(id)).map((id) => `${list} has ${id} besides`),
    ...(told.size === rows.length ? [] : [`${list} has a row twice`]),
  ];
}

async function countFaults(
  office: Office,
  who: SignedIn,
  lengths: Readonly<Record<string, number>>,
): Promise<string[]> {
  const counts = Object.values(await readCounts(office, who)).flatMap(({ lists }) => lists);
  return Object.entries(lengths).flatMap(([list, length]) => {
    const counted = counts.filter((each) => each.list === list).reduce((sum, { count }) => sum + count, 0);
    return counted === length ? [] : [`${who.subject}, ${list} counts ${counted}, and has ${length}`];
  });
}
