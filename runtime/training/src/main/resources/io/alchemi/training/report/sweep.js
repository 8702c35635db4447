// The sweep part of the page: the objective over each key, all trials as parallel coordinates, and a table.

// Split, because the test for addresses in the page would find it.
const SVG = document.querySelector('svg').namespaceURI;
const MOST_ROWS = 200;
const MOST_LINES = 8; // The number of colours.
const MOST_TICKS = 8;
const SEED = 'global.seed';

function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
}

const better = (goal, a, b) => (goal === 'max' ? b - a : a - b);
const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns the keys with more than one value, each with its scale. */
function varying(sweep) {
  return sweep.keys.map((key, index) => {
    const texts = [...new Set(sweep.trials.map(trial => trial.values[index]))];
    const numbers = texts.map(Number);
    const numeric = texts.length > 2 && numbers.every(Number.isFinite) && texts.every(text => text.trim() !== '');
    if (numeric) texts.sort((a, b) => a - b);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    const log = numeric && low > 0 && high / low >= 50;
    const part = text => {
      if (!numeric) return texts.length < 2 ? 0.5 : texts.indexOf(text) / (texts.length - 1);
      return log ? Math.log(text / low) / Math.log(high / low) : (text - low) / (high - low);
    };
    return { key, index, texts, log, part };
  }).filter(axis => axis.texts.length > 1);
}

/** An axis for results, logarithmic if the largest result would hide all others. */
function scale(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const log = low > 0 && high / low >= 1000;
  const [from, to] = (log ? [Math.log10(low), Math.log10(high)] : low < high ? [low, high] : [low - 1, high + 1]);
  const place = value => ((log ? Math.log10(value) : value) - from) / (to - from);
  const marks = levels([from, to]).map(level => (log ? 10 ** level : Number(level.toPrecision(12))));
  return { place, marks };
}

/** Returns round numbers within a range. */
function levels([low, high]) {
  const raw = (high - low) / 4;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map(digit => digit * size).find(candidate => candidate >= raw);
  const all = [];
  for (let at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at++) all.push(at * step);
  return all;
}

/** Returns evenly selected values. */
const some = texts => texts.filter((_, i) => i % Math.ceil(texts.length / MOST_TICKS) === 0);
const brief = text => (text !== '' && Number.isFinite(Number(text)) ? tick(Number(text)) : text.length > 14 ? text.slice(0, 13) + '…' : text);

function describe(sweep, trial) {
  const values = sweep.keys.map((key, i) => key + '=' + trial.values[i]).join('\n');
  return 'trial ' + trial.trial + ', ' + trial.state + '\n' + values
    + (trial.objective == null ? '' : '\n' + sweep.objective.metric + ' ' + number(trial.objective));
}

/** The objective over one key: a line for each combination of the others, with mean and extremes over the seeds. */
class KeyChart {
  constructor(sweep, axis, axes) {
    this.sweep = sweep;
    this.axis = axis;
    this.others = axes.filter(other => other !== axis && other.key !== SEED);
    this.trials = sweep.trials.filter(trial => trial.objective != null && trial.state === 'finished');
    [this.width, this.height, this.left, this.bottom] = [400, 240, 50, 208];
    this.scale = scale(this.trials.map(trial => trial.objective));
  }

  x(text) {
    return this.left + 14 + this.axis.part(text) * (this.width - this.left - 34);
  }

  y(value) {
    return this.bottom - 6 - this.scale.place(value) * (this.bottom - 22);
  }

  /** Groups trials by the values of the other keys. */
  lines() {
    const lines = new Map();
    for (const trial of this.trials) {
      const name = this.others.map(other => brief(trial.values[other.index])).join(' · ');
      if (!lines.has(name)) lines.set(name, []);
      lines.get(name).push(trial);
    }
    return lines;
  }

  /** Returns the mean and the extremes at each value. */
  points(trials) {
    const results = new Map(this.axis.texts.map(text => [text, []]));
    trials.forEach(trial => results.get(trial.values[this.axis.index]).push(trial.objective));
    return [...results].map(([text, values]) => {
      return values.length ? { text, mean: mean(values), low: Math.min(...values), high: Math.max(...values), count: values.length } : null;
    }).filter(Boolean);
  }

