/**
 * Prints what the registry costs in time and memory. Run: `npm run bench -- registry`
 */
import { inventedSightings, macOf, makeFleet } from './registry-cases.ts';

const devices = 10_000;

function print(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(58)} ${value}\n`);
}

function time(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function benchMerge(): void {
  const heap = heapMb();
  const { registry, round } = makeFleet(devices);
  const first = round();
  const see = (sightings: ReturnType<typeof round>) => {
    for (const sighting of sightings) registry.see(sighting, 'site');
  };
  print('10k new devices', `${time(() => see(first)).toFixed(1)} ms`);
  registry.takeDirty();
  const times: number[] = [];
  for (let repeat = 0; repeat < 15; repeat += 1) {
    const next = round();
    times.push(time(() => see(next)));
    registry.takeDirty();
  }
  print('10k known devices seen again, unchanged (median of 15)', `${median(times).toFixed(1)} ms`);
  const [best, worst] = [Math.min(...times), Math.max(...times)];
  print('  best and worst of 15', `${best.toFixed(1)} ms, ${worst.toFixed(1)} ms`);
  print('tick over 10k', `${time(() => registry.tick(first[0]?.at ?? 0)).toFixed(2)} ms`);
  print('rows() of 10k', `${time(() => registry.rows('site')).toFixed(1)} ms`);
  print('  once more', `${time(() => registry.rows('site')).toFixed(1)} ms`);
  print('find() by tail among 10k', `${time(() => registry.find('00009999')).toFixed(2)} ms`);
  print('heap for 10k devices', `${(heapMb() - heap).toFixed(1)} MB`);
}

function benchFlood(): void {
  const { registry, round } = makeFleet(1_000);
  for (const sighting of round()) registry.see(sighting, 'site');
  for (const sighting of round()) registry.see(sighting, 'site');
  registry.takeDirty();
  const heap = heapMb();
  const spent = time(() => {
    for (const sighting of inventedSightings(100_000)) registry.see(sighting, 'site');
  });
  const { devices: listed, unconfirmed, flood } = registry.stats();
  registry.takeDirty();
  print('100k invented MACs', `${spent.toFixed(0)} ms`);
  print('  devices listed / unconfirmed', `${listed} / ${unconfirmed}`);
  print('  refused', `${flood?.refused ?? 0} (${flood?.example ?? '-'})`);
  print('  heap after 100k', `+${(heapMb() - heap).toFixed(1)} MB`);
  const more = time(() => {
    for (const sighting of inventedSightings(100_000, 100_000)) registry.see(sighting, 'site');
  });
  registry.takeDirty();
  print('  another 100k', `${more.toFixed(0)} ms, heap +${(heapMb() - heap).toFixed(1)} MB in all`);
  const isListed = Array.from({ length: 1_000 }, (_, index) => registry.find(macOf(index)).kind);
  print(
    '  real devices still listed',
    `${isListed.filter((kind) => kind === 'one').length} of 1000`,
  );
}

benchMerge();
benchFlood();
