/** At most `size` things at once; who comes later waits for its turn, in order. */
export class Pool {
  private running = 0;
  private readonly waiting = new Set<(entered: boolean) => void>();

  constructor(private readonly size: number) {}

  /** Whether a place was got; false when the wait was called off. Who got one leaves it again. */
  async enter(callOff: AbortSignal): Promise<boolean> {
    if (callOff.aborted) return false;
    if (this.running < this.size) {
      this.running += 1;

      return true;
    }

    return await new Promise<boolean>((resolve) => {
      const giveUp = () => {
        this.waiting.delete(turn);
        resolve(false);
      };
      const turn = (entered: boolean) => {
        callOff.removeEventListener('abort', giveUp);
        resolve(entered);
      };
      this.waiting.add(turn);
      callOff.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Hands the place over to whoever has waited longest. */
  leave(): void {
    const [next] = this.waiting;
    if (next === undefined) this.running -= 1;
    else {
      this.waiting.delete(next);
      next(true);
    }
  }
}
