import type { Council } from '@zbor/contracts';
import { Avatar } from '@zbor/ui';
import { formatsOf } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { inLocale } from '../../../shared/translated';

/** Somebody in the council: the name, the position, since when, and a few words. */
export function Member({ member }: { member: Council['members'][number] }) {
  const t = useT();
  const { locale } = usePage();
  const { languages } = useTown();
  const note = inLocale(member.note, locale, languages);
  // A day is the same day everywhere.
  const day = member.since && formatsOf(locale, 'UTC').date(member.since);
  return (
    <li className="councils-member">
      <Avatar name={member.name} size="large" />
      <div>
        <h3>
          <bdi>{member.name}</bdi>
        </h3>
        <p className="councils-member__position">
          {day
            ? t(`councils:positionSince.${member.position}`, { when: day })
            : t(`councils:position.${member.position}`)}
        </p>
        {note && (
          <p lang={note.lang} dir={note.dir}>
            {note.text}
          </p>
        )}
      </div>
    </li>
  );
}
