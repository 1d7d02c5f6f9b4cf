import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { connectEngine } from '../../engine/connect.js';
import type { Engine } from '../../engine/engine.js';
import { openModels, type Models } from '../../models/open-models.js';
import { DiagramUnreadableError } from '../../procedures/diagram.js';
import { NothingToPublishError, publishLocality, TagTakenError } from '../../procedures/publish.js';
import { testDatabase, testEngine } from '../support/stack.js';
import { rejection } from './rejection.js';

const request = { locality: 'smallville', by: '流程负责人', reason: '首次发布' };
const at = new Date('2026-03-04T10:00:00+08:00');

describe('Publishing a locality', () => {
  let engine: Engine;
  let models: Models;
  let root: string;

  before(async function () {
    this.timeout(180_000);
    const { grpcAddress, restAddress } = await testEngine();
    engine = connectEngine({ grpcAddress, restAddress }, pino({ level: 'silent' }));
  });
  after(() => engine.close());
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'published-'));
    cpSync(join(import.meta.dirname, 'published'), root, { recursive: true });
    models = await openModels(await testDatabase());
  });
  afterEach(async () => {
    rmSync(root, { recursive: true });
    await models.close();
  });

  const publish = (tag?: string, changes: object = {}) =>
    publishLocality({ engine, ...models }, { ...request, ...changes, root, tag, at });
  const rename = (from: string, to: string) => {
    const path = join(root, 'smallville/case.bpmn');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  };

  it('deploys its files and the shared ones together, under the tag', async () => {
    const { publication, isNew } = await publish('2026.1');
    const definition = await engine.definitions.get(publication.definitionKeys[0]!);

    expect(isNew).to.equal(true);
    expect(publication.definitionKeys).to.have.length(2);
    expect(definition).to.include({ id: 'smallville-case', versionTag: '2026.1' });
  });

  it('records who, when, why, and what the elements are called', async () => {
    const { publication } = await publish('2026.1');
    const procedure = await models.procedures.find(publication.definitionKeys[0]!);

    expect(await models.publications.latest('smallville')).to.deep.include({
      _id: 'smallville@2026.1',
      by: '流程负责人',
      reason: '首次发布',
      at,
    });
    expect(procedure).to.include({ processId: 'smallville-case', locality: 'smallville', tag: '2026.1' });
    expect(procedure?.elements['handle']).to.deep.equal({ label: '承办', type: 'bpmn:UserTask', formId: 'reply' });
    expect(procedure?.forms['reply']).to.include({ id: 'reply' });
  });

  it('makes no new publication of the same content, whatever the tag', async () => {
    const first = await publish('2026.1');
    const second = await publish('2026.2');

    expect(second.isNew).to.equal(false);
    expect(second.publication.definitionKeys).to.deep.equal(first.publication.definitionKeys);
    expect(await models.publications.ofLocality('smallville')).to.have.length(1);
  });

  it('makes a new version when something changed, shared diagrams included', async () => {
    const first = await publish('2026.1');
    rename('承办', '办理');
    const second = await publish('2026.2', { reason: '改名' });

    expect(second.isNew).to.equal(true);
    expect(second.publication.definitionKeys).not.to.include.members(first.publication.definitionKeys);
    const procedure = await models.procedures.find(second.publication.definitionKeys[0]!);
    expect(procedure?.elements['handle']?.label).to.equal('办理');
  });

  it('deploys again when the engine does not know the newest publication any more', async () => {
    const { publication } = await publish('2026.1');
    await models.publications.put({ ...publication, definitionKeys: ['1'] });

    expect((await publish('2026.1')).isNew).to.equal(true);
  });

  it('refuses a tag that stands for another content', async () => {
    await publish('2026.1');
    rename('承办', '办理');

    expect(await rejection(publish('2026.1')))
      .to.be.instanceOf(TagTakenError)
      .and.have.property('code', 'TAG_TAKEN');
  });

  it('refuses a folder without the locality’s own process', async () => {
    expect(await rejection(publish('1', { locality: 'atlantis' }))).to.be.instanceOf(NothingToPublishError);
  });

  it('takes none of the files, and records nothing, when one is broken', async () => {
    rename('</bpmn:process>', '');
    expect(await rejection(publish('2026.9'))).to.be.instanceOf(DiagramUnreadableError);

    cpSync(join(import.meta.dirname, 'published'), root, { recursive: true });
    rename('processId="call-back"', 'processId=""');
    expect(await rejection(publish('2026.9'))).to.have.property('code', 'DEPLOYMENT_REFUSED');
    expect(await models.publications.latest('smallville')).to.equal(null);
  });
});
