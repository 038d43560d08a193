// A line that grows to the right: a count over time.

import '/webjars/d3/dist/d3.min.js';
import { h } from './dom.js';
import { number } from './format.js';

const d3 = globalThis.d3;

/** Ten minutes of a point a second. */
const MOST_POINTS = 600;

const HEIGHT = 240;
const MARGIN = { top: 12, right: 36, bottom: 28, left: 56 };

/** {node, add}: `add` takes the count as it is now. */
export function risingLine() {
  const node = h('div', { class: 'line-chart' });
  const points = [];
  const redraw = () => draw(node, points, node.clientWidth);
  new ResizeObserver(redraw).observe(node);
  return {
    node,
    add: (value) => {
      points.push({ at: Date.now(), value });
      points.splice(0, points.length - MOST_POINTS);
      redraw();
    },
  };
}

function draw(node, points, width) {
  if (width === 0 || points.length === 0) {
    return;
  }
  const begin = points[0].at;
  const end = Math.max(points.at(-1).at, begin + 60_000);
  const [least, most] = d3.extent(points, (point) => point.value);
  const x = d3.scaleTime([begin, end], [MARGIN.left, width - MARGIN.right]);
  const y = d3.scaleLinear([least, Math.max(most, least + 4)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice();
  const svg = d3.create('svg')
    .attr('viewBox', `0 0 ${width} ${HEIGHT}`)
    .attr('role', 'img')
    .attr('aria-label', `From ${number(points[0].value)} to ${number(points.at(-1).value)} articles`);
  const whole = y.ticks(5).filter(Number.isInteger);
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`)
    .call(d3.axisLeft(y).tickValues(whole).tickFormat(number).tickSize(-(width - MARGIN.left - MARGIN.right)));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${HEIGHT - MARGIN.bottom})`)
    .call(d3.axisBottom(x).ticks(Math.max(2, Math.floor(width / 150))).tickFormat(time).tickSize(0).tickPadding(10));
  const at = (point) => x(point.at);
  svg.append('path').attr('class', 'under').attr('d', d3.area(at, y(y.domain()[0]), (point) => y(point.value))(points));
  svg.append('path').attr('class', 'over').attr('d', d3.line(at, (point) => y(point.value))(points));
  node.replaceChildren(svg.node());
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const time = (date) => clock.format(date);
