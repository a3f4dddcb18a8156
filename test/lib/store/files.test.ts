import { describe, expect, test } from 'vitest';
import { fileKeys } from '#lib/store/file-keys.ts';
import { filesContract } from '#test/contracts/files.ts';
import { memoryFiles } from '#test/support/memory-files.ts';

describe('files in memory', () => {
  const files = memoryFiles();
  filesContract(() => files);
});

test('no text leads out of its part of a key', () => {
  expect(fileKeys.upload('../x', 'a/b')).toBe('uploads/%2E%2E%2Fx/a%2Fb');
});
