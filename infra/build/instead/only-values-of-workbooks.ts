const refuse = (): never => {
  throw new Error('this build reads only the values of a workbook');
};

/**
 * Stands in for what hucre reads of a workbook beside its values (65 KB): `lib/sheets/read-xlsx.ts` hands it no other part, and neither reads nor writes by a password. A
 * part that came through all the same would be refused as damaged.
 */
export const assembleCellImages = refuse;
export const attachPivotCacheFields = refuse;
export const decryptAgile = refuse;
export const encryptAgile = refuse;
export const parseCellImages = refuse;
export const parseChart = refuse;
export const parseExternalLink = refuse;
export const parsePersons = refuse;
export const parsePivotCacheDefinition = refuse;
export const parsePivotTable = refuse;
export const parseSlicerCache = refuse;
export const parseSlicers = refuse;
export const parseThreadedComments = refuse;
export const parseTimelineCache = refuse;
export const parseTimelines = refuse;

/** By which the reader finds pictures in cells, to leave them where they are. */
export const REL_CELL_IMAGES = 'http://www.wps.cn/officeDocument/2017/relationships/cellimage';
