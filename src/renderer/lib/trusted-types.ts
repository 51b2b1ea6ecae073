type PolicyFactory = {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown;
};

/** The one policy the page's CSP allows: a string that could make an element is refused (security.md §4). */
const factory = (window as unknown as { trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('HTML strings are not used in this window');
    return text;
  },
});

export {};
