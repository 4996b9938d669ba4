/** What a file of the old blog turned out to be. */
export type SourceFormat =
  | 'pasted text'
  | 'saved page'
  | 'WordPress export'
  | 'Blogger export'
  | 'Ghost export'
  | 'feed'
  | 'Markdown post'
