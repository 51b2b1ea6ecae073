import { useEffect, useRef, useState, type RefObject } from 'react';

/** Width of an element in CSS pixels, followed as it changes. */
export function useElementWidth<Shape extends HTMLElement>(
  initial: number,
): [RefObject<Shape | null>, number] {
  const element = useRef<Shape>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(target.clientWidth));
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
