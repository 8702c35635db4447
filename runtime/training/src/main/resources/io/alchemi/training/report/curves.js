// The curves of a metric, one chart for all runs.

let theme = {};
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const value = name => style.getPropertyValue(name).trim();
  theme = { axis: value('--muted'), grid: value('--grid'), back: value('--card'), runs: [] };
  for (let i = 0; i < 8; i++) theme.runs.push(value('--run-' + i));
}

/** Steps are written as differences. */
function unpack(curve) {
  let step = 0;
  return { ...curve, x: curve.x.map(difference => (step += difference)) };
}

/**
 * Exponential moving average whose weight depends on the distance between points, so that it has the same meaning on sparse and dense
 * curves. If a curve was thinned out, it averages the interval means, not the extremes.
 */
function smooth(curve, width) {
  const values = curve.means || curve.y;
  let sum = 0, weights = 0, last = null;
  return curve.x.map((step, i) => {
    if (values[i] == null) {
      // The second extreme of an interval has no mean, so it is skipped. After a gap, the average restarts.
      if (curve.y[i] == null) { sum = weights = 0; last = null; return null; }
      return undefined;
    }
    const keep = last == null ? 0 : Math.pow(smoothing, (step - last) / width * 1000);
    sum = sum * keep + values[i];
    weights = weights * keep + 1;
    last = step;
    return sum / weights;
  });
}

const full = (() => {
  let [min, max] = [Infinity, -Infinity];
  for (const chart of data.charts) {
    chart.curves = chart.curves.map(curve => curve && unpack(curve));
    for (const curve of chart.curves) {
      if (curve && curve.x.length) {
        min = Math.min(min, curve.x[0]);
        max = Math.max(max, curve.x[curve.x.length - 1]);
      }
    }
  }
  return min < max ? [min, max] : [min - 1, max + 1];
})();

class Plot {
  constructor(chart, first) {
    this.chart = chart;
    this.present = chart.curves.map((curve, run) => (curve ? run : -1)).filter(run => run >= 0);
    this.log = false;
    this.read = el('p', { class: 'read' });
    this.box = el('div', { class: 'plot' });
    const positive = this.present.some(run => chart.curves[run].y.some(value => value > 0));
    const button = el('button', { type: 'button', 'aria-pressed': 'false', disabled: !positive, title: 'Logarithmic scale' }, 'log');
    button.addEventListener('click', () => {
      this.log = !this.log;
      button.setAttribute('aria-pressed', this.log);
      this.build();
    });
    this.element = el('section', { class: 'chart' + (first ? ' wide' : '') },
      el('header', {}, el('h3', {}, chart.metric), button), this.read, this.box);
  }

  /** Two series per run: the measured values and their moving average. */
  table() {
    const shown = values => (this.log ? values.map(value => (value != null && value <= 0 ? null : value)) : values);
    const tables = this.present.map(run => {
      const curve = this.chart.curves[run];
      const average = smoothing > 0 ? smooth(curve, full[1] - full[0]) : curve.y.map(() => null);
      return [curve.x, shown(curve.y), shown(average)];
    });
    return tables.length === 1 ? tables[0] : uPlot.join(tables);
  }

  series() {
    const all = [{}];
    for (const run of this.present) {
      const look = {
        show: !hidden.has(run),
        dash: run < 8 ? undefined : run < 16 ? [6, 3] : [2, 2],
      };
      const colour = () => theme.runs[run % 8];
      all.push({ ...look, stroke: () => colour() + (smoothing > 0 ? '48' : ''), width: 1.5, points: { fill: colour, stroke: colour, size: 5 } });
      all.push({ ...look, stroke: colour, width: 1.5, points: { show: false } });
    }
    return all;
  }

