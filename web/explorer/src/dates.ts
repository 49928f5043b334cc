// Dates as printed, never completed.

import { strings } from './strings.ts';

/** dateWords writes as much of a date as is printed: 16 December 2021, May 2022, 1948. */
export function dateWords(date?: string | null): string {
  const [year, month, day] = (date ?? '').split('-');
  return [day && String(Number(day)), month && strings.months[Number(month) - 1], year].filter(Boolean).join(' ');
}
