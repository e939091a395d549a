import { useMay } from '../../lib/session.js';
import { CertificatesSection } from './certificates-section.js';
import { DueSection } from './due-section.js';
import { HoldsSection } from './holds-section.js';
import { PolicySection } from './policy-section.js';
import { ProposalsSection } from './proposals-section.js';

/** Which closed files somebody has to decide about, what keeps them, what destroys them, and what was destroyed. */
export function RetentionSection() {
  const may = useMay();
  return (
    <>
      {may('retention.read') && <DueSection />}
      {may('purge.decide') && <ProposalsSection />}
      {may('hold.place') && <HoldsSection />}
      {may('retention.read') && <PolicySection />}
      <CertificatesSection />
    </>
  );
}
