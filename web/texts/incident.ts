interface Words {
  readonly what: string;
  readonly todo: string;
}

/** What the engine's kinds of incident mean to whoever owns the procedure. */
const kinds: Readonly<Record<string, Words>> = {
  JOB_NO_RETRIES: { what: '这一步的自动处理没有成功', todo: '按下面的说明改正原因后重试。' },
  TASK_LISTENER_NO_RETRIES: { what: '任务的登记没有成功', todo: '排除原因后重试，任务随后出现在待办里。' },
  EXECUTION_LISTENER_NO_RETRIES: { what: '这一步的附带处理没有成功', todo: '排除原因后重试。' },
  IO_MAPPING_ERROR: { what: '这一步的输入或输出取不到值', todo: '检查流程图中该步骤的输入输出映射。' },
  CONDITION_ERROR: { what: '网关的条件算不出结果', todo: '检查流程图中网关各条线的条件。' },
  EXTRACT_VALUE_ERROR: {
    what: '流程图中的表达式算不出结果',
    todo: '检查该步骤的表达式，例如承办岗位、期限、作业类型。',
  },
  CALLED_ELEMENT_ERROR: { what: '要调用的流程图找不到', todo: '检查被调用的流程是否已随本版本发布。' },
  CALLED_DECISION_ERROR: { what: '要查的决策表找不到', todo: '检查决策表是否已随本版本发布。' },
  DECISION_EVALUATION_ERROR: { what: '决策表算不出结果', todo: '检查决策表的各行和输入。' },
  FORM_NOT_FOUND: { what: '任务的表单找不到', todo: '检查表单是否已随本版本发布。' },
  UNHANDLED_ERROR_EVENT: { what: '这一步报出的业务错误没有人接', todo: '在流程图中为该错误画上边界事件。' },
  MESSAGE_SIZE_EXCEEDED: { what: '数据太大，流程引擎收不下', todo: '减少流程变量的内容。' },
};

export const incidentWords = (errorType: string): Words =>
  kinds[errorType] ?? { what: '流程在这一步停住了', todo: '按下面的说明排除原因后重试。' };
