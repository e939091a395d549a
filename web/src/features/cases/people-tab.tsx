import type { CaseFileAnswer } from '../../api/client.js';
import { useMay } from '../../lib/session.js';
import { PersonSection } from './person-section.js';
import { WallSection } from './wall-section.js';

/** Who the person is, whom they have, who acts for them, what they agreed to, and who may open the file. */
export function PeopleTab({ file }: { file: CaseFileAnswer }) {
  const may = useMay();
  return (
    <>
      <PersonSection file={file} groups={['contact', 'family', 'representation']} />
      {may('directory.read') && <WallSection file={file} />}
    </>
  );
}
