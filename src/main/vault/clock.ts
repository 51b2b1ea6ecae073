/** The only clock of the desk; everything below takes what it says as a parameter. */
export type Clock = {
  /** Civil day in China, whatever zone the laptop is set to. */
  readonly today: () => string;
  readonly nowIso: () => string;
  readonly monotonic: () => number;
};

const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

export function systemClock(fixedToday: string | undefined): Clock {
  return {
    today: () => fixedToday ?? shanghaiDay.format(new Date()),
    nowIso: () => new Date().toISOString(),
    monotonic: () => performance.now(),
  };
}
