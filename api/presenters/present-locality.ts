import type { Unit as NetworkUnit } from '../../domain/unit.js';
import type { Locality as LocalityFolder } from '../../procedures/locality.js';
import type { Article, Choices, Locality, Unit } from '../contract/locality.js';

/** Id of the channel of a locality's public page (docs/architecture.md, "Names and ids"). */
export const webChannel = 'web';

export function presentLocality({ id, name, hotline, center, timeZone, channels }: LocalityFolder): Locality {
  const web = channels.find((channel) => channel.id === webChannel);

  return {
    localityId: id,
    name,
    hotline,
    center,
    timeZone,
    takesReports: web !== undefined,
    asksPhone: web?.identity === 'phone',
  };
}

/** A unit of the network. `today` is `YYYY-MM-DD` in the locality's zone. */
export function presentUnit({ id, name, level, parent, abolishedOn }: NetworkUnit, today: string): Unit {
  return {
    unitId: id,
    name,
    level,
    parent: parent ?? null,
    abolished: abolishedOn !== undefined && abolishedOn <= today,
  };
}

export function presentChoices({ kinds, categories, channels, lines }: LocalityFolder): Choices {
  const option = ({ id, name }: { id: string; name: string }) => ({ label: name, value: id });

  return {
    kinds: kinds.map(option),
    categories: categories.map((category) => ({
      ...option(category),
      parent: category.parent ?? null,
      questions: category.questions ?? [],
      evidence: category.evidence ?? [],
    })),
    channels: channels.map(option),
    lines: lines.map(option),
  };
}

export function presentArticle(article: LocalityFolder['articles'][number]): Article {
  const { id, title, body, owner, legalBasis, expiresOn } = article;

  return { articleId: id, title, body, owner, legalBasis: legalBasis ?? null, expiresOn: expiresOn ?? null };
}
