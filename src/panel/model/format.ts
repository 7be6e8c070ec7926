/** Numbers, ranges and times in the reader's language. Rounded so that no figure looks surer than it is. */
import type { Strings } from "../strings";

interface Range3 {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface Format {
  /** "12%", "3.4%", "<0.1%". */
  percent(share: number): string;
  /** "12–40×"; one number when both ends round to the same. */
  times(range: Range3): string;
  timesOf(factor: number): string;
  /** "4–12 h", "none" for no work. */
  hours(effort: { readonly lowHours: number; readonly highHours: number }): string;
  /** Two significant digits for large and small numbers alike. */
  amount(value: number): string;
  integer(value: number): string;
  /** Days as days, months or years. */
  duration(days: number | undefined): string;
  dateTime(iso: string): string;
}

export function createFormat(locale: string, strings: Strings): Format {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const whole = number({ maximumFractionDigits: 0 });
  const tenth = number({ maximumFractionDigits: 1 });
  const twoDigits = number({ maximumSignificantDigits: 2 });
  const compact = number({ maximumSignificantDigits: 2, notation: "compact" });
  const percentWhole = number({ style: "percent", maximumFractionDigits: 0 });
  const percentTenth = number({ style: "percent", maximumFractionDigits: 1 });

  const factor = (value: number) =>
    value >= 100
      ? twoDigits(value)
      : value >= 10
        ? whole(value)
        : value < 1.095 && value > 1
          ? number({ maximumFractionDigits: 2 })(value)
          : tenth(value);
  const span = (low: string, high: string) => (low === high ? low : `${low}–${high}`);

  return {
    percent: (share) =>
      share > 0 && share < 0.001 ? `<${percentTenth(0.001)}` : share < 0.0995 ? percentTenth(share) : percentWhole(share),
    times: ({ low, high }) => strings.units.times(span(factor(low), factor(high))),
    timesOf: (value) => strings.units.times(factor(value)),
    hours: ({ lowHours, highHours }) => {
      if (highHours === 0) return strings.units.none;
      const hour = (value: number) => (value < 3 ? tenth(value) : value >= 1000 ? twoDigits(value) : whole(value));
      return strings.units.hours(span(hour(lowHours), hour(highHours)));
    },
    amount: (value) => (Math.abs(value) >= 10_000 ? compact(value) : Math.abs(value) >= 100 ? whole(value) : twoDigits(value)),
    integer: whole,
    duration: (days) => {
      if (days === undefined) return strings.compare.never;
      if (days < 1) return strings.units.lessThanDay;
      const text = (value: number, unit: (text: string, count: number) => string) => {
        const shown = value < 10 ? tenth(value) : whole(value);
        return unit(shown, shown === "1" ? 1 : 2);
      };
      if (days > 365.25 * 100) return strings.units.moreThan(text(100, strings.units.year));
      if (days >= 365.25 * 2) return text(days / 365.25, strings.units.year);
      if (days >= 61) return text((days * 12) / 365.25, strings.units.month);
      return text(Math.round(days), strings.units.day);
    },
    dateTime: (iso) => {
      const date = new Date(iso);
      if (Number.isNaN(date.getTime())) return iso;
      return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(date);
    },
  };
}
