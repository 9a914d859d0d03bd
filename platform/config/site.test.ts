import { inspect } from 'node:util';
import { siteModel } from './models';
import { siteSettings } from './site';

describe('the settings of the site', () => {
  it('are no application at a sign-in service where nothing is set', () => {
    expect(siteSettings(siteModel.parse({}), 3000)).toMatchObject({
      ...{ port: 3000, url: null, clientId: null, clientSecret: null, sessionSecret: null, gatewayUrl: null },
      council: { name: 'Stockport Council', colour: '#0b3a53' },
    });
  });

  it('show neither secret, and keep both to be read', () => {
    const secrets = { SITE_CLIENT_SECRET: 'hush', SITE_SESSION_SECRET: 'h'.repeat(32) };
    const settings = siteSettings(siteModel.parse(secrets), 3000);
    expect([settings.clientSecret, settings.sessionSecret]).toEqual(Object.values(secrets));
    expect(inspect(settings) + JSON.stringify(settings)).not.toMatch(/hush|hhh/);
  });
});
