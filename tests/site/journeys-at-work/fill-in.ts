import type { Locator } from 'playwright-core';
import type { Hands } from './hands';

/** What somebody fills in: what stands beside a field, and what they choose or write there. A day is written as the ISO has it. */
export type Answers = Readonly<Record<string, string>>;

const ISO_DAY = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/;

/** Fills in a form by what a person sees beside its fields. */
export async function fillIn(form: Locator, answers: Answers, hands: Hands): Promise<void> {
  for (const [label, value] of Object.entries(answers)) {
    const group = form.getByRole('group', { name: label, exact: true });
    if ((await group.count()) > 0) await fillGroup(group, value, hands);
    else await fillField(form.getByLabel(label, { exact: true }), value, hands);
  }
}

/** A day in its three fields, or one of what there is to choose. */
async function fillGroup(group: Locator, value: string, hands: Hands): Promise<void> {
  const { groups: day } = ISO_DAY.exec(value) ?? {};
  if (day === undefined) return hands.tick(group.getByLabel(value, { exact: true }));
  for (const [label, part] of [
    ['Day', day.day],
    ['Month', day.month],
    ['Year', day.year],
  ])
    await hands.write(group.getByLabel(label ?? '', { exact: true }), String(Number(part)));
}

async function fillField(field: Locator, value: string, hands: Hands): Promise<void> {
  const isSelect = (await field.and(field.page().locator('select')).count()) > 0;
  if (isSelect) await hands.choose(field, value);
  else await hands.write(field, value);
}
