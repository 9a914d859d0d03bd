import type { SignedIn } from '../../../platform/identity/identity';
import { CORA, OLU } from '../../graph/journeys/people';
import type { Course, Courses } from './course';
import type { Stream } from './ledger';
import type { Many } from './many';
import type { Office } from './office';
import { HANA, IVO, JOE, KIT } from './people';
import { acknowledge, answer } from './steps';
import { readList } from './worklists';

type Given = Pick<Courses, 'office' | 'begin'>;

/** Whether a manager is not there on a day: Hana on leave, Joe gone for good, and those who come for them before that. */
export function isAwayOn(day: string, subject: string): boolean {
  const isHanaAway = day >= '2026-06-15' && day <= '2026-06-22';
  const hasJoeLeft = day >= '2026-06-24';
  const away: Readonly<Record<string, boolean>> = {
    ...{ hana: isHanaAway, ivo: !isHanaAway, joe: hasJoeLeft, kit: !hasJoeLeft },
  };
  return away[subject] ?? false;
}

interface Handed {
  readonly stream: Stream;
  readonly from: SignedIn;
  readonly to: SignedIn;
  readonly away?: { readonly from: string; readonly to: string };
}

async function handOver(office: Office, { stream, from, to, away }: Handed): Promise<Many> {
  const given = { stream, from: from.subject, to: to.subject, away: away ?? null };
  const done = await office.task('hand work over', () => office.handOver(OLU, given));
  expect(done).toMatchObject({ refused: [], left: 0 });
  for (const { id, version } of done.done)
    Object.assign(office.ledger.find(id), { version, assignedTo: to.subject });
  return done;
}

/** Hana goes on leave: Ivo has her work, and gives it back. */
export async function* managerOnLeave({ office }: Given): Course {
  const away = { from: '2026-06-15', to: '2026-06-22' };
  await handOver(office, { stream: 'corporate', from: HANA, to: IVO, away });
  expect(await readList(office, HANA, 'MINE')).toEqual([]);
  yield '2026-06-23';
  const back = await handOver(office, { stream: 'corporate', from: IVO, to: HANA });
  expect(back.absence).toBeNull();
}

/** Joe leaves, and Kit comes. */
export async function* somebodyLeaves({ office }: Given): Course {
  await handOver(office, { stream: 'schools', from: JOE, to: KIT });
  yield '2026-06-24';
}

/** A complaint about Cora: she sees nothing of it, and it cannot be given to her. */
export async function* aboutAnOfficer({ office, ...courses }: Given): Course {
  const kept = await courses.begin(OLU, 'corporate', { serviceId: 'greenspace', complainedAbout: ['cora'] });
  const refused = await office.tries(OLU, kept, 'assignCorporateComplaint', { to: 'cora' });
  expect(refused.code).toBe('PERSON_COMPLAINED_ABOUT');
  const unseen = await office.tries(CORA, kept, 'noteCorporateComplaint', { note: 'Mine?' });
  expect(unseen.__typename).toBe('CaseNotFound');
  yield '2026-06-10';
  await acknowledge(office, OLU, kept);
  yield '2026-06-18';
  await answer(office, { who: OLU, kept, outcome: 'UPHELD' });
}

/** A letter and a form say the same: the second is merged into the first. */
export async function* twoOfTheSame({ office, ...courses }: Given): Course {
  const [first, second] = [
    await courses.begin(OLU, 'corporate', { serviceId: 'refuse-recycling', channel: 'Letter' }),
    await courses.begin(CORA, 'corporate', { serviceId: 'refuse-recycling', channel: 'Web form' }),
  ];
  yield '2026-06-10';
  await office.task('merge two', () =>
    office.do(OLU, second, 'mergeCorporateComplaint', { on: office.today, into: first.id }),
  );
  second.ended = 'MERGED';
  await acknowledge(office, OLU, first);
}
