/** A filter with one part set, or without it where the value is undefined. */
export function withPart<Filter extends object, Part extends keyof Filter>(
  filter: Filter,
  part: Part,
  value: Filter[Part] | undefined,
): Filter {
  const { [part]: _dropped, ...rest } = filter;
  return (value === undefined ? rest : { ...rest, [part]: value }) as Filter;
}
