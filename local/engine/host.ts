import { dirname, join } from 'node:path';
import type { Java } from '../java.js';
import type { Program } from '../program.js';

export interface EngineHost {
  java: Java;
  jar: string;
  /** Where the log and the state lie. */
  dataFolder: string;
  grpcPort: number;
  restPort: number;
  /** `none` gives up durability: for the bench only. */
  commit?: 'group' | 'none';
  /** It lives for minutes only: starting fast counts more than running fast. */
  shortLived?: boolean;
}

/** The embedded engine as a program of the stack. */
export const engineProgram = ({
  java,
  jar,
  dataFolder,
  grpcPort,
  restPort,
  commit,
  shortLived,
}: EngineHost): Program => ({
  name: 'engine',
  command: java.program,
  args: [
    ...(java.version >= 23 ? ['--sun-misc-unsafe-memory-access=allow'] : []), // newer ones warn of what the engine's libraries do
    `-Duser.timezone=${ZONE}`,
    ...(shortLived ? forShortLives(jar) : []),
    ...['-jar', jar, '--data', dataFolder, '--grpc-port', String(grpcPort), '--rest-port', String(restPort)],
    ...(commit ? ['--commit', commit] : []),
  ],
  isReady: (lines) => lines.some((line) => line.startsWith('{"event":"ready"')),
  startLimit: 120, // it replays what it had written since the last snapshot
  stopLimit: 30,
  explain: (code, lines) =>
    code !== null && code >= 2 && code <= 5 ? lines.findLast((line) => line !== '') : undefined,
});

/** In which a timer such as `0 0 9 1 * *` tells the time: all of the country has one. */
const ZONE = 'Asia/Shanghai';

/** The quick compiler alone, one thread of garbage collection, and the classes as the first run left them: half the work. */
const forShortLives = (jar: string): string[] => [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-XX:+AutoCreateSharedArchive',
  `-XX:SharedArchiveFile=${join(dirname(jar), 'short-lived.jsa')}`,
];
