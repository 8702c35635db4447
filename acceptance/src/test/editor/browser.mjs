/** Controls headless Chromium over a pipe: nothing is downloaded, and no port is opened. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** Options for the same pixels each time: no hinting, no subpixels, no screen profile. */
const ARGUMENTS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
  '--disable-component-update', '--no-first-run', '--hide-scrollbars', '--font-render-hinting=none', '--disable-lcd-text',
  '--force-color-profile=srgb', '--lang=en', '--remote-debugging-pipe',
];

export class Browser {
  #child;
  #ended;
  #received = '';
  #lastId = 0;
  #pending = new Map();
  #session;

  /** Starts a browser with a new profile in a folder, which is removed first. */
  constructor(program, profile) {
    rmSync(profile, { recursive: true, force: true });
    this.#child = spawn(program, [...ARGUMENTS, `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error) => resolve(error));
      this.#child.on('exit', (code) => resolve(new Error(`${program} ended with ${code}`)));
    });
    this.#ended.then((error) => this.#fail(error));
    this.#child.stdio[3].on('error', () => {}); // The browser has ended.
    this.#child.stdio[4].setEncoding('utf8').on('data', (text) => this.#read(text));
  }

  /** Opens a page in a window. */
  async open(url, { width, height, scale }) {
    this.#session = undefined;
    const { targetId } = await this.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId;
    await this.#send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
    await this.#send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await this.#send('Page.enable');
    const loaded = new Promise((resolve) => this.#pending.set('Page.loadEventFired', { resolve }));
    await this.#send('Page.navigate', { url });
    await loaded;
  }

  /** Evaluates an expression in the page, and awaits its value. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression, awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Returns the bytes of a PNG of the window. */
  async picture() {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  async close() {
    this.#child.kill();
    await this.#ended;
  }

  #send(method, params = {}) {
    const id = ++this.#lastId;
    const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    this.#child.stdio[3].write(JSON.stringify({ id, method, params, sessionId: this.#session }) + '\0');
    return answer;
  }

  #read(text) {
    const messages = (this.#received + text).split('\0');
    this.#received = messages.pop();
    for (const message of messages.map((one) => JSON.parse(one))) {
      const waiting = this.#pending.get(message.id ?? message.method);
      this.#pending.delete(message.id ?? message.method);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
    }
  }

  #fail(error) {
    for (const waiting of this.#pending.values()) waiting.reject?.(error);
    this.#pending.clear();
  }
}
