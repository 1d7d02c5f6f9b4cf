import { isSampled } from '../../domain/sample.js';
import { complete, register, taskOf } from './acts.js';
import type { WebStage } from './stage.js';

/** The share of police orders that are asked about twice, as the locality's callback table has it. */
const rate = 0.2;

/**
 * A police order, done and called back by its handler, that is drawn for the second callback: whether one is follows from its
 * number, so reports are made until one is.
 */
export async function caseAtSecondCallback(stage: WebStage, title: string) {
  const at = (post: string) => stage.person(`jilin.${post}`);
  let caseNumber = '';
  do
    ({ caseNumber } = await register(at('center.agent'), {
      locality: 'jilin',
      channel: 'phone',
      kind: 'complaint',
      title,
      text: '楼下商铺连着几晚半夜还放音响，希望派出所彻底管一管。',
      caller: { name: '李女士', phone: '13944320005' },
      place: { unitId: 'community', address: '解放路商铺' },
    }));
  while (!isSampled(caseNumber, rate));
  const act = (post: string, name: string, form: Record<string, unknown>) => complete(at(post), caseNumber, name, form);
  const place = { placeUnitId: 'community', confidential: 'no', branch: 'handle' };
  await act('center.agent', '受理分类', { kind: 'complaint', category: 'police', urgency: 'normal', ...place });
  await act('center.agent', '转办', { mode: 'police', unitId: 'police-command' });
  await act('police-command.clerk', '推送核查单位', { unitId: 'police-station', pushNote: '当日办结' });
  await act('police-station.clerk', '签收', { signAct: 'accept' });
  await act('police-station.clerk', '承办', {
    act: 'reply',
    replyResult: 'solved',
    reply: '已训诫并责令夜间停用音响。',
  });
  const said = { reached: 'yes', contacted: 'yes', solved: 'yes', satisfied: 'yes', opinion: '首次说已经不响了' };
  await act('police-station.clerk', '承办单位回访登记', said);
  await taskOf(at('police-command.callback'), caseNumber, '情指中心二次回访');

  return { caseNumber };
}
