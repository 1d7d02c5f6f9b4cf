import type { Fault } from './fault.js';

/** What a caller may tell apart; stable, the API answers with it. */
export type EngineErrorCode =
  | 'TASK_NOT_FOUND'
  | 'TASK_NOT_OPEN'
  | 'TASK_TAKEN'
  | 'LISTENER_SLOW'
  | 'DEPLOYMENT_REFUSED'
  | 'ENGINE_NOT_FOUND'
  | 'ENGINE_REFUSED'
  | 'ENGINE_UNAVAILABLE';

/** The engine did not do what it was asked; `cause` holds the client's own error. */
export abstract class EngineError extends Error {
  abstract readonly code: EngineErrorCode;

  override get name(): string {
    return this.constructor.name;
  }
}

/** No user task has this key. */
export class TaskNotFoundError extends EngineError {
  readonly code = 'TASK_NOT_FOUND';
}

/** The user task is completed, canceled, or another act on it is under way. */
export class TaskNotOpenError extends EngineError {
  readonly code = 'TASK_NOT_OPEN';
}

/** Somebody else holds the user task: the claim lost. */
export class TaskTakenError extends EngineError {
  readonly code = 'TASK_TAKEN';
}

/** A blocking task listener did not answer in time; the act is neither done nor refused yet. */
export class ListenerSlowError extends EngineError {
  readonly code = 'LISTENER_SLOW';
}

/** The engine took none of the resources; the message holds its own reasons. */
export class DeploymentRefusedError extends EngineError {
  readonly code = 'DEPLOYMENT_REFUSED';
}

/** No instance, incident, job or definition has this key (any more). */
export class EngineNotFoundError extends EngineError {
  readonly code = 'ENGINE_NOT_FOUND';
}

/** The engine refuses the command as it stands; sending it again would not help. */
export class EngineRefusedError extends EngineError {
  readonly code = 'ENGINE_REFUSED';

  constructor(
    message: string,
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The engine could not be reached, or was too busy, for as long as it was tried; whether it did the act is not known. */
export class EngineUnavailableError extends EngineError {
  readonly code = 'ENGINE_UNAVAILABLE';
}
