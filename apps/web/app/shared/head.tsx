import { useLocation } from 'react-router';
import { useT } from './i18n';
import { usePage } from './page-data';

export interface HeadProps {
  title: string;
  description?: string;
  /** Path of the page's one true address, where it differs from the one that was asked for. */
  canonical?: string;
  /** For personal pages and forms: search engines stay out. */
  private?: boolean;
  /** A page that is handed on as a link: an article, or a place. */
  preview?: 'article' | 'website';
}

/** Title and description of a page, and what a messenger shows when somebody hands its address on. */
export function Head({ title, description, canonical, preview, ...flags }: HeadProps) {
  const t = useT();
  const { town, origin, locale } = usePage();
  const { pathname } = useLocation();
  const site = town?.name ?? t('portal');
  const url = origin + (canonical ?? pathname);
  return (
    <>
      <title>{title === site ? title : t('titleOfPage', { title, site })}</title>
      {description && <meta name="description" content={description} />}
      {flags.private ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={url} />}
      {preview && (
        <>
          <meta property="og:title" content={title} />
          {description && <meta property="og:description" content={description} />}
          <meta property="og:type" content={preview} />
          <meta property="og:url" content={url} />
          <meta property="og:site_name" content={site} />
          <meta property="og:locale" content={locale} />
        </>
      )}
    </>
  );
}
