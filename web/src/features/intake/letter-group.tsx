import { useTranslation } from 'react-i18next';
import { useDraftAround } from '../../forms/draft.js';
import { Field } from '../../forms/field.js';
import { Folded } from '../../forms/folded.js';
import { Grid, Group } from './group.js';

const first = ['receivedOn', 'letterDatedOn', 'form', 'evidenceGrade'];
const more = [
  'askFor',
  'officialName',
  'statedReason',
  'authorityCited',
  'mentionsDetention',
  'delivery',
  'reachedUsVia',
  'postmarkedOn',
  'documentsDemanded',
  'verbatim',
];

export function LetterGroup() {
  const { t } = useTranslation('intake');
  const draft = useDraftAround();
  return (
    <Group title={t('letter.title')}>
      <Grid>
        {first.map((name) => (
          <Field optional key={name} noun="CreateLetter" name={name} path={`letter.${name}`} />
        ))}
      </Grid>
      <Folded
        title={t('letter.more')}
        says={t('letter.moreSays')}
        open={more.some((name) => `letter.${name}` in draft.errors)}
      >
        <Grid>
          {more.map((name) => (
            <Field optional key={name} noun="CreateLetter" name={name} path={`letter.${name}`} />
          ))}
        </Grid>
      </Folded>
    </Group>
  );
}
