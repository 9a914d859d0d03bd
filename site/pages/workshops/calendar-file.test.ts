import { calendarFile } from './calendar-file';

const workshop = {
  ...{ id: '6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e', title: 'Answering; well, at\nstage 1' },
  ...{ startsAt: '2026-12-10T09:30:00.000Z', minutes: 90, place: 'Room 2', heldBy: 'Head of complaints' },
};

describe('the calendar file of a workshop', () => {
  it('says when it is in UTC, and marks what would divide its texts', () => {
    const lines = calendarFile(workshop, new Date('2026-11-29T12:00:00Z')).split('\r\n');
    expect(lines).toContain('DTSTART:20261210T093000Z');
    expect(lines).toContain('DTEND:20261210T110000Z');
    expect(lines).toContain('DTSTAMP:20261129T120000Z');
    expect(lines).toContain('SUMMARY:Answering\\; well\\, at\\nstage 1');
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  });

  it('has no long line, and cuts no character', () => {
    const title = 'Ängste und Wünsche – '.repeat(20);
    const file = calendarFile({ ...workshop, title }, new Date('2026-11-29T12:00:00Z'));
    const lines = file.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  });
});
