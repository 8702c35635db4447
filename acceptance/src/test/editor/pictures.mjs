/**
 * Opens our schema in an editor in headless Chromium; the environment variable CHROMIUM is the program.
 *
 *   node pictures.mjs FOLDER   writes a picture of each scene
 *   node pictures.mjs          prints the text of each scene
 */
import { build } from 'esbuild';
import { copyFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser } from './browser.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, '../../../target/editor');
const BUNDLE = join(TARGET, 'page');
const SCHEMAS = join(HERE, '../../../../configs');

const SCENES = {
  completion: {
    shows: 'complete',
    chosen: 'warmup_steps',
    height: 280,
    text: 'global:\n  seed: 7\n  device: auto\n\noptimizer:\n  lr: 3e-4\n  ‸',
  },
  hover: {
    shows: 'hover',
    height: 354,
    text: 'global:\n  seed: 7\n  device: auto\n\noptimizer:\n  lr: 3e-4\n  sched‸ule: cosine',
  },
  error: {
    shows: 'fix',
    height: 388,
    text: '‸global:\n  seed: 7\n  device: auto\n\noptimizer:\n  lr: 3e-4\n  schedule: cosin\n  warmupsteps: 200',
  },
};

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json' };

async function bundle() {
  await build({
    entryPoints: {
      page: join(HERE, 'page/page.mjs'),
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'yaml.worker': 'monaco-yaml/yaml.worker.js',
    },
    outdir: BUNDLE,
    absWorkingDir: HERE,
    bundle: true,
    format: 'esm',
    loader: { '.ttf': 'file', '.woff2': 'file' },
    logLevel: 'error',
  });
  copyFileSync(join(HERE, 'page/index.html'), join(BUNDLE, 'index.html'));
}

/** A page from a file cannot start workers, so a server provides it. */
async function serve() {
  const server = createServer(async ({ url }, response) => {
    try {
      const bytes = await readFile(join(url.startsWith('/schemas/') ? SCHEMAS : BUNDLE, url));
      response.writeHead(200, { 'content-type': TYPES[extname(url)] ?? 'font/woff2' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Takes pictures until they no longer change. */
async function settledPicture(browser) {
  for (let last = await browser.picture(); ;) {
    const next = await browser.picture();
    if (next.equals(last)) return next;
    last = next;
  }
}

const indented = (text) => text.split('\n').filter((line) => line.trim()).map((line) => `    ${line}\n`).join('');
const shown = (text) => `shows\n${indented(text)}`;

const folder = process.argv[2];
await bundle();
const server = await serve();
const browser = new Browser(process.env.CHROMIUM || 'chromium', join(TARGET, 'profile'));
try {
  for (const [name, scene] of Object.entries(SCENES)) {
    const url = `http://127.0.0.1:${server.address().port}/index.html`;
    await browser.open(url, { width: 640, height: scene.height, scale: 2 });
    const seen = await browser.evaluate(`show(${JSON.stringify(scene)})`);
    if (folder) writeFileSync(join(folder, `editor-${name}.png`), await settledPicture(browser));
    else process.stdout.write(`${name} in\n${indented(scene.text)}${seen.map(shown).join('')}\n`);
  }
} finally {
  await browser.close();
  server.close();
}
