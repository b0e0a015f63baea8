// Conditions and calculations of a questionnaire, evaluated in the browser while somebody answers.
// The server's twin is impact_study/rules/logic; both are tested with one table of vectors. The server decides.
// A value is true or false, a number, a text, a list, or null for what is not known.

const LONGEST = 200, MOST_STEPS = 600, MOST_REPEATS = 100, DEEPEST = 20

const own = (record, name) => (Object.hasOwn(record, name) ? record[name] : undefined)

const plain = (given) => {
  if (given === null || given === undefined) return null
  if (typeof given === 'boolean' || typeof given === 'string') return given
  if (typeof given === 'number') return Number.isFinite(given) ? given : null
  return Array.isArray(given) ? given.map(plain) : null
}

const answer = (given) => {
  const value = plain(given)
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value
}

const kind = (value) => {
  if (value === null) return 'missing'
  if (Array.isArray(value)) return 'list'
  return { boolean: 'truth', number: 'number', string: 'text' }[typeof value]
}

const negated = (truth) => (typeof truth === 'boolean' ? !truth : null)
const known = (truths) => truths.map((truth) => (typeof truth === 'boolean' ? truth : null))

const both = (truths) => {
  const all = known(truths)
  return all.includes(false) ? false : all.includes(null) ? null : true
}

const either = (truths) => {
  const all = known(truths)
  return all.includes(true) ? true : all.includes(null) ? null : false
}

const equal = (first, second) => {
  if (first === null || second === null) return null
  if (kind(first) !== kind(second)) return false
  if (!Array.isArray(first)) return first === second
  return first.length === second.length ? both(first.map((part, place) => equal(part, second[place]))) : false
}

// By code point, as the server orders texts; JavaScript's own order is by half of a pair.
const order = (first, second) => {
  if (typeof first === 'number') return Math.sign(first - second)
  const left = Array.from(first), right = Array.from(second)
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const step = left[place].codePointAt(0) - right[place].codePointAt(0)
    if (step) return Math.sign(step)
  }
  return Math.sign(left.length - right.length)
}

const ordered = (holds) => (first, second) =>
  kind(first) === kind(second) && ['number', 'text'].includes(kind(first)) ? holds(order(first, second)) : null

const counted = (deed) => (...values) => {
  if (!values.every((value) => typeof value === 'number')) return null
  const result = deed(values)
  return Number.isFinite(result) ? result : null
}

const isIn = (value, listed) =>
  value === null || !Array.isArray(listed) ? null : either(listed.map((part) => equal(value, part)))

const selected = (given, choice) => {
  if (typeof choice !== 'string' || (typeof given !== 'string' && !Array.isArray(given))) return null
  return Array.isArray(given) ? given.includes(choice) : given === choice
}

const count = (given) => (Array.isArray(given) ? given.length : typeof given === 'string' ? 1 : null)

const length = (value) =>
  typeof value === 'string' ? Array.from(value).length : Array.isArray(value) ? value.length : null

// Days

const day = (value) => {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  if (!parts || value.length !== 10) return null
  const [year, month, date] = parts.slice(1).map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year >= 1 && last && date >= 1 && date <= last ? { year, month, date } : null
}

// Days since 1 March of the year 0: the leap day stands at the end of such a year.
const ordinal = ({ year, month, date }) => {
  const years = month > 2 ? year : year - 1, months = (month + 9) % 12
  return 365 * years + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
    + Math.floor((153 * months + 2) / 5) + date
}

const monthsBetween = (later, earlier) => {
  if (ordinal(later) < ordinal(earlier)) return -monthsBetween(earlier, later)
  return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.date < earlier.date ? 1 : 0)
}

const dateDiff = (later, earlier, unit = 'days') => {
  const last = day(later), first = day(earlier)
  if (!last || !first) return null
  if (unit === 'days') return ordinal(last) - ordinal(first)
  if (unit !== 'months' && unit !== 'years') return null
  const months = monthsBetween(last, first)
  return unit === 'months' ? months : Math.trunc(months / 12)
}

// Patterns: run in linear time, without going back.

class BadPattern extends Error {}

const refuse = () => { throw new BadPattern() }
const code = (sign) => sign.codePointAt(0)
const DIGITS = [[48, 57]], WORD = [[48, 57], [65, 90], [95, 95], [97, 122]], BLANKS = [[9, 13], [32, 32]]
const SETS = { d: DIGITS, w: WORD, s: BLANKS }
const ESCAPED = '\\.^$|?*+()[]{}-/ '
const one = (sign) => [[code(sign), code(sign)]]
const sign = (ranges, outside = false) => ({ kind: 'sign', ranges, outside })

