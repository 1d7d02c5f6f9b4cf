/** The word of one among several who speak. */
export interface Turn {
  say: (text: string) => void;
  /** It has nothing more to say. */
  end: () => void;
}

/**
 * Lets several speak at the same time as if one came after the other: whoever began first is heard at once, what the others say
 * waits until those before them have ended. Answers a function that begins a turn.
 */
export const takeTurns = (write: (text: string) => void): (() => Turn) => {
  const begun: { said: string; ended: boolean }[] = [];
  const goOn = (): void => {
    for (let [first] = begun; first !== undefined; [first] = begun) {
      if (first.said !== '') write(first.said);
      first.said = '';
      if (!first.ended) return;
      begun.shift();
    }
  };

  return () => {
    const turn = { said: '', ended: false };
    begun.push(turn);

    return {
      say: (text) => {
        turn.said += text;
        goOn();
      },
      end: () => {
        turn.ended = true;
        goOn();
      },
    };
  };
};
