// Taking away: the formats of the server, pictures of the drawing, citations, paper.

import { useState } from 'preact/hooks';
import { oscola, unStyle } from './cite.ts';
import { DRAWN_FILES, type Drawn } from './files.ts';
import { copy } from './parts.tsx';
import { strings } from './strings.ts';
import type { Thing } from './things.ts';

/** Formats that the server exports (export.Formats), by what they are for; a test compares the two lists. */
export const FORMATS: Record<string, [name: string, label: string][]> = {
  sheets: [['csv', 'CSV, statements'], ['csv-nodes', 'CSV, entities'], ['csv-mandates', 'CSV, register of mandates'], ['xlsx-mandates', 'Excel, register of mandates']],
  networks: [['gexf', 'GEXF (Gephi)'], ['gexf13', 'GEXF 1.3, statements apart'], ['graphml', 'GraphML'], ['cytoscape', 'Cytoscape JSON'], ['nodelink', 'D3 node-link JSON'], ['dot', 'DOT (Graphviz)'], ['mermaid', 'Mermaid']],
  reading: [['html', 'Report (HTML)'], ['bibtex', 'BibTeX'], ['annotated', 'Text with its findings'], ['annotations', 'Web Annotation']],
  data: [['ndjson', 'NDJSON, statements'], ['ndjson-nodes', 'NDJSON, entities'], ['jsonl', 'JSON Lines, complete'], ['nquads', 'N-Quads'], ['trig', 'TriG'], ['turtle', 'Turtle'], ['jsonld', 'JSON-LD']],
};

/** Take lists what can be taken away: files of what a drawing shows (drawn), and of a part of the graph, for which part holds the parameters of /export. */
export function Take({ part, drawing, drawn }: { part: Record<string, string | number | string[]>; drawing?: boolean; drawn?: () => Drawn }) {
  const link = (format: string) => {
    const params = new URLSearchParams({ format });
    for (const [name, value] of Object.entries(part)) for (const v of [value].flat()) params.append(name, String(v));
    return `/export?${params}`;
  };
  return (
    <details class="menu take">
      <summary>{strings.take.title}</summary>
      <div class="sheet">
        {drawn && <p class="quiet">{strings.take.onScreen}</p>}
        {drawn && (
          <ul aria-label={strings.take.onScreen}>
            {DRAWN_FILES.map(([key, label, file, type, text]) => <li key={key}><button type="button" data-drawn={key} onClick={() => save(new Blob([text(drawn())], { type }), file)}>{label}</button></li>)}
            <li><button type="button" onClick={() => void picture('svg')}>{strings.take.svg}</button></li>
            <li><button type="button" onClick={() => void picture('png')}>{strings.take.png}</button></li>
          </ul>
        )}
        {drawn && <p class="quiet">{strings.take.whole}</p>}
        {Object.entries(FORMATS).map(([group, list]) => (
          <div key={group} class="group"><p>{strings.take.groups[group]}</p><ul aria-label={strings.take.groups[group]}>{list.map(([name, label]) => <li key={name}><a href={link(name)} download="" data-format={name}>{label}</a></li>)}</ul></div>
        ))}
        <div class="group"><p>{strings.take.pictures}</p><ul aria-label={strings.take.pictures}>
          {drawing && !drawn && <li><button type="button" onClick={() => void picture('svg')}>{strings.take.svg}</button></li>}
          {drawing && !drawn && <li><button type="button" onClick={() => void picture('png')}>{strings.take.png}</button></li>}
          <li><button type="button" onClick={() => print()}>{strings.take.print}</button></li>
        </ul></div>
      </div>
    </details>
  );
}

/** Cite shows the citations of an entity, ready to be copied. */
export function Cite({ thing, body }: { thing: Thing; body?: string }) {
  const [told, setTold] = useState('');
  const [bibtex, setBibtex] = useState('');
  const rows: [string, string][] = [[strings.cite.un, unStyle(thing, body)], [strings.cite.oscola, oscola(thing, body)], [strings.cite.bibtex, bibtex]];
  const open = async () => {
    if (!bibtex) setBibtex((await (await fetch(`/export?${new URLSearchParams({ format: 'bibtex', around: thing.id, depth: '0' })}`)).text()).trim());
  };
  return (
    <details class="menu cite" onToggle={(e) => e.currentTarget.open && void open()}>
      <summary>{strings.cite.title}</summary>
      <div class="sheet">
        <dl>
          {rows.map(([style, text]) => text && (
            <div key={style}>
              <dt>{style} <button type="button" aria-label={`${strings.cite.copy}: ${style}`} onClick={async () => setTold((await copy(text)) ? strings.cite.copied : strings.cite.notCopied)}>{strings.cite.copy}</button></dt>
              <dd>{text.includes('\n') ? <pre>{text}</pre> : text}</dd>
            </div>
          ))}
        </dl>
        <p role="status">{told}</p>
      </div>
    </details>
  );
}

const PAINTED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'display', 'r', 'paint-order', 'stroke-linejoin', 'marker-end'];

/** pictureOf is the drawing as a file of its own: every style written out, without what only hands need. */
export function pictureOf(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const clone = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [[...svg.querySelectorAll('*')], [...clone.querySelectorAll('*')]];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of PAINTED) {
      const value = style.getPropertyValue(name);
      if (value) to[i].setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'role', 'tabindex', 'data-node', 'data-line', 'data-of']) to[i].removeAttribute(name);
  });
  for (const element of clone.querySelectorAll('path[stroke="rgba(0, 0, 0, 0)"], [fill="rgba(0, 0, 0, 0)"]')) element.remove();
  const { width, height } = svg.getBoundingClientRect();
  for (const [name, value] of [['xmlns', 'http://www.w3.org/2000/svg'], ['width', width], ['height', height], ['viewBox', `0 0 ${width} ${height}`]]) clone.setAttribute(String(name), String(value));
  clone.removeAttribute('class');
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', getComputedStyle(document.body).backgroundColor]]) background.setAttribute(name, value);
  clone.prepend(background);
  return { text: new XMLSerializer().serializeToString(clone), width, height };
}

async function picture(kind: 'svg' | 'png'): Promise<void> {
  const svg = document.querySelector<SVGSVGElement>('svg.drawing');
  if (!svg) return;
  const { text, width, height } = pictureOf(svg);
  const file = new Blob([text], { type: 'image/svg+xml' });
  if (kind === 'svg') return save(file, 'drawing.svg');
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext('2d')!.drawImage(image, 0, 0, width * 2, height * 2);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((png) => png && save(png, 'drawing.png'));
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
