/**
 * The script of the search page. A text and not a module: it has to be found from the TypeScript source and from the published
 * package alike, and runs in browsers as it stands.
 *
 * What it loads comes from the site itself, and only when a reader begins. What a post says is shown as text, never as markup.
 */
export const searchScript: string = `const form = document.querySelector('.search-form')
const status = document.querySelector('.search-status')
const results = document.querySelector('.search-results')
const list = results.querySelector('ol')
const more = results.querySelector('.search-more')
const messages = JSON.parse(form.dataset.status)
const fields = ['q', 'tag', 'year']
const pageSize = 10
let engines
let asked = 0
let found = []

// Pagefind has one index per language, and takes the document's: it is told each language of the posts in turn.
const loadEngines = () => engines ??= import(new URL('pagefind.js', new URL(form.dataset.index, location.href)))
  .then(({ createInstance }) => form.dataset.languages.split(' ').filter(Boolean).map((language) => {
    const own = document.documentElement.lang
    document.documentElement.lang = language
    const engine = createInstance({ excerptLength: 30 })
    document.documentElement.lang = own
    return { engine, language }
  }))

const say = (text) => { status.textContent = text }

const countText = (n) => n === 0 ? messages.none : n === 1 ? messages.one
  : messages.many.replace('{n}', new Intl.NumberFormat(document.documentElement.lang).format(n))

async function search() {
  const turn = ++asked
  const { q, tag, year } = Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]))
  rememberQuestion({ q, tag, year })
  if (q === '' && tag === '' && year === '') return show([], '')
  const slow = setTimeout(() => turn === asked && say(messages.searching), 400)
  try {
    const filters = { ...(tag && { tag }), ...(year && { year }) }
    // Words are indexed with straight apostrophes: with them, the parts of l'été are words of their own.
    const words = q === '' ? null : q.replace(/\\u2019/g, "'")
    const answers = await Promise.all((await loadEngines()).map(async ({ engine, language }) =>
      (await engine.search(words, { filters })).results.map((result) => ({ result, language }))))
    if (turn !== asked) return
    const all = answers.flat().sort((a, b) => b.result.score - a.result.score)
    await show(all, countText(all.length), turn)
  } catch (error) {
    engines = undefined
    if (turn === asked) show([], messages.failed)
    console.warn(error)
  } finally {
    clearTimeout(slow)
  }
}

// The page's address keeps the question: it can be kept, sent, and come back to.
function rememberQuestion(question) {
  const url = new URL(location.href)
  for (const name of fields) question[name] === '' ? url.searchParams.delete(name) : url.searchParams.set(name, question[name])
  history.replaceState(null, '', url)
}

async function show(all, text, turn) {
  const items = await Promise.all(all.slice(0, pageSize).map(toItem))
  if (turn !== undefined && turn !== asked) return
  found = all
  list.replaceChildren(...items)
  more.hidden = found.length <= pageSize
  say(text)
}

async function showMore() {
  const shown = list.children.length
  const items = await Promise.all(found.slice(shown, shown + pageSize).map(toItem))
  list.append(...items)
  more.hidden = list.children.length >= found.length
  items[0]?.querySelector('a').focus()
}

async function toItem({ result, language }) {
  const { url, meta, excerpt, filters } = await result.data()
  const isForeign = language !== document.documentElement.lang
  const link = element('a', '', meta.title)
  link.href = url
  const title = element('h2', '', link)
  const text = element('p', '', ...toMarked(excerpt))
  for (const part of isForeign ? [title, text] : []) Object.assign(part, { lang: language, dir: 'auto' })
  const tags = (filters.tag ?? []).map((tag) => element('li', '', tag))
  return element('li', 'item', element('span', meta.estimate ? 'when estimate' : 'when', meta.date),
    title, text, ...(tags.length === 0 ? [] : [element('ul', 'tags', ...tags)]))
}

// An excerpt has marks around what was found, and references for the brackets of the text itself.
const toMarked = (excerpt) => excerpt.split(/<\\/?mark>/).map((text, at) => {
  const plain = text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/(?<=\\p{L})'/gu, '\\u2019')
  return at % 2 === 1 ? element('mark', '', plain) : plain
})

function element(name, className, ...children) {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

let waiting
form.addEventListener('focusin', () => loadEngines().catch(() => { engines = undefined }), { once: true })
form.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 200)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(waiting)
  search()
})
more.addEventListener('click', showMore)

const question = new URLSearchParams(location.search)
for (const name of fields) if (question.has(name)) form.elements[name].value = question.get(name)
if (fields.some((name) => form.elements[name].value !== '')) search()
`
