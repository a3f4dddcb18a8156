import type { Section } from '#lib/core/survey/form.ts';
import type { SurveyView } from '../../components/survey-view.ts';

/** Where and how a section's form is sent: one with files as a whole, to the function that keeps them, unless the script sees that none was chosen. */
export const sendingOf = ({ addresses }: Pick<SurveyView, 'addresses'>, section: Section) =>
  section.questions.some(({ kind }) => kind === 'file')
    ? ({
        action: addresses.files(section.id),
        enctype: 'multipart/form-data',
        'data-plain': addresses.section(section.id),
      } as const)
    : { action: addresses.section(section.id) };
