import { Type } from 'typebox';
import { Fields, Page as page, Id, paging, UserId } from '../fields.js';
import { operation } from '../operation.js';
import { ChangePassword, ChangeUser, CreatedUser, CreateUser, Me, SignedIn, SignIn, User } from '../session.js';

const tag = '登录与账号';

export const sessionOperations = {
  signIn: operation({
    method: 'post',
    path: '/session',
    tag,
    summary: '登录',
    open: true,
    body: SignIn,
    status: 200,
    answer: SignedIn,
  }),
  signOut: operation({
    method: 'delete',
    path: '/session',
    tag,
    summary: '退出',
    open: true,
    status: 204,
    answer: null,
  }),
  readMe: operation({ method: 'get', path: '/session', tag, summary: '当前用户', status: 200, answer: Me }),
  changePassword: operation({
    method: 'put',
    path: '/session/password',
    tag,
    summary: '修改密码',
    body: ChangePassword,
    status: 204,
    answer: null,
  }),
  listUsers: operation({
    method: 'get',
    path: '/users',
    tag,
    summary: '账号列表（管理员）',
    query: Fields({ ...paging, locality: Type.Optional(Id), unitId: Type.Optional(Id) }),
    status: 200,
    answer: page(User),
  }),
  createUser: operation({
    method: 'post',
    path: '/users',
    tag,
    summary: '新建账号（管理员）',
    body: CreateUser,
    status: 201,
    answer: CreatedUser,
  }),
  changeUser: operation({
    method: 'patch',
    path: '/users/:userId',
    tag,
    summary: '停用或启用账号（管理员）',
    params: Fields({ userId: UserId }),
    body: ChangeUser,
    status: 200,
    answer: User,
  }),
} as const;
