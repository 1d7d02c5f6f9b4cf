// A program of its own, so that it can be ended: `look <folder>` prints the path of a mongod downloaded before,
// `fetch <folder>` downloads one that fits this machine. Ends with 3 when the download's host does not answer.
import { MongoBinary } from 'mongodb-memory-server-core';

const [, , act, folder = '.'] = process.argv;
const host = process.env.MONGOMS_DOWNLOAD_MIRROR ?? 'https://fastdl.mongodb.org';

/** @returns {Promise<boolean>} */
const isReachable = () =>
  fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );

process.env.MONGOMS_RUNTIME_DOWNLOAD = String(act === 'fetch');
process.env.MONGOMS_MD5_CHECK = 'true';
process.env.npm_config_strict_ssl = 'true'; // or the package would take a program from a host that proves nothing

if (act === 'fetch' && !(await isReachable())) {
  console.error(`${host} does not answer`);
  process.exit(3);
}
try {
  console.log(await MongoBinary.getPath({ downloadDir: folder }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
