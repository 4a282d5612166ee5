import type { Page } from '@playwright/test';

/** Has whoever enters an address in this page wait until its scripts listen, as people do, who are slower than tests. */
export function waitUntilAwake(page: Page): void {
  for (const enter of ['goto', 'reload'] as const) {
    const entered = page[enter].bind(page) as (...given: unknown[]) => ReturnType<Page['goto']>;
    page[enter] = async (...given: unknown[]) => {
      const response = await entered(...given);
      await page.waitForFunction(isAwake);
      return response;
    };
  }
}

/** Runs in the page. React keeps beside the document whether it still has to take it over; the light version has none. */
function isAwake(): boolean {
  if (!document.querySelector('script[type="module"]')) return true;
  const kept = Object.entries(document).find(([name]) => name.startsWith('__reactContainer'));
  return kept?.[1].stateNode.current.memoizedState.isDehydrated === false;
}
