/** Runs other tools on a JSON Schema. */
import Ajv from 'ajv';
import { compile as toTypeScript } from 'json-schema-to-typescript';
import { readFileSync } from 'node:fs';
import { InputData, JSONSchemaInput, quicktype } from 'quicktype-core';

/** Keywords for editors, which validators ignore. */
const EDITOR_KEYWORDS = [
  'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'defaultSnippets', 'deprecationMessage',
  'doNotSuggest', 'errorMessage', 'patternErrorMessage', 'x-intellij-enum-metadata', 'x-intellij-html-description',
];

/** Names of exported types in TypeScript. */
const EXPORTED = /^export (?:declare )?(?:interface|type|enum|class) (\w+)/gm;

const read = (file) => readFileSync(file, 'utf8');
const exported = (code) => [...code.matchAll(EXPORTED)].map((match) => match[1]);

/** Returns the messages of ajv's strict mode, which SchemaStore requires, about a schema. */
export function compile(file) {
  const messages = [];
  const logger = { log: () => {}, warn: (message) => messages.push(message), error: (message) => messages.push(message) };
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true, logger, keywords: EDITOR_KEYWORDS });
  try {
    ajv.compile(JSON.parse(read(file)));
  } catch (error) {
    messages.push(error.message);
  }
  return messages;
}

/** Returns the names that json-schema-to-typescript exports. */
export async function typescriptNames(file) {
  return exported(await toTypeScript(JSON.parse(read(file)), undefined, { bannerComment: '', format: false }));
}

/** Returns the names of the types that quicktype generates. */
export async function quicktypeNames(file) {
  const schemas = new JSONSchemaInput(undefined);
  const schema = read(file);
  await schemas.addSource({ name: JSON.parse(schema).title, schema });
  const inputData = new InputData();
  inputData.addInput(schemas);
  const { lines } = await quicktype({ inputData, lang: 'typescript', rendererOptions: { 'just-types': 'true' } });
  return exported(lines.join('\n'));
}
