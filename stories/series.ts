import { instantOf, spanOf } from './moment.js';
import type { Story } from './story.js';

/** What publishing one more locality on a stage costs, in moments of a story. */
const PUBLISHING = 12;
/** What a stage costs, in the same: for less than that no second one is opened only to play side by side. */
const OPENING = 30;
/**
 * A stage that would stand empty for longer than this is not kept, milliseconds: every month that passes on it begins the regular
 * reports of its localities, and some of those cost as much as a new stage.
 */
const LONGEST_REST = 90 * 86_400_000;

interface Open {
  readonly stories: Story[];
  readonly localities: Set<string>;
  until: number;
  weight: number;
}

/**
 * Stories in series of which none begins before the one before it has ended: the clock of a stage only goes forward, and cases
 * of life overlap. Takes them earliest first; each joins the series that is over by then and has least to play, so that the
 * series can be played side by side. There are as few as overlaps and long rests allow, yet, where there is much to play, as many at a
 * time as are wanted.
 */
export function seriesOf(
  stories: readonly Story[],
  timeZoneOf: (locality: string) => string,
  wanted = 1,
): readonly Story[][] {
  const series: Open[] = [];
  for (const story of stories) {
    const [from, until] = timesOf(story, timeZoneOf(story.locality));
    const kept = series.filter(({ until: rests }) => from - rests <= LONGEST_REST);
    const free = kept.filter(({ until: rests }) => rests <= from);
    const cheapest = free.sort((one, other) => priceOf(one, story) - priceOf(other, story))[0];
    const isOneMore = cheapest === undefined || (kept.length < wanted && cheapest.weight > OPENING);
    const joined = isOneMore ? { stories: [], localities: new Set<string>(), until: 0, weight: 0 } : cheapest;
    if (isOneMore) series.push(joined);
    joined.weight = priceOf(joined, story);
    joined.stories.push(story);
    joined.localities.add(story.locality);
    joined.until = until;
  }

  return series.map((one) => one.stories);
}

const priceOf = ({ weight, localities }: Open, { when, locality }: Story): number =>
  weight + when.length + (localities.has(locality) ? 0 : PUBLISHING);

/** When a story begins and when its last moment is. */
function timesOf({ when }: Story, timeZone: string): [number, number] {
  const first = instantOf(when[0]?.at ?? '', timeZone).getTime();
  const last = when.reduce((now, { at, after }) => {
    if (at !== undefined) return instantOf(at, timeZone).getTime();

    return now + (after === undefined ? 0 : spanOf(after));
  }, first);

  return [first, last];
}
