// The data of the page, and the formatting of values. The other scripts follow this one in the same module.

const data = JSON.parse(document.getElementById('data').textContent);
const runs = data.runs;
const several = runs.length > 1;
const hidden = new Set();
const plots = [];
const drawn = new Set();
const HEIGHT = 220;
let smoothing = 0;
let zoom = null;
let printing = false;

// ---- text and elements: data becomes text nodes, never markup

function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== false && value != null) element.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat()) {
    if (child != null && child !== false) element.append(child);
  }
  return element;
}

const grouped = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

function tick(value) {
  if (value == null) return '';
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-3)) {
    return Number(value.toPrecision(3)).toExponential().replace('e+', 'e');
  }
  if (size >= 1e4) return short.format(value);
  return Number.isInteger(value) ? grouped.format(value) : String(Number(value.toPrecision(6)));
}

function number(value) {
  if (value == null) return '–';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return grouped.format(value);
  if (size >= 1e7 || size < 1e-3) return value.toExponential(3).replace('e+', 'e');
  return size >= 1000 ? grouped.format(Number(value.toPrecision(6))) : String(Number(value.toPrecision(5)));
}

const four = value => (value == null ? '–' : number(Number(value.toPrecision(4))));

function duration(seconds) {
  if (seconds == null) return '–';
  if (seconds < 60) return number(Number(seconds.toPrecision(3))) + ' s';
  const total = Math.round(seconds);
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
  return hours > 0 ? hours + ' h ' + minutes + ' min' : minutes + ' min ' + (total % 60) + ' s';
}

function stepTime(seconds) {
  if (seconds == null) return '–';
  return seconds < 1 ? number(Number((seconds * 1000).toPrecision(3))) + ' ms' : duration(seconds);
}

function time(text) {
  return text == null ? '–' : text.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
}

const letter = run => (run < 26 ? '' : String.fromCharCode(64 + Math.floor(run / 26))) + String.fromCharCode(65 + run % 26);

function badge(run) {
  const mark = el('span', { class: 'badge', title: runs[run].id }, letter(run));
  mark.style.setProperty('--run', 'var(--run-' + (run % 8) + ')');
  return mark;
}