class Reader {
  constructor(pattern) { this.signs = Array.from(pattern); this.at = 0 }

  peek() { return this.signs[this.at] ?? '' }

  take() {
    if (this.at >= this.signs.length) refuse()
    this.at += 1
    return this.signs[this.at - 1]
  }

  choice(depth = 0) {
    if (depth > DEEPEST) refuse()
    const arms = [this.sequence(depth)]
    while (this.peek() === '|') { this.take(); arms.push(this.sequence(depth)) }
    return arms.length === 1 ? arms[0] : { kind: 'choice', parts: arms }
  }

  sequence(depth) {
    const parts = []
    while (this.peek() && !'|)'.includes(this.peek())) parts.push(this.repeated(this.atom(depth)))
    return { kind: 'sequence', parts }
  }

  repeated(atom) {
    const mark = this.peek()
    if (!mark || !'?*+{'.includes(mark)) return atom
    this.take()
    const [low, high] = { '?': () => [0, 1], '*': () => [0, null], '+': () => [1, null], '{': () => this.counts() }[mark]()
    if (this.peek() && '?*+{'.includes(this.peek())) refuse()
    return { kind: 'repeat', parts: [atom], low, high }
  }

  counts() {
    let inside = ''
    while (this.peek() !== '}') inside += this.take()
    this.take()
    const parts = /^([0-9]+)(?:(,)([0-9]*))?$/.exec(inside)
    if (!parts) return refuse()
    const low = Number(parts[1]), high = parts[3] ? Number(parts[3]) : parts[2] ? null : low
    if (low > MOST_REPEATS || (high !== null && (high > MOST_REPEATS || high < Math.max(low, 1)))) refuse()
    return [low, high]
  }

  atom(depth) {
    const mark = this.take()
    if (mark === '(') return this.group(depth)
    if (mark === '[') return this.letters()
    if (mark === '.') return sign([], true)
    if (mark === '\\') return sign(this.escaped())
    if ('?*+{}]^$'.includes(mark)) refuse()
    return sign(one(mark))
  }

  group(depth) {
    if (this.peek() === '?') {
      if (this.signs[this.at + 1] !== ':') refuse()
      this.at += 2
    }
    const inner = this.choice(depth + 1)
    if (this.take() !== ')' || inner.parts.length === 0) refuse()
    return inner
  }

  escaped() {
    const mark = this.take()
    if (own(SETS, mark)) return SETS[mark]
    return ESCAPED.includes(mark) ? one(mark) : refuse()
  }

  letters() {
    const outside = this.peek() === '^'
    if (outside) this.take()
    const ranges = []
    while (this.peek() !== ']') ranges.push(...this.range())
    this.take()
    if (ranges.length === 0) refuse()
    return sign(ranges, outside)
  }

  range() {
    const first = this.letter()
    if (this.peek() !== '-' || [']', undefined].includes(this.signs[this.at + 1])) return first
    this.take()
    const last = this.letter()
    if (first.length > 1 || last.length > 1 || first[0][0] !== first[0][1] || first[0][0] > last[0][1]) refuse()
    return [[first[0][0], last[0][1]]]
  }

  letter() {
    const mark = this.take()
    if (mark === '\\') return this.escaped()
    return mark === '[' ? refuse() : one(mark)
  }
}

const write = (node, steps) => {
  if (steps.length > MOST_STEPS) refuse()
  const reserve = () => steps.push({ kind: 'jump', to: [] }) - 1
  if (node.kind === 'sign') {
    steps.push(node)
  } else if (node.kind === 'sequence') {
    for (const part of node.parts) write(part, steps)
  } else if (node.kind === 'choice') {
    const exits = []
    for (const arm of node.parts.slice(0, -1)) {
      const start = reserve()
      write(arm, steps)
      exits.push(reserve())
      steps[start].to = [start + 1, steps.length]
    }
    write(node.parts.at(-1), steps)
    for (const place of exits) steps[place].to = [steps.length]
  } else {
    writeRepeat(node, steps, reserve)
  }
}

