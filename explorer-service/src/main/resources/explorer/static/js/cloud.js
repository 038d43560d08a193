// Word clouds: d3-cloud finds the places, this draws them as SVG with a link on each name.

import '/webjars/d3/dist/d3.min.js';
import '/webjars/d3-cloud/build/d3.layout.cloud.js';
import { toEntity } from './addresses.js';
import { counted } from './format.js';

/** As in the style sheet; the layout measures words in it before they are drawn. */
const FONT = '"Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "Source Serif 4", Georgia, serif';

/** Longer ones would leave no room for others; the whole name is in the link's label. */
const MOST_LETTERS = 32;

const SMALLEST = 11;

/** A letter's area, as a part of its size squared, with the space around it. */
const LETTER = 0.68;

/** As much of a picture as the layout fills without leaving larger words out. */
const COVERED = 0.78;

const d3 = globalThis.d3;

/**
 * Draws names into a container, sized by mentions; again whenever its width changes.
 *
 * @param height of the picture, for a width
 */
export function cloud(container, entities, { height, largest }) {
  let drawn = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (width > 0 && width !== drawn) {
      drawn = width;
      inTurn(() => draw(container, entities, width, Math.round(height(width)), largest(width)));
    }
  });
  observer.observe(container);
}

/** One picture a frame, so that the page answers its reader in between: each takes some hundredths of a second. */
let turn = Promise.resolve();

function inTurn(work) {
  turn = turn.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
    work();
    done();
  }))));
}

function draw(container, entities, width, height, largest) {
  const words = sized(entities, width * height, largest);
  d3.layout.cloud()
    .size([width, height])
    .words(words)
    .padding(3)
    .rotate(0)
    .font(FONT)
    .fontWeight((word) => (word.size > largest * 0.6 ? 600 : 400))
    .fontSize((word) => word.size)
    // The same names have the same picture.
    .random(d3.randomLcg(0.42))
    .canvas(readable)
    .spiral(width > 1.6 * height ? 'archimedean' : 'rectangular')
    .on('end', (placed) => render(container, placed, width, height))
    .start();
}

/** Sizes by mentions, all of them smaller where they would not fit: the layout leaves out what finds no place. */
function sized(entities, area, largest) {
  const [least, most] = d3.extent(entities, (entity) => entity.mentions);
  const size = d3.scaleSqrt().domain([Math.min(least, most - 1), most]).range([Math.max(SMALLEST, largest / 4.5), largest]);
  const words = entities
    .map((entity) => ({ entity, text: shortened(entity.name), size: size(entity.mentions) }))
    .sort((a, b) => b.size - a.size);
  const needed = d3.sum(words, (word) => word.text.length * LETTER * word.size ** 2);
  const factor = Math.min(1, Math.sqrt((COVERED * area) / needed));
  words.forEach((word) => (word.size = Math.max(SMALLEST, word.size * factor)));
  return words;
}

/** The layout draws words and reads their pixels: slow where a graphics card holds them. */
function readable() {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d', { willReadFrequently: true });
  return canvas;
}

function render(container, words, width, height) {
  const box = bounds(words, width, height);
  const svg = d3.create('svg')
    .attr('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`)
    .attr('class', 'cloud')
    .attr('role', 'group')
    .attr('aria-label', 'Word cloud: larger names are mentioned more often');
  const link = svg.selectAll('a').data(words).join('a')
    .attr('href', (word) => toEntity(word.entity))
    .attr('class', (word) => `of-${word.entity.type}`)
    .attr('aria-label', (word) => `${word.entity.name}, ${counted(word.entity.mentions, 'mention')}`);
  link.append('title').text((word) => `${word.entity.name}: ${counted(word.entity.mentions, 'mention')}`);
  link.append('text')
    .attr('text-anchor', 'middle')
    .attr('transform', (word) => `translate(${word.x},${word.y})`)
    .attr('font-family', FONT)
    .attr('font-size', (word) => word.size)
    .attr('font-weight', (word) => word.weight)
    .text((word) => word.text);
  container.replaceChildren(svg.node());
}

/** The height that has words in it: a few of them are not lost in an empty frame. */
function bounds(words, width, height) {
  const reach = d3.max(words, (word) => Math.abs(word.y - word.size * 0.3) + word.size * 0.6) ?? 0;
  const half = Math.min(height / 2, reach);
  return { x: -width / 2, y: -half, width, height: 2 * half };
}

function shortened(text) {
  const letters = [...text];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('').trimEnd()}…` : text;
}
