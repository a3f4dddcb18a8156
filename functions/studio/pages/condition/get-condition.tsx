import { notFound, onDraft } from '#functions/studio/page.ts';
import { ConditionPage } from './condition-page.tsx';
import { conditionPlace } from './condition-place.ts';

/** Shows the condition of a part, filled in as it stands where it was chosen here. */
export const getCondition = onDraft(({ form }, request, desk) => {
  const place = conditionPlace(form, request);
  if (!place) return notFound();
  const { stands } = place;
  const asked = request.query.get('about') ?? stands?.question;
  const about = place.earlier.find(({ id }) => id === asked);
  const own = stands?.question === about?.id ? stands : undefined;
  const typed = {
    comparison: own?.comparison ?? '',
    values: own?.values ?? [],
    number: own?.values[0] ?? '',
    request: desk.world.id(),
  };
  return {
    page: <ConditionPage viewer={request} form={form} place={place} about={about} typed={typed} problems={[]} />,
  };
});
