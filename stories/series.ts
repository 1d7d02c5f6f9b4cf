import { instantOf, spanOf } from './moment.js';
import type { Story } from './story.js';

/**
 * Stories in series of which none begins before the one before it has ended: the clock of a stage only goes forward, and cases
 * of life overlap. Takes them earliest first; each joins the first series that is over by then.
 */
export function seriesOf(stories: readonly Story[], timeZoneOf: (locality: string) => string): Story[][] {
  const series: { stories: Story[]; until: number }[] = [];
  for (const story of stories) {
    const [from, until] = timesOf(story, timeZoneOf(story.locality));
    const open = series.find((one) => one.until <= from);
    if (open === undefined) series.push({ stories: [story], until });
    else {
      open.stories.push(story);
      open.until = until;
    }
  }

  return series.map((one) => one.stories);
}

/** When a story begins and when its last moment is. */
function timesOf({ when }: Story, timeZone: string): [number, number] {
  const first = instantOf(when[0]?.at ?? '', timeZone).getTime();
  const last = when.reduce((now, { at, after }) => {
    if (at !== undefined) return instantOf(at, timeZone).getTime();

    return now + (after === undefined ? 0 : spanOf(after));
  }, first);

  return [first, last];
}
