import { readdir, readFile, readlink } from 'node:fs/promises';
import { type RunCommand, windowsTool } from './run-command.ts';

const lookupMs = 2_000;

interface UdpEntry {
  readonly inode: string;
  readonly uid: string;
}

/** Sockets bound to a local port in the text of `/proc/net/udp` or `udp6`. */
export function parseProcUdp(text: string, port: number): UdpEntry[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.split(':')[1] === wanted)
    .map((columns) => ({ inode: columns[9] ?? '', uid: columns[7] ?? '' }));
}

/** Programs in the output of `lsof -F pc` (lines `p<pid>` and `c<name>`). */
export function parseLsof(text: string): { pid: number; name: string }[] {
  const found: { pid: number; name: string }[] = [];
  let pid = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('p')) pid = Number(line.slice(1));
    else if (line.startsWith('c')) found.push({ pid, name: line.slice(1) });
  }
  return found;
}

/** Process ids of the UDP sockets on a port in the output of Windows `netstat -ano`. */
export function parseNetstat(text: string, port: number): number[] {
  const pids = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([protocol, local]) => protocol === 'UDP' && local?.endsWith(`:${port}`))
    .map((columns) => Number(columns.at(-1)));
  return [...new Set(pids.filter((pid) => Number.isInteger(pid) && pid > 0))];
}

/** Program name in the output of `tasklist /FO CSV /NH`. */
export function parseTasklist(text: string): string | null {
  return /^\s*"([^"]+)","\d+"/.exec(text)?.[1] ?? null;
}

async function readText(path: string): Promise<string> {
  // A file that vanished or may not be read tells nothing, which is what the caller handles.
  return readFile(path, 'utf8').catch(() => '');
}

async function holdsSocket(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  // Other users' processes are closed to us, and processes end while we look: both are skipped.
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const link = await readlink(`${folder}/${name}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(link)?.[1];
    if (inode !== undefined && inodes.has(inode)) return true;
  }
  return false;
}

async function ownInodes(inodes: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const links = await readdir('/proc/self/fd')
    .then((names) =>
      Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => ''))),
    )
    .catch((): string[] => []);
  const own = links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? '');
  return new Set(own.filter((inode) => inodes.has(inode)));
}

/** What people call a program of this `comm`, executable and command line. */
export function programName(comm: string, exe: string, cmdline: string): string {
  const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  // Node calls its first thread so; programs under wine have a telling `comm` and the exe of wine.
  const name = comm === '' || comm === 'MainThread' ? base(exe) : comm;
  if (!/^(node|python[\d.]*|java|ruby|perl|bash|sh)$/.test(name)) return name || 'unknown';
  const script = cmdline
    .split('\0')
    .slice(1)
    .find((word) => word !== '' && !word.startsWith('-'));
  return script === undefined ? name : `${name} ${base(script)}`;
}

async function linuxName(pid: string): Promise<string> {
  const exe = await readlink(`/proc/${pid}/exe`).catch(() => '');
  const [comm, cmdline] = await Promise.all(
    ['comm', 'cmdline'].map((file) => readText(`/proc/${pid}/${file}`)),
  );
  return programName((comm ?? '').trim(), exe, cmdline ?? '');
}

async function linuxHolder(port: number, deadline: number): Promise<string | null> {
  const tables = await Promise.all(['/proc/net/udp', '/proc/net/udp6'].map(readText));
  const all = tables.flatMap((table) => parseProcUdp(table, port));
  const own = await ownInodes(new Set(all.map(({ inode }) => inode)));
  const foreign = all.filter(({ inode }) => !own.has(inode));
  if (foreign.length === 0) return null;
  const inodes = new Set(foreign.map(({ inode }) => inode));
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    if (Date.now() > deadline) break;
    if (pid === String(process.pid) || !(await holdsSocket(pid, inodes))) continue;
    return `${await linuxName(pid)} (${pid})`;
  }
  // Without the rights to look into that process, its user is what remains.
  return `uid ${foreign[0]?.uid ?? '?'}`;
}

async function macHolder(port: number, run: RunCommand): Promise<string | null> {
  const text = await run('/usr/sbin/lsof', ['-nP', `-iUDP:${port}`, '-Fpc'], lookupMs);
  const other = parseLsof(text ?? '').find(({ pid }) => pid !== process.pid);
  return other === undefined ? null : `${other.name} (${other.pid})`;
}

async function windowsHolder(port: number, run: RunCommand): Promise<string | null> {
  const text = await run(windowsTool('netstat.exe'), ['-ano', '-p', 'UDP'], lookupMs);
  const pid = parseNetstat(text ?? '', port).find((candidate) => candidate !== process.pid);
  if (pid === undefined) return null;
  const list = await run(
    windowsTool('tasklist.exe'),
    ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'],
    lookupMs,
  );
  return `${parseTasklist(list ?? '') ?? 'unknown'} (${pid})`;
}

/** Program besides this one that has a UDP socket on the port, as `name (pid)`. Reads only; never rejects. */
export async function findPortHolder(
  port: number,
  run: RunCommand,
  platform: string = process.platform,
): Promise<string | null> {
  if (platform === 'linux') return linuxHolder(port, Date.now() + lookupMs);
  return platform === 'win32' ? windowsHolder(port, run) : macHolder(port, run);
}
