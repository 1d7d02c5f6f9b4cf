/** Process groups of our children: each child leads one, so that what it started ends with it. */
export const canSignalGroups = process.platform !== 'win32';

const living = new Set<number>();

/** Notes a child that must not outlive this process, whichever way it ends short of kill -9. */
export const track = (pid: number): void => {
  living.add(pid);
};

export const untrack = (pid: number): void => {
  living.delete(pid);
};

export const isTracked = (pid: number): boolean => living.has(pid);

process.once('exit', () => living.forEach((pid) => signalGroup(pid, 'SIGKILL')));

/** Signals all children of now. */
export const signalTracked = (signal: NodeJS.Signals): void => living.forEach((pid) => signalGroup(pid, signal));

/** Signals a child with all it started; one that is gone is no fault. */
export const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(canSignalGroups ? -pid : pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};
