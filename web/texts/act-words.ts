/** What the record of a case says, act by act: the word for each act that a command writes. */
const acts: Readonly<Record<string, string>> = {
  'register-case': '登记诉求',
  'open-assessment': '统计考核',
  'file-assessment': '归档',
  'take-case': '流程受理',
  'classify-case': '分类',
  'set-deadline': '确定时限',
  'choose-sample': '抽样',
  'dispatch-order': '下达交办单',
  'sign-order': '签收',
  'record-contact': '联系诉求人',
  'record-reply': '回复',
  'review-reply': '复核',
  'return-order': '申请退单',
  'decide-return': '裁定退单',
  'withdraw-order': '收回交办单',
  'recall-order': '撤回交办单',
  'extend-deadline': '延期',
  'change-lamp': '亮灯',
  'send-notice': '发出通知',
  'issue-document': '制发文书',
  'record-supervision': '督办',
  'convene-meeting': '召集会商',
  'record-meeting': '会商纪要',
  'record-ownership': '认定权属',
  'split-case': '拆分事项',
  'merge-case': '并入另一件',
  'join-case': '并入本件',
  'register-like-cases': '登记举一反三件',
  'record-answer': '直接答复',
  'record-callback': '回访',
  'record-promise': '登记承诺',
  'refer-accountability': '移送问责线索',
  'record-accountability': '问责结果',
  'withdraw-case': '撤诉',
  'rate-case': '市民评价',
  'reopen-case': '重新办理',
  'close-case': '办结',
  'publish-message': '流程联动',
  'assign-task': '领取任务',
  'release-task': '放回任务',
  'hand-over-task': '转交任务',
  'complete-task': '完成任务',
  'cancel-task': '任务收回',
  'disclose-attachment': '允许被反映单位查看附件',
  'hide-attachment': '不再给被反映单位看附件',
  'reveal-caller': '查看诉求人',
  'view-case': '查看诉求件',
  'view-document': '查看文书',
};

/** An act in plain Chinese; one that a later version adds is shown as it is. */
export const actWord = (act: string): string => acts[act] ?? act;

/** Acts that say how the machine went on, not what somebody did about the matter. */
const inner = new Set(['take-case', 'choose-sample', 'publish-message', 'assign-task', 'release-task', 'cancel-task']);
export const isInnerAct = (act: string): boolean => inner.has(act);

const views = new Set(['view-case', 'view-document', 'reveal-caller']);
/** Looking at a case, which is on record as well. */
export const isView = (act: string): boolean => views.has(act);

const levels: Readonly<Record<string, string>> = {
  city: '市级',
  county: '县（市、区）级',
  street: '街道',
  town: '乡镇',
  community: '社区',
  village: '村屯',
  department: '部门',
  bureau: '垂管部门',
  enterprise: '企业',
  operator: '运营商',
  platform: '平台',
  body: '机关',
  desk: '受理台',
};
/** Where a unit stands in the network. */
export const levelWord = (level: string): string => levels[level] ?? level;

const itemStates: Readonly<Record<string, string>> = { open: '待答复', answered: '已答复', withdrawn: '已撤回' };
export const itemStateWord = (state: string): string => itemStates[state] ?? state;

const rungs: Readonly<Record<string, string>> = {
  'auto-phone': '自动电话督办',
  phone: '电话督办',
  letter: '书面督办',
  'on-site': '现场督办',
  interview: '约谈督办',
  joint: '联合督办',
  inspection: '督查督办',
  end: '督办结束',
};
export const rungWord = (rung: string): string => rungs[rung] ?? rung;

const documents: Readonly<Record<string, string>> = {
  'work-order': '交办单',
  reminder: '催办单',
  'supervision-letter': '督办函',
  'interview-notice': '约谈通知',
  bulletin: '通报',
  'bulletin-draft': '通报送审稿',
  'weekly-analysis': '周分析',
  'joint-supervision-letter': '联合督办函',
  minutes: '会议纪要',
  reply: '答复',
  'callback-record': '回访记录',
  'leader-copy': '领办件',
  'leader-instruction': '领导批示',
  'written-report': '书面报告',
  accountability: '问责线索移送',
  exposure: '曝光',
  'legal-route-notice': '法定途径告知书',
  'outside-duty-notice': '不予受理告知书',
  'like-cases-notice': '举一反三通知',
};
export const documentWord = (kind: string): string => documents[kind] ?? '文书';

const notices: Readonly<Record<string, string>> = {
  'accountability-late': '问责结果逾期提醒',
  answer: '答复告知',
  'case-withdrawn': '撤诉告知',
  'city-order-unsigned': '上级转办件未签收提醒',
  'contact-late': '联系诉求人逾期提醒',
  'deadline-extended': '延期告知',
  'decision-late': '裁定逾期提醒',
  'emergency-transfer': '紧急转接',
  'extension-refused': '不予延期告知',
  'leader-reminder': '提醒领导批示',
  'leader-silent': '领导未批示提醒',
  'line-result': '向来电专线反馈',
  'line-withdrawn': '向来电专线告知撤诉',
  'meeting-again': '再次召集会商',
  merged: '并单告知',
  'monthly-topic': '每月一题',
  'phone-supervision': '自动电话督办',
  'platform-result': '向上级平台反馈',
  'platform-signed': '向上级平台签收',
  'platform-withdrawn': '向上级平台撤回',
  reminder: '催办',
  'reply-incomplete': '回复不完整告知',
  result: '结果告知',
  'return-refused': '不予退单告知',
  supervision: '督办',
};
export const noticeWord = (kind: string): string => notices[kind] ?? '通知';
