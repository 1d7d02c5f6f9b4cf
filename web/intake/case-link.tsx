import type { ReactNode } from 'react';

/** A case beside what is being typed, which stays where it is. */
export function CaseLink({ caseNumber, children }: { caseNumber: string; children: ReactNode }) {
  return (
    <a href={`/cases/${caseNumber}`} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
