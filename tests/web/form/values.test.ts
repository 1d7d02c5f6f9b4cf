import { expect } from 'chai';
import { faultOf } from '../../../web/form/fault.js';
import { namePathOf, placed } from '../../../web/form/pointer.js';
import type { FormComponent } from '../../../forms/schema.js';
import { textOf } from '../../../web/form/template.js';
import { asText, carriedOver, initialValues, leftOver, leftOverLines, toSend } from '../../../web/form/values.js';
import { isHidden, scopeOf } from '../../../forms/conditions.js';

const act: FormComponent = {
  type: 'radio',
  key: 'act',
  label: '怎么办',
  values: [
    { label: '回复', value: 'reply' },
    { label: '退单', value: 'return' },
  ],
};
const reply: FormComponent = {
  type: 'textarea',
  key: 'reply',
  label: '答复',
  conditional: { hide: '=act != "reply"' },
  validate: { required: true, maxLength: 10 },
};
const planned: FormComponent = {
  type: 'textfield',
  key: 'plan',
  label: '计划',
  conditional: { hide: '=reply = null' },
};
const form = [act, reply, planned];

describe('Values of a form', () => {
  it('begin with the draft, then the variables that fit, then the defaults', () => {
    const components = [{ ...act, defaultValue: 'return' }, reply];
    const begin = (variables: object, draft?: object) =>
      initialValues(components, {
        variables: { ...variables },
        draft: draft === undefined ? null : { ...draft },
        lists: {},
      });

    expect(begin({})).to.deep.equal({ act: 'return' });
    expect(begin({ act: 'reply' })).to.deep.equal({ act: 'reply' });
    expect(begin({ act: true }), 'what another form meant').to.deep.equal({ act: 'return' });
    expect(begin({ act: 'reply' }, { act: 'return', reply: '写到一半' })).to.deep.equal({
      act: 'return',
      reply: '写到一半',
    });
  });

  it('that are hidden are not sent, nor seen by other conditions', () => {
    const values = { act: 'return', reply: '写过的', plan: '也写过' };

    expect(toSend(form, values, {})).to.deep.equal({ act: 'return' });
    expect(isHidden(planned, scopeOf(form, {}, values))).to.equal(true);
    expect(toSend(form, { ...values, act: 'reply' }, {})).to.deep.equal({ ...values, act: 'reply' });
  });

  it('that are blank are not sent', () => {
    expect(toSend(form, { act: 'reply', reply: '  ', plan: '' }, {})).to.deep.equal({ act: 'reply' });
  });

  it('of a list are sent entry by entry, each by its own conditions', () => {
    const list: FormComponent = { type: 'dynamiclist', path: 'items', components: form };
    const entries = [
      { act: 'return', reply: '写过的' },
      { act: 'reply', reply: '好' },
    ];

    expect(toSend([list], { items: entries }, {})).to.deep.equal({ items: [{ act: 'return' }, entries[1]] });
  });

  it('of fields that a new version of the form lacks are kept apart', () => {
    expect(leftOver([act], { act: 'reply', reply: '写好的', plan: '' })).to.deep.equal({ reply: '写好的' });
  });

  it('that a field of the new version cannot hold are left over, in the words of the old one', () => {
    const onlyReply = { ...act, values: [{ label: '回复', value: 'reply' }] };
    const typed = { act: 'return', reply: '写', plan: '明天' };
    const carried = carriedOver([onlyReply, reply], typed, {});

    expect(carried).to.include({ reply: '写' }).and.not.to.have.property('act');
    const left = leftOver([onlyReply, reply], carried);
    expect(leftOverLines(form, left, {})).to.deep.equal(['怎么办：退单', '计划：明天']);
    expect(carriedOver(form, typed, {}), 'the same form').to.deep.equal(typed);
  });

  it('are put into words for the clipboard', () => {
    expect(asText(form, { act: 'reply', reply: '已办' }, {})).to.equal('怎么办：回复\n答复：已办');
  });

  it('are told what is wrong with them', () => {
    expect(faultOf(reply, '')).to.equal('请填写“答复”');
    expect(faultOf(reply, '一二三四五六七八九十十一')).to.equal('最多 10 字，实际 12 字');
    expect(faultOf(act, 'maybe', act.values)).to.equal('不在可选项中');
    expect(faultOf({ type: 'number', decimalDigits: 0, validate: { max: 3 } }, 4)).to.equal('不能大于 3');
    expect(faultOf({ type: 'number', decimalDigits: 0 }, 1.5)).to.equal('应为整数');
    expect(faultOf({ type: 'datetime', subtype: 'date' }, '明天')).to.equal('不是有效的日期或时间');
  });

  it('that the server refuses are found by their pointers', () => {
    expect(namePathOf('/data/items/0/a~1b')).to.deep.equal(['items', 0, 'a/b']);
    const { fields, others } = placed(
      [
        { field: '/data/reply', reason: '太长' },
        { field: '/data/gone', reason: '没有这个字段' },
        { field: '/to', reason: '没有这个人' },
      ],
      new Set(['reply']),
    );
    expect(fields).to.deep.equal([{ name: ['reply'], errors: ['太长'] }]);
    expect(others).to.deep.equal(['没有这个字段', '没有这个人']);
  });

  it('stand in texts as words, and never as markup', () => {
    expect(textOf('延长 **{{limit}}**（{{why}}），{{gone}}', { limit: '5wd', why: '*<b>' })).to.equal(
      '延长 **5 个工作日**（\\*\\<b\\>），—',
    );
  });
});
