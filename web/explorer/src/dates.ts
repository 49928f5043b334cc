// Dates as printed, never completed.

import { strings } from './strings.ts';

/** dateWords writes as much of a date as is printed: 16 December 2021, May 2022, 1948. */
export function dateWords(date?: string | null): string {
  const [year, month, day] = (date ?? '').split('-');
  return [day && String(Number(day)), month && strings.months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** today is the day by the reader's own clock, as dates are written here. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

/** after is the day that lies a period after another: P3M, P1Y. */
export function after(day: string, period: string): string {
  const [, n, unit] = /^P(\d+)([MY])$/.exec(period) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  const month = date.getUTCMonth() + Number(n) * (unit === 'Y' ? 12 : 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last))).toISOString().slice(0, 10);
}
