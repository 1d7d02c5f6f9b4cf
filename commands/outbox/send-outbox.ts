import type { OutboxDocument } from '../../models/outbox.js';
import type { Deps } from '../deps.js';
import type { Destination, MessageAdapter } from './adapter.js';

const BATCH = 100;
/** Tried after 1, 2, 4 … minutes, then given up and shown to supervisors. */
const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 60_000;

export interface SentOutbox {
  sent: number;
  failed: number;
}

/**
 * Sends the messages that are due, each at least once. A caller who left no phone is told nothing by phone or SMS; the
 * message counts as failed at once.
 */
export const sendOutbox =
  (deps: Pick<Deps, 'models' | 'clock' | 'identity' | 'log'>, adapter: MessageAdapter) =>
  async (): Promise<SentOutbox> => {
    const due = await deps.models.outbox.due(deps.clock.now(), BATCH);
    const results = await Promise.all(due.map((message) => sendOne(deps, adapter, message)));
    const sent = results.filter(Boolean).length;

    return { sent, failed: results.length - sent };
  };

async function sendOne(
  deps: Pick<Deps, 'models' | 'clock' | 'identity' | 'log'>,
  adapter: MessageAdapter,
  { _id: id, caseNumber, channel, to, text, attempts }: OutboxDocument,
): Promise<boolean> {
  const { models, clock, log } = deps;
  try {
    const destination = await destinationOf(deps, to);
    if (destination === undefined) {
      await models.outbox.failed(id, undefined);
      log.info({ caseNumber, channel }, 'nobody to send to');

      return false;
    }
    await adapter.send({ id, channel, to: destination, text });
    await models.outbox.sent(id, clock.now());

    return true;
  } catch (error) {
    const wait = FIRST_WAIT_MS * 2 ** attempts;
    await models.outbox.failed(id, attempts + 1 < MOST_ATTEMPTS ? new Date(clock.now().getTime() + wait) : undefined);
    log.warn({ err: error, caseNumber, channel, attempt: attempts + 1 }, 'message not sent');

    return false;
  }
}

/** `caller:<caseNumber>[#n]`, `line:<lineId>` or `<locality>/<unitId>`. */
async function destinationOf(
  { models, identity }: Pick<Deps, 'models' | 'identity'>,
  to: string,
): Promise<Destination | undefined> {
  if (to.startsWith('line:')) return { kind: 'line', lineId: to.slice('line:'.length) };
  if (!to.startsWith('caller:')) {
    const [locality = '', unitId = ''] = to.split('/');

    return { kind: 'unit', locality, unitId };
  }
  const [caseNumber = '', further] = to.slice('caller:'.length).split('#');
  const found = await models.cases.find(caseNumber);
  const caller = further === undefined ? found?.caller : found?.callers[Number(further) - 1];
  const phone = caller?.sealed === undefined ? undefined : identity.open(caller.sealed, caseNumber).phone;

  return phone === undefined ? undefined : { kind: 'caller', phone };
}
