/** A YAML file in an editor with our schema. show(scene) opens a scene and returns its visible text. */
import 'monaco-editor/esm/vs/basic-languages/yaml/yaml.contribution.js';
import * as monaco from 'monaco-editor/esm/vs/editor/edcore.main.js';
import { InMemoryStorageService } from 'monaco-editor/esm/vs/platform/storage/common/storage.js';
import { configureMonacoYaml } from 'monaco-yaml';
import './page.css';

const SCHEMA = 'schemas/alignment.schema.json';
const PATIENCE_MS = 20_000;

globalThis.MonacoEnvironment = {
  getWorker: (module, label) => new Worker(label === 'yaml' ? 'yaml.worker.js' : 'editor.worker.js'),
};

/** Returns the result of a function as soon as there is one. */
async function wait(what, find) {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    const found = find();
    if (found && found.length !== 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no ${what} after ${PATIENCE_MS} ms: ${document.body.innerText}`);
}

/** Returns the text of each visible element, in the order of the screen. */
const texts = (selector) => [...document.querySelectorAll(selector)]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
  .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
  .map((element) => element.innerText.replace(/\u00a0/g, ' ').trim());

/** Returns the stored settings of an editor: a list as wide as its items, with the documentation next to it. */
function remembered() {
  const storage = new InMemoryStorageService();
  storage.store('expandSuggestionDocs', true, 0 /* StorageScope.PROFILE */);
  const size = JSON.stringify({ width: 190, height: 102 });
  storage.store('suggestWidget.size/vs.editor.ICodeEditor/false', size, 0 /* StorageScope.PROFILE */);
  return storage;
}

async function openEditor() {
  await Promise.all([...document.fonts].map((font) => font.load()));
  const created = monaco.editor.create(document.getElementById('editor'), {
    language: 'yaml',
    fontFamily: 'Code',
    fontSize: 13,
    lineHeight: 20,
    theme: 'vs',
    padding: { top: 6 },
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    scrollbar: { vertical: 'hidden', horizontal: 'hidden', verticalScrollbarSize: 0 },
    guides: { indentation: false },
    lineNumbersMinChars: 3,
    folding: false,
    renderLineHighlight: 'none',
    occurrencesHighlight: 'off',
    cursorBlinking: 'solid',
    quickSuggestions: false,
    lightbulb: { enabled: 'off' },
    fixedOverflowWidgets: true,
  }, { storageService: remembered() });
  const schema = await (await fetch(SCHEMA)).json();
  configureMonacoYaml(monaco, { schemas: [{ uri: `file:///configs/${SCHEMA}`, fileMatch: ['*'], schema }] });
  return created;
}

let editor;

/** Puts the cursor at the mark in a text. */
function write(marked) {
  const before = marked.slice(0, marked.indexOf('‸')).split('\n');
  const path = monaco.Uri.parse('file:///alignment.mine.yaml');
  editor.getModel()?.dispose();
  editor.setModel(monaco.editor.createModel(marked.replace('‸', ''), 'yaml', path));
  editor.setPosition({ lineNumber: before.length, column: before.at(-1).length + 1 });
  editor.focus();
}

const run = (command) => editor.trigger('page', command);

/** Returns the documentation of a key as soon as it is visible; it begins with the name. */
const documentation = (label) => wait(`documentation of ${label}`, () =>
  texts('.suggest-details .body').find((text) => text.startsWith(`${label}: `)));

/** Turns warnings into errors, as the server itself does outside this editor. */
async function problems() {
  const markers = await wait('problem', () => monaco.editor.getModelMarkers({}));
  const errors = markers.map((marker) => ({ ...marker, severity: monaco.MarkerSeverity.Error }));
  errors.sort((a, b) => a.startLineNumber - b.startLineNumber);
  monaco.editor.setModelMarkers(editor.getModel(), markers[0].owner, errors);
  return errors;
}

const operations = {
  /** Returns the documentation of each offered key, and leaves the selected one open. */
  async complete({ chosen }) {
    run('editor.action.triggerSuggest');
    const found = [];
    const labels = await wait('completion', () => texts('.suggest-widget .label-name'));
    for (const label of labels) {
      found.push(`${label}\n${await documentation(label)}`);
      run('selectNextSuggestion');
    }
    // After the last item, the first has the focus again.
    labels.slice(0, labels.indexOf(chosen)).forEach(() => run('selectNextSuggestion'));
    await documentation(chosen);
    return found;
  },

  async hover() {
    run('editor.action.showHover');
    return wait('hover', () => texts('.monaco-hover .hover-contents'));
  },

  /** Returns the message and the fixes of each problem, and leaves the last ones open. */
  async fix() {
    const found = [];
    const errors = await problems();
    for (const { message, startLineNumber } of errors) {
      run('hideCodeActionWidget');
      run('closeMarkersNavigation');
      editor.setPosition({ lineNumber: startLineNumber, column: 1 });
      editor.focus();
      run('editor.action.marker.next');
      await wait(message, () => texts('.marker-widget .message').find((text) => text.startsWith(message)));
      run('editor.action.quickFix');
      const fixes = await wait('quick fix', () => texts('.action-widget .monaco-list-row.action'));
      found.push([message, ...fixes.map((fix) => `fix: ${fix}`)].join('\n'));
    }
    return found;
  },
};

globalThis.show = async (scene) => {
  editor ??= await openEditor();
  write(scene.text);
  return operations[scene.shows](scene);
};
