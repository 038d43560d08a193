// A line for each name with a dot for each publication: far apart where they differ.

import '/webjars/d3/dist/d3.min.js';
import { h } from './dom.js';
import { toEntity } from './addresses.js';
import { decimal, share } from './format.js';

const d3 = globalThis.d3;

const ROW = 30;
const TOP = 34;

/** One shape for each publication, as colours alone don't tell all readers apart. */
const SHAPES = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond2];

export function dots({ publications, items }, most) {
  const rows = items
    .map((item) => ({ item, shares: item.counts.map((count, i) => share(count, publications[i])) }))
    .sort((a, b) => spread(b) - spread(a))
    .slice(0, most);
  const place = h('div', { class: 'dots' });
  new ResizeObserver(([entry]) => draw(place, publications, rows, entry.contentRect.width)).observe(place);
  return [legend(publications), place];
}

const spread = ({ shares }) => d3.max(shares) - d3.min(shares);

function legend(publications) {
  return h('ul', { class: 'legend' }, publications.map((publication, i) => {
    const sign = d3.create('svg').attr('viewBox', '-8 -8 16 16').attr('aria-hidden', 'true');
    sign.append('path').attr('d', d3.symbol(SHAPES[i], 110)());
    return h('li', { class: `n${i + 1}` }, sign.node(), h('bdi', {}, publication.name));
  }));
}

function draw(place, publications, rows, width) {
  if (width === 0) {
    return;
  }
  // On a phone a name stands over its line, not beside it.
  const narrow = width < 560;
  const begin = narrow ? 8 : 230;
  const height = narrow ? ROW + 18 : ROW;
  const x = d3.scaleLinear().domain([0, d3.max(rows, (row) => d3.max(row.shares))]).nice().range([begin, width - 16]);
  const svg = d3.create('svg')
    .attr('viewBox', `0 0 ${width} ${TOP + rows.length * height}`)
    .attr('role', 'group')
    .attr('aria-label', 'Articles that mention each name, per 100 articles of each publication');
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${TOP - 8})`)
    .call(d3.axisTop(x).ticks(narrow ? 4 : 8).tickSize(-rows.length * height));
  const row = svg.selectAll('.row').data(rows).join('g')
    .attr('class', 'row')
    .attr('transform', (_, i) => `translate(0,${TOP + (i + 0.5) * height})`);
  const y = narrow ? 10 : 0;
  row.append('a').attr('href', ({ item }) => toEntity(item)).attr('class', ({ item }) => `of-${item.type}`)
    .append('text')
    .attr('x', narrow ? begin : begin - 14)
    .attr('y', narrow ? -6 : 5)
    .attr('text-anchor', narrow ? 'start' : 'end')
    .text(({ item }) => fitted(item.name, narrow ? 40 : 26));
  row.append('line').attr('y1', y).attr('y2', y)
    .attr('x1', ({ shares }) => x(d3.min(shares)))
    .attr('x2', ({ shares }) => x(d3.max(shares)));
  row.selectAll('path').data(({ shares }) => shares).join('path')
    .attr('class', (_, i) => `n${i + 1}`)
    .attr('transform', (value) => `translate(${x(value)},${y})`)
    .attr('d', (_, i) => d3.symbol(SHAPES[i], 110)())
    .append('title').text((value, i) => `${publications[i].name}: ${decimal(value)} per 100 articles`);
  place.replaceChildren(svg.node());
}

function fitted(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('').trimEnd()}…` : text;
}
