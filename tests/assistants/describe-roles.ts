import { connect } from './connect';
import { assistantOf, type Started } from './started';

const KEPT_BACK = /too few to show/;

/** Each caller is told what their role is at every other door, and no more. */
export function describeRoles(started: () => Started): void {
  const post = (headers: Record<string, string>) =>
    fetch(`${started().product.url}/mcp`, { method: 'POST', headers, body: '{}' });

  it('nobody who is not signed in: they are told where to sign in', async () => {
    const { url } = started().product;
    const refused = await post({});
    const metadata = `${url}/.well-known/oauth-protected-resource/mcp`;
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining(`resource_metadata="${metadata}"`),
    ]);
    expect(await (await fetch(metadata)).json()).toEqual({
      ...{
        resource: `${url}/mcp`,
        resource_name: 'Council complaints',
        bearer_methods_supported: ['header'],
      },
    });
    const basic = await post({ authorization: `Basic ${Buffer.from('cck_a:b').toString('base64')}` });
    expect([basic.status, basic.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringMatching(/^Basic /),
    ]);
    await expect(connect(url, 'Bearer nothing')).rejects.toThrow();
  });

  it('no auditor', async () => {
    const refused = await post({ authorization: `Bearer ${await started().product.token('auditor')}` });
    expect([refused.status, (await refused.json()).errors[0]]).toEqual([
      403,
      {
        message: expect.stringMatching(/^Your role may not ask for \/mcp\. Open to the roles `analyst`, /),
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
  });

  it.each(['analyst', 'manager', 'officer', 'admin'])('%s is told figures, and lists them', async (role) => {
    const assistant = await assistantOf(started().product, role);
    const asked = { measure: 'RECEIVED', where: { financialYears: ['2020-21'] } };
    const { structured } = await assistant.call('list_counted', { ...asked, first: 1 });
    const quality = await assistant.call('check_data_quality');
    expect((structured.figure as { value: number }).value).toBe(structured.totalCount);
    expect([
      typeof quality.structured.openFaults,
      quality.structured.openFaultsOfOwnServices !== null,
    ]).toEqual(['number', role === 'manager']);
    await assistant.close();
  });

  it('a partner is told of their own cases, and of nothing else', async () => {
    const { product } = started();
    const assistant = await assistantOf(product, 'partner');
    const figures = await assistant.call('get_figures', { measures: ['RECEIVED', 'REFERRED_TO_OMBUDSMAN'] });
    const { data } = await product.ask<{ ombudsmanCases: { edges: { node: { id: string } }[] } }>(
      'partner',
      '{ ombudsmanCases(first: 200) { edges { node { id } } } }',
    );
    const own = data.ombudsmanCases.edges.map(({ node }) => node.id);
    expect(figures.structured.figures).toMatchObject([
      { standing: 'NOT_RECORDED', words: 'not recorded', openFaults: null },
      { value: own.length },
    ]);
    const listed = await assistant.call('list_counted', { measure: 'REFERRED_TO_OMBUDSMAN', first: 100 });
    const ids = (listed.structured.counted as { ombudsmanCase: string }[]).map((each) => each.ombudsmanCase);
    expect(ids.sort()).toEqual(own.sort());
    const stages = await assistant.call('list_counted', { measure: 'RECEIVED' });
    expect([stages.structured.totalCount, stages.structured.counted]).toEqual([null, []]);
    await assistant.close();
  });

  it('whoever is not told small numbers is told that they are too few, and lists nothing', async () => {
    const { product, guarded } = started();
    const [told, kept] = [await assistantOf(product, 'analyst'), await assistantOf(guarded, 'analyst')];
    const asked = {
      measures: ['UPHELD', 'UPHOLD_RATE'],
      by: ['SERVICE'],
      where: { financialYears: ['2020-21'] },
    };
    const all = (await told.call('divide_figures', asked)).structured.rows as Row[];
    const less = await kept.call('divide_figures', asked);
    const small = all.filter(({ figures }) => (figures[0]?.value ?? 0) > 0 && (figures[0]?.value ?? 0) < 5);
    expect(small.length).toBeGreaterThan(3);
    for (const { of } of small) {
      const row = (less.structured.rows as Row[]).find((each) => each.of.SERVICE === of.SERVICE);
      expect(row?.figures[0]).toMatchObject({ value: null, standing: 'TOO_FEW_TO_SHOW' });
    }
    expect(less.text).toMatch(KEPT_BACK);
    const list = await kept.call('list_counted', { measure: 'RECEIVED' });
    expect([list.isError, list.text]).toEqual([true, expect.stringMatching(/^Your role may not ask for /)]);
    expect((await kept.call('check_data_quality')).structured.smallNumbers).toContain('from 1 to 4');
    await Promise.all([told.close(), kept.close()]);
  });
}

interface Row {
  readonly of: Readonly<Record<string, unknown>>;
  readonly figures: readonly { readonly value: number | null }[];
}
