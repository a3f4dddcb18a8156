import type { VNode } from 'preact';
import { asset } from '#functions/components/asset.ts';

/** The style sheet of the pages on partners, which the survey's pages need not load. */
export const PartnerStyle = (): VNode => <link rel="stylesheet" href={asset('list.css')} />;
