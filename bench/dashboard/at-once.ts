import { load } from '../machine';
import { type AskedAtOnce, askAtOnce } from '../requests';
import { type Asking, ask, CHANGE } from './asking';
import { DASHBOARD, DASHBOARD_OPERATION } from './questions';

/** What fifty askers of one question were told, and what else ran. */
export type TitledAtOnce = AskedAtOnce & { readonly title: string; readonly load: string };

const CHANGE_MILLIS = 500;

/** The dashboard and one of its questions, kept, while facts change, and as a constant of the same size. */
export async function askedAtOnce(
  { product, client }: Asking,
  constant: { isOn: boolean },
): Promise<readonly TitledAtOnce[]> {
  const measured: TitledAtOnce[] = [];
  const [first] = DASHBOARD;
  const asked = [
    { title: 'the dashboard', operation: DASHBOARD_OPERATION },
    ...(first ? [{ title: first.title, operation: first.asked }] : []),
  ];
  for (const { title, operation } of asked) {
    await ask(product, operation);
    const add = async (how: string) =>
      measured.push({ title: `${title}, ${how}`, ...(await askAtOnce(product, operation)), load: load() });
    await add('kept');
    const changing = setInterval(() => void client.query(CHANGE), CHANGE_MILLIS);
    await add('while facts change twice a second');
    clearInterval(changing);
    constant.isOn = true;
    await add('as a constant');
    constant.isOn = false;
  }
  return measured;
}
