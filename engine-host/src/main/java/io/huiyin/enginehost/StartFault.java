package io.huiyin.enginehost;

/** Why the host cannot start: one sentence that says what is wrong and what to do. */
final class StartFault extends Exception {

  private static final long serialVersionUID = 1L;

  static final int BAD_OPTION = 2;
  static final int DAMAGED_DATA = 3;
  static final int PORT_TAKEN = 4;
  static final int FOLDER_UNUSABLE = 5;

  private final int exitCode;

  StartFault(final int exitCode, final String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
