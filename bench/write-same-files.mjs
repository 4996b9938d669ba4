// What any build has to pay: writes the files of one folder, read before, into another. Prints the milliseconds of writing.
import fs from 'node:fs'
import path from 'node:path'

const [from, to] = process.argv.slice(2)
const entries = fs.readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const files = entries.map(({ parentPath, name }) => {
  const file = path.join(parentPath, name)
  return { file: path.join(to, path.relative(from, file)), text: fs.readFileSync(file, 'utf8') }
})
const start = performance.now()
const folders = new Set()
for (const { file, text } of files) {
  const folder = path.dirname(file)
  if (!folders.has(folder)) fs.mkdirSync(folder, { recursive: true })
  folders.add(folder)
  fs.writeFileSync(file, text)
}
console.log(performance.now() - start)
