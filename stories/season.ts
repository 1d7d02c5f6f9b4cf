import { availableParallelism } from 'node:os';

import type { Logger } from 'pino';

import { sideBySide } from '../local/side-by-side.js';
import type { Localities } from '../procedures/localities.js';
import { instantOf } from './moment.js';
import { play, type Performance } from './play.js';
import { seriesOf } from './series.js';
import type { Story } from './story.js';
import { openTheatre, type Theatre } from './theatre.js';

/** How long before the earliest story of a stage its clocks are set. */
const BEFORE_MS = 60_000;

/** So many stages stand at once; each is an engine with some 400 MB of its own. */
const STAGES = Math.min(2, availableParallelism());

export interface SeasonOptions {
  /** Folder of the localities, e.g. `bpmn/`. */
  readonly folder: string;
  readonly localities: Localities;
  readonly log: Logger;
}

/**
 * Plays stories, two stages side by side; what `after` makes of each performance while its stage still stands comes back in
 * the order of the stories. Thrown when a stage cannot be opened.
 */
export async function playSeason<Result>(
  stories: readonly Story[],
  options: SeasonOptions,
  after: (performance: Performance, theatre: Theatre) => Promise<Result>,
): Promise<Result[]> {
  const zoneOf = (locality: string) => options.localities.get(locality).timeZone;
  const results = new Map<string, Result>();
  await sideBySide(seriesOf(stories, zoneOf, STAGES), STAGES, (series) =>
    perform(series, options, async (performance, theatre) => {
      results.set(performance.story.id, await after(performance, theatre));
    }),
  );

  return stories.flatMap(({ id }) => results.get(id) ?? []);
}

/** Plays a series on a stage of its own. */
async function perform(
  stories: readonly Story[],
  { folder, localities, log }: SeasonOptions,
  after: (performance: Performance, theatre: Theatre) => Promise<void>,
): Promise<void> {
  const [first] = stories;
  if (first === undefined) return;
  const begins = instantOf(first.when[0]?.at ?? '', localities.get(first.locality).timeZone);
  const theatre = await openTheatre({
    folder,
    localities: [],
    start: new Date(begins.getTime() - BEFORE_MS),
    log,
  });
  try {
    const published = new Set<string>();
    for (const story of stories) {
      // Not before its first story: a report begins every month from then on.
      if (!published.has(story.locality)) await theatre.publish(story.locality);
      published.add(story.locality);
      await after(await play(story, theatre), theatre);
    }
  } finally {
    await theatre.close();
  }
}
