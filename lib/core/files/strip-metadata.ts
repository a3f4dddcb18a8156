import type { FileKind } from './file-kind.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

/**
 * A picture without what was noted in it (place, time, device, names, thumbnails, whatever follows its end), its pixels and colours
 * untouched; other files as they are. Undefined where a picture breaks off or contradicts itself.
 */
export function stripMetadata(kind: FileKind, bytes: Uint8Array): Uint8Array | undefined {
  switch (kind) {
    case 'jpeg':
      return stripJpeg(bytes);
    case 'png':
      return stripPng(bytes);
    case 'webp':
      return stripWebp(bytes);
    case 'pdf':
    case 'docx':
    case 'xlsx':
    case 'pptx':
      return bytes;
  }
}
