/** Tells when the page may have missed something: it is looked at again, the network is back, the machine woke up. */
export function onWake(run: () => void): () => void {
  const visible = (): void => {
    if (document.visibilityState === "visible") run();
  };
  document.addEventListener("visibilitychange", visible);
  window.addEventListener("online", run);
  window.addEventListener("pageshow", run);
  document.addEventListener("resume", run);
  return () => {
    document.removeEventListener("visibilitychange", visible);
    window.removeEventListener("online", run);
    window.removeEventListener("pageshow", run);
    document.removeEventListener("resume", run);
  };
}
