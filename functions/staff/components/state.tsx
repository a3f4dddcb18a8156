import type { VNode } from 'preact';
import { StatusLabel } from '#functions/components/status-label.tsx';
import type { Word } from './state-words.ts';

/** A state as a label. */
export const State = ({ word }: { word: Word }): VNode => <StatusLabel tone={word.tone}>{word.label}</StatusLabel>;
