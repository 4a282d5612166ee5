import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether this browser can use passkeys; not before scripts run. */
export const usePasskeys = (): boolean =>
  useSyncExternalStore(
    never,
    () => 'PublicKeyCredential' in window,
    () => false,
  );
