// The parts of the page from top to bottom, and its event handlers.

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
  ...(data.sweep ? headOfSweep(data.sweep) : several ? headOfSeveral() : headOfOne(runs[0])),
  ...(drawings.length ? [tools, ...drawings] : [el('p', { class: 'muted' }, 'No metrics to show.')]),
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
