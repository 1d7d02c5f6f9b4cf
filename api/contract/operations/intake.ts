import { Type } from 'typebox';
import { Fields, Id } from '../fields.js';
import {
  CallerAsked,
  EarlierCases,
  IntakeDraft,
  LikeCase,
  MapData,
  MatterAsked,
  Proposal,
  ProposalAsked,
  SaveIntakeDraft,
} from '../intake.js';
import { operation } from '../operation.js';

const tag = '来电登记';
const params = Fields({ localityId: Id });

export const intakeOperations = {
  findEarlierCases: operation({
    method: 'post',
    path: '/callers/earlier-cases',
    tag,
    summary: '按来电号码查以往诉求（号码只比对，不保存）',
    body: CallerAsked,
    status: 200,
    answer: EarlierCases,
  }),
  findLikeCases: operation({
    method: 'post',
    path: '/localities/:localityId/like-cases',
    tag,
    summary: '可能是同一事项的诉求件，及为什么',
    params,
    body: MatterAsked,
    status: 200,
    answer: Type.Array(LikeCase),
  }),
  proposeHandling: operation({
    method: 'post',
    path: '/localities/:localityId/proposal',
    tag,
    summary: '按已发布的分办表和时限表，建议承办单位和期限',
    params,
    body: ProposalAsked,
    status: 200,
    answer: Proposal,
  }),
  readMap: operation({
    method: 'get',
    path: '/localities/:localityId/map',
    tag,
    summary: '地图上的单位和地点，及底图地址（如已配置）',
    open: true,
    params,
    status: 200,
    answer: MapData,
  }),
  readIntakeDraft: operation({
    method: 'get',
    path: '/intake-draft',
    tag,
    summary: '本人未登记完的草稿',
    status: 200,
    answer: IntakeDraft,
  }),
  saveIntakeDraft: operation({
    method: 'put',
    path: '/intake-draft',
    tag,
    summary: '保存草稿（加密存放，两天后删除）',
    body: SaveIntakeDraft,
    status: 204,
    answer: null,
  }),
  deleteIntakeDraft: operation({
    method: 'delete',
    path: '/intake-draft',
    tag,
    summary: '丢弃草稿',
    status: 204,
    answer: null,
  }),
} as const;
