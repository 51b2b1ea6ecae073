import { enumDefinitions, type EnumDefinition, type EnumName } from './enum-data';
import { problem, type ValueReading } from './read-value';
import { foldText, withoutSpaces } from './text';

const indexes = new Map<EnumName, ReadonlyMap<string, string>>(
  (Object.keys(enumDefinitions) as EnumName[]).map((name) => {
    const { values, synonyms }: EnumDefinition = enumDefinitions[name];
    const known = new Map<string, string>(Object.entries(synonyms));
    for (const value of values) known.set(value, value);
    return [name, known];
  }),
);

/** Reads a value of a closed list; other spellings are unified and said, unknown ones kept aside. */
export function readEnum(raw: string, name: EnumName): ValueReading<string> {
  const text = withoutSpaces(foldText(raw));
  const value = indexes.get(name)?.get(text);
  if (value === undefined) return unknownValue(text, name);
  if (value === text) return { value, problems: [] };
  return { value, problems: [{ code: 'ENUM_NORMALIZED', why: `规范为“${value}”` }] };
}

function unknownValue(text: string, name: EnumName): ValueReading<string> {
  if (name === 'gender') return problem('GENDER_UNKNOWN', `“${text}”不是男或女`);
  const { values }: EnumDefinition = enumDefinitions[name];
  const choices = values.length > 12 ? '通用名称' : values.join('/');
  return problem('UNKNOWN_ENUM', `“${text}”应为 ${choices}`);
}
