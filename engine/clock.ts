/** The engine's own clock, for stories and tests; a production cluster refuses it. */
export interface EngineClock {
  /** Stops the clock at this moment; timers due by then fire. */
  pin(moment: Date): Promise<void>;
  /** Back to real time. */
  reset(): Promise<void>;
}
