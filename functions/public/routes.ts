import type { VNode } from 'preact';
import { AccessibilityPage } from './pages/accessibility-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { PrivacyPage } from './pages/privacy-page.tsx';

/** Every page that anybody may read. */
export const pages: Readonly<Record<string, () => VNode>> = {
  '/': HomePage,
  '/accessibility': AccessibilityPage,
  '/privacy': PrivacyPage,
};
