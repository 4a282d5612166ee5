import { ideas } from '@zbor/contracts';
import { data } from 'react-router';
import type { Api } from '../../shared/api.server';
import { compare } from '../../shared/compare.server';
import { newRequestKey } from '../../shared/forms';
import type { Refusal } from '../../shared/problem';
import type { Conflict } from './components/idea-edit';

/** What an action answers where idea `id` says something else by now than what was typed. */
export async function conflictWith(
  api: Api,
  { town, id }: { town: string; id: string },
  refusal: Refusal,
  mine: { title: string; body: string },
) {
  const { idea } = await api(ideas.read, { params: { town, id } });
  // What can be changed no more is left alone, and what was typed can be sent as something new.
  if (!idea.can.edit)
    return data({ ...refusal, values: { ...refusal.values, requestKey: newRequestKey() } }, { status: 409 });
  const conflict: Conflict = {
    ...refusal,
    values: { ...refusal.values, language: refusal.values.language || idea.language },
    idea,
    title: compare(idea.title, mine.title, idea.language),
    body: compare(idea.source ?? '', mine.body.replace(/\r\n?/g, '\n').trim(), idea.language),
  };
  return data(conflict, { status: 409 });
}
