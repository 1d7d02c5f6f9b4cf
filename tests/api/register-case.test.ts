import { expect } from 'chai';
import request from 'supertest';
import type { Problem } from '../../api/contract/problem.js';
import type { CaseDetail } from '../../api/contract/case.js';
import { openApiBench, report, strangersReport, type ApiBench } from './workbench.js';

describe('registering a case through the API', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  const register = async (body: object, post = 'center.agent') => (await bench.as(post)).post('/api/cases', body);
  const readBack = async (caseNumber: string) =>
    (await (await bench.as('center.agent')).get(`/api/cases/${caseNumber}`).expect(200)).body as CaseDetail;

  it('answers the number and a code, and keeps what was told', async () => {
    const answer = await register(report({ category: 'manhole', kind: 'help', urgency: 'urgent' }));

    expect(answer.status).to.equal(201);
    const { caseNumber, code } = answer.body as { caseNumber: string; code: string };
    expect(caseNumber).to.match(/^LH-\d{8}-\d{4}$/);
    expect(code).to.match(/^[2-9A-Z]{8}$/);
    const found = await readBack(caseNumber);
    expect(found).to.include({ title: '井盖缺失', category: 'manhole', urgency: 'urgent', stage: 'registered' });
  });

  it('masks whoever called', async () => {
    const { caseNumber } = (await register(report())).body as { caseNumber: string };

    const found = await readBack(caseNumber);
    expect(found.caller).to.deep.equal({ name: '张**', phone: '138****8000' });
    expect(JSON.stringify(found)).not.to.contain('13800138000').and.not.to.contain('三丰');
  });

  it('keeps HTML as the text it is', async () => {
    const text = '<script>alert(1)</script> & "引号" <b>粗</b>';
    const { caseNumber } = (await register(report({ text, title: text.slice(0, 25) }))).body as { caseNumber: string };

    const found = await readBack(caseNumber);
    expect(found.text).to.equal(text);
  });

  it('keeps emoji and rare characters whole', async () => {
    const text = '水管又爆了😡👨‍👩‍👧‍👦，请联系𬭎先生、镕女士🚰';
    const { caseNumber } = (await register(report({ text }))).body as { caseNumber: string };

    expect((await readBack(caseNumber)).text).to.equal(text);
  });

  it('takes a report that happened in the past', async () => {
    await register(report({ occurredAt: '2020-01-01T08:00:00+08:00' })).then((answer) =>
      expect(answer.status).to.equal(201),
    );
  });

  it('takes a report of a signed-in citizen, who then finds it among their own', async () => {
    const answer = await register(report({ channel: 'app' }), 'citizen');
    expect(answer.status).to.equal(201);

    const mine = await (await bench.as('citizen')).get('/api/cases').expect(200);
    expect((mine.body as { items: { caseNumber: string }[] }).items.map((one) => one.caseNumber)).to.deep.equal([
      (answer.body as { caseNumber: string }).caseNumber,
    ]);
    const others = await (await bench.as('citizen2')).get('/api/cases').expect(200);
    expect((others.body as { total: number }).total).to.equal(0);
  });

  it('takes a report of a stranger', async () => {
    const answer = await request(bench.app).post('/api/public/cases').send(strangersReport());

    expect(answer.status).to.equal(201);
    expect(await readBack((answer.body as { caseNumber: string }).caseNumber)).to.include({ channel: 'web' });
  });

  describe('refuses, names field and reason, and writes nothing', () => {
    const refused: [string, object, { field: string; reason: RegExp }][] = [
      ['an unknown field', report({ colour: 'red' }), { field: '/colour', reason: /没有这个字段/ }],
      [
        'a field of Object.prototype',
        JSON.parse('{"__proto__": {"a": 1}}') as object,
        { field: '/', reason: /没有字段 __proto__/ },
      ],
      ['an empty text', report({ text: '' }), { field: '/text', reason: /太短|空/ }],
      ['a blank title', report({ title: ' \n ' }), { field: '/title', reason: /空白/ }],
      ['a missing text', report({ text: undefined }), { field: '/text', reason: /必须填写/ }],
      ['a text that is a number', report({ text: 42 }), { field: '/text', reason: /类型应为 string/ }],
      ['a text that is null', report({ text: null }), { field: '/text', reason: /类型应为 string/ }],
      ['a place that is a list', report({ place: ['人民路'] }), { field: '/place', reason: /类型应为 object/ }],
      [
        'a flag that is a word',
        report({ confidential: 'yes' }),
        { field: '/confidential', reason: /类型应为 boolean/ },
      ],
      ['a text that is too long', report({ text: '长'.repeat(5001) }), { field: '/text', reason: /最多 5000 个字/ }],
      ['an unknown urgency', report({ urgency: 'soon' }), { field: '/urgency', reason: /normal、urgent、emergency/ }],
      ['a phone that is none', report({ caller: { phone: '12-34' } }), { field: '/caller/phone', reason: /电话/ }],
      ['a phone of letters', report({ caller: { phone: 'call me' } }), { field: '/caller/phone', reason: /电话/ }],
      ['no phone by phone', report({ caller: {} }), { field: '/caller/phone', reason: /回访电话/ }],
      ['a kind the town does not list', report({ kind: 'wish' }), { field: '/kind', reason: /诉求类型/ }],
      ['a channel the town does not list', report({ channel: 'telex' }), { field: '/channel', reason: /渠道/ }],
      ['a unit the town does not have', report({ accusedUnitId: 'navy' }), { field: '/accusedUnitId', reason: /单位/ }],
      ['a day without an hour', report({ occurredAt: '2020-01-01' }), { field: '/occurredAt', reason: /时区/ }],
      [
        'the 30th of February',
        report({ occurredAt: '2020-02-30T08:00:00Z' }),
        { field: '/occurredAt', reason: /时间/ },
      ],
      [
        'something that happened tomorrow',
        report({ occurredAt: '2999-01-01T00:00:00Z' }),
        { field: '/occurredAt', reason: /不能晚于/ },
      ],
      [
        'an appointment in the past',
        report({ wantedAt: '2020-01-01T00:00:00Z' }),
        { field: '/wantedAt', reason: /不能早于/ },
      ],
      [
        'a point beside the earth',
        report({ place: { point: { longitude: 200, latitude: 45 } } }),
        { field: '/place/point/longitude', reason: /180/ },
      ],
      ['a request id that can be guessed', report({ requestId: '1' }), { field: '/requestId', reason: /./ }],
      [
        'a point beyond the pole',
        report({ place: { point: { longitude: 122, latitude: -90.5 } } }),
        { field: '/place/point/latitude', reason: /-90/ },
      ],
      [
        'half a point',
        report({ place: { point: { longitude: 122 } } }),
        { field: '/place/point/latitude', reason: /必须填写/ },
      ],
      ['half an emoji', report({ text: '半个 \ud83d 表情' }), { field: '/text', reason: /无法保存/ }],
      ['a control character', report({ title: '标题\u0000' }), { field: '/title', reason: /无法保存/ }],
    ];

    for (const [what, body, { field, reason }] of refused) {
      it(what, async () => {
        const before = await bench.countDocuments();
        const answer = await register(body);

        expect(answer.status).to.equal(422);
        expect(answer.headers['content-type']).to.contain('application/problem+json');
        const problem = answer.body as Problem;
        expect(problem).to.include({ code: 'BAD_INPUT', status: 422, instance: '/api/cases' });
        const found = problem.errors.find((error) => error.field === field);
        expect(found, JSON.stringify(problem.errors)).to.not.equal(undefined);
        expect(found?.reason).to.match(reason);
        expect(await bench.countDocuments()).to.deep.equal(before);
      });
    }

    it('an unknown locality, with the known ones', async () => {
      const before = await bench.countDocuments();
      const answer = await request(bench.app)
        .post('/api/public/cases')
        .send(strangersReport({ locality: 'atlantis' }));

      expect(answer.status).to.equal(422);
      expect((answer.body as Problem).errors).to.deep.include({
        field: '/locality',
        reason: '没有这个地方',
        found: 'atlantis',
        allowed: ['linhe'],
      });
      expect(await bench.countDocuments()).to.deep.equal(before);
    });

    it('every fault of one report at once', async () => {
      const answer = await register(report({ title: '', text: 3, colour: 'red' }));

      expect((answer.body as Problem).errors.map(({ field }) => field)).to.include.members([
        '/title',
        '/text',
        '/colour',
      ]);
    });

    it('classification by a citizen', async () => {
      const answer = await register(report({ channel: 'app', urgency: 'emergency' }), 'citizen');

      expect(answer.status).to.equal(422);
      expect((answer.body as Problem).errors[0]?.field).to.equal('/urgency');
    });

    it('a clerk, who takes no reports', async () => {
      const before = await bench.countDocuments();
      const answer = await register(report(), 'housing.clerk');

      expect(answer.status).to.equal(403);
      expect(await bench.countDocuments()).to.deep.equal(before);
    });
  });
});
