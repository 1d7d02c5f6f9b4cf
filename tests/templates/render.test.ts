import { join } from 'node:path';

import { expect } from 'chai';

import { openTemplates, TemplateMissingError } from '../../templates/render.js';
import { root } from '../support/throw-away.js';

const render = openTemplates(join(root, 'templates'));
const request = (text: string) => ({
  locality: 'nowhere',
  document: 'work-order',
  timeZone: 'Asia/Shanghai',
  data: {
    locality: { name: '试验市', hotline: { name: '试验热线', number: '0436-1' } },
    ...{ issuer: '市指挥中心', number: '试交〔2019〕1号', addressee: '供热公司', legalBasis: undefined },
    issuedAt: new Date('2019-12-21T01:05:00Z'),
    case: {
      ...{
        number: 'TT-1',
        title: text,
        text,
        items: [],
        kind: '求助',
        category: '供热',
        channel: '电话',
        line: undefined,
      },
      ...{
        urgency: '紧急',
        confidential: false,
        registeredAt: new Date(0),
        place: '',
        caller: { name: '王**', phone: undefined },
      },
      responsible: [
        {
          part: '承办单位',
          level: '企业',
          unit: '供热公司',
          supervisor: '供热公司分管副职',
          handler: '供热公司承办人',
        },
      ],
    },
    order: {
      ...{
        role: '主办',
        duty: undefined,
        signBy: new Date('2019-12-21T01:25:00Z'),
        contactBy: undefined,
        dueAt: undefined,
      },
      ...{ liaison: { deputy: ['供热公司分管副职'], clerk: [] }, taskForce: false, parts: [] },
    },
  },
});

describe('a work order', () => {
  it('names number, addressee, date, time to sign, liaison and who answers for it, in the zone of the locality', () => {
    const { html, templateName, templateHash } = render(request('停暖'));

    for (const words of [
      '试交〔2019〕1号',
      '供热公司：',
      '2019年12月21日',
      '2019年12月21日9时25分前签收',
      '督办人',
      '分管领导',
    ])
      expect(html).to.contain(words);
    expect(templateName).to.equal('default/work-order');
    expect(templateHash).to.match(/^[0-9a-f]{64}$/);
  });

  it('escapes whatever a caller wrote', () => {
    const { html, title } = render(request('<script>alert(1)</script>'));

    expect(html).not.to.contain('<script>');
    expect(html).to.contain('&lt;script&gt;');
    expect(title).to.contain('<script>');
  });

  it('ends what somebody wrote with one full stop, whether they set it or not', () => {
    const asked = request('停暖');
    const withDuty = (duty: string) =>
      render({ ...asked, data: { ...asked.data, order: { ...asked.data.order, duty } } }).html;

    expect(withDuty('先关阀再抢修')).to.contain('职责分工：先关阀再抢修。<');
    expect(withDuty('先关阀再抢修。')).to.contain('职责分工：先关阀再抢修。<');
    expect(withDuty('能否先关阀？')).to.contain('职责分工：能否先关阀？<');
  });

  it('is signed with the name of its place', () => {
    const asked = request('停暖');
    const signed = (name: string) =>
      render({ ...asked, data: { ...asked.data, locality: { ...asked.data.locality, name } } }).html;

    expect(signed('白鹿市')).to.contain('>白鹿市指挥中心<');
    expect(signed('白鹿县')).to.contain('>市指挥中心<');
  });

  it('cites no rule that came after it', () => {
    const asked = request('停暖');
    const later = { ...asked, data: { ...asked.data, issuedAt: new Date('2020-12-27T16:00:00Z') } };

    expect(render(asked).html).to.contain('依据：《政府热线服务规范》');
    expect(render(later).html).to.contain('依据：《国务院办公厅');
  });

  it('is not made from a template that does not exist', () => {
    expect(() => render({ ...request('x'), document: 'love-letter' })).to.throw(TemplateMissingError, 'work-order');
  });
});
