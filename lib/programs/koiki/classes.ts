/** What each class (区分) of destination is called, by its number. */
export const CLASSES = { 1: '連携先区域①', 2: '連携先区域②', 3: '連携先区域③' } as const;
