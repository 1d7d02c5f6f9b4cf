// Downloads a mongod that fits this machine into the folder given, prints its path. A program of its own, so that it can be ended.
import { MongoBinary } from 'mongodb-memory-server-core';

process.stdout.write(await MongoBinary.getPath({ downloadDir: process.argv[2] ?? '.' }));
