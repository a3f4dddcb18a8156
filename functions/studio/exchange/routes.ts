import { both, formResource, type StudioRoute } from '#functions/studio/page.ts';
import { getOpenApi, getXlsForm } from './pages/download/get-download.ts';
import { getFormRead } from './pages/import-form/get-form-read.tsx';
import { getImportForm } from './pages/import-form/get-import-form.tsx';
import { postDismissal } from './pages/import-form/post-dismissal.ts';
import { postFormRead } from './pages/import-form/post-form-read.tsx';
import { postImportForm } from './pages/import-form/post-import-form.tsx';
import { getNewForm } from './pages/new-form/get-new-form.tsx';
import { postNewForm } from './pages/new-form/post-new-form.tsx';
import { getPublish } from './pages/publish/get-publish.tsx';
import { postPublish } from './pages/publish/post-publish.tsx';
import { getVersion } from './pages/version/get-version.tsx';

/** Where forms begin, from what there is or from an XLSForm, where they are published, and where they leave as files; a line a page. */
export const routes: readonly StudioRoute[] = [
  { method: 'GET', path: '/s/forms/new', action: 'form.begin', page: getNewForm },
  { method: 'POST', path: '/s/forms/new', action: 'form.begin', page: postNewForm },
  { method: 'GET', path: '/s/forms/import', action: 'form.begin', page: getImportForm },
  { method: 'POST', path: '/s/forms/import', action: 'form.begin', page: postImportForm },
  { method: 'GET', path: '/s/forms/import/{reading}', action: 'form.begin', page: getFormRead },
  { method: 'POST', path: '/s/forms/import/{reading}', action: 'form.begin', page: postFormRead },
  { method: 'POST', path: '/s/forms/import/{reading}/dismiss', action: 'form.begin', page: postDismissal },
  { method: 'GET', path: '/s/forms/{form}/xlsform', action: 'form.see', resource: formResource, page: getXlsForm },
  { method: 'GET', path: '/s/forms/{form}/openapi', action: 'form.see', resource: formResource, page: getOpenApi },
  {
    method: 'GET',
    path: '/s/forms/{form}/versions/{version}',
    action: 'form.see',
    resource: formResource,
    page: getVersion,
  },
  ...both('/s/forms/{form}/publish', getPublish, postPublish, 'form.publish'),
];
