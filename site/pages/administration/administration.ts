import type { FastifyInstance } from 'fastify';
import { type PageMakers, type SiteMakers, sendPage } from '../page-makers';
import { addCalendarPages } from './calendar/calendar';
import { addClosedDaysPages } from './closed-days/closed-days';
import { addKeys } from './keys/keys';
import { addDirectoratePages } from './names/directorate';
import { addServicePages } from './names/service';
import { addServiceNames } from './names/service-names';
import { lookingIn } from './office';
import { addRolePage } from './who/who';
import { addWordPages } from './words/words';

interface Way {
  readonly href: string;
  readonly text: string;
  readonly says: string;
}
const WORDS: Way = {
  href: '/administration/words',
  text: 'Words of inherited systems',
  says: 'What codes and names in their files mean, who decided it, and what nobody has given a meaning.',
};
const KEYS: Way = {
  href: '/administration/keys',
  text: 'Keys of programs',
  says: 'Which tools may ask by a key, what each opens, and when it was last used.',
};
const PARTNERS: Way = {
  href: '/administration/partners',
  text: 'Partners',
  says: 'What is agreed with organisations outside, what it opens, and what they asked.',
};
const RESTRICTED: Way = {
  href: '/restricted-cases',
  text: 'Restricted cases',
  says: 'Whose people only named colleagues may read, and who opened one by a reason.',
};
const RETENTION: Way = {
  href: '/retention',
  text: 'How long people are kept',
  says: 'Which complaints are due for review, and what is held for the law.',
};
const OTHERS: readonly Way[] = [
  {
    href: '/administration/services',
    text: 'Services and directorates',
    says: 'Their names, what else they go by in inherited systems, and what they were called before.',
  },
  {
    href: '/administration/calendar',
    text: 'Calendar of working days',
    says: 'The bank holidays by which due days are counted.',
  },
  {
    href: '/administration/closed-days',
    text: 'Closed days',
    says: 'On which further days one calendar is closed: school holidays, for example.',
  },
  {
    href: '/administration/roles',
    text: 'Who may do what',
    says: 'What each role opens, as it is enforced just now, and your own.',
  },
];

/** Reference data, and who may do what. */
export function addAdministration(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'> & Pick<SiteMakers, 'places'>,
): void {
  app.get('/administration', (request, reply) => {
    const ways = lookingIn(request).isDeciding
      ? [WORDS, ...OTHERS, KEYS, PARTNERS, RESTRICTED, RETENTION]
      : [...OTHERS, RETENTION];
    return sendPage(reply, makers.page(request, 'administration/start.njk', { ways }));
  });
  addWordPages(app, makers);
  addServiceNames(app, makers);
  addServicePages(app, makers);
  addDirectoratePages(app, makers);
  addCalendarPages(app, makers);
  addClosedDaysPages(app, makers);
  addRolePage(app, makers);
  addKeys(app, makers);
}
