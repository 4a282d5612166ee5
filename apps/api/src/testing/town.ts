import { MunicipalitiesService } from '../features/municipalities/municipalities.service';
import type { Portal } from '../server';

/** A municipality to try things in. */
export async function openTown({ app }: Portal, slug: string): Promise<void> {
  await app.get(MunicipalitiesService).create({
    slug,
    name: slug,
    country: 'AT',
    timeZone: 'Europe/Vienna',
    languages: ['de', 'en', 'ar'],
    accent: 'teal',
  });
}
