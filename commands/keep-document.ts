import { counterOf, formatNumber } from '../domain/numbering.js';
import type { OfficialDocument } from '../models/documents.js';
import type { Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';

/** A document to be made and kept. */
export interface DocumentRequest {
  /** Its id: the same one makes it once. */
  documentId: string;
  caseNumber: string;
  orderId?: string | undefined;
  /** Name of the template, and of the number pattern in `locality.json` where it has one. */
  document: string;
  locality: Locality;
  addressee: string;
  legalBasis?: string | undefined;
  issuedAt: Date;
  /** What the template says besides number, addressee, legal basis and date. */
  data: Readonly<Record<string, unknown>>;
}

/**
 * Numbers, renders and keeps an official document; a second call with the same id answers the first one, unchanged.
 * A crash between number and document leaves that number unused. Thrown TemplateMissingError.
 */
export const keepDocument =
  (deps: Pick<Deps, 'models' | 'render'>) =>
  async (request: DocumentRequest): Promise<OfficialDocument> => {
    const { documents } = deps.models;
    const kept = await documents.find(request.documentId);
    if (kept !== null) return kept;
    const document = renderDocument(deps, request, await nextNumber(deps, request));
    if (await documents.insert(document)) return document;

    return (await documents.find(request.documentId)) ?? document;
  };

function renderDocument(
  { render }: Pick<Deps, 'render'>,
  request: DocumentRequest,
  number: string | undefined,
): OfficialDocument {
  const { documentId, caseNumber, orderId, document, locality, addressee, legalBasis, issuedAt, data } = request;
  const rendered = render({
    locality: locality.id,
    document,
    timeZone: locality.timeZone,
    data: { ...data, ...issuer(locality), number, addressee, legalBasis, issuedAt },
  });

  return {
    _id: documentId,
    caseNumber,
    orderId,
    kind: document,
    number,
    addressee,
    title: rendered.title,
    legalBasis,
    html: rendered.html,
    issuedAt,
    template: { name: rendered.templateName, hash: rendered.templateHash },
  };
}

function issuer({ name, hotline, center, network }: Locality): Record<string, unknown> {
  return { locality: { name, hotline }, issuer: network.find(center)?.name ?? name };
}

async function nextNumber(
  { models }: Pick<Deps, 'models'>,
  { document, locality, issuedAt: at }: DocumentRequest,
): Promise<string | undefined> {
  const pattern: string | undefined = locality.numbering[document];
  if (pattern === undefined) return undefined;
  const parts = { at, timeZone: locality.timeZone };
  const seq = await models.counters.next(`document/${locality.id}/${counterOf(pattern, parts)}`);

  return formatNumber(pattern, { ...parts, seq });
}
