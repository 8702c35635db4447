(() => {
  'use strict';
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

  // ---- curves

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
   * Exponential moving average whose weight depends on the distance of points, so that it means the same on sparse and dense
   * curves. Where a curve was thinned out it averages the means that were kept for this, not the extremes.
   */
  function smooth(curve, width) {
    const values = curve.means || curve.y;
    let sum = 0, weights = 0, last = null;
    return curve.x.map((step, i) => {
      if (values[i] == null) {
        // The second extreme of an interval has no mean of its own: leave it out. A gap begins anew.
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

    /** Two series a run: what was measured, and its moving average. */
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

    /** True for a measured curve that is drawn behind its average. */
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
        this.read.style.minHeight = this.read.offsetHeight + 'px'; // Nothing moves while the cursor does.
        return;
      }
      let at = null;
      const values = visible.map(run => {
        const series = this.present.indexOf(run) * 2 + 1;
        const point = nearest(plot.data, series, index);
        const value = point == null ? undefined : plot.data[series][point];
        if (point != null && (at == null || point === index)) at = plot.data[0][point];
        const average = smoothing > 0 && point != null ? plot.data[series + 1][point] : null;
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

  /** Distances of lines on the axis of steps, which are whole numbers. */
  const STEP_DISTANCES = Array.from({ length: 13 }, (_, power) => [1, 2, 5].map(digit => digit * 10 ** power)).flat();

  /** The nearest point that a series itself has; null before its beginning and after its end. */
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

  // ---- head

  const state = run => el('span', { class: 'state ' + (/^[a-z]+$/.test(run.state) ? run.state : '') }, run.state);
  const progress = run => (run.step == null ? '–' : number(run.step) + (run.steps == null || run.steps === run.step ? '' : ' of ' + number(run.steps)));

  function rate(run) {
    const { tokensPerSecond, stepsPerSecond } = run.throughput;
    if (tokensPerSecond != null) return number(Number(tokensPerSecond.toPrecision(4))) + ' tokens/s';
    return stepsPerSecond == null ? '–' : number(Number(stepsPerSecond.toPrecision(3))) + ' steps/s';
  }

  function facts(pairs) {
    return el('dl', { class: 'facts' }, pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
  }

  function notes(run, who) {
    const all = [];
    if (run.reason) all.push(el('p', { class: 'note' }, who && [badge(who.run), ' '], run.reason));
    if (run.missing.length) all.push(el('p', { class: 'note missing' }, who && [badge(who.run), ' '], 'Not shown: ' + run.missing.join('; ')));
    return all;
  }

  function headOfOne(run) {
    document.title = run.name || run.id;
    return [
      el('div', { class: 'title' }, el('h1', {}, run.name || run.id), state(run)),
      el('div', { class: 'muted' }, [run.command || 'unknown command', run.name && run.id, run.started && 'started ' + time(run.started), run.host && 'on ' + run.host].filter(Boolean).join(' · ')),
      facts([['Step', progress(run)], ['Loss', number(run.loss)], ['Duration', duration(run.seconds)],
        ['Throughput', rate(run)], ['Median step', stepTime(run.throughput.medianStepSeconds)]]),
      ...notes(run),
    ];
  }

  function headOfSeveral() {
    document.title = runs.length + ' runs compared';
    const head = ['', 'Run', 'Command', 'State', 'Step', 'Loss', 'Duration', 'Throughput', 'Median step'];
    return [
      el('div', { class: 'title' }, el('h1', {}, runs.length + ' runs compared')),
      el('div', { class: 'block scroll' }, el('table', {},
        el('thead', {}, el('tr', {}, head.map(name => el('th', {}, name)))),
        el('tbody', {}, runs.map((run, i) => el('tr', {}, el('td', {}, badge(i)), el('td', {}, run.id), el('td', {}, run.command),
          el('td', {}, state(run)),
          [progress(run), number(run.loss), duration(run.seconds), rate(run), stepTime(run.throughput.medianStepSeconds)]
            .map(text => el('td', { class: 'number' }, text))))))),
      ...runs.flatMap((run, i) => notes(run, { run: i })),
    ];
  }

  function bar() {
    const shown = el('output', {}, '0');
    const slider = el('input', { type: 'range', min: 0, max: 0.99, step: 0.01, value: 0, 'aria-label': 'Smoothing' });
    slider.addEventListener('input', () => {
      smoothing = Number(slider.value);
      shown.textContent = slider.value;
      plots.forEach(plot => { plot.plot.setData(plot.table(), false); plot.plot.redraw(); plot.show(); });
    });
    reset = el('button', { type: 'button', class: 'reset', hidden: true }, 'Reset zoom');
    reset.addEventListener('click', () => zoomTo(null));
    const toggles = runs.map((run, i) => {
      const button = el('button', { type: 'button', 'aria-pressed': 'true', title: run.id }, badge(i), el('span', {}, run.name || run.id));
      button.addEventListener('click', () => {
        hidden.has(i) ? hidden.delete(i) : hidden.add(i);
        button.setAttribute('aria-pressed', !hidden.has(i));
        plots.forEach(plot => plot.toggle());
      });
      return button;
    });
    return el('div', { class: 'bar' }, several && el('div', { class: 'runs' }, toggles),
      el('label', {}, 'Smoothing', slider, shown), reset,
      el('span', { class: 'muted hint' }, 'Drag to zoom, double-click to reset'));
  }

  // ---- below the curves

  const groups = [['training', 'Training'], ['evaluation', 'Evaluation'], ['throughput', 'Throughput']];

  function charts() {
    return groups.flatMap(([group, title]) => {
      const all = data.charts.filter(chart => chart.group === group);
      const curves = all.filter(chart => chart.constant === undefined);
      const constant = all.filter(chart => chart.constant !== undefined);
      if (!all.length) return [];
      const made = curves.map((chart, i) => new Plot(chart, group === 'training' && i === 0 && curves.length > 1));
      plots.push(...made);
      return [
        el('h2', {}, title, constant.length > 0 && el('small', {}, ' · constant: ' + constant.map(chart => chart.metric + ' ' + number(chart.constant)).join(', '))),
        el('div', { class: 'charts' }, made.map(plot => plot.element)),
      ];
    });
  }

  function cell(entry) {
    if (!entry) return el('td', { class: 'muted' }, '–');
    return el('td', {}, el('code', {}, entry.value), several && entry.origin && el('span', { class: 'origin' }, entry.origin));
  }

  function table(rows, origins) {
    const head = several ? runs.map((run, i) => el('th', {}, badge(i), ' ', run.name || run.id)) : [el('th', {}, 'Value'), origins && el('th', {}, 'Origin')];
    const body = el('tbody', {}, rows.map(row => {
      const [first] = row.values;
      const line = el('tr', { class: !several && first && first.origin === 'default' ? 'default' : null }, el('td', { class: 'key' }, el('code', {}, row.key)), row.values.map(cell),
        !several && origins && el('td', { class: 'origin' }, first ? first.origin : ''));
      line.text = [row.key, ...row.values.flatMap(entry => (entry ? [entry.value, entry.origin] : []))].join('\n').toLowerCase();
      return line;
    }));
    return { element: el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, el('tr', {}, el('th', {}, 'Key'), head)), body)), lines: [...body.children] };
  }

  function filtered(made) {
    const box = el('input', { type: 'search', placeholder: 'Filter by key, value or origin', 'aria-label': 'Filter' });
    box.addEventListener('input', () => {
      const wanted = box.value.toLowerCase();
      made.lines.forEach(line => { line.hidden = !line.text.includes(wanted); });
    });
    return [box, made.element];
  }

  function keys(title, rows, origins, open) {
    if (!rows.length) return [];
    if (!several) {
      return [el('details', { class: 'block', open }, el('summary', {}, title), origins ? filtered(table(rows, origins)) : table(rows, false).element)];
    }
    const differing = rows.filter(row => row.differs);
    const same = rows.filter(row => !row.differs);
    const difference = ['no key differs', '1 key differs'][differing.length] || differing.length + ' keys differ';
    return [
      el('div', { class: 'block' }, el('h2', {}, title + ': ' + difference),
        differing.length > 0 && table(differing, origins).element,
        same.length > 0 && el('details', {}, el('summary', {}, same.length + ' equal keys'), filtered(table(same, origins)))),
    ];
  }

  function commands() {
    const lines = runs.flatMap((run, i) => run.commands.map(command => el('pre', {}, several && [badge(i), ' '], command)));
    return lines.length ? [el('div', { class: 'block' }, el('h2', {}, 'Command line'), lines)] : [];
  }

  // ---- the page

  const page = document.getElementById('page');
  readTheme();
  const tools = bar();
  const drawings = charts();
  page.replaceChildren(
    ...(several ? headOfSeveral() : headOfOne(runs[0])),
    ...(drawings.length ? [tools, ...drawings] : [el('p', { class: 'muted' }, 'No metrics were written.')]),
    ...keys('Configuration', data.configuration, true, true),
    ...commands(),
    ...keys('Environment', data.environment, false, true),
    el('footer', {}, 'Written by Alchemi ' + data.version + ' on ' + time(data.written) + '. Curves: uPlot 1.6.32, MIT License.'));
  plots.forEach(plot => plot.build());

  const widths = new ResizeObserver(entries => {
    for (const entry of entries) {
      const plot = plots.find(other => other.box === entry.target);
      if (!printing && Math.round(entry.contentRect.width) !== plot.plot.width) plot.resize(Math.floor(entry.contentRect.width));
    }
  });
  plots.forEach(plot => widths.observe(plot.box));

  function redraw() {
    readTheme();
    plots.forEach(plot => plot.plot.redraw(false, true));
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

  let closed = [];
  addEventListener('beforeprint', () => {
    printing = true;
    document.documentElement.classList.add('print');
    closed = [...document.querySelectorAll('details:not([open])')];
    closed.forEach(details => { details.open = true; });
    plots.forEach(plot => plot.resize(320, 180));
    redraw();
  });
  addEventListener('afterprint', () => {
    printing = false;
    document.documentElement.classList.remove('print');
    closed.forEach(details => { details.open = false; });
    plots.forEach(plot => plot.resize(plot.box.clientWidth));
    redraw();
  });
})();
