import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, type Json, type JsonObject, objectAt, parseJson, textAt } from './json.ts';

/** One resource of a synthesized template, its properties still holding intrinsics. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition: string | undefined;
}

/** A synthesized CloudFormation template together with the folders of its assets. */
export interface Template {
  readonly stackName: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: JsonObject;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  readonly outputs: JsonObject;
  /** The folder of a file asset, by the object key that a function's `Code.S3Key` names. */
  assetFolder(objectKey: string): string;
}

/** Reads `<Stack>.template.json` and, beside it, `<Stack>.assets.json` as `cdk synth` writes them. */
export function loadTemplate(templateFile: string): Template {
  const stackName = templateFile.replace(/^.*\//, '').replace(/\.template\.json$/, '');
  const folder = dirname(templateFile);
  const assetsFile = join(folder, `${stackName}.assets.json`);
  const assets = existsSync(assetsFile) ? parseJson(readFileSync(assetsFile, 'utf8')) : {};
  return readTemplate(stackName, parseJson(readFileSync(templateFile, 'utf8')), assetFolders(assets, folder));
}

/** Makes a template from its parsed text and a map from asset object key to folder. */
export function readTemplate(stackName: string, body: Json, folders: ReadonlyMap<string, string>): Template {
  const resources = new Map<string, Resource>();
  for (const [id, value] of Object.entries(objectAt(body, 'Resources'))) {
    if (!isObject(value)) continue;
    const type = textAt(value, 'Type') ?? '';
    resources.set(id, { id, type, properties: objectAt(value, 'Properties'), condition: textAt(value, 'Condition') });
  }
  return {
    stackName,
    resources,
    parameters: objectAt(body, 'Parameters'),
    conditions: objectAt(body, 'Conditions'),
    mappings: objectAt(body, 'Mappings'),
    outputs: objectAt(body, 'Outputs'),
    assetFolder(objectKey) {
      const found = folders.get(objectKey);
      if (found === undefined) throw new Error(`the template names an asset that is not there: ${objectKey}`);
      return found;
    },
  };
}

function assetFolders(assets: Json, folder: string): Map<string, string> {
  const folders = new Map<string, string>();
  for (const file of Object.values(objectAt(assets, 'files'))) {
    const path = textAt(objectAt(file, 'source'), 'path');
    if (path === undefined) continue;
    for (const destination of Object.values(objectAt(file, 'destinations'))) {
      const key = textAt(destination, 'objectKey');
      if (key !== undefined) folders.set(key, join(folder, path));
    }
  }
  return folders;
}
