/** Storage that a browser may refuse (private windows, a full disk): then a page works without memory. */
export function readPlace(place: Storage, key: string): string | null {
  try {
    return place.getItem(key);
  } catch {
    return null;
  }
}

/** Whether it was kept. */
export function writePlace(place: Storage, key: string, value: string | null): boolean {
  try {
    if (value === null) place.removeItem(key);
    else place.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
