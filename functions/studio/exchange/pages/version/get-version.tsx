import { param } from '#functions/site/request.ts';
import { notFound, type StudioPage } from '#functions/studio/page.ts';
import { formOf } from '#lib/usecases/forms/form-body.ts';
import { findVersion } from '#lib/usecases/forms/list-versions.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';
import { VersionPage } from './version-page.tsx';

/** Shows a published version: what it asks, and how answers to the version before reach it. */
export const getVersion: StudioPage = async (request, desk) => {
  const id = param(request, 'form');
  const version = Number(param(request, 'version'));
  if (!Number.isInteger(version) || version < 1) return notFound();
  const [published, before] = await Promise.all([
    findVersion(desk, id, version),
    readVersion(desk, { id, version: version - 1 }),
  ]);
  if (!published) return notFound();
  return { page: <VersionPage viewer={request} published={published} form={formOf(published)} before={before} /> };
};
