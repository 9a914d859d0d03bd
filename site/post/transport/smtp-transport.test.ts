import type { SMTPServerOptions } from 'smtp-server';
import { makeAuthority } from '../../../platform/testing/certificates';
import { startBreakingServer, startMailServer } from '../testing';
import { smtpTransport } from './smtp-transport';

const MAIL = {
  ...{ name: 'one', from: 'complaints@example.gov.uk', to: 'ana@example.gov.uk' },
  raw: Buffer.from('Subject: Figures\r\n\r\n.A line with a dot\r\n'),
};
const NEAR = { kind: 'smtp', host: '127.0.0.1', isTls: false, user: null, password: null } as const;
/** Leads to this machine, and is not its loopback address: what is asked of servers over a network holds for it. */
const FAR = '0.0.0.0';
const authority = makeAuthority('Of the test');

const started: { stop(): Promise<void> }[] = [];
const serverOf = async (...given: Parameters<typeof startMailServer>) => {
  const server = await startMailServer(...given);
  started.push(server);
  return server;
};
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

describe('handing mail to a server', () => {
  it('gives it whole, to one address', async () => {
    const server = await serverOf();
    const handed = await smtpTransport({ ...NEAR, port: server.port }).hand(MAIL);
    expect(handed).toEqual({ state: 'ACCEPTED' });
    expect(server.came).toEqual([
      {
        ...{ from: MAIL.from, to: [MAIL.to], isSecure: false, user: null },
        raw: MAIL.raw.toString(),
      },
    ]);
  });

  it.each([
    [
      { code: 550, says: '5.1.1 No such mailbox' },
      { state: 'REFUSED', of: 'ADDRESS' },
    ],
    [
      { code: 554, says: '5.7.1 Relay access denied' },
      { state: 'REFUSED', of: 'MAIL' },
    ],
    [
      { code: 550, says: '5.7.1 Not from you' },
      { state: 'REFUSED', of: 'MAIL' },
    ],
    [
      { code: 450, says: '4.2.1 Later' },
      { state: 'LATER', isOfServer: false },
    ],
  ])('tells a refused recipient from a refused mail: %j', async (refusal, outcome) => {
    const server = await serverOf({}, { recipient: () => refusal });
    const handed = await smtpTransport({ ...NEAR, port: server.port }).hand(MAIL);
    expect(handed).toMatchObject(outcome);
    expect(JSON.stringify(handed)).not.toContain('ana@');
    expect(server.came).toEqual([]);
  });

  it.each([
    [554, { state: 'REFUSED', of: 'MAIL' }],
    [452, { state: 'LATER', isOfServer: false }],
  ])('knows that a whole mail was refused (%s)', async (code, outcome) => {
    const server = await serverOf({}, { mail: () => ({ code, says: 'No' }) });
    expect(await smtpTransport({ ...NEAR, port: server.port }).hand(MAIL)).toMatchObject(outcome);
  });

  it('says that nobody knows where the way breaks off after the mail has gone', async () => {
    const server = await startBreakingServer();
    started.push(server);
    expect(await smtpTransport({ ...NEAR, port: server.port }).hand(MAIL)).toMatchObject({ state: 'UNSURE' });
  });

  it('comes again later where no server is there', async () => {
    const server = await startMailServer();
    await server.stop();
    expect(await smtpTransport({ ...NEAR, port: server.port }).hand(MAIL)).toMatchObject({
      ...{ state: 'LATER', isOfServer: true },
    });
  });

  it('signs in where it has a login, and tells nobody the password where that is refused', async () => {
    const secure: SMTPServerOptions = {
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth({ username, password }, _, callback) {
        if (password !== 'right') return callback(new Error('No'));
        return callback(null, { user: username ?? '' });
      },
    };
    const server = await serverOf(secure);
    const target = { ...NEAR, port: server.port, user: 'post' };
    expect(await smtpTransport({ ...target, password: 'right' }).hand(MAIL)).toEqual({ state: 'ACCEPTED' });
    expect(server.came.map(({ user }) => user)).toEqual(['post']);
    const refused = await smtpTransport({ ...target, password: 'wr0ng' }).hand(MAIL);
    expect(refused).toMatchObject({ state: 'LATER', isOfServer: true });
    expect(JSON.stringify(refused)).not.toContain('wr0ng');
  });
});

describe('a server over a network', () => {
  const certified = (hosts: string[], when?: { ended: boolean }) => {
    const { certificate, key } = authority.certify(hosts, when);
    return { cert: certificate, key, disabledCommands: [] as string[] };
  };
  const handedTo = (port: number, isTls: boolean) =>
    smtpTransport({ ...NEAR, host: FAR, port, isTls }, { ca: authority.certificate }).hand(MAIL);

  it.each([
    ['STARTTLS', false],
    ['TLS', true],
  ])('gets the mail by %s where its certificate holds', async (_, isTls) => {
    const server = await serverOf({ ...certified([FAR]), secure: isTls });
    expect(await handedTo(server.port, isTls)).toEqual({ state: 'ACCEPTED' });
    expect(server.came.map(({ isSecure }) => isSecure)).toEqual([true]);
  });

  it.each([
    ['offers no TLS', false, {}],
    ['has a certificate of another name', false, certified(['other.localhost'])],
    ['has a certificate of another name', true, { ...certified(['other.localhost']), secure: true }],
    ['has a certificate that has ended', false, certified([FAR], { ended: true })],
  ])('gets nothing where it %s (TLS at once: %s)', async (_, isTls, options) => {
    const server = await serverOf(options);
    expect(await handedTo(server.port, isTls)).toMatchObject({ state: 'LATER', isOfServer: true });
    expect(server.came).toEqual([]);
  });

  it('gets nothing where nobody whom we believe certified it', async () => {
    const server = await serverOf(certified([FAR]));
    const handed = await smtpTransport({ ...NEAR, host: FAR, port: server.port }).hand(MAIL);
    expect(handed).toMatchObject({ state: 'LATER', isOfServer: true });
    expect(server.came).toEqual([]);
  });
});
