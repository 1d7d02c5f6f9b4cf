import type { Call } from './call.js';
import type { Clients } from './clients.js';
import { EngineRefusedError } from './errors.js';
import type { Message, Signal } from './messages.js';

type Grpc = Clients['grpc'];
type Json = NonNullable<Parameters<Grpc['publishMessage']>[0]['variables']>;

/** A message id that the engine still holds was sent before: sent is sent. */
export async function publishMessage(grpc: Grpc, call: Call, message: Message): Promise<void> {
  const { name, correlationKey, messageId, timeToLiveMs, variables } = message;
  try {
    await call('publishMessage', () =>
      grpc.publishMessage({ name, correlationKey, messageId, timeToLive: timeToLiveMs, variables: variables as Json }),
    );
  } catch (error) {
    if (!(error instanceof EngineRefusedError && error.fault === 'exists')) throw error;
  }
}

/** Not repeatable: a signal has no id by which the engine would know it again. */
export async function broadcastSignal(grpc: Grpc, call: Call, { name, variables }: Signal): Promise<void> {
  await call('broadcastSignal', () => grpc.broadcastSignal({ signalName: name, variables: variables as Json }), {
    repeatable: false,
  });
}
