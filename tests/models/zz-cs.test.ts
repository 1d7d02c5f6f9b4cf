import { openModels } from '/work/wt/board/models/open-models.js';
import { testDatabase } from '/work/wt/board/tests/support/stack.js';
import { setTimeout as wait } from 'node:timers/promises';
describe('x', () => { it('y', async function () {
  this.timeout(300000);
  const models = await openModels(await testDatabase());
  const c = models.connection;
  try {
  const stream = c.db!.watch([{ $match: { 'ns.coll': { $in: ['cases','orders'] }, operationType: {$in:['insert','update','replace','delete']} } }, { $project: { ns: 1, documentKey: 1, operationType: 1 } }]);
  stream.on('change', (e: any) => console.log('CHANGE', JSON.stringify(e)));
  stream.on('error', (e: any) => console.log('ERR', e));
  stream.on('resumeTokenChanged', (t: any) => console.log('TOKEN', JSON.stringify(t)));
  await wait(500);
  await c.collection('cases').insertOne({ _id: 'A' as any, stage: 'registered' });
  await c.collection('units').insertOne({ _id: 'A' as any });
  await c.collection('cases').updateOne({ _id: 'A' as any }, { $set: { stage: 'x' } });
  await wait(1500);
  const tok = stream.resumeToken; console.log('TOK', JSON.stringify(tok));
  await stream.close();
  await c.collection('cases').updateOne({ _id: 'A' as any }, { $set: { stage: 'y' } });
  const again = c.db!.watch([{ $match: { 'ns.coll': { $in: ['cases','orders'] } } }], { resumeAfter: tok });
  again.on('change', (e: any) => console.log('RESUMED', JSON.stringify(e)));
  again.on('error', (e: any) => console.log('ERR2', e));
  await wait(1500);
  await again.close();
  } catch (e) { console.log('THROWN', e); }
  // speeds
  const docs = Array.from({length: 100000}, (_, i) => ({ _id: 'c'+i as any, locality: 'l'+(i%5), stage: i%20===0 ? 'handling' : 'closed', registeredAt: new Date(2024,0,1,0,i), closedAt: i%20===0? undefined : new Date(2024,0,1,0,i), title: '井盖缺失井盖缺失', text: 'x'.repeat(500), parties: ['u'+i%100], dueAt: new Date(2024,0,1,0,i) , lamp:'green', holder: {unitId:'u'+i%100}}));
  let t = Date.now();
  for (let i=0;i<100000;i+=2000) await c.collection('cases').insertMany(docs.slice(i,i+2000), {});
  console.log('insert', Date.now()-t);
  const time = async (name: string, f: () => Promise<any>) => { const t = performance.now(); const r = await f(); console.log(name, Math.round(performance.now()-t), JSON.stringify(r)?.slice(0,80)); };
  const cs = c.collection('cases');
  await time('stage eq', async () => (await cs.find({stage:'handling'},{projection:{locality:1,stage:1,dueAt:1,lamp:1,holder:1,title:1}}).toArray()).length);
  await time('closedAt null', async () => (await cs.find({closedAt:null},{projection:{locality:1}}).toArray()).length);
  await time('registeredAt gte', async () => (await cs.find({registeredAt:{$gte:new Date(2024,2,9)}},{projection:{locality:1}}).toArray()).length);
  await time('count loc', async () => cs.countDocuments({locality:'l1'},{limit:10000}));
  await time('list loc', async () => (await cs.find({locality:'l1'}).sort({registeredAt:-1}).limit(20).toArray()).length);
  await time('list loc stage', async () => (await cs.find({locality:'l1',stage:'handling'}).sort({registeredAt:-1}).limit(20).toArray()).length);
  await time('list loc stage conf', async () => (await cs.find({locality:'l1',$or:[{confidential:false},{confidential:true,parties:'u1'}]}).sort({registeredAt:-1}).limit(20).toArray()).length);
  await time('list parties', async () => (await cs.find({locality:'l1',parties:'u1'}).sort({registeredAt:-1}).limit(20).toArray()).length);
  await time('group', async () => (await cs.aggregate([{$match:{locality:'l1',stage:'handling'}},{$group:{_id:'$lamp',n:{$sum:1}}}]).toArray()));
  await models.close();
}); });
