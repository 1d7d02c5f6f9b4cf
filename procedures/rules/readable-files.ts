import type { Rule } from './rule.js';

const NAME = 'readable-files';

export const readableFiles: Rule = {
  name: NAME,
  why: '读不出来的文件，引擎会连同整次部署一起拒收',
  check: ({ unreadable }) =>
    unreadable.map(({ file, reason }) => ({
      rule: NAME,
      severity: 'error',
      file,
      problem: `文件读不出来：${reason}`,
      remedy: '用建模工具重新打开、保存，或恢复到上一个可用的版本',
    })),
};
