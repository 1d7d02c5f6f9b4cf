import type { TSchema } from 'typebox';
import type { Operation } from '../contract/operation.js';
import { operations } from '../contract/operations.js';
import { uploadPart } from '../requests/read-upload.js';
import { namedSchemas } from './named-schemas.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the API, made from the contract: there is no second description to keep true. */
export function buildDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = `/api${operation.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [operation.method]: describe(name, operation) };
  }

  return {
    openapi: '3.1.0',
    info: {
      title: '回音 API',
      version: '1',
      description:
        '登录后使用 Bearer 令牌，或使用浏览器的会话 Cookie（写操作须带 X-Requested-With: huiyin）。时间一律为 ISO 8601。',
    },
    paths,
    components: {
      schemas: Object.fromEntries([...namedSchemas].map(([schema, name]) => [name, plain(schema, schema)])),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'huiyin_session' },
      },
    },
  };
}

function describe(name: string, operation: Operation): Json {
  return {
    operationId: name,
    summary: operation.summary,
    tags: [operation.tag],
    security: operation.open === true ? [] : [{ bearer: [] }, { cookie: [] }],
    parameters: [...parameters('path', operation.params), ...parameters('query', operation.query)],
    ...requestBody(operation),
    responses: {
      [operation.status]: { description: '成功', ...content(operation) },
      default: {
        description: '未成功，原因见内容',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const binary = { type: 'string', format: 'binary' };

function requestBody({ body, upload }: Operation): Json {
  const schema = { type: 'object', required: [uploadPart], properties: { [uploadPart]: binary } };
  if (upload === true) return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };

  return body === undefined ? {} : { requestBody: { required: true, content: json(body) } };
}

function content({ answer, mediaType, binary: isBinary }: Operation): Json {
  if (isBinary === true) return { content: { '*/*': { schema: binary } } };
  if (answer === null) return {};

  return { content: mediaType === undefined ? json(answer) : { [mediaType]: { schema: plain(answer) } } };
}

const json = (schema: TSchema): Json => ({ 'application/json': { schema: plain(schema) } });

function parameters(place: 'path' | 'query', schema: Operation['params']): Json[] {
  if (schema === undefined) return [];
  const required = (schema as { required?: string[] }).required ?? [];

  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: plain(property),
    // Several values stand in one, with commas between.
    ...((property as { type?: string }).type === 'array' ? { style: 'form', explode: false } : {}),
  }));
}

/** A schema as plain JSON, with the named ones inside it by reference. */
function plain(schema: unknown, root?: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const name = schema === root ? undefined : namedSchemas.get(schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  if (Array.isArray(schema)) return schema.map((part) => plain(part));

  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, plain(part)]));
}
