import { Type } from 'typebox';

import { CaseNumber, Fields } from '../fields.js';
import { operation } from '../operation.js';
import { Outlook, RelatedCase } from '../outlook.js';

const tag = '诉求件';
const params = Fields({ caseNumber: CaseNumber });

export const outlookOperations = {
  readOutlook: operation({
    method: 'get',
    path: '/cases/:caseNumber/outlook',
    tag,
    summary: '现在由谁办、办到何时、接下来是什么',
    params,
    status: 200,
    answer: Outlook,
  }),
  listRelated: operation({
    method: 'get',
    path: '/cases/:caseNumber/related',
    tag,
    summary: '相关诉求件：并单、举一反三、来源',
    params,
    status: 200,
    answer: Type.Array(RelatedCase),
  }),
} as const;
