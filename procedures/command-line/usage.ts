/** A command that was asked for the wrong way. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `用法：npm run procedures -- <命令>

  list                                            列出各地及其流程、决策表、表单的份数
  describe                                        打印流程一览：人工环节、定时、系统环节、差错与升级（docs/procedures.md）
  check [地方|all] [--json]                       检查流程图、决策表、表单和本地数据
  publish <地方> --tag <版本号> --why <原因>      检查通过后发布：一次部署全部文件，记下何人、何时、为何
          [--by <发布人>]
  history <地方>                                  列出各次发布：版本、何时、何人、为何

  publish、history 用在正在运行的系统上：本机 npm start 起的那一套，或环境变量指明的。

  通用选项：--root <文件夹>  流程所在的文件夹（缺省为 bpmn/）
  退出码：0 成功；1 未通过检查或被拒绝；2 命令写得不对

  例：npm run procedures -- publish <地方> --tag 2026.1 --why 缩短供热抢修时限`;
