import type { Logger } from 'pino';

import { DomainError } from '../domain/domain-error.js';
import { backOff } from './back-off.js';
import { inputCheck } from './check-input.js';
import { EngineRefusedError } from './errors.js';
import type { JobOutcome } from './job-metrics.js';
import type { ActivatedJob, Job, Jobs, Receipt } from './jobs.js';
import { traceOf } from './trace.js';
import type { Variables } from './variables.js';
import type { WorkerDefinition } from './worker.js';

/** How trouble is spaced: the first try comes back after about `baseMs`, each further one twice as late, up to `capMs`. */
export interface RetrySpacing {
  baseMs: number;
  capMs: number;
}

export interface JobDone {
  outcome: JobOutcome;
  receipt: Receipt;
}

/** Does one job and answers for it. Thrown EngineUnavailableError when the engine could not be told. */
export type RunJob = (job: ActivatedJob) => Promise<JobDone>;

/** The retries a diagram gives a job when it says nothing: tells the first try from the later ones. */
const USUAL_RETRIES = 3;

/**
 * Wraps a handler once and for all:
 * - input that does not fit, an answer the engine refuses → incident at once, in words for the process owner;
 * - DomainError → BPMN error of the same code (a listener cannot throw one: incident);
 * - anything else → again after a while, an incident when the retries are used up.
 *
 * Neither the log nor the incident carries an error's own text, which may quote a person's data: name, code and place only.
 */
export function jobRunner(definition: WorkerDefinition, jobs: Jobs, spacing: RetrySpacing, log: Logger): RunJob {
  const check = inputCheck(definition.input);
  const answer = new Answers(jobs, spacing);

  return async (job) => {
    const checked = check(job.variables);
    if (!checked.ok) return answer.incident(job, wrongInput(job, checked.faults));
    let result: Variables;
    try {
      result = await definition.handle(checked.input as never, job);
    } catch (error) {
      if (!(error instanceof DomainError)) {
        log.error({ ...logged(job), fault: traceOf(error) }, 'job failed');

        return answer.trouble(job, error);
      }
      if (definition.kind === 'listener') return answer.incident(job, `${error.code}:${error.message}`);

      return answer.refusal(job, error);
    }

    return answer.completion(job, definition.kind === 'listener' ? {} : result);
  };
}

/** What the log may say of a job. */
export function logged({ caseNumber, key, type, elementId, processDefinitionId, retries }: Job): object {
  return { caseNumber, job: key, type, element: elementId, process: processDefinitionId, retries };
}

class Answers {
  constructor(
    private readonly jobs: Jobs,
    private readonly spacing: RetrySpacing,
  ) {}

  async completion(job: Job, result: Variables): Promise<JobDone> {
    try {
      return done('completed', await this.jobs.complete(job, result));
    } catch (error) {
      if (!(error instanceof EngineRefusedError)) throw error;

      return await this.incident(job, `流程引擎不接受环节「${job.elementId}」的结果:${error.message}`);
    }
  }

  async refusal(job: Job, { code, message, variables }: DomainError): Promise<JobDone> {
    return done('refused', await this.jobs.throwError(job, { code, message, variables }));
  }

  async incident(job: Job, message: string): Promise<JobDone> {
    return done('incident', await this.jobs.fail(job, { message, retries: 0, backOffMs: 0 }));
  }

  async trouble(job: Job, error: unknown): Promise<JobDone> {
    const { name, code } = traceOf(error);
    const message = `执行环节「${job.elementId}」时发生故障:${[name, code].filter(Boolean).join(' ')}(作业 ${job.key})`;
    const retries = Math.max(0, job.retries - 1);
    if (retries === 0) return await this.incident(job, `${message},已多次重试。请联系管理员排除故障后重试。`);
    const backOffMs = backOff(Math.max(0, USUAL_RETRIES - job.retries), this.spacing);

    return done('failed', await this.jobs.fail(job, { message, retries, backOffMs }));
  }
}

function done(outcome: JobOutcome, receipt: Receipt): JobDone {
  return { outcome: receipt.accepted === 'gone' ? 'gone' : outcome, receipt };
}

function wrongInput(job: Job, faults: readonly string[]): string {
  const where = `流程「${job.processDefinitionId}」第 ${job.processDefinitionVersion} 版的环节「${job.elementId}」(作业类型 ${job.type})`;

  return `${where}收到的数据不对:${faults.join(';')}。请检查此前的表单、判定表和输入映射,更正变量后重试。`;
}
