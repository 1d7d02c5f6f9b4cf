import { Fields } from '../fields.js';
import { FileId, FileInfo, FileRules } from '../file.js';
import { operation } from '../operation.js';

const tag = '文件';
const params = Fields({ fileId: FileId });
const path = '/files/:fileId';

export const fileOperations = {
  readFileRules: operation({
    method: 'get',
    path: '/file-rules',
    tag,
    summary: '可以上传哪些文件、多大',
    open: true,
    status: 200,
    answer: FileRules,
  }),
  uploadFile: operation({
    method: 'post',
    path: '/files',
    tag,
    summary: '上传一个文件，供登记或任务表单使用；一天内没有用上的自动删除',
    upload: true,
    status: 201,
    answer: FileInfo,
  }),
  uploadPublicFile: operation({
    method: 'post',
    path: '/public/files',
    tag: '市民',
    summary: '提交诉求前上传照片等，无需登录',
    open: true,
    upload: true,
    status: 201,
    answer: FileInfo,
  }),
  readFile: operation({
    method: 'get',
    path,
    tag,
    summary: '下载或显示文件，限能看这件诉求的人',
    params,
    status: 200,
    binary: true,
    answer: null,
  }),
  readFileInfo: operation({
    method: 'get',
    path: `${path}/info`,
    tag,
    summary: '文件的名称、类型和大小',
    params,
    status: 200,
    answer: FileInfo,
  }),
  removeFile: operation({
    method: 'delete',
    path,
    tag,
    summary: '删除自己上传而尚未使用的文件',
    params,
    status: 204,
    answer: null,
  }),
} as const;
