import type { StudioPage } from '#functions/studio/page.ts';
import { ImportFormPage } from './import-page.tsx';

export const getImportForm: StudioPage = (request) => ({ page: <ImportFormPage viewer={request} /> });
