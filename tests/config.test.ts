import { expect } from 'chai';
import { ConfigError, readConfig, readConnections } from '../config.js';

const fit = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017/huiyin',
  SESSION_SECRET: 'a'.repeat(32),
  IDENTITY_KEY: Buffer.alloc(32, 7).toString('base64'),
};

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('takes defaults for all that is no secret and no database', () => {
    const config = readConfig(fit);

    expect(config).to.include({ host: '127.0.0.1', port: 3000, logLevel: 'info', trustProxy: 0, production: false });
    expect(config.engine).to.deep.include({ grpcAddress: '127.0.0.1:26500', restAddress: 'http://127.0.0.1:8080' });
    expect(config.localities).to.equal(undefined);
    expect(config.demoPassword).to.equal(undefined);
    expect(config.identityKey).to.have.length(32);
  });

  it('reads every value that is set, without blanks and closing slashes', () => {
    const config = readConfig({
      ...fit,
      PORT: ' 8443 ',
      ZEEBE_REST_ADDRESS: 'https://zeebe.example.cn/',
      ZEEBE_GRPC_ADDRESS: 'grpcs://zeebe.example.cn:443',
      LOCALITIES: 'baicheng, fengjie',
      TRUST_PROXY: '1',
      WORKER_JOBS: '20',
    });

    expect(config.port).to.equal(8443);
    expect(config.engine.restAddress).to.equal('https://zeebe.example.cn');
    expect(config.localities).to.deep.equal(['baicheng', 'fengjie']);
    expect(config.workers.jobs).to.equal(20);
  });

  it('sends messages through a gateway when its address and its secret are there, and names the secret that is missing', () => {
    const gateway = { MESSAGE_GATEWAY_URL: 'https://messages.example.cn/send', MESSAGE_GATEWAY_SECRET: 's'.repeat(32) };
    expect(readConfig({ ...fit, ...gateway }).gateway).to.deep.equal({
      url: 'https://messages.example.cn/send',
      secret: 's'.repeat(32),
    });

    expect(readConfig(fit).gateway).to.equal(undefined);
    const [fault] = faultsOf({ ...fit, MESSAGE_GATEWAY_URL: 'https://messages.example.cn/send' });
    expect(fault).to.contain('MESSAGE_GATEWAY_SECRET');
  });

  it('has a tile server for the map only when one is named, and refuses an address that names no tile', () => {
    const address = 'https://tiles.example.cn/{z}/{x}/{y}.png';

    expect(readConfig(fit).mapTiles).to.equal(undefined);
    expect(readConfig({ ...fit, MAP_TILES: address, MAP_ATTRIBUTION: '某局' }).mapTiles).to.deep.equal({
      address,
      attribution: '某局',
    });
    expect(faultsOf({ ...fit, MAP_TILES: 'https://tiles.example.cn/' })[0]).to.match(/^MAP_TILES: found/);
  });

  it('signs people in at a provider when all of it is there, and names all that is missing together', () => {
    const whole = {
      OIDC_ISSUER: 'https://login.example.cn/realms/city',
      OIDC_CLIENT_ID: 'huiyin',
      OIDC_CLIENT_SECRET: 's'.repeat(32),
    };
    expect(readConfig({ ...fit, ...whole }).oidc).to.deep.equal({
      issuer: whole.OIDC_ISSUER,
      clientId: 'huiyin',
      clientSecret: whole.OIDC_CLIENT_SECRET,
      userClaim: 'preferred_username',
      name: '统一身份认证',
    });

    expect(readConfig(fit).oidc).to.equal(undefined);
    const faults = faultsOf({ ...fit, OIDC_ISSUER: 'http://login.example.cn', OIDC_USER_CLAIM: 'two words' });
    expect(faults.map((fault) => fault.split(':', 1)[0])).to.deep.equal([
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'OIDC_USER_CLAIM',
    ]);
    expect(readConfig({ ...fit, ...whole, OIDC_ISSUER: 'http://127.0.0.1:4000' }).oidc?.issuer).to.contain('127.0.0.1');
  });

  it('lists every fault in one message: name, what was found, what is allowed, an example', () => {
    const faults = faultsOf({ PORT: '70000', ZEEBE_REST_ADDRESS: 'localhost', LOG_LEVEL: 'loud', TRUST_PROXY: 'yes' });

    expect(faults).to.have.length(7);
    expect(faults).to.include('PORT: found "70000"; allowed is a whole number from 0 to 65535, for example 3000');
    expect(faults.join('\n')).to.match(/MONGODB_URI: found nothing; .* for example mongodb:/);
    expect(faults.join('\n')).to.match(/SESSION_SECRET: found nothing/);
    expect(faults.join('\n')).to.match(/IDENTITY_KEY: found nothing/);
    expect(() => readConfig({ PORT: '70000' })).to.throw(/has 4 faults:\n {2}- MONGODB_URI/);
  });

  it('takes a variable set to nothing for one that is not set', () => {
    expect(readConfig({ ...fit, PORT: '', LOCALITIES: '  ' })).to.include({ port: 3000, localities: undefined });
  });

  it('refuses secrets that are short or no key, and never repeats them', () => {
    const message = faultsOf({ ...fit, SESSION_SECRET: 'hunter2hunter2', IDENTITY_KEY: 'c2hvcnQ=' }).join('\n');

    expect(message).to.match(/SESSION_SECRET: found 14 characters/);
    expect(message).to.match(/IDENTITY_KEY: found 8 characters; allowed is 32 bytes in base64/);
    expect(message).not.to.match(/hunter2|c2hvcnQ/);
  });

  it('makes demo accounts only outside production, and only with a password', () => {
    expect(readConfig({ ...fit, HUIYIN_DEMO: 'true', DEMO_PASSWORD: 'abcdefgh' }).demoPassword).to.equal('abcdefgh');
    expect(readConfig({ ...fit, HUIYIN_DEMO: 'false', DEMO_PASSWORD: 'abcdefgh' }).demoPassword).to.equal(undefined);
    expect(faultsOf({ ...fit, HUIYIN_DEMO: 'true' })[0]).to.match(/^DEMO_PASSWORD: found nothing/);
    expect(faultsOf({ ...fit, HUIYIN_DEMO: 'true', DEMO_PASSWORD: 'abcdefgh', NODE_ENV: 'production' })[0]).to.match(
      /^HUIYIN_DEMO: found "true" with NODE_ENV=production/,
    );
  });

  it('asks for exactly the credentials of the strategy chosen', () => {
    const basic = {
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: 'huiyin',
      CAMUNDA_BASIC_AUTH_PASSWORD: 'x',
    };

    expect(readConfig({ ...fit, ...basic, ZEEBE_CLIENT_ID: 'unused' }).engine.sdk).to.deep.equal(basic);
    expect(readConfig(fit).engine.sdk).to.deep.equal({ CAMUNDA_AUTH_STRATEGY: 'NONE' });
    expect(faultsOf({ ...fit, CAMUNDA_AUTH_STRATEGY: 'OAUTH' }).map((fault) => fault.split(':')[0])).to.deep.equal([
      'ZEEBE_CLIENT_ID',
      'ZEEBE_CLIENT_SECRET',
      'CAMUNDA_OAUTH_URL',
    ]);
  });

  it('asks a command-line tool for no secret it does not use', () => {
    expect(readConnections({ MONGODB_URI: fit.MONGODB_URI }).mongodbUri).to.equal(fit.MONGODB_URI);
    expect(() => readConnections({})).to.throw(ConfigError, 'MONGODB_URI');
  });
});
