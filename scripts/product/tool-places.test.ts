import { toolPlaces } from './tool-places';

const opened = {
  gatewayUrl: 'http://127.0.0.1:4000',
  databaseUrl: 'postgres://owner:secret@db.internal/our%20complaints?sslmode=verify-full',
};

describe('where tools reach the product', () => {
  it('is where its parts do, without a login', () => {
    const places = toolPlaces({ toolsUrl: null, toolsDatabase: null }, opened);
    expect(places).toEqual({
      gateway: 'http://127.0.0.1:4000',
      database: { host: 'db.internal', port: '5432', name: 'our complaints' },
    });
    expect(JSON.stringify(places)).not.toMatch(/owner|secret/);
  });

  it('is where the settings say, where it is another way from outside', () => {
    const settings = { toolsUrl: 'https://graph.example.gov.uk', toolsDatabase: 'bi.example.gov.uk:6543' };
    expect(toolPlaces(settings, opened)).toEqual({
      gateway: 'https://graph.example.gov.uk',
      database: { host: 'bi.example.gov.uk', port: '6543', name: 'our complaints' },
    });
  });
});
