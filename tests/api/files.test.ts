import { expect } from 'chai';
import request from 'supertest';
import type { CaseDetail } from '../../api/contract/case.js';
import type { FileInfo } from '../../api/contract/file.js';
import type { StepList } from '../../api/contract/record.js';
import { expireFiles, UNUSED_FILE_MS } from '../../commands/expire-files.js';
import { docx, exe, pdf, picture } from '../support/files.js';
import { problemOf } from './tasked-case.js';
import { openApiBench, report, strangersReport, type ApiBench } from './workbench.js';

const maxFileBytes = 2 * 1024 * 1024;

describe('Files', () => {
  let bench: ApiBench;
  before(async () => {
    bench = await openApiBench({ maxFileBytes });
  });
  afterEach(() => bench.clear());
  after(() => bench.close());

  const send = async (post: string, name: string, content: Buffer) =>
    (await bench.as(post)).post('/api/files').attach('file', content, name);
  const sendAs = async (post: string, name = '现场.jpg', content = picture) =>
    (await send(post, name, content)).body as FileInfo;
  const strangerSends = (name: string, content: Buffer) =>
    request(bench.app).post('/api/public/files').attach('file', content, name);
  const kept = () => bench.deps.models.connection.collection('files.files').countDocuments();

  it('are kept under a Chinese name, and given back byte by byte to whoever sent them', async () => {
    const answer = await send('center.agent', '井盖 现场.JPG', picture);
    expect(answer.status).to.equal(201);
    const file = answer.body as FileInfo;
    expect(file).to.include({ name: '井盖 现场.jpg', mediaType: 'image/jpeg', bytes: picture.length });

    const agent = await bench.as('center.agent');
    const got = await agent.get(`/api/files/${file.fileId}`).buffer(true).expect(200);
    expect(got.body as Buffer).to.deep.equal(picture);
    expect(got.headers['content-type']).to.equal('image/jpeg');
    expect(got.headers['x-content-type-options']).to.equal('nosniff');
    expect(got.headers['content-security-policy']).to.match(/default-src 'none'.*sandbox/);
    expect(decodeURIComponent(got.headers['content-disposition']!)).to.equal("inline; filename*=UTF-8''井盖 现场.jpg");
  });

  it('that are papers of an office program are saved and not shown', async () => {
    const { fileId, mediaType } = await sendAs('center.agent', '说明.docx', docx);
    const got = await (await bench.as('center.agent')).get(`/api/files/${fileId}`).expect(200);

    expect(mediaType).to.match(/wordprocessingml/);
    expect(got.headers['content-disposition']).to.match(/^attachment;/);
  });

  it('are known by their content: a program that calls itself a picture is refused', async () => {
    const answer = await send('center.agent', '现场.jpg', exe);

    expect(answer.status).to.equal(422);
    const [error] = problemOf(answer).errors;
    expect(error?.field).to.equal('/file');
    expect(error?.reason).to.match(/现场\.jpg.*exe.*可以上传 jpg/);
    expect(error?.allowed).to.include('pdf').and.not.to.include('exe');
    expect(await kept()).to.equal(0);
  });

  const refusedContents: [string, Buffer, RegExp][] = [
    ['text that no kind is', Buffer.from('<script>alert(1)</script>'), /无法识别/],
    ['drawings with script', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /不能上传/],
    ['nothing', Buffer.alloc(0), /文件是空的/],
  ];
  for (const [what, content, reason] of refusedContents) {
    it(`refuses ${what}`, async () => {
      const answer = await send('center.agent', 'a.jpg', content);
      expect(answer.status).to.equal(422);
      expect(problemOf(answer).errors[0]?.reason).to.match(reason);
      expect(await kept()).to.equal(0);
    });
  }

  it('refuses a file that is too large and says how large it may be', async () => {
    const answer = await send('center.agent', '大照片.jpg', Buffer.concat([picture, Buffer.alloc(maxFileBytes)]));

    expect(answer.status).to.equal(413);
    expect(problemOf(answer).errors).to.deep.include({
      field: '/file',
      reason: '每个文件不能超过 2 MB',
      allowed: maxFileBytes,
    });
    expect(await kept()).to.equal(0);
  });

  it('refuses a body that is no upload, has no file, two of them, or breaks off', async () => {
    const agent = await bench.as('center.agent');
    expect((await agent.post('/api/files', { file: 'a' })).status).to.equal(415);
    const none = await agent
      .post('/api/files')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x--\r\n');
    expect([400, 422]).to.include(none.status);
    const two = await agent.post('/api/files').attach('file', picture, 'a.jpg').attach('file', picture, 'b.jpg');
    expect(two.status).to.equal(422);
    const broken = await agent
      .post('/api/files')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc');
    expect(broken.status).to.equal(400);
    expect(problemOf(broken).code).to.equal('BAD_UPLOAD');
    expect(await kept()).to.equal(0);
  });

  it('has names without paths, hidden signs, or an extension that is not its own', async () => {
    const names = ['../../etc/passwd', 'C:\\a\\b.png', '照片\u202egpj.exe', '.jpg', 'x'.repeat(300)];
    const given = await Promise.all(names.map(async (name) => (await sendAs('center.agent', name)).name));

    for (const name of given) expect(name).to.match(/^[^./\\\p{Cf}][^/\\\p{Cf}]{0,129}\.jpg$/u);
  });

  it('become part of the case that names them, with name and hash in its first step', async () => {
    const { fileId } = await sendAs('center.agent');
    const agent = await bench.as('center.agent');
    const answer = await agent.post('/api/cases', report({ attachments: [fileId] })).expect(201);
    const { caseNumber } = answer.body as { caseNumber: string };

    const found = (await agent.get(`/api/cases/${caseNumber}`).expect(200)).body as CaseDetail;
    expect(found.attachments).to.have.length(1);
    expect(found.attachments[0]).to.include({ fileId, name: '现场.jpg', mediaType: 'image/jpeg' });
    const { steps } = (await agent.get(`/api/cases/${caseNumber}/steps`)).body as StepList;
    const files = steps[0]?.data['files'] as { name: string; sha256: string }[];
    expect(files[0]?.name).to.equal('现场.jpg');
    expect(files[0]?.sha256).to.match(/^[0-9a-f]{64}$/);
  });

  it('of a case open to those who may open the case, and to nobody else', async () => {
    const { fileId } = await sendAs('center.agent');
    expect((await (await bench.as('center.supervisor')).get(`/api/files/${fileId}`)).status).to.equal(404);
    await (await bench.as('center.agent')).post('/api/cases', report({ attachments: [fileId] })).expect(201);

    await (await bench.as('center.supervisor')).get(`/api/files/${fileId}`).expect(200);
    for (const post of ['water.clerk', 'citizen', 'admin'])
      expect((await (await bench.as(post)).get(`/api/files/${fileId}`)).status, post).to.equal(404);
    expect((await request(bench.app).get(`/api/files/${fileId}`)).status).to.equal(401);
  });

  it('cannot be used twice, by somebody else, or when they are not there; then nothing is registered', async () => {
    const agent = await bench.as('center.agent');
    const { fileId } = await sendAs('center.agent');
    await agent.post('/api/cases', report({ attachments: [fileId] })).expect(201);
    const others = (await sendAs('center.supervisor')).fileId;
    const before = await bench.countDocuments();

    for (const wrong of [fileId, others, '00000000-0000-4000-8000-000000000000']) {
      const answer = await agent.post('/api/cases', report({ attachments: [wrong] }));
      expect(answer.status).to.equal(422);
      expect(problemOf(answer).errors[0]).to.include({ field: '/attachments/0', found: wrong });
    }
    expect((await agent.post('/api/cases', report({ attachments: ['../1'] }))).status).to.equal(422);
    expect(await bench.countDocuments()).to.deep.equal(before);
  });

  it('come with a report of somebody who is not signed in', async () => {
    const file = (await strangerSends('路灯.png', picture).expect(201)).body as FileInfo;
    expect(file.name).to.equal('路灯.jpg');
    const body = strangersReport({ attachments: [file.fileId] });
    const answer = await request(bench.app).post('/api/public/cases').send(body).expect(201);

    const { caseNumber } = answer.body as { caseNumber: string };
    const found = (await (await bench.as('center.agent')).get(`/api/cases/${caseNumber}`)).body as CaseDetail;
    expect(found.attachments[0]?.by).to.equal('市民');
    expect((await strangerSends('现场.jpg', exe)).status).to.equal(422);
  });

  it('of strangers are limited in number, and each address in speed', async () => {
    const slow = await openApiBench({ rates: { signIn: 9, lookUp: 9, report: 9, upload: 2 } });
    const sent = [];
    for (let count = 0; count < 3; count += 1)
      sent.push((await request(slow.app).post('/api/public/files').attach('file', pdf, 'a.pdf')).status);
    expect(sent).to.deep.equal([201, 201, 429]);
    await slow.close();
  });

  it('that nothing took are removed after a day, those of a case stay', async () => {
    const used = (await sendAs('center.agent')).fileId;
    await (await bench.as('center.agent')).post('/api/cases', report({ attachments: [used] })).expect(201);
    const unused = (await sendAs('center.agent')).fileId;
    const expire = expireFiles(bench.deps);
    expect(await expire()).to.equal(0);
    bench.clock.pin(new Date(bench.clock.now().getTime() + UNUSED_FILE_MS + 1_000));

    expect(await expire()).to.equal(1);
    const agent = await bench.as('center.agent');
    expect((await agent.get(`/api/files/${unused}`)).status).to.equal(404);
    await agent.get(`/api/files/${used}`).expect(200);
    expect(await bench.deps.models.connection.collection('files.chunks').countDocuments()).to.equal(1);
  });

  it('are removed by whoever sent them as long as nothing took them', async () => {
    const agent = await bench.as('center.agent');
    const [own, used] = [await sendAs('center.agent'), await sendAs('center.agent')];
    await agent.post('/api/cases', report({ attachments: [used.fileId] })).expect(201);

    await agent.delete(`/api/files/${own.fileId}`).expect(204);
    expect((await agent.delete(`/api/files/${used.fileId}`)).status).to.equal(409);
    expect((await (await bench.as('water.clerk')).delete(`/api/files/${used.fileId}`)).status).to.equal(404);
    expect(await kept()).to.equal(1);
  });
});
