import type { StaffPage } from '#functions/staff/page.ts';
import { ImportPage } from './import-page.tsx';

export const getImport: StaffPage = (request) => ({ page: <ImportPage viewer={request} /> });
