import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { caseData, orderData } from '../../commands/document-data.js';
import { responsibleFor } from '../../domain/responsible.js';
import type { CaseDocument } from '../../models/case-document.js';
import type { OrderDocument } from '../../models/orders.js';
import { loadLocalities } from '../../procedures/localities.js';
import type { Locality } from '../../procedures/locality.js';
import { openTemplates, type Render } from '../../templates/render.js';
import { root, throwAwayFolder } from '../support/throw-away.js';

const TEMPLATES = join(root, 'templates');
const AT = new Date('2025-04-07T09:05:00+08:00');
const LEGAL_BASIS = '城市供水条例';
const WRITTEN = { by: { name: '某岗位' }, at: AT };

const localities = loadLocalities(join(root, 'bpmn')).all();
const templates = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length));
const KINDS = templates(join(TEMPLATES, 'default')).filter((name) => !name.startsWith('_'));

/** Records about the caller alone: nobody is addressed. */
const UNADDRESSED = ['callback-record', 'minutes', 'exposure', 'bulletin-draft'];

/** What a report on a period says (commands/assessment-data.ts). */
const ASSESSMENT = {
  ...{ period: '2025年3月', registered: 818, closed: 760, closedShare: '92.9%', late: 2 },
  rateNames: ['响应率'],
  rates: [{ name: '响应率', of: '760/818', percent: '92.9%', target: '95%', missed: true }],
  units: [{ rank: 1, unit: '某局', orders: 9, rates: [{ of: '9/9', percent: '100%' }], score: '100%' }],
  topics: [{ id: 'road', name: '道路', count: 9, change: '比上期多 3 件' }],
  places: [{ id: 'north', name: '城北街道', count: 9 }],
  channels: [{ id: 'phone', name: '电话', count: 9 }],
  rungs: [{ id: 'phone', count: 150 }],
  factors: [{ name: '服务态度', average: '4.5', answers: 2 }],
  bottom: '某局',
  reports: [{ unit: '某局', report: '一件，已办结。', problems: undefined }],
};

/** All that a document of any kind may say, of a real unit of the place. */
function dataOf(locality: Locality, changes: Partial<OrderDocument> = {}): Record<string, unknown> {
  const unit = locality.network.units.find(({ staff, level }) => level === 'department' && staff.length > 1)!;
  const order = { ...orderOf(locality, unit.id), ...changes };

  return {
    locality: { name: locality.name, hotline: locality.hotline },
    issuer: locality.network.find(locality.center)?.name,
    number: '文〔2025〕1号',
    addressee: '收文单位',
    legalBasis: LEGAL_BASIS,
    issuedAt: AT,
    case: caseData(caseOf(locality, unit.id), locality),
    order: orderData(order, unit),
    unit: unit.name,
    orders: [orderData(order, unit)],
    forms: {
      'leader-report': { report: '两家均不认领。', proposal: '请召集现场办公。', ...WRITTEN },
      'leader-instruction': {
        instruction: '月底前办结。',
        unitIdName: unit.name,
        attendeesName: unit.name,
        ...WRITTEN,
      },
      'refer-accountability': { facts: '三次督办未落实。', ...WRITTEN },
      'approve-reply': WRITTEN,
      intake: { legalRoute: 'court', toldReason: '已进入诉讼。', ...WRITTEN },
    },
    assessment: ASSESSMENT,
    result: '已经修好。',
    answeredBy: unit.name,
    answer: undefined,
    article: undefined,
    meetingName: '协调会',
    absentees: '',
    minutes: { opinions: '各单位同意。', minutes: '由主办单位牵头。' },
    decisions: [{ unit: unit.name, task: '修复', dueAt: AT }],
    callback: {
      ...{ at: AT, by: { name: '回访员' }, round: 2, attempt: 1, sampled: true, reached: true, contacted: true },
      ...{ solved: true, satisfied: false, opinion: '还是慢。' },
      factors: locality.assessment.factors.map(({ name }) => ({ name, value: 'good' })),
    },
  };
}

function caseOf(locality: Locality, unitId: string): CaseDocument {
  return {
    _id: `${locality.prefix}-20250407-0001`,
    locality: locality.id,
    channel: locality.channels[0]!.id,
    kind: 'appeal',
    category: locality.categories[0]!.id,
    urgency: 'urgent',
    origin: { platform: '上级平台', number: 'SJ-1' },
    title: '路面塌陷',
    text: '路口塌了一块。',
    items: [{ itemId: '1', text: '修路', state: 'open' }],
    place: { unitId, address: '人民路口', point: { longitude: 122.84, latitude: 45.62 } },
    occurredAt: new Date('2025-04-06T22:30:00+08:00'),
    caller: { masked: { name: '王**', phone: '138****0001' } },
    confidential: false,
    registeredAt: AT,
    deadlineClass: '紧急，1 天',
    responsible: responsibleFor(locality.network, locality.responsibility, {
      handling: [{ unitId, role: 'lead' }],
      case: { confidential: false, place: { unitId } },
      day: '2025-04-07',
    }),
  } as unknown as CaseDocument;
}

function orderOf(locality: Locality, unitId: string): OrderDocument {
  return {
    _id: `${locality.prefix}-20250407-0001/1`,
    number: '交〔2025〕7号',
    unitId,
    role: 'lead',
    duty: '先行围挡',
    state: 'signed',
    issuedAt: AT,
    deadlineClass: '紧急，1 天',
    reason: '道路由该单位管养',
    signBy: AT,
    contactBy: AT,
    returnBy: AT,
    dueAt: AT,
    signedAt: AT,
  } as OrderDocument;
}

