import { describe } from 'vitest';
import { walk } from './walk.ts';

describe('the walk at 320 px, through a small country', () => walk({ width: 320, destinations: 40, files: true }));
