import { distributionResource as resource } from '#functions/documents/distribution-resource.ts';
import type { FilesRoute } from './files-route.ts';
import { getFiles, postFiles, postRemove } from './pages/files/files.tsx';
import { getFile, postFile } from './pages/take-file.ts';

const files = '/s/documents/{document}/files';

/** All that writes or reads the files of documents on the staff's side, a line a page; a function of its own, since it alone of them reaches the bucket. */
export const routes: readonly FilesRoute[] = [
  { method: 'GET', path: files, action: 'distribution.prepare', resource, page: getFiles },
  { method: 'POST', path: files, action: 'distribution.prepare', resource, page: postFiles },
  { method: 'GET', path: `${files}/{file}`, action: 'distribution.see', resource, page: getFile },
  { method: 'POST', path: `${files}/{file}`, action: 'distribution.open', resource, page: postFile },
  { method: 'POST', path: `${files}/{file}/remove`, action: 'distribution.prepare', resource, page: postRemove },
];
