// Each file is judged twice: by `landscape-opt validate` and by ajv with what `landscape-opt schema` says. They must agree, except
// where only the program can know: those rules are listed below, and their number is told.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';

const [program, here, experiments, files] = process.argv.slice(2);

// What a JSON Schema cannot say, as our messages tell it: names that are unique or refer to something, rules over several values, and
// which settings the swept runs have.
const beyondSchema = [
  / is taken by /, /^two (run|figure)s are called/, /^there is no run/, /^no minimum of /, /^run '.*': /, /^run '.*' with .*: /,
  /^column \d+: /, /out of range: expected a rectangle/, /^an earlier path varies/, /means different things in different runs/,
  /does not suit every run/, /^the experiment has .* runs/, /is called like one of the runs/, /is too long to be swept/,
  /^replicates set the seed, and/, /^the figures would show/, /stands twice in '/, / must /, / needs /, /its domain is too far out: /,
];

const schema = JSON.parse(execFileSync(program, ['schema'], { maxBuffer: 1 << 30 }));
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: false }).compile(schema);

function* jsonFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* jsonFiles(path);
    else if (entry.name.endsWith('.json') && !entry.name.endsWith('.schema.json')) yield path;
  }
}

// Replacements for every value of a file, whatever it was.
const replacements = [null, true, 'x', '', -1, 0, 0.5, 1e300, 3, [], [1], [1, 2], ['a'], [null], {}, { kind: 'x' }, { from: 0.1, to: 1, count: 3 }, 'gd:learningRate=x', 'adam'];

function* changed(value, path = []) {
  for (const r of replacements) yield [[...path], r];
  if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) yield* changed(value[key], [...path, key]);
    if (!Array.isArray(value)) {
      for (const key of Object.keys(value)) yield [[...path, key], undefined];
      yield [[...path, 'unknownKey'], 1];
    }
  }
}

function withChange(document, path, replacement) {
  if (path.length === 0) return replacement;
  const copy = structuredClone(document);
  const owner = path.slice(0, -1).reduce((o, k) => o[k], copy);
  if (replacement === undefined) delete owner[path.at(-1)];
  else owner[path.at(-1)] = replacement;
  return copy;
}

// The path of a key inside a SPEC leads to the SPEC.
const valueAt = (document, path) => path.split(/[.[\]]+/).filter(k => k).reduce((o, k) => typeof o === 'string' ? o : o?.[k], document);
const isOfSpec = (document, problem) => typeof valueAt(document, problem.path) === 'string' && /out of range|whole number|too large/.test(problem.message);

mkdirSync(files, { recursive: true });
const expected = new Map();
let count = 0;
function add(document, isGood) {
  const name = `f${String(count++).padStart(6, '0')}`;
  if (document !== null && typeof document === 'object' && typeof document.name === 'string' && document.name.startsWith('good-')) document.name = `good-${name}`;
  writeFileSync(join(files, name + '.json'), JSON.stringify(document, null, 1));
  expected.set(join(files, name + '.json'), isGood);
}

const good = [...jsonFiles(join(here, 'good'))].map(f => JSON.parse(readFileSync(f, 'utf8')));
for (const f of jsonFiles(experiments)) add(JSON.parse(readFileSync(f, 'utf8')), true);
for (const f of jsonFiles(join(here, 'bad'))) add(JSON.parse(readFileSync(f, 'utf8')), false);
for (const document of good) {
  document.name = 'good-' + document.name;
  add(structuredClone(document), true);
  for (const [path, replacement] of changed(document)) add(withChange(document, path, replacement));
}

let ours;
try {
  ours = execFileSync(program, ['validate', files, '--json'], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] });
} catch (e) {
  ours = e.stdout; // some files are bad, as they should be
}

let agreed = 0, left = 0, differing = 0;
for (const { file, problems } of JSON.parse(ours).files) {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const told = problems.filter(p => !/ is taken by /.test(p.message));
  const known = told.filter(p => !beyondSchema.some(b => b.test(p.message)) && !isOfSpec(document, p));
  const valid = validate(document), isGood = expected.get(file);
  const wrong = isGood !== undefined && (isGood !== valid || isGood !== (told.length === 0));
  if (!wrong && valid === (told.length === 0)) agreed++;
  else if (!wrong && valid && known.length === 0) left++;
  else {
    differing++;
    if (differing <= 20) {
      console.log(`${file}: ajv says ${valid ? 'valid' : 'invalid'}, we say ${told.length === 0 ? 'valid' : 'invalid'}`);
      console.log(JSON.stringify(document).slice(0, 600));
      console.log((validate.errors ?? []).slice(0, 3).map(e => `  ajv: ${e.instancePath} ${e.message}`).join('\n'));
      console.log(told.slice(0, 3).map(p => `  we:  ${p.path}: ${p.message}`).join('\n'));
    }
  }
}

console.log(`${agreed} files: both agree; ${left} files: refused by rules that no schema can say; ${differing} files: they differ`);
process.exit(differing === 0 ? 0 : 1);
