import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Real web servers with digest authentication, each with a configuration, a folder and a port of its own
 * on loopback. They have nothing of ours in them, so they and our client cannot be wrong together.
 */
export interface RealServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerAccount {
  readonly user: string;
  readonly password: string;
  readonly realm: string;
}

const apacheModules = '/usr/lib/apache2/modules';
const apache = ['/usr/sbin/apache2', '/usr/sbin/httpd'].find(existsSync);
const lighttpd = ['/usr/sbin/lighttpd', '/usr/local/sbin/lighttpd'].find(existsSync);

export function whyNoApache(): string | null {
  if (apache === undefined) return 'apache2 is not installed';
  const module = join(apacheModules, 'mod_auth_digest.so');
  return existsSync(module) ? null : `there is no ${module}`;
}

export function whyNoLighttpd(): string | null {
  return lighttpd === undefined ? 'lighttpd is not installed' : null;
}

const body = '<?xml version="1.0"?>\n<DeviceInfo><model>real-server</model></DeviceInfo>\n';

function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `untether-${name}-`));
  // A server started by root reads it as somebody else.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'www', 'ISAPI', 'System'), { recursive: true });
  writeFileSync(join(folder, 'www', 'ISAPI', 'System', 'deviceInfo'), body);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function run(program: string, args: readonly string[], at: { folder: string; port: number }) {
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', (error) => {
    said += error.message;
  });
  for (let round = 0; !(await answers(at.port)); round += 1) {
    if (round > 100 || child.exitCode !== null || child.pid === undefined) {
      child.kill('SIGKILL');
      throw new Error(`${program} does not answer: ${said}`);
    }
    await pause(50);
  }
  return {
    port: at.port,
    close: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, pause(3000).then(() => child.kill('SIGKILL'))]);
      await ended;
      rmSync(at.folder, { recursive: true, force: true });
    },
  } satisfies RealServer;
}

function passwordLine(hash: 'md5' | 'sha256', { user, realm, password }: ServerAccount): string {
  const ha1 = createHash(hash).update(`${user}:${realm}:${password}`, 'utf8').digest('hex');
  return `${user}:${realm}:${ha1}\n`;
}

/** mod_auth_digest: MD5 only. */
export async function startApache(
  account: ServerAccount,
  { nonceLifeSeconds = 300 } = {},
): Promise<RealServer> {
  const [folder, port] = [makeFolder('apache'), await freePort()];
  writeFileSync(join(folder, 'users'), passwordLine('md5', account));
  const load = (name: string) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`;
  const modules = [
    'mpm_event',
    'authn_core',
    'authn_file',
    'authz_core',
    'authz_user',
    'auth_digest',
  ];
  const config = [
    ...modules.map(load),
    ...['ServerRoot', 'DefaultRuntimeDir'].map((name) => `${name} "${folder}"`),
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${port}`,
    `PidFile "${folder}/pid"`,
    `ErrorLog "${folder}/error.log"`,
    `DocumentRoot "${folder}/www"`,
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    '<Location "/">',
    `  AuthType Digest\n  AuthName "${account.realm}"\n  AuthDigestDomain "/"`,
    `  AuthDigestNonceLifetime ${nonceLifeSeconds}`,
    `  AuthDigestProvider file\n  AuthUserFile "${folder}/users"\n  Require valid-user`,
    '</Location>',
  ];
  writeFileSync(join(folder, 'apache.conf'), `${config.join('\n')}\n`);
  return run(apache ?? '', ['-X', '-f', join(folder, 'apache.conf')], { folder, port });
}

/** MD5, SHA-256, or both with SHA-256 listed first. */
export async function startLighttpd(
  account: ServerAccount,
  algorithm: 'MD5' | 'SHA-256' | 'MD5|SHA-256',
): Promise<RealServer> {
  const [folder, port] = [makeFolder('lighttpd'), await freePort()];
  const lines = (['md5', 'sha256'] as const).map((hash) => passwordLine(hash, account));
  writeFileSync(join(folder, 'users'), lines.join(''));
  const config = [
    `server.document-root = "${folder}/www"`,
    `server.port = ${port}`,
    'server.bind = "127.0.0.1"',
    `server.errorlog = "${folder}/error.log"`,
    'server.modules = ("mod_auth", "mod_authn_file")',
    'auth.backend = "htdigest"',
    `auth.backend.htdigest.userfile = "${folder}/users"`,
    `auth.require = ("/" => ("method" => "digest", "realm" => "${account.realm}", "require" => "valid-user", "algorithm" => "${algorithm}"))`,
  ];
  writeFileSync(join(folder, 'lighttpd.conf'), `${config.join('\n')}\n`);
  return run(lighttpd ?? '', ['-D', '-f', join(folder, 'lighttpd.conf')], { folder, port });
}
