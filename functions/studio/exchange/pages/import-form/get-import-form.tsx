import type { StudioPage } from '#functions/studio/page.ts';
import { formReadings } from '#lib/usecases/open-readings.ts';
import { ImportFormPage } from './import-page.tsx';

/** Shows where an XLSForm is handed in, and those that were and wait. */
export const getImportForm: StudioPage = async (request, desk) => ({
  page: <ImportFormPage viewer={request} readings={await formReadings(desk, request.actor)} />,
});
