type Close = () => Promise<void>;

/** What a measurement started, ended in the reverse order: at its end, or when the run is called off. */
export class Closing {
  readonly #open: Close[] = [];

  add(close: Close): void {
    this.#open.push(close);
  }

  async close(): Promise<void> {
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) await next();
  }
}
