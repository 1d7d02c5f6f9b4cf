import type { RegisterCase, RegisteredCase } from '../api/contract/register.js';
import { Person } from '../stories/people.js';
import { LOCALITY, type WholeSystem } from './whole-system.js';

const REPORT: RegisterCase = {
  locality: LOCALITY,
  channel: 'phone',
  kind: 'help',
  title: '供热管道漏水',
  text: '楼道进水，全楼停热，家里有老人和孩子，请尽快抢修。',
  caller: { name: '王女士', phone: '13804360001' },
  place: { unitId: 'xingfu-south-community', address: '幸福南大街41号楼' },
};

/** An agent who registers cases at the API, over HTTP as a page does. */
export class CallCentre {
  readonly #agent: Person;

  constructor({ url, secrets }: Pick<WholeSystem, 'url' | 'secrets'>) {
    this.#agent = new Person(`${LOCALITY}.center.agent`, url, secrets.demoPassword);
  }

  /** Signs in. Thrown RefusedError. */
  async open(): Promise<void> {
    await this.#agent.get('/tasks');
  }

  /** Answers the case number. Thrown RefusedError. */
  async register(): Promise<string> {
    return (await this.#agent.post<RegisteredCase>('/cases', REPORT)).caseNumber;
  }
}
