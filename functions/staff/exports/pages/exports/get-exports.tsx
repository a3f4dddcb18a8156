import { param } from '#functions/site/request.ts';
import type { ExportsRoute } from '../../exports-desk.ts';
import { exportsResponse } from './exports-response.tsx';

export const getExports: ExportsRoute['page'] = (request, desk) =>
  exportsResponse(request, desk, param(request, 'round'));