  line(points, attributes, shift) {
    const path = points.map((point, i) => (i ? 'L' : 'M') + (this.x(point.text) + shift) + ' ' + this.y(point.mean)).join('');
    return svg('g', attributes, svg('path', { d: path, fill: 'none' }),
      points.map(point => {
        const x = this.x(point.text) + shift;
        return svg('g', {}, svg('title', {}, brief(point.text) + ': ' + four(point.mean) + ' (' + four(point.low) + ' to ' + four(point.high) + ', ' + point.count + ' trials)'),
          svg('path', { d: 'M' + x + ' ' + this.y(point.low) + 'V' + this.y(point.high) }),
          svg('circle', { cx: x, cy: this.y(point.mean), r: 3.5 }));
      }));
  }

  grid() {
    return [
      this.scale.marks.map(level => svg('g', { class: 'level' },
        svg('path', { d: 'M' + this.left + ' ' + this.y(level) + 'H' + this.width }),
        svg('text', { x: this.left - 6, y: this.y(level) + 4, 'text-anchor': 'end' }, tick(level)))),
      some(this.axis.texts).map(text => svg('text', { x: this.x(text), y: this.bottom + 18, 'text-anchor': 'middle' }, brief(text))),
    ];
  }

  failures() {
    return this.sweep.trials.filter(trial => trial.state === 'failed').map(trial => {
      const x = this.x(trial.values[this.axis.index]);
      return svg('path', { class: 'failed', d: 'M' + (x - 4) + ' ' + (this.bottom - 4) + 'l8 8m-8 0l8 -8' }, svg('title', {}, describe(this.sweep, trial) + '\n' + trial.reason));
    });
  }

  element() {
    const lines = [...this.lines()].map(([name, trials]) => [name, this.points(trials)]);
    const few = lines.length <= MOST_LINES;
    const drawn = few
      ? lines.map(([, points], i) => this.line(points, { class: 'line', stroke: 'var(--run-' + i + ')', fill: 'var(--run-' + i + ')' }, (i - (lines.length - 1) / 2) * 3))
      : [lines.map(([, points]) => this.line(points, { class: 'line faint' }, 0)), this.line(this.points(this.trials), { class: 'line mean' }, 0)];
    const legend = few && lines.length > 1 && el('p', { class: 'read' }, el('span', {}, this.others.map(other => other.key.split('.').pop()).join(' · ')),
      lines.map(([name], i) => {
        const mark = el('span', { class: 'badge' }, name);
        mark.style.setProperty('--run', 'var(--run-' + i + ')');
        return mark;
      }));
    return el('section', { class: 'chart' }, el('header', {}, el('h3', {}, this.axis.key, this.axis.log && el('small', { class: 'muted' }, ' (log)'))),
      legend || el('p', { class: 'read' }, few ? '' : 'thick: mean of all trials; faint: combinations of the other keys'),
      svg('svg', { class: 'over', viewBox: '0 0 ' + this.width + ' ' + this.height, role: 'img' }, this.grid(), drawn, this.failures()));
  }
}

