import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ownAddress } from './addresses';

/**
 * Lets every link of the site lead on within the page, without each of them knowing. What leads elsewhere, opens a
 * window, saves a file, changes the language or points into this page is left to the browser.
 */
export function useLinksWithin(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const plain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!plain || event.defaultPrevented || !link || !leadsWithin(link)) return;
      event.preventDefault();
      navigate(link.pathname + link.search + link.hash);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
}

function leadsWithin(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return false;
  if (ownAddress(link) !== link.pathname + link.search) return false;
  if (link.target || link.hreflang || link.hasAttribute('download')) return false;
  return !link.hash || link.pathname !== location.pathname || link.search !== location.search;
}

/**
 * On another page the focus begins at its content, as after loading it, so that it is read out from there; and wherever
 * an address names a place, there.
 */
export function useFocusOnArrival(): void {
  const { pathname, search: query, hash } = useLocation();
  const came = useRef({ pathname, query, hash });
  useEffect(() => {
    const before = came.current;
    came.current = { pathname, query, hash };
    const isElsewhere = before.pathname !== pathname;
    if (!isElsewhere && before.query === query && before.hash === hash) return;
    const place = placeOf(hash);
    const target = place ?? (isElsewhere ? document.getElementById('main') : null);
    target?.focus({ preventScroll: true });
  }, [pathname, query, hash]);
}

/** What a hash names; null where it names nothing, or cannot be read, as people may write one. */
function placeOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}
