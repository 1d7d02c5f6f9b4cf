/** Tells a person what is going on; takes one line without its end. */
export type Say = (line: string) => void;

export const silent: Say = () => undefined;

export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says the label, then every ten seconds that it goes on, then how long it took. */
export const step = async <T>(say: Say, label: string, work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  say(`${label} …`);
  const timer = setInterval(() => say(`${label}: still at it (${seconds(start)})`), 10_000);
  try {
    const result = await work();
    say(`${label}: done in ${seconds(start)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
};