const htmlOf = (render: Render, { id, timeZone }: Locality, document: string, data: Record<string, unknown>) =>
  render({ locality: id, document, timeZone, data }).html;

describe('The documents of every place', () => {
  const render = openTemplates(TEMPLATES);

  for (const locality of localities) {
    it(`are whole: ${locality.name}`, () => {
      for (const kind of KINDS) {
        const html = htmlOf(render, locality, kind, dataOf(locality));
        const text = html.replaceAll(/<style>[^]*<\/style>/g, '').replaceAll(/<[^>]+>/g, ' ');

        for (const word of ['文〔2025〕1号', '2025年4月7日', LEGAL_BASIS, 'GB/T 33358', locality.hotline.number])
          expect(text, kind).to.contain(word);
        if (!UNADDRESSED.includes(kind)) expect(text, kind).to.contain('收文单位');
        expect(text, kind).not.to.match(/undefined|null|\[object|\{\{|NaN|Invalid/);
        expect(/<h1>([^<]*)<\/h1>/.exec(html)?.[1]?.trim(), kind).not.to.be.oneOf(['', undefined]);
      }
    });
  }

  it('tell a unit where it is, to the point, and when it happened', () => {
    const [locality] = localities;
    const html = htmlOf(render, locality!, 'work-order', dataOf(locality!));

    expect(html).to.contain('人民路口（东经122.84000°，北纬45.62000°）').and.contain('2025年4月6日22时30分');
  });

  it('tell a unit with whom it handles a case, and what each is to do', () => {
    const [locality] = localities;
    const parts = [
      { unit: '城管局', role: '主办', duty: '清掏地沟' },
      { unit: '自来水公司', role: '协办', duty: undefined },
    ];
    const { order, ...rest } = dataOf(locality!);
    const together = { ...rest, order: { ...(order as object), parts } };
    const html = htmlOf(render, locality!, 'work-order', together);

    expect(html)
      .to.match(/城管局<\/td>.*主办.*清掏地沟/)
      .and.match(/自来水公司<\/td>.*协办.*按主办单位安排配合/);
    expect(htmlOf(render, locality!, 'work-order', dataOf(locality!))).not.to.contain('共同办理');
  });

  it('make known to all who shirked in which case, with a copy to the bodies, and nothing of who reported', () => {
    const [locality] = localities;
    const html = htmlOf(render, locality!, 'exposure', dataOf(locality!));

    expect(html).to.contain('各有关单位：').and.contain('抄送：收文单位').and.contain('-20250407-0001');
    expect(html).not.to.match(/王\*\*|138\*/);
  });

  for (const locality of localities)
    it(`are made of a case with nothing but a title and a text, too: ${locality.name}`, () => {
      const { number, title, text } = dataOf(locality)['case'] as Record<string, string>;
      const plain = { _id: number, title, text, items: [], caller: { masked: {} }, registeredAt: AT, responsible: [] };
      const bare = { ...dataOf(locality), case: caseData(plain as unknown as CaseDocument, locality) };

      for (const kind of KINDS) expect(htmlOf(render, locality, kind, bare), kind).not.to.match(/undefined|\[object/);
    });

  it('say what is not there in words, and fall back to the number of the case', () => {
    const [locality] = localities;
    const unsigned = { signBy: undefined, dueAt: undefined, signedAt: undefined, duty: undefined, reason: undefined };
    const { order, ...rest } = dataOf(locality!, unsigned);
    const bare = { ...rest, number: undefined, legalBasis: undefined, forms: {}, result: undefined };

    for (const kind of KINDS) {
      const html = htmlOf(render, locality!, kind, { ...bare, order: kind === 'work-order' ? order : undefined });
      expect(html, kind).to.contain(`${locality!.prefix}-20250407-0001`).and.contain('GB/T 33358');
      expect(html, kind).not.to.match(/undefined|\[object/);
    }
  });

  it('speak in the words of the place where it has its own, every file of it in some kind of document', async () => {
    const folder = join(await throwAwayFolder('templates'), 'templates');
    for (const locality of localities) {
      const own = readdirSync(TEMPLATES).includes(locality.id) ? templates(join(TEMPLATES, locality.id)) : [];
      for (const name of own) {
        cpSync(TEMPLATES, folder, { recursive: true });
        rmSync(join(folder, locality.id, `${name}.hbs`));
        const without = openTemplates(folder);
        const isTaken = (kind: string, data: Record<string, unknown>) =>
          htmlOf(render, locality, kind, data) !== htmlOf(without, locality, kind, data);
        const [named, marked] = [dataOf(locality), rated(locality)];
        expect(
          KINDS.some((kind) => isTaken(kind, named) || isTaken(kind, marked)),
          `${locality.id}/${name}`,
        ).to.equal(true);
        rmSync(folder, { recursive: true });
      }
    }
  });
});

/** Rated by marks instead of words. */
function rated(locality: Locality): Record<string, unknown> {
  const data = dataOf(locality);
  const factors = locality.assessment.factors.map(({ name }) => ({ name, value: '5' }));

  return { ...data, callback: { ...(data['callback'] as object), factors } };
}
