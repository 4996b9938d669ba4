import { createRequire } from 'node:module'
import { once } from './once.ts'

/**
 * A package that is loaded when it is first needed. To load all that the plugin may need takes more than half of its start, and a build that
 * changes little needs few of them.
 */
export const lazyPackage = <Package>(name: string): (() => Package) =>
  once(() => createRequire(import.meta.url)(name) as Package)
