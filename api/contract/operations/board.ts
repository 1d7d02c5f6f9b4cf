import { Type } from 'typebox';
import { Board, SupervisionFilter, SupervisionList } from '../board.js';
import { Fields, Id } from '../fields.js';
import { Figures, FiguresFilter } from '../figures.js';
import { operation } from '../operation.js';

const tag = '流程与督办';
const query = Fields({ locality: Type.Optional(Id) });

export const boardOperations = {
  readBoard: operation({
    method: 'get',
    path: '/board',
    tag,
    summary: '督办看板：在办诉求件的统计和最紧急的件',
    query,
    status: 200,
    answer: Board,
  }),
  followBoard: operation({
    method: 'get',
    path: '/board/events',
    tag,
    summary: '看板的实时更新（服务器推送：board 为整张看板，changed 为有变化的种类，end 为会话结束）',
    query,
    status: 200,
    answer: Type.String(),
    mediaType: 'text/event-stream',
  }),
  listSupervision: operation({
    method: 'get',
    path: '/supervision',
    tag,
    summary: '待督办的交办单：未签收、将超期、已超期，及其督办阶梯',
    query: SupervisionFilter,
    status: 200,
    answer: SupervisionList,
  }),
  readFigures: operation({
    method: 'get',
    path: '/figures',
    tag,
    summary: '数据大屏：一段时间内登记的诉求件的统计，以及各单位的考核指标（默认本月，首尾两天都算，最长 366 天）',
    query: FiguresFilter,
    status: 200,
    answer: Figures,
  }),
} as const;
