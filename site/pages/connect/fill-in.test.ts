import fc from 'fast-check';
import { filledIn } from './fill-in';

const places = {
  gateway: 'https://graph.example.gov.uk',
  council: 'A Council',
  database: { host: 'db.example.gov.uk', port: '6543', name: 'ours' },
};

describe('a starter file', () => {
  it('has this installation’s places in it, and what else has a port keeps it', () => {
    expect(filledIn('http://localhost:4000/odata/v4/', 'a.pq', places)).toBe(
      'https://graph.example.gov.uk/odata/v4/',
    );
    expect(filledIn('database.example:5432/complaints_database', 'a.yaml', places)).toBe(
      'db.example.gov.uk:6543/ours',
    );
    expect(filledIn('server="database.example" port="5432"; 5432', 'a.tds', places)).toBe(
      'server="db.example.gov.uk" port="6543"; 5432',
    );
  });

  it('can be read whatever the council is called', () => {
    fc.assert(
      fc.property(fc.string(), (council) => {
        const filled = filledIn('{"title": "Complaints, Stockport Council"}', 'a.json', {
          ...places,
          council,
        });
        expect(JSON.parse(filled)).toEqual({ title: `Complaints, ${council}` });
        const xml = filledIn('<a caption="Stockport Council" />', 'a.tds', { ...places, council });
        expect(xml).toMatch(/^<a caption="[^<"]*" \/>$/);
      }),
    );
  });
});
