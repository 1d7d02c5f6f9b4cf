/** Thrown when the environment is not fit to start with: one message that lists every fault. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n  - ${faults.join('\n  - ')}`,
    );
    this.name = 'ConfigError';
  }
}

/** How a variable is told to the reader: what is allowed, and one value that would do. */
interface Rule {
  allowed: string;
  example: string;
  /** A secret's value is never repeated in a message. */
  secret?: boolean;
}

const show = (value: string, rule: Rule): string =>
  rule.secret ? `${value.length} characters` : JSON.stringify(value);

/** Reads variables one after the other and collects what is wrong instead of stopping at the first. */
export class Environment {
  readonly faults: string[] = [];

  constructor(private readonly source: Readonly<Record<string, string | undefined>>) {}

  /** The value without blanks around it; a variable set to nothing counts as not set. */
  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** `read` gives the value, or undefined when it is not allowed. A required variable has no fallback. */
  value<T>(name: string, rule: Rule, read: (text: string) => T | undefined, fallback?: T): T {
    const text = this.raw(name);
    if (text === undefined && fallback !== undefined) return fallback;

    const value = text === undefined ? undefined : read(text);
    if (value === undefined) this.fault(name, text === undefined ? 'nothing' : show(text, rule), rule);
    return value as T; // with a fault noted, check() throws before anybody uses it
  }

  optional<T>(name: string, rule: Rule, read: (text: string) => T | undefined): T | undefined {
    return this.has(name) ? this.value(name, rule, read) : undefined;
  }

  whole(name: string, { min, max, fallback }: { min: number; max: number; fallback: number }): number {
    const rule = { allowed: `a whole number from ${min} to ${max}`, example: String(fallback) };
    const read = (text: string): number | undefined =>
      /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined;
    return this.value(name, rule, read, fallback);
  }

  choice<const T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const rule = { allowed: `one of ${choices.join(', ')}`, example: fallback };
    return this.value(name, rule, (text) => choices.find((choice) => choice === text), fallback);
  }

  flag(name: string): boolean {
    return this.choice(name, ['true', 'false'], 'false') === 'true';
  }

  /** An address whose protocol is one of these (each with its colon); a slash at its end is dropped. */
  address(name: string, protocols: readonly string[], example: string, fallback?: string): string {
    const rule = {
      allowed: `an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`,
      example,
    };
    const read = (text: string): string | undefined =>
      isAddress(text, protocols) ? text.replace(/\/+$/, '') : undefined;
    return this.value(name, rule, read, fallback);
  }

  secret(name: string, least: number): string {
    return this.value(name, secretRule(least), (text) => (text.length >= least ? text : undefined));
  }

  /** Notes a fault that concerns several variables. */
  refuse(sentence: string): void {
    if (!this.faults.includes(sentence)) this.faults.push(sentence);
  }

  /** Thrown ConfigError when anything read so far was not allowed. */
  check(): void {
    if (this.faults.length > 0) throw new ConfigError(this.faults);
  }

  private raw(name: string): string | undefined {
    const text = this.source[name]?.trim();
    return text === '' ? undefined : text;
  }

  private fault(name: string, found: string, rule: Rule): void {
    this.refuse(`${name}: found ${found}; allowed is ${rule.allowed}, for example ${rule.example}`);
  }
}

const secretRule = (least: number): Rule => ({
  allowed: `a text of at least ${least} characters`,
  example: 'what `openssl rand -base64 48` prints',
  secret: true,
});

/** A list of hosts, as MongoDB has it, is no URL to Node: only the protocol and something behind it are asked for. */
const isAddress = (text: string, protocols: readonly string[]): boolean =>
  !/\s/.test(text) &&
  protocols.some((protocol) => text.startsWith(`${protocol}//`) && text.length > protocol.length + 2);
