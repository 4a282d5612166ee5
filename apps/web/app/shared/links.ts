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

/** On another page the focus begins at its content, as after loading it, so that it is read out from there. */
export function useFocusOnArrival(): void {
  const { pathname, hash } = useLocation();
  const came = useRef(pathname);
  useEffect(() => {
    if (came.current === pathname) return;
    came.current = pathname;
    const target =
      document.getElementById(decodeURIComponent(hash.slice(1))) ?? document.getElementById('main');
    target?.focus({ preventScroll: true });
  }, [pathname, hash]);
}
