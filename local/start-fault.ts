/** Something the person at the keyboard can put right: one sentence that says what is wrong and what to do. */
export class StartFault extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StartFault';
  }
}
