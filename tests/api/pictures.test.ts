import { crc32 } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import request from 'supertest';
import type { FileInfo } from '../../api/contract/file.js';
import { problemOf } from './tasked-case.js';
import { openApiBench, type ApiBench } from './workbench.js';

const camera = 'Huawei P60 of Zhang San';
const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '45/1 37/1 12/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '122/1 50/1 6/1',
};

/** Red on the left, blue on the right, 40 × 20. */
const halves = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).composite([
    { input: { create: { width: 20, height: 20, channels: 3, background: 'blue' } }, left: 20, top: 0 },
  ]);

/** As a phone keeps a photo: where, with what, by whom; and held upright, so that left is up. */
const asPhonesDo = (format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
  halves()
    .withExif({ IFD0: { Model: camera, Artist: camera }, IFD3: place })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>${camera}</owner></x:xmpmeta>`)
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();

describe('Pictures', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  afterEach(() => bench.clear());
  after(() => bench.close());

  const strangerSends = (name: string, content: Buffer) =>
    request(bench.app).post('/api/public/files').attach('file', content, name);
  const kept = () => bench.deps.models.connection.collection('files.files').countDocuments();

  async function sentAndRead(name: string, content: Buffer): Promise<Buffer> {
    const agent = await bench.as('center.agent');
    const { fileId, bytes } = (await agent.post('/api/files').attach('file', content, name).expect(201))
      .body as FileInfo;
    const got = await agent.get(`/api/files/${fileId}`).buffer(true).expect(200);
    const body = got.body as Buffer;
    expect(body.length).to.equal(bytes);

    return body;
  }

  for (const format of ['jpeg', 'png', 'webp'] as const)
    it(`of ${format} are kept without where, with what and by whom they were taken, and stand as they were held`, async () => {
      const photo = await asPhonesDo(format);
      const before = await sharp(photo).metadata();
      expect(before.exif, 'what the test sends').to.be.instanceOf(Buffer);
      expect(photo.includes(camera)).to.equal(true);

      const after = await sentAndRead(`照片.${format}`, photo);
      const { exif, xmp, iptc, orientation, width, height, ...rest } = await sharp(after).metadata();
      expect({ exif, xmp, iptc, orientation }).to.deep.equal({
        ...{ exif: undefined, xmp: undefined, iptc: undefined, orientation: undefined },
      });
      expect(rest.format).to.equal(format);
      expect(after.includes('Zhang San')).to.equal(false);
      expect([width, height]).to.deep.equal([20, 40]);
      const [top, bottom] = [await colour(after, 5), await colour(after, 35)];
      expect(top.red, 'left was up').to.be.greaterThan(200);
      expect(bottom.blue).to.be.greaterThan(200);
    });

  it('lose what hangs behind them, as a film or a preview does', async () => {
    const photo = Buffer.concat([await halves().jpeg().toBuffer(), Buffer.from(`GPS ${camera}`)]);

    expect((await sentAndRead('动态照片.jpg', photo)).includes(camera)).to.equal(false);
  });

  it('that cannot be read are refused, with what to do; nothing is kept', async () => {
    const photo = await halves().jpeg().toBuffer();
    const noise = Buffer.concat([photo.subarray(0, 200), Buffer.alloc(400, 7)]);
    for (const broken of [noise, photo.subarray(0, 120)]) {
      const answer = await strangerSends('坏了.jpg', broken);
      expect(answer.status).to.equal(422);
      const [error] = problemOf(answer).errors;
      expect(error).to.include({ field: '/file', found: '损坏的图片' });
      expect(error?.reason).to.match(/“坏了\.jpg”不是完整的图片.*换一张/);
    }
    expect(await kept()).to.equal(0);
  });

  it('of more points than any camera takes are refused before they are read', async () => {
    const answer = await strangerSends('很大.png', grown(await halves().png().toBuffer(), 10_001, 10_000));

    expect(answer.status).to.equal(422);
    expect(problemOf(answer).errors[0]?.reason).to.contain('10001 × 10000');
    expect(await kept()).to.equal(0);
  });
});

/** The same PNG with a head that tells another size: https://www.w3.org/TR/png/#11IHDR. */
function grown(png: Buffer, width: number, height: number): Buffer {
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(width, 16);
  bomb.writeUInt32BE(height, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);

  return bomb;
}

async function colour(picture: Buffer, top: number): Promise<{ red: number; blue: number }> {
  const pixel = await sharp(picture).removeAlpha().extract({ left: 10, top, width: 1, height: 1 }).raw().toBuffer();

  return { red: pixel[0] ?? 0, blue: pixel[2] ?? 0 };
}
