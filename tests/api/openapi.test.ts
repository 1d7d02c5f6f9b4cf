import { expect } from 'chai';
import type { Router } from 'express';
import request from 'supertest';
import { operations } from '../../api/contract/operations.js';
import type { Operation } from '../../api/contract/operation.js';
import { openApiBench, type ApiBench } from './workbench.js';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, object> };
}

describe('the API page', () => {
  let bench: ApiBench;
  let document: Document;
  before(async () => {
    bench = await openApiBench();
    document = (await request(bench.app).get('/api/openapi.json').expect(200)).body as Document;
  });
  after(() => bench.close());

  it('is OpenAPI 3.1 and names every operation of the contract once', () => {
    expect(document.openapi).to.match(/^3\.1\./);
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(described).to.have.members(Object.keys(operations));
  });

  it('describes every route that the API serves, and no other', () => {
    const served = routesOf(bench.app.router as unknown as Stack).filter(({ path }) => !/^\/$|openapi|docs/.test(path));
    const described = Object.values<Operation>(operations).map(({ method, path }) => `${method} ${path}`);

    expect(served.map(({ method, path }) => `${method} ${path}`)).to.have.members(described);
  });

  it('names every parameter of a path', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters, operationId } of Object.values(methods)) {
        const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect(inPath, operationId).to.have.members(named);
      }
    }
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);

    expect(references.length).to.be.greaterThan(20);
    expect(references.filter((name) => !Object.hasOwn(document.components.schemas, name!))).to.deep.equal([]);
  });

  it('asks nothing of other hosts', async () => {
    const page = await request(bench.app).get('/api/docs/').expect(200);
    const init = await request(bench.app).get('/api/docs/swagger-ui-init.js').expect(200);
    await request(bench.app).get('/api/docs/swagger-ui-bundle.js').expect(200);

    expect(page.text).not.to.match(/(src|href)="(https?:)?\/\//);
    expect(init.text).to.contain('/api/public/cases');
    expect(page.headers['content-security-policy']).to.contain("default-src 'self'");
  });
});

interface Stack {
  stack: { route?: { path: string; methods: Record<string, boolean> }; handle: unknown }[];
}

/** Every method and path that routers answer, the refusals of other methods left out. */
function routesOf({ stack }: Stack): { method: string; path: string }[] {
  return stack.flatMap(({ route, handle }) => {
    if (route === undefined) return isRouter(handle) ? routesOf(handle as unknown as Stack) : [];
    const methods = Object.keys(route.methods).filter((method) => method !== '_all');

    return typeof route.path === 'string' ? methods.map((method) => ({ method, path: route.path })) : [];
  });
}

function isRouter(handle: unknown): handle is Router {
  return typeof handle === 'function' && Array.isArray((handle as Partial<Stack>).stack);
}
