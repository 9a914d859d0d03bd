import { shortDayWords } from '../../../../domain/figures/days';
import type { NameDecisionsQuery, ReferenceNamesQuery } from '../../../operations/__generated__/operations';
import { decidedOn } from '../office';

/** Services by their directorates, with what else each goes by. */
export function namesView({ services, directorates }: ReferenceNamesQuery) {
  return (directorates ?? []).map(({ id, name }) => ({
    name,
    changeHref: `/administration/directorates/${encodeURIComponent(id)}`,
    services: (services ?? [])
      .filter(({ directorateId }) => directorateId === id)
      .map((service) => ({
        ...{ id: service.id, name: service.name, others: service.formerNames.join(', ') },
        ended: service.endedOn === null ? null : shortDayWords(service.endedOn),
        changeHref: `/administration/services/${encodeURIComponent(service.id)}`,
      })),
  }));
}

/** What people decided on names, as a table shows it. */
export function nameDecisionRows(
  page: NonNullable<NameDecisionsQuery['nameDecisions']>,
  { directorates }: ReferenceNamesQuery,
) {
  const directorateName = new Map((directorates ?? []).map(({ id, name }) => [id, name]));
  return page.edges.flatMap(({ node }) => {
    if (node === null) return [];
    const { kind, id, name, directorateId, endedOn, reason, decidedBy, decidedAt } = node;
    const ended = endedOn === null ? '' : shortDayWords(endedOn);
    const where = directorateId === null ? null : (directorateName.get(directorateId) ?? directorateId);
    const what = kind === 'SERVICE' ? 'Service' : 'Directorate';
    return [{ id, name, where, what, ended, reason, by: decidedBy, on: decidedOn(decidedAt) }];
  });
}
