/** Works out a value once for each key that it is asked for. None is `undefined`. */
export function memoize<Key, Value>(toValue: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = toValue(key)
    known.set(key, value)
    return value
  }
}