/** A line for each trial from axis to axis. Better trials are darker. */
function parallel(sweep, axes) {
  const trials = sweep.trials.filter(trial => trial.objective != null && trial.state === 'finished');
  const { metric, goal } = sweep.objective;
  const results = scale(trials.map(trial => trial.objective));
  const columns = [...axes.map(axis => ({ name: axis.key, part: trial => axis.part(trial.values[axis.index]), ticks: some(axis.texts).map(text => [axis.part(text), brief(text)]) })),
    { name: metric, part: trial => results.place(trial.objective), ticks: results.marks.map(mark => [results.place(mark), tick(mark)]) }];
  const [width, height, side] = [1200, 320, 90];
  const x = i => side + i * (width - 2 * side) / (columns.length - 1);
  const y = part => height - 24 - part * (height - 70);
  const ordered = [...trials].sort((a, b) => -better(goal, a.objective, b.objective));
  return el('section', { class: 'chart' }, el('header', {}, el('h3', {}, 'All finished trials')),
    el('p', { class: 'read' }, 'the darker a line, the better its ' + metric + '; green: the best'),
    svg('svg', { class: 'over', viewBox: '0 0 ' + width + ' ' + height, role: 'img' },
      ordered.map((trial, i) => {
        const good = (i + 1) / ordered.length;
        const path = columns.map((column, at) => (at ? 'L' : 'M') + x(at) + ' ' + y(column.part(trial))).join('');
        return svg('path', { class: 'trial' + (i === ordered.length - 1 ? ' best' : ''), d: path, 'stroke-opacity': (0.1 + 0.75 * good * good).toFixed(3) }, svg('title', {}, describe(sweep, trial)));
      }),
      columns.map((column, i) => svg('g', { class: 'axis' },
        svg('path', { d: 'M' + x(i) + ' ' + y(0) + 'V' + y(1) }),
        svg('text', { x: x(i), y: 18, 'text-anchor': 'middle', class: 'name' }, column.name),
        column.ticks.map(([part, text]) => svg('text', { x: x(i) - 7, y: y(part) + 4, 'text-anchor': 'end' }, text))))));
}

function trialTable(sweep) {
  const objective = sweep.objective;
  const ranked = [...sweep.trials].sort((a, b) => {
    if (a.objective == null || b.objective == null) return (a.objective == null) - (b.objective == null) || a.trial - b.trial;
    return (objective && better(objective.goal, a.objective, b.objective)) || a.trial - b.trial;
  });
  const rows = ranked.slice(0, MOST_ROWS).map(trial => el('tr', {}, el('td', { class: 'number' }, String(trial.trial)), el('td', {}, state(trial)),
    objective && el('td', { class: 'number' }, number(trial.objective)), trial.values.map(value => el('td', {}, el('code', {}, value))), el('td', {}, trial.reason)));
  const head = ['Trial', 'State', objective && objective.metric, ...sweep.keys, ''].filter(name => name != null && name !== false);
  return el('details', { class: 'block', open: ranked.length <= 16 }, el('summary', {}, ranked.length + ' trials' + (objective ? ', the best first' : '')),
    el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, el('tr', {}, head.map(name => el('th', {}, name)))), el('tbody', {}, rows))),
    ranked.length > MOST_ROWS && el('p', { class: 'muted' }, 'and ' + (ranked.length - MOST_ROWS) + ' more'));
}

function headOfSweep(sweep) {
  document.title = 'Sweep ' + sweep.name;
  const axes = varying(sweep);
  const finished = sweep.trials.filter(trial => trial.objective != null && trial.state === 'finished');
  const states = Object.entries(sweep.trials.reduce((all, trial) => ({ ...all, [trial.state]: (all[trial.state] || 0) + 1 }), {}));
  const best = sweep.trials.find(trial => trial.trial === sweep.best);
  const spread = axes.some(axis => axis.key === SEED) ? ' Points are means over ' + SEED + ', bars reach from the least to the largest value.' : ' Bars reach from the least to the largest value.';
  return [
    el('div', { class: 'title' }, el('h1', {}, 'Sweep ' + sweep.name)),
    el('div', { class: 'muted' }, sweep.trials.length + ' trials of ' + sweep.command + ': ' + states.map(([name, count]) => count + ' ' + name).join(', ')),
    best && facts([['Best ' + sweep.objective.metric + ' (' + sweep.objective.goal + ')', number(best.objective)], ['Trial', String(best.trial)],
      ...axes.map(axis => [axis.key, best.values[axis.index]])]),
    ...(finished.length ? [
      el('h2', {}, sweep.objective.metric + ' over each key', el('small', {}, ' ·' + spread + ' A red cross is a trial that failed.')),
      el('div', { class: 'charts' }, axes.filter(axis => axis.key !== SEED).map(axis => new KeyChart(sweep, axis, axes).element())),
      parallel(sweep, axes.filter(axis => axis.key !== SEED)),
    ] : []),
    trialTable(sweep),
    runs.length > 0 && el('h2', {}, 'Curves', runs.length < sweep.trials.length && el('small', {}, ' · of the ' + runs.length + ' best trials')),
  ].filter(Boolean);
}
