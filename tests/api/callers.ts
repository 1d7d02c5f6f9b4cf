import request from 'supertest';
import type { Progress } from '../../api/contract/progress.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import type { CaseDocument } from '../../models/cases.js';
import { callbackForm, publishForm } from './rating-form.js';
import { openApiBench, strangersReport } from './workbench.js';

export const SOLVED = { solved: 'yes', satisfied: 'very', speed: '5' };

/** What whoever reported can do with number and code, on a bench whose locality asks for a rating. */
export async function openCallers() {
  const bench = await openApiBench();
  await publishForm(bench, callbackForm);
  const reported = async (changes: object = {}): Promise<RegisteredCase> =>
    (await request(bench.app).post('/api/public/cases').send(strangersReport(changes)).expect(201))
      .body as RegisteredCase;
  const send = (path: string, body: object) => request(bench.app).post(`/api/public/${path}`).send(body);
  const change = (caseNumber: string, set: Partial<CaseDocument>) =>
    bench.deps.models.connection.collection<CaseDocument>('cases').updateOne({ _id: caseNumber }, { $set: set });

  return {
    bench,
    reported,
    send,
    change,
    progress: async (own: RegisteredCase) => (await send('progress', own).expect(200)).body as Progress,
    rate: (own: RegisteredCase, answers: object = SOLVED) => send('cases/rating', { ...own, answers }),
    reopen: (own: RegisteredCase, reason = '水又漏了') => send('cases/reopening', { ...own, reason }),
    closed: async (changes: Partial<CaseDocument> = {}, told: object = {}): Promise<RegisteredCase> => {
      const own = await reported(told);
      await change(own.caseNumber, { stage: 'closed', outcome: 'solved', closedAt: bench.clock.now(), ...changes });

      return own;
    },
    clear: async () => {
      await bench.clear();
      bench.clock.reset();
    },
  };
}

export type Callers = Awaited<ReturnType<typeof openCallers>>;
