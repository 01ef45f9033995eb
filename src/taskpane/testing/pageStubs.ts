/** What jsdom lacks for the pane: sizes, a ResizeObserver, scrolling, media queries. Import it first in a test of the pane. */

class ResizeObserverStub implements ResizeObserver {
  observe(): void {
    // Sizes never change in jsdom.
  }
  unobserve(): void {
    // Nothing was observed.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}

globalThis.ResizeObserver = ResizeObserverStub;
Element.prototype.scrollTo = () => undefined;
globalThis.matchMedia = (media: string) =>
  ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined, dispatchEvent: () => true, onchange: null }) as unknown as MediaQueryList;

/** A virtualised row is 100 px high, everything else 800: eight rows are in sight. */
for (const size of ["offsetHeight", "clientHeight"]) {
  Object.defineProperty(HTMLElement.prototype, size, {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset.index === undefined ? 800 : 100;
    },
  });
}
for (const size of ["offsetWidth", "clientWidth"]) Object.defineProperty(HTMLElement.prototype, size, { configurable: true, get: () => 320 });

export {};
