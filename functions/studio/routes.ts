import { both, formResource, type StudioRoute } from './page.ts';
import { getCompose } from './pages/compose/get-compose.tsx';
import { postCompose } from './pages/compose/post-compose.tsx';
import { getCondition } from './pages/condition/get-condition.tsx';
import { postCondition } from './pages/condition/post-condition.tsx';
import { getQuestion } from './pages/edit-part/get-question.tsx';
import { postQuestion } from './pages/edit-part/post-question.tsx';
import {
  getName,
  getNewSection,
  getSection,
  postName,
  postNewSection,
  postSection,
} from './pages/edit-part/words-editor.tsx';
import { getForms } from './pages/forms/get-forms.tsx';
import { getPreviewForm, getPreviewSection } from './pages/preview-form/get-preview-form.tsx';
import { postPreviewSection } from './pages/preview-form/post-preview-section.tsx';

/** The pages on which staff compose forms, a line a page. */
export const routes: readonly StudioRoute[] = [
  { method: 'GET', path: '/s/forms', action: 'form.list', page: getForms },
  ...both('/s/forms/{form}', getCompose, postCompose),
  ...both('/s/forms/{form}/name', getName, postName),
  ...both('/s/forms/{form}/sections/new', getNewSection, postNewSection),
  ...both('/s/forms/{form}/sections/{section}', getSection, postSection),
  ...both('/s/forms/{form}/sections/{section}/add', getQuestion, postQuestion),
  ...both('/s/forms/{form}/sections/{section}/when', getCondition, postCondition),
  ...both('/s/forms/{form}/questions/{question}', getQuestion, postQuestion),
  ...both('/s/forms/{form}/questions/{question}/add', getQuestion, postQuestion),
  ...both('/s/forms/{form}/questions/{question}/when', getCondition, postCondition),
  ...both('/s/forms/{form}/questions/{question}/columns/{column}', getQuestion, postQuestion),
  ...both('/s/forms/{form}/questions/{question}/columns/{column}/when', getCondition, postCondition),
  {
    method: 'GET',
    path: '/s/forms/{form}/preview',
    action: 'form.see',
    resource: formResource,
    page: getPreviewForm,
  },
  ...both('/s/forms/{form}/preview/{section}', getPreviewSection, postPreviewSection, 'form.see'),
];
