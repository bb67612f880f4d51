// Values as YAML, spelled like directory/files/writing.py spells them: a test compares the two.

const WIDTH = 110;
const INDENT = "  ";
const PLAIN = /^(?:[\p{L}\p{N}]|[„(+]).*$/u;
const SPLITS = /:(?:\s|$)|\s#/;
const BRACKETS = /[,?[\]{}]|:(?=["'])/;
const DIGITS = /^\p{Nd}+(?:[.:-]\p{Nd}+)*$/u;
const NO_TEXT = new RegExp(
  "^(?:y|n|yes|no|true|false|on|off|null" +
    "|\\+?(?:0x[\\da-f_]+|0o[0-7]+|0b[01_]+|\\d[\\d_]*(?:\\.[\\d_]*)?(?:e[-+]?\\d+)?|\\d[\\d_]*(?::\\d+)+(?:\\.[\\d_]*)?)" +
    "|\\d{4}-\\d\\d?-\\d\\d?(?:t|\\s+)\\d.*)$",
  "i",
);
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

const isEmpty = (value) =>
  value === undefined || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

export function scalar(text, inBrackets = false) {
  const asTyped = text === text.trim().replace(/\s+/g, " ") && text.search(UNPRINTABLE) < 0;
  const isText = PLAIN.test(text) && !SPLITS.test(text) && (DIGITS.test(text) || !NO_TEXT.test(text));
  const plain = asTyped && isText && !(inBrackets && BRACKETS.test(text));
  return plain ? text : JSON.stringify(text).replace(UNPRINTABLE, escaped);
}

function listed(key, items, field, indent) {
  const short = `${indent}${key}: [${items.map((item) => scalar(item, true)).join(", ")}]`;
  if (field?.kind !== "sentence" && [...short].length <= WIDTH) return [short];
  return [`${indent}${key}:`, ...items.map((item) => `${indent}${INDENT}- ${scalar(item)}`)];
}

function rows(key, items, fields, indent) {
  const written = items.flatMap((item) => {
    const [first, ...rest] = group(item, fields, "");
    return [`${indent}${INDENT}- ${first}`, ...rest.map((text) => `${indent}${INDENT}${INDENT}${text}`)];
  });
  return [`${indent}${key}:`, ...written];
}

function value(key, content, field, indent) {
  const fields = field?.fields ?? [];
  if (!Array.isArray(content)) {
    if (typeof content !== "object") return [`${indent}${key}: ${scalar(content)}`];
    return [`${indent}${key}:`, ...group(content, fields, indent + INDENT)];
  }
  const ofGroups = content.some((item) => typeof item === "object");
  return ofGroups ? rows(key, content, fields, indent) : listed(key, content, field, indent);
}

function group(values, fields, indent) {
  const known = new Map(fields.map((field) => [field.key, field]));
  const others = Object.keys(values).filter((key) => !known.has(key));
  const order = fields.flatMap((field) => (field.kind === "features" ? others : [field.key]));
  const keys = [...new Set([...order, ...others])].filter((key) => !isEmpty(values[key]));
  return keys.flatMap((key) => value(key, values[key], known.get(key), indent));
}

export const written = (values, fields) =>
  group(values, fields, "")
    .map((text) => `${text}\n`)
    .join("");
