// The time brush: acts by year, and two handles that say which years are shown.

import { useEffect, useState } from 'preact/hooks';
import { strings } from './strings.ts';

export interface BrushProps { years: Map<number, number>; undated: number; range: [number, number] | null; onRange: (range: [number, number] | null) => void }

const HEIGHT = 34;

export function Brush({ years, undated, range, onRange }: BrushProps) {
  const [low, high] = [Math.min(...years.keys()), Math.max(...years.keys())];
  const [held, setHeld] = useState<[number, number]>(range ?? [low, high]);
  useEffect(() => setHeld(range ?? [low, high]), [range?.join(), low, high]);
  if (!(high > low)) return <div class="brush" />;
  const most = Math.max(...years.values());
  const span = high - low + 1;
  const settle = ([from, to]: [number, number]) => onRange(from <= low && to >= high ? null : [from, to]);
  const moved = (which: 0 | 1, e: Event): [number, number] => {
    const year = Number((e.currentTarget as HTMLInputElement).value);
    return which ? [held[0], Math.max(held[0], year)] : [Math.min(year, held[1]), held[1]];
  };
  const handle = (which: 0 | 1) => ({
    type: 'range', min: low, max: high, step: 1, value: held[which],
    'aria-label': which ? strings.draw.until : strings.draw.since,
    onInput: (e: Event) => setHeld(moved(which, e)),
    onChange: (e: Event) => settle(moved(which, e)),
  });
  return (
    <div class="brush">
      <div class="track">
        <svg viewBox={`0 0 ${span} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {[...years].map(([year, n]) => <rect key={year} class={year >= held[0] && year <= held[1] ? 'in' : 'out'} x={year - low + 0.1} width={0.8} y={HEIGHT - (n / most) * HEIGHT} height={(n / most) * HEIGHT} />)}
        </svg>
        <input {...handle(0)} /><input {...handle(1)} />
      </div>
      <p class="range"><span>{held[0]} – {held[1]}</span>{undated > 0 && <span class="quiet"> {strings.draw.undatedToo(undated)}</span>}{range && <button type="button" onClick={() => onRange(null)}>{strings.draw.allYears}</button>}</p>
    </div>
  );
}
