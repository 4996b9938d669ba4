import fc from 'fast-check'

/** The same cases in every run: a failure is of the change that it meets, and another seed is one edit away. */
fc.configureGlobal({ seed: 20_240_603 })
