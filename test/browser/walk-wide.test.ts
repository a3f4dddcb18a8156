import { describe } from 'vitest';
import { walk } from './walk.ts';

describe('the walk at 1280 px, through a country of true size', () => walk({ width: 1280, destinations: 330 }));
