import { describe } from 'vitest';
import { tableContract } from '#test/contracts/table.ts';
import { memoryTable } from '#test/support/memory-table.ts';

describe('the table in memory', () => {
  const table = memoryTable();
  tableContract(() => table);
});
