/** What a rule of bpmnlint or of Camunda means, for somebody who draws procedures. */
interface Sentence {
  readonly problem: string;
  readonly remedy: string;
}

const s = (problem: string, remedy: string): Sentence => ({ problem, remedy });

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'ad-hoc-sub-process': s('临时子流程画得不对', '临时子流程里不要放开始和结束事件'),
  'conditional-flows': s('岔路上有没写条件的线', '给每条线写上条件，或设为默认'),
  'end-event-required': s('流程没有结束事件', '在每条路的尽头加结束事件'),
  'event-based-gateway': s('事件网关后面至少要有两条线', '补上等待的另一种情况，或去掉网关'),
  'event-sub-process-typed-start-event': s('事件子流程的开始没有事件类型', '把开始改为消息、定时、差错或升级'),
  'fake-join': s('两条线直接汇到同一步，看起来像等齐了其实没有等', '要等齐就加并行网关，不等就加排他网关'),
  global: s('消息、差错、信号或升级的定义没有名称、没人用，或重名', '补上名称，删去没用的，合并重复的'),
  'link-event': s('链接事件没有配成对', '让发出和接收的链接名称一致'),
  'no-complex-gateway': s('用了复杂网关', '改用排他、并行或包容网关'),
  'no-disconnected': s('这一步没有和别的连起来', '接上线，或删去'),
  'no-duplicate-sequence-flows': s('两步之间有重复的线', '删去多余的一条'),
  'no-gateway-join-fork': s('一个网关既汇合又分开', '拆成两个网关'),
  'no-implicit-split': s('一步后面有两条线却没有网关', '加一个网关，说明怎么分'),
  'no-implicit-end': s('路走到这里没有结束事件', '加结束事件'),
  'no-implicit-start': s('这一步前面没有来路', '从开始事件或上一步接过来'),
  'single-blank-start-event': s('有多个空白的开始事件', '只留一个'),
  'single-event-definition': s('一个事件有多种类型', '只留一种'),
  'start-event-required': s('流程没有开始事件', '加开始事件'),
  'sub-process-blank-start-event': s('子流程的开始事件带了类型', '改为空白的开始事件'),
  'superfluous-gateway': s('这个网关只有一进一出，没有用处', '删去它'),
  'superfluous-label': s('多余的标签', '删去标签'),
  'superfluous-termination': s('不需要终止结束事件', '改为普通结束事件'),
  'camunda-compat/ad-hoc-sub-process': s('临时子流程的设置引擎不支持', '按 Camunda 8.8 的要求修改'),
  'camunda-compat/called-element': s('没有填写要调用的流程', '填写流程编号'),
  'camunda-compat/connector-properties': s('连接器的设置不对', '按连接器的要求修改'),
  'camunda-compat/duplicate-execution-listeners': s('执行监听重复', '删去重复的一个'),
  'camunda-compat/duplicate-task-headers': s('任务头的键重复', '删去重复的一个'),
  'camunda-compat/element-type': s('引擎不支持这种图形', '换成 Camunda 8.8 支持的图形'),
  'camunda-compat/error-reference': s('差错事件没有指明差错代码', '选择差错并填写代码'),
  'camunda-compat/escalation-boundary-event-attached-to-ref': s('升级边界事件不能放在这里', '放到子流程或调用活动上'),
  'camunda-compat/escalation-reference': s('升级事件没有指明升级代码', '选择升级并填写代码'),
  'camunda-compat/event-based-gateway-target': s('事件网关后面接了不能等待的步骤', '只接消息、定时或信号事件'),
  'camunda-compat/executable-process': s('流程没有设为可执行', '勾选“可执行”'),
  'camunda-compat/execution-listener': s('执行监听没有填类型', '填写类型'),
  'camunda-compat/feel': s('表达式写错了', '改正表达式的写法'),
  'camunda-compat/feel-compatibility': s('表达式用了引擎没有的函数', '换成 Camunda 8.8 支持的函数'),
  'camunda-compat/io-mapping': s('输入输出映射不完整', '填写来源和目标'),
  'camunda-compat/link-event': s('链接事件没有配成对', '让发出和接收的链接名称一致'),
  'camunda-compat/loop-characteristics': s('多实例没有填写要逐个处理的列表', '填写输入集合'),
  'camunda-compat/message-reference': s('消息事件没有指明消息', '选择消息并填写名称'),
  'camunda-compat/no-expression': s('这里不能用表达式', '改为固定的值'),
  'camunda-compat/no-interrupting-event-subprocess': s('引擎不支持这种事件子流程', '改为不中断的'),
  'camunda-compat/no-loop': s('流程里有没有等待的死循环', '在循环里加入人工任务、定时或消息'),
  'camunda-compat/no-multiple-none-start-events': s('有多个空白的开始事件', '只留一个'),
  'camunda-compat/priority-definition': s('优先级写错了', '填 0 到 100 的整数或表达式'),
  'camunda-compat/secrets': s('密钥的写法已过时', '改用新的写法'),
  'camunda-compat/sequence-flow-condition': s('岔路上有没写条件的线', '给每条线写上条件，或设为默认'),
  'camunda-compat/signal-reference': s('信号事件没有指明信号', '选择信号并填写名称'),
  'camunda-compat/start-event-form': s('开始事件的表单设置引擎不支持', '去掉开始事件的表单'),
  'camunda-compat/subscription': s('等待的消息没有关联键', '填写关联键，如 =caseNumber'),
  'camunda-compat/task-listener': s('任务监听的设置不对', '填写事件和类型'),
  'camunda-compat/task-schedule': s('到期时间写错了', '填写时刻或表达式，如 =dueAt'),
  'camunda-compat/timer': s('定时事件的时间写错了', '填写 ISO 8601 的时刻或时长，如 PT20M'),
  'camunda-compat/user-task-definition': s('人工任务的经办人设置不对', '填写候选组'),
  'camunda-compat/variable-name': s('变量名写错了', '变量名用英文字母开头，只含字母、数字和下划线'),
  'camunda-compat/version-tag': s('版本号的设置不对', '填写版本号'),
  'camunda-compat/wait-for-completion': s('结束或抛出事件的补偿设置引擎不支持', '改为等待完成'),
};

/** What a finding of a lint rule means; a rule without a sentence is named with its own message. */
export function sentenceFor(rule: string, message: string): Sentence {
  return SENTENCES[rule] ?? s(`不符合规则 ${rule}（${message}）`, '按规则修改后重新检查');
}
