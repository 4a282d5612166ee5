import { Narrow, PageHead, Section } from '@zbor/ui';
import { Head } from '../../../shared/head';
import '../municipalities.css';

interface SectionsProps {
  title: string;
  lead: string;
  sections: readonly { id: string; title: string; points: readonly string[] }[];
}

/** A page of plain words: short sections of short sentences. */
export function Sections({ title, lead, sections }: SectionsProps) {
  return (
    <Narrow>
      <Head title={title} description={lead} />
      <PageHead title={title} lead={lead} />
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          <ul className="municipalities-points">
            {section.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Section>
      ))}
    </Narrow>
  );
}
