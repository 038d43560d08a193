// Draws a figure for a download: a headline, bars or a word cloud, and where it comes from; in the colours of the page.

const WIDTH = 1200;
const MARGIN = 48;
const ROW = 34;
const ROOM_FOR_TEXT = 230;
const SCALE = 2;
const SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "Source Serif 4", Georgia, serif';
const SANS = 'system-ui, sans-serif';

/** A PNG of a title over lines ({label, text, note, value, type}), or over a cloud (an SVG element). */
export async function figure(title, { lines, cloud }) {
  const picture = cloud ? await image(cloud) : null;
  const body = picture ? (picture.height * (WIDTH - 2 * MARGIN)) / picture.width : lines.length * ROW;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = (body + 4 * MARGIN) * SCALE;
  const pen = canvas.getContext('2d');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = colour('--paper');
  pen.fillRect(0, 0, WIDTH, canvas.height);
  text(pen, title, MARGIN, MARGIN + 20, `600 32px ${SERIF}`, '--ink');
  if (picture) {
    pen.drawImage(picture, MARGIN, 2 * MARGIN, WIDTH - 2 * MARGIN, body);
  } else {
    drawLines(pen, lines, 2 * MARGIN);
  }
  text(pen, `Dateline, ${new Date().toLocaleDateString()}`, MARGIN, body + 3.3 * MARGIN, `16px ${SANS}`, '--faint');
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function drawLines(pen, lines, top) {
  const most = Math.max(...lines.map((line) => line.value), 1e-9);
  const begin = WIDTH * 0.36;
  const room = WIDTH - begin - MARGIN - ROOM_FOR_TEXT;
  lines.forEach((line, i) => {
    const y = top + i * ROW;
    pen.textAlign = 'right';
    text(pen, fitted(pen, line.label, begin - MARGIN - 16), begin - 14, y + 22, `18px ${SANS}`, '--ink');
    pen.textAlign = 'left';
    pen.fillStyle = colour(line.type ? `--${line.type}` : '--ink');
    pen.fillRect(begin, y + 6, Math.max(2, (room * line.value) / most), ROW - 12);
    const end = line.note ? `${line.text}  ${line.note}` : line.text;
    text(pen, end, begin + (room * line.value) / most + 10, y + 22, `18px ${SANS}`, '--ink');
  });
}

function fitted(pen, label, width) {
  pen.font = `18px ${SANS}`;
  let letters = [...label];
  while (letters.length > 1 && pen.measureText(letters.join('')).width > width) {
    letters = [...letters.slice(0, -2), '…'];
  }
  return letters.join('');
}

function text(pen, words, x, y, font, ink) {
  pen.font = font;
  pen.fillStyle = colour(ink);
  pen.fillText(words, x, y);
}

/** An SVG as an image, its colours written into it: as an image it sees no style sheet. */
async function image(svg) {
  const copy = svg.cloneNode(true);
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width * SCALE);
  copy.setAttribute('height', height * SCALE);
  const shown = svg.querySelectorAll('text');
  copy.querySelectorAll('text').forEach((node, i) => node.setAttribute('fill', getComputedStyle(shown[i]).fill));
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  URL.revokeObjectURL(url);
  return picture;
}

/** What a custom property comes to here: light or dark. */
function colour(property) {
  const probe = document.createElement('i');
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
