/** A condition for any of these values; one value stands as itself: not every server finds an index for a list of one. */
export const anyOf = <Value>(values: readonly Value[]): Value | { $in: readonly Value[] } =>
  values.length === 1 ? (values[0] as Value) : { $in: values };
