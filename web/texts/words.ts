import type { CaseDetail, CaseSummary, Order } from '../../api/contract/case.js';
import type { Me } from '../../api/contract/session.js';

type Stage = CaseSummary['stage'];
type Lamp = NonNullable<CaseSummary['lamp']>;
type Urgency = NonNullable<CaseSummary['urgency']>;
type Branch = NonNullable<CaseDetail['branch']>;
export type Role = Me['roles'][number];

/** Chinese words for what the contract says in English; the terms are those of docs/glossary.md. */
export const stageWords: Readonly<Record<Stage, string>> = {
  registered: '已登记',
  classified: '已分类',
  dispatched: '已交办',
  handling: '办理中',
  replied: '已回复',
  reviewed: '已复核',
  callback: '回访',
  promised: '承诺待兑现',
  closed: '已办结',
};

export const lampWords: Readonly<Record<Lamp, string>> = { green: '正常', yellow: '临期', red: '超期' };

export const urgencyWords: Readonly<Record<Urgency, string>> = { normal: '一般', urgent: '紧急', emergency: '突发' };

export const branchWords: Readonly<Record<Branch, string>> = {
  handle: '受理',
  answer: '直接答复',
  emergency: '紧急转接',
  'legal-route': '法定途径',
  'same-matter': '同一事项',
  secret: '涉密',
  'outside-duty': '非职责范围',
};

export const orderRoleWords: Readonly<Record<Order['role'], string>> = {
  lead: '主办',
  support: '协办',
  item: '事项承办',
};

/** Why a unit answers for a case (包保). */
export const partWords: Readonly<Record<CaseDetail['responsible'][number]['part'], string>> = {
  lead: '承办单位',
  support: '协办单位',
  item: '事项承办单位',
  superior: '主管单位',
  place: '属地',
};

export const orderStateWords: Readonly<Record<Order['state'], string>> = {
  issued: '待签收',
  signed: '办理中',
  replied: '已回复',
  accepted: '已通过',
  returned: '已退单',
  withdrawn: '已撤回',
};

export const roleWords: Readonly<Record<Role, string>> = {
  citizen: '市民',
  agent: '坐席',
  clerk: '承办人',
  deputy: '分管副职',
  leader: '领导',
  callback: '回访员',
  supervisor: '督办人',
  'process-owner': '流程负责人',
  policy: '政策员',
  admin: '管理员',
};

const outcomes: Readonly<Record<string, string>> = {
  solved: '已解决',
  explained: '已说明',
  answered: '已答复',
  referred: '已转送',
  merged: '已并单',
  unreachable: '无法联系',
  withdrawn: '已撤诉',
  'escalated-closed': '升级后办结',
  issued: '已印发',
  unissued: '未印发',
};

/** A way of closing; one that a later version adds is shown as it is. */
export const outcomeWord = (outcome: string): string => outcomes[outcome] ?? outcome;
