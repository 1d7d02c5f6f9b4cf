import mongoose from 'mongoose';

/** What a server says of itself. */
export interface Hello {
  version: string;
  /** A replica set or a sharded cluster: it has change streams and transactions. */
  changeStreams: boolean;
  writable: boolean;
}

/** Asks the server at this address who it is. Thrown MongoServerSelectionError (and others) when it does not answer in time. */
export const sayHello = (uri: string, limitMillis: number): Promise<Hello> =>
  withDatabase(uri, limitMillis, async (admin) => {
    const hello = await admin.command({ hello: 1 });
    const { version } = await admin.command({ buildInfo: 1 });
    return {
      version: String(version),
      changeStreams: typeof hello.setName === 'string' || hello.msg === 'isdbgrid',
      writable: hello.isWritablePrimary === true,
    };
  });

/** The admin database of a server, for the length of one piece of work. */
export const withDatabase = async <T>(
  uri: string,
  limitMillis: number,
  work: (admin: mongoose.mongo.Db) => Promise<T>,
): Promise<T> => {
  const client = new mongoose.mongo.MongoClient(uri, {
    serverSelectionTimeoutMS: limitMillis,
    connectTimeoutMS: limitMillis,
  });
  try {
    return await work(client.db('admin'));
  } finally {
    await client.close();
  }
};

/** Whether it answers by now. */
export const answers = (uri: string): Promise<boolean> =>
  sayHello(uri, 500).then(
    () => true,
    () => false,
  );
