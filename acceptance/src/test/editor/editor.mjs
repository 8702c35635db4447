/**
 * Asks the real yaml-language-server what an editor shows for YAML texts, and runs other tools on JSON Schemas.
 *
 * Reads one JSON request per line and writes one JSON answer per line, in order. A request is {op, schema, cases}: a schema file, and
 * cases {text, line, character}, counted from 0. An answer is {results}, one for each case, or {error}. Without a schema, the modeline of
 * a text names one relative to "folder". The operations:
 *
 *   complete   [{label, kind, insert, doc, accepted}], accepted is the text after accepting the item
 *   hover      Markdown, or null
 *   diagnose   [{line, character, severity, message, source}]
 *   fix        [{line, character, message, fixes: [{title, text}]}], text is the text after the fix
 *   compile    messages of ajv in strict mode about the schema; no cases
 *   typescript names that json-schema-to-typescript exports; no cases
 *   quicktype  names of the TypeScript types that quicktype generates; no cases
 */
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accept, replaceAll } from './accept.mjs';
import { LanguageServer } from './languageServer.mjs';
import { compile, quicktypeNames, typescriptNames } from './schemaTools.mjs';

const SEVERITIES = [undefined, 'error', 'warning', 'information', 'hint'];

/** Number of documents validated at the same time, because the server waits before it validates one. */
const AT_ONCE = 500;

const server = await LanguageServer.start(process.cwd());
let documents = 0;

/** Opens a document while a function runs. */
async function withDocument(request, { text }, use) {
  const prefix = request.schema ? await server.prefixOf(request.schema) : 'document-';
  const uri = pathToFileURL(join(request.folder ?? process.cwd(), `${prefix}${++documents}.yaml`)).href;
  const published = use.needsDiagnostics ? server.diagnostics(uri) : null;
  server.open(uri, text);
  try {
    return await use(uri, published);
  } finally {
    server.close(uri);
  }
}

/** Runs one at a time, because the server's completion keeps state between its steps. */
async function oneByOne(request, use) {
  const results = [];
  for (const one of request.cases) results.push(await withDocument(request, one, (uri) => use(uri, one)));
  return results;
}

async function allDiagnostics(request, use) {
  const results = [];
  for (let at = 0; at < request.cases.length; at += AT_ONCE) {
    const some = request.cases.slice(at, at + AT_ONCE).map((one) => {
      const asked = async (uri, published) => use(await published, uri, one);
      asked.needsDiagnostics = true;
      return withDocument(request, one, asked);
    });
    results.push(...await Promise.all(some));
  }
  return results;
}

const place = ({ line, character }) => ({ line, character });

const operations = {
  complete: (request) => oneByOne(request, async (uri, one) => {
    const list = await server.request('textDocument/completion', { textDocument: { uri }, position: place(one) });
    return (list?.items ?? list ?? []).map((item) => ({
      label: item.label,
      kind: item.kind,
      insert: item.textEdit?.newText ?? item.insertText ?? item.label,
      doc: item.documentation?.value ?? item.documentation ?? '',
      accepted: accept(one.text, place(one), item),
    }));
  }),

  hover: (request) => oneByOne(request, async (uri, one) => {
    const hover = await server.request('textDocument/hover', { textDocument: { uri }, position: place(one) });
    const contents = hover?.contents;
    return contents === undefined ? null : [contents].flat().map((part) => part.value ?? part).join('\n');
  }),

  diagnose: (request) => allDiagnostics(request, (diagnostics) => diagnostics.map(({ range, severity, message, source }) => ({
    ...range.start, severity: SEVERITIES[severity], message, source,
  }))),

  fix: (request) => allDiagnostics(request, async (diagnostics, uri, { text }) => {
    const results = [];
    for (const diagnostic of diagnostics) {
      const actions = await server.request('textDocument/codeAction', {
        textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic], only: ['quickfix'] },
      });
      const fixes = (actions ?? []).filter((action) => action.edit?.changes).map((action) => ({
        title: action.title, text: replaceAll(text, Object.values(action.edit.changes).flat()),
      }));
      results.push({ ...diagnostic.range.start, message: diagnostic.message, fixes });
    }
    return results;
  }),

  compile: ({ schema }) => compile(schema),
  typescript: ({ schema }) => typescriptNames(schema),
  quicktype: ({ schema }) => quicktypeNames(schema),
};

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const request = JSON.parse(line);
    if (!operations[request.op]) throw new Error(`no operation '${request.op}'`);
    answer = { results: await operations[request.op](request) };
  } catch (error) {
    answer = { error: error.stack ?? String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
server.stop();
