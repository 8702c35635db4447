/** A client of yaml-language-server, which runs as a separate process, as in an editor. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PACKAGE = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
const TIMEOUT_MS = 60_000;

/** Capabilities of the VS Code client, as far as they influence the answers. */
const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } } },
    publishDiagnostics: { relatedInformation: true },
  },
};

/** Defaults of the VS Code extension, without features that need a network. */
const SETTINGS = {
  yaml: {
    validate: true, hover: true, completion: true,
    schemaStore: { enable: false }, kubernetesCRDStore: { enable: false },
  },
  http: { proxy: '', proxyStrictSSL: false },
  '[yaml]': { 'editor.tabSize': 2, 'editor.insertSpaces': true },
  editor: { detectIndentation: true, tabSize: 2 },
};

export class LanguageServer {
  #root;
  #child;
  #received = Buffer.alloc(0);
  #lastId = 0;
  #pending = new Map();
  #schemas = new Map(); // uri of a schema -> prefix of the file names of its documents
  #waiting = new Map(); // uri of a document -> the pending request for its diagnostics
  #settingsRead;
  #knownSchemas; // fulfilled when the server knows all schemas

  /** Starts a server. The folder is the root of the workspace. */
  static async start(root) {
    const server = new LanguageServer(root);
    await server.#initialize();
    return server;
  }

  constructor(root) {
    this.#root = pathToFileURL(root).href;
    const program = join(dirname(PACKAGE), 'bin/yaml-language-server');
    this.#child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout.on('data', (bytes) => this.#read(bytes));
    this.#child.on('exit', (code) => this.#fail(new Error(`yaml-language-server ended with ${code}`)));
  }

  async #initialize() {
    await this.request('initialize', {
      processId: process.pid, rootUri: this.#root, locale: 'en', capabilities: CAPABILITIES,
      workspaceFolders: [{ uri: this.#root, name: 'root' }],
    });
    await this.#afterSettings('initialized', {});
  }

  /** Sends a notification after which the server reads the settings, and waits until it has. */
  async #afterSettings(method, params) {
    const read = new Promise((resolve) => { this.#settingsRead = resolve; });
    this.notify(method, params);
    await read;
    await this.request('yaml/get/all/jsonSchemas', 'file:///none.yaml');
  }

  /**
   * Returns the prefix of the file names of documents with a schema. The settings map it to the schema, as in a project, and the server
   * reads the schema only once. If the client were to choose the schema of each document, the server would read it again for each.
   */
  async prefixOf(schema) {
    const uri = pathToFileURL(schema).href;
    if (!this.#schemas.has(uri)) {
      this.#schemas.set(uri, `schema-${this.#schemas.size}-`);
      this.#knownSchemas = this.#afterSettings('workspace/didChangeConfiguration', { settings: null });
    }
    await this.#knownSchemas;
    return this.#schemas.get(uri);
  }

  open(uri, text) {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  }

  close(uri) {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Returns the diagnostics that the server publishes next for a document. */
  diagnostics(uri) {
    return this.#answer(`diagnostics of ${uri}`, (waiting) => this.#waiting.set(uri, waiting));
  }

  request(method, params) {
    const id = ++this.#lastId;
    const answer = this.#answer(method, (waiting) => this.#pending.set(id, waiting));
    this.#send({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  stop() {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }

  #answer(what, register) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${what}: no answer after ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
      register({
        resolve: (value) => { clearTimeout(timer); resolve(value); },
        reject: (error) => { clearTimeout(timer); reject(error); },
      });
    });
  }

  #fail(error) {
    for (const waiting of [...this.#pending.values(), ...this.#waiting.values()]) waiting.reject(error);
    this.#pending.clear();
    this.#waiting.clear();
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify(message));
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#child.stdin.write(body);
  }

  #read(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(this.#received.toString('ascii', 0, head))[1]);
      const end = head + 4 + length;
      if (this.#received.length < end) return;
      const body = this.#received.toString('utf8', head + 4, end);
      this.#received = this.#received.subarray(end);
      this.#receive(JSON.parse(body));
    }
  }

  #receive(message) {
    if (message.method && message.id !== undefined) {
      this.#send({ jsonrpc: '2.0', id: message.id, result: this.#result(message) });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      this.#settle(this.#waiting, message.params.uri, message.params.diagnostics);
    } else if (!message.method) {
      this.#settle(this.#pending, message.id, message.result, message.error);
    }
  }

  #settle(waiting, key, value, error) {
    const found = waiting.get(key);
    waiting.delete(key);
    if (error) found?.reject(new Error(error.message)); else found?.resolve(value);
  }

  #settings() {
    const schemas = Object.fromEntries([...this.#schemas].map(([uri, prefix]) => [uri, `${prefix}*.yaml`]));
    return { ...SETTINGS, yaml: { ...SETTINGS.yaml, schemas } };
  }

  /** Answers a request of the server. */
  #result({ method, params }) {
    switch (method) {
      case 'workspace/configuration':
        if (params.items.some((item) => item.section === 'yaml')) setImmediate(this.#settingsRead);
        return params.items.map((item) => this.#settings()[item.section] ?? null);
      case 'workspace/workspaceFolders':
        return [{ uri: this.#root, name: 'root' }];
      default:
        return null;
    }
  }
}
