import { useEffect } from 'react';
import { repair } from './repairs';

/** Applies the repairs to the page, and again whenever it changes. */
export function Repairer() {
  useEffect(() => {
    let frame: number | undefined;
    const schedule = () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        repair(document);
      });
    };
    const observer = new MutationObserver(schedule);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['aria-controls', 'role', 'tabindex'],
    });
    schedule();
    return () => {
      observer.disconnect();
      if (frame !== undefined) {
        cancelAnimationFrame(frame);
      }
    };
  }, []);

  return null;
}