const writeRepeat = ({ parts: [part], low, high }, steps, reserve) => {
  for (let turn = 0; turn < low; turn += 1) write(part, steps)
  if (high === null) {
    const start = reserve()
    write(part, steps)
    steps[reserve()].to = [start]
    steps[start].to = [start + 1, steps.length]
    return
  }
  const starts = []
  for (let turn = low; turn < high; turn += 1) {
    starts.push(reserve())
    write(part, steps)
  }
  for (const start of starts) steps[start].to = [start + 1, steps.length]
}

const compiled = new Map()

const compile = (pattern) => {
  if (Array.from(pattern).length > LONGEST) refuse()
  let bare = pattern.startsWith('^') ? pattern.slice(1) : pattern
  if (bare.endsWith('$') && !bare.endsWith('\\$')) bare = bare.slice(0, -1)
  const reader = new Reader(bare)
  const tree = reader.choice()
  if (reader.peek()) refuse()
  const steps = []
  write(tree, steps)
  return [...steps, { kind: 'end' }]
}

const reached = (steps, places) => {
  const seen = new Set(), waiting = [...places]
  while (waiting.length) {
    const place = waiting.pop()
    if (seen.has(place)) continue
    seen.add(place)
    if (steps[place].kind === 'jump') waiting.push(...steps[place].to)
  }
  return seen
}

const covers = (pattern, text) => {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern))
  const steps = compiled.get(pattern)
  let places = reached(steps, [0])
  for (const letter of Array.from(text, code)) {
    const fits = ({ kind: type, ranges, outside }) =>
      type === 'sign' && ranges.some(([low, high]) => low <= letter && letter <= high) !== outside
    const onward = [...places].filter((place) => fits(steps[place])).map((place) => place + 1)
    if (onward.length === 0) return false
    places = reached(steps, onward)
  }
  return places.has(steps.length - 1)
}

const matches = (text, pattern) => {
  if (typeof text !== 'string' || typeof pattern !== 'string') return null
  try {
    return covers(pattern, text)
  } catch (error) {
    if (error instanceof BadPattern) return null
    throw error
  }
}

// Each operator: what it makes of its parts, and how many it takes at least and at most.

const OPERATORS = {
  and: [(...truths) => both(truths), 1, Infinity],
  or: [(...truths) => either(truths), 1, Infinity],
  not: [negated, 1, 1],
  '=': [equal, 2, 2],
  '!=': [(first, second) => negated(equal(first, second)), 2, 2],
  '<': [ordered((step) => step < 0), 2, 2],
  '<=': [ordered((step) => step <= 0), 2, 2],
  '>': [ordered((step) => step > 0), 2, 2],
  '>=': [ordered((step) => step >= 0), 2, 2],
  in: [isIn, 2, 2],
  list: [(...values) => values, 0, Infinity],
  selected: [selected, 2, 2],
  count_selected: [count, 1, 1],
  is_missing: [(value) => value === null, 1, 1],
  if: [(truth, yes, no) => (typeof truth === 'boolean' ? (truth ? yes : no) : null), 3, 3],
  coalesce: [(...values) => values.find((value) => value !== null) ?? null, 1, Infinity],
  '+': [counted((numbers) => numbers.reduce((sum, number) => sum + number, 0)), 1, Infinity],
  '-': [counted(([first, ...rest]) => (rest.length ? first - rest[0] : -first)), 1, 2],
  '*': [counted((numbers) => numbers.reduce((sum, number) => sum * number, 1)), 1, Infinity],
  '/': [counted(([first, second]) => (second ? first / second : NaN)), 2, 2],
  min: [counted((numbers) => Math.min(...numbers)), 1, Infinity],
  max: [counted((numbers) => Math.max(...numbers)), 1, Infinity],
  length: [length, 1, 1],
  matches: [matches, 2, 2],
  date_diff: [dateDiff, 2, 3],
}

// The value of a tree for the answers in `values`; `today` is a text such as "2026-03-01".
export const evaluate = (tree, values, today) => {
  if (!Array.isArray(tree)) return plain(tree)
  const [name, ...parts] = tree
  if (name === 'q') return parts.length === 1 && typeof parts[0] === 'string' ? answer(own(values, parts[0])) : null
  if (name === 'today') return parts.length ? null : today
  const operator = typeof name === 'string' ? own(OPERATORS, name) : undefined
  if (!operator || parts.length < operator[1] || parts.length > operator[2]) return null
  return operator[0](...parts.map((part) => evaluate(part, values, today)))
}

// True, false, or null for not known. An item shows only when its condition is true.
export const truth = (tree, values, today) => {
  const value = evaluate(tree, values, today)
  return typeof value === 'boolean' ? value : null
}