  build() {
    if (this.plot) this.plot.destroy();
    const axis = {
      stroke: () => theme.axis,
      grid: { stroke: () => theme.grid, width: 1 },
      ticks: { stroke: () => theme.grid, width: 1, size: 4 },
      font: '11px system-ui, sans-serif',
      gap: 4,
      values: (_, ticks) => ticks.map(tick),
    };
    this.plot = new uPlot({
      width: Math.max(160, this.box.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      padding: [8, 18, 0, 0],
      scales: {
        x: { time: false, range: () => zoom || full },
        y: this.log ? { distr: 3 } : {},
      },
      series: this.series(),
      axes: [{ ...axis, size: 26, space: 50, incrs: STEP_DISTANCES }, { ...axis, size: 54, space: 34 }],
      cursor: {
        y: false,
        drag: { x: true, y: false, setScale: false, dist: 5 },
        sync: { key: 'steps', scales: ['x', null], filters: { pub: type => type === 'mousemove' || type === 'mouseleave' } },
        dataIdx: (plot, series, index) => nearest(plot.data, series, index),
        points: {
          size: 7,
          width: 2,
          fill: (_, series) => (this.isFaint(series) ? 'transparent' : theme.back),
          stroke: (_, series) => (this.isFaint(series) ? 'transparent' : theme.runs[this.present[(series - 1) >> 1] % 8]),
        },
        bind: { dblclick: () => () => { zoomTo(null); return null; } },
      },
      hooks: {
        draw: [() => { drawn.add(this); document.documentElement.dataset.drawn = drawn.size; }],
        setCursor: [() => this.show()],
        setSelect: [plot => {
          const { left, width } = plot.select;
          if (width < 1) return;
          zoomTo([plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')]);
          plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
        }],
      },
    }, this.table(), this.box);
    this.show();
  }

  /** Returns true for a measured curve that is drawn behind its average. */
  isFaint(series) {
    return smoothing > 0 && series % 2 === 1;
  }

  /** Shows the values at the cursor, or the last ones. */
  show() {
    const plot = this.plot;
    const index = plot && plot.cursor.left >= 0 ? plot.cursor.idx : null;
    const visible = this.present.filter(run => !hidden.has(run));
    if (index == null) {
      const summaries = visible.map(run => this.summary(run));
      this.read.style.minHeight = '';
      this.read.replaceChildren(...(several ? [el('span', {}, 'last'), ...summaries] : summaries));
      this.read.style.minHeight = this.read.offsetHeight + 'px'; // Prevents the layout from changing while the cursor moves.
      return;
    }
    let at = null;
    const values = visible.map(run => {
      const series = this.present.indexOf(run) * 2 + 1;
      const point = nearest(plot.data, series, index);
      const value = point == null ? undefined : plot.data[series][point];
      if (point != null && (at == null || point === index)) at = plot.data[0][point];
      // A curve that was thinned out has fewer averages than points.
      const smoothed = smoothing > 0 ? nearest(plot.data, series + 1, index) : null;
      const average = smoothed == null ? null : plot.data[series + 1][smoothed];
      const gap = this.log ? 'none on this scale' : 'not finite';
      const text = value === undefined ? '–' : value === null ? gap : several ? four(average ?? value) : number(value);
      return el('span', {}, several && badge(run), el('b', {}, text), !several && average != null && ' smoothed ' + number(average));
    });
    const step = 'step ' + (at == null ? '–' : grouped.format(at)) + (several && smoothing > 0 ? ', smoothed' : '');
    this.read.replaceChildren(el('span', {}, step), ...values);
  }

  summary(run) {
    const curve = this.chart.curves[run];
    const last = el('b', {}, curve.last == null ? 'not finite' : several ? four(curve.last) : number(curve.last));
    if (several) return el('span', {}, badge(run), last);
    return el('span', {}, el('span', {}, last, ' last'),
      curve.count > 1 && curve.min != null && el('span', {}, 'min ' + four(curve.min) + ' at ' + grouped.format(curve.minStep)),
      curve.count > 1 && curve.min != null && el('span', {}, 'max ' + four(curve.max) + ' at ' + grouped.format(curve.maxStep)),
      curve.gap != null && el('span', { class: 'gap' }, 'not finite at ' + grouped.format(curve.gap)));
  }

  toggle() {
    this.present.forEach((run, i) => {
      this.plot.setSeries(2 * i + 1, { show: !hidden.has(run) });
      this.plot.setSeries(2 * i + 2, { show: !hidden.has(run) });
    });
    this.show();
  }

  resize(width, height) {
    if (this.plot && width > 0) this.plot.setSize({ width, height: height || HEIGHT });
  }
}

/** Grid distances on the axis of steps, which are integers. */
const STEP_DISTANCES = Array.from({ length: 13 }, (_, power) => [1, 2, 5].map(digit => digit * 10 ** power)).flat();

/** Returns the nearest point of a series, or null before its beginning and after its end. */
function nearest(table, series, index) {
  const [x, y] = [table[0], table[series]];
  if (index == null || y[index] !== undefined) return index;
  let [left, right] = [index, index];
  while (left >= 0 && y[left] === undefined) left--;
  while (right < y.length && y[right] === undefined) right++;
  if (left < 0 || right >= y.length) return null;
  return x[index] - x[left] <= x[right] - x[index] ? left : right;
}

let reset;
function zoomTo(range) {
  zoom = range;
  reset.hidden = !zoom;
  for (const plot of plots) {
    const [min, max] = zoom || full;
    plot.plot.setScale('x', { min, max });
  }
}
