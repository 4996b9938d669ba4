/** Makes a value when it is first asked for, and gives the same one from then on. */
export function remember<Value>(make: (at: number) => Value): (at: number) => Value {
  const known: Value[] = []
  return (at) => (known[at] ??= make(at))
}
