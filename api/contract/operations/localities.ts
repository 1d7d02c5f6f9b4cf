import { Type } from 'typebox';
import { Fields, Id, Line } from '../fields.js';
import { Article, Choices, Locality, Unit } from '../locality.js';
import { operation } from '../operation.js';

const tag = '地方与知识';
const params = Fields({ localityId: Id });

export const localityOperations = {
  listLocalities: operation({
    method: 'get',
    path: '/localities',
    tag,
    summary: '全部地方',
    open: true,
    status: 200,
    answer: Type.Array(Locality),
  }),
  listUnits: operation({
    method: 'get',
    path: '/localities/:localityId/units',
    tag,
    summary: '网络中的单位',
    open: true,
    params,
    status: 200,
    answer: Type.Array(Unit),
  }),
  readChoices: operation({
    ...{
      method: 'get',
      path: '/localities/:localityId/choices',
      tag,
      summary: '诉求类型、分类、渠道和专线',
      open: true,
    },
    params,
    status: 200,
    answer: Choices,
  }),
  searchArticles: operation({
    method: 'get',
    path: '/localities/:localityId/articles',
    tag,
    summary: '查找知识',
    query: Fields({ text: Type.Optional(Line(60)), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })) }),
    params,
    status: 200,
    answer: Type.Array(Article),
  }),
} as const;
