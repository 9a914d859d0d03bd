import { shortDayWords } from '../../../../domain/figures/days';
import type { BankHolidayDecisionsQuery } from '../../../operations/__generated__/operations';
import { decidedOn } from '../office';

/** What was decided on bank holidays, as a table shows it. */
export const decisionRows = ({ edges }: NonNullable<BankHolidayDecisionsQuery['decisions']>) =>
  edges.flatMap(({ node }) =>
    node === null
      ? []
      : [
          {
            ...{ name: node.name, note: node.note, reason: node.reason },
            day: shortDayWords(node.day),
            what: node.isBankHoliday ? 'Added' : 'Retracted',
            by: node.decidedBy ?? 'came with the product',
            on: node.decidedAt === null ? '' : decidedOn(node.decidedAt),
          },
        ],
  );
