import { pino } from 'pino';
import type { Connections } from '../../config.js';
import { connectEngine } from '../../engine/connect.js';
import { openModels } from '../../models/open-models.js';
import { localityIds, LocalityUnknownError } from '../localities.js';
import { publishLocality, type PublishRequest } from '../publish.js';
import { checkCommand } from './check-command.js';
import { UsageError } from './usage.js';

/** What `publish` was asked with. */
export interface PublishArguments {
  readonly locality: string | undefined;
  readonly tag: string | undefined;
  readonly why: string | undefined;
  readonly by: string;
}

/** Publishes a locality that passes its check. */
export async function publishCommand(
  root: string,
  { locality, tag, why, by }: PublishArguments,
  connections: () => Connections,
): Promise<number> {
  if (locality === undefined) throw new UsageError('没有写要发布哪个地方');
  if (tag === undefined || !/^[\w.-]{1,32}$/.test(tag))
    throw new UsageError('请用 --tag 写明版本号：至多 32 个字母、数字、点或短横线');
  if (why === undefined || why.trim() === '') throw new UsageError('请用 --why 写明发布原因');
  const known = localityIds(root);
  if (!known.includes(locality)) throw new LocalityUnknownError(locality, known);
  if ((await checkCommand(root, locality, false)) !== 0) {
    console.error('没有通过检查，未发布');

    return 1;
  }

  return publish(connections(), { locality, root, tag, reason: why.trim(), by, at: new Date() });
}

async function publish(config: Connections, request: PublishRequest): Promise<number> {
  const models = await openModels(config.mongodbUri);
  const engine = connectEngine(config.engine, pino({ level: config.logLevel }));
  try {
    const { publication, isNew } = await publishLocality({ engine, ...models }, request);
    const { locality, tag, at, by } = publication;
    console.log(
      isNew
        ? `已发布 ${locality} 版本 ${tag}`
        : `${locality} 的内容与版本 ${tag}（${at.toISOString()} 由 ${by} 发布）相同，没有新的发布`,
    );

    return 0;
  } finally {
    await engine.close();
    await models.close();
  }
}
